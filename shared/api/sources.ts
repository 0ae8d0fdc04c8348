// Sources: what can be connected, what is, and how its syncs go.
import type { Words } from "../language.ts";
import type { Day } from "../period.ts";
import type { Instant } from "./call.ts";

/** One input of the form that connects a source. */
export interface Field {
  readonly name: string;
  readonly label: Words;
  readonly help: Words;
  readonly kind: "text" | "secret" | "file" | "choice";
  /** What may be chosen (`choice`). */
  readonly choices?: readonly { readonly value: string; readonly label: Words }[] | undefined;
  /** True where it may stay empty. */
  readonly optional?: true | undefined;
}

/** GET /v1/connectors → { connectors } */
export interface ConnectorSummary {
  readonly name: string;
  readonly label: Words;
  /** What it brings, in one sentence. */
  readonly gives: Words;
  readonly settings: readonly Field[];
  readonly credentials: readonly Field[];
  /** What it is mostly about, for a list of services. */
  readonly group: ConnectorGroup;
  /** The ways in, one of which is enough; a credential that is of none goes with each. */
  readonly ways: readonly WayIn[];
  /** The version of the service's API in use, and the day on which the service ends it. */
  readonly version: ApiVersion | null;
  /** The setting that a choice among the accounts of the credentials fills; null where there is none to make. */
  readonly accountSetting: string | null;
  /**
   * The service's own names of channels and what each counts as; a connection changes some in its setting `channels`, a
   * JSON object of the same form. Null where the service names none.
   */
  readonly channels: Readonly<Record<string, string>> | null;
}

export type ConnectorGroup = "web" | "advertising" | "social" | "email" | "crm" | "sales" | "other";

/** The credential fields to fill in, with or without a consent to give on a page of the service's own. */
export type WayIn =
  | { readonly kind: "credentials"; readonly fields: readonly string[] }
  | {
      readonly kind: "consent";
      readonly fields: readonly string[];
      /** The settings of the Worker that are still to be filled in before any consent can be asked for. */
      readonly missing: readonly string[];
      /** Whether one consent may serve several sources: not where each use of it replaces it. */
      readonly several: boolean;
    };

export interface ApiVersion {
  readonly name: string;
  readonly expires: Day;
}

/**
 * POST /v1/connectors/:name/accounts → { accounts }: what these credentials open, to choose from.
 * POST /v1/connectors/:name/test → Tested: whether they open the account that the settings name.
 */
export interface SourceQuestion {
  readonly settings: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  /** The id of a consent, in place of credentials. */
  readonly consent?: string | undefined;
  /** A source whose stored credentials are used where neither is given. */
  readonly connection?: string | undefined;
}

/** What the figures of an account that answers are counted in. */
export interface Tested {
  readonly currency: string | null;
  readonly timeZone: string;
}

/** POST /v1/consents → 201 AskedConsent: asks a person for a consent, on a page of the service's own. */
export interface AskConsent {
  readonly connector: string;
  /** What is known already: it goes with the consent, and stays as it is. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * GET /v1/consents/:id → Consent, for the one who asked. `asked` until its page is opened, `opened` until the service
 * answers, `answered` until the person confirms; once `granted`, its id stands for credentials until it expires.
 */
export interface Consent {
  readonly id: string;
  readonly state: "asked" | "opened" | "answered" | "granted" | "refused" | "failed";
  readonly expires: Instant;
  /** Why it failed. */
  readonly problem: Omit<SourceProblem, "since"> | null;
}

export interface AskedConsent extends Consent {
  /** The page to open, once, in the browser of the person who asked. */
  readonly url: string;
}

export interface AccountChoice {
  readonly id: string;
  readonly name: string;
}

export type ConnectionState = "idle" | "running" | "paused" | "failed";

export type SourceProblemCode =
  | "access_denied"
  | "credentials_refused"
  | "credentials_unreadable"
  | "account_not_found"
  | "request_refused"
  | "rate_limited"
  | "source_down"
  | "source_timeout"
  | "source_not_json"
  | "source_malformed"
  | "source_too_large"
  | "source_redirects"
  | "source_forbidden"
  | "paging_loop"
  | "incomplete"
  | "unit_changed"
  | "cursor_expired"
  | "reconnect_needed"
  | "client_missing"
  | "storage_full"
  | "interrupted"
  | "range_gone"
  | "header_changed"
  | "too_large"
  | "rows_unreadable";

/** What is wrong with a source, and the one thing to do about it. */
export interface SourceProblem {
  readonly code: SourceProblemCode;
  readonly words: Words;
  readonly action: Words;
  readonly since: Instant;
}

/** GET /v1/connections → { connections } */
export interface Connection {
  readonly id: string;
  readonly connector: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly state: ConnectionState;
  readonly currency: string | null;
  readonly timeZone: string | null;
  readonly lastRun: Run | null;
  /** When the next sync is due; null while paused. */
  readonly nextRun: Instant | null;
  /** When the last complete sync ended; null before the first. */
  readonly asOf: Instant | null;
  /** The newest day held. */
  readonly lastDay: Day | null;
  readonly problem: SourceProblem | null;
  /** What its reader should know though the syncs go on: unknown fields, rows left out, a version about to end. */
  readonly notices: readonly Words[];
  readonly version: ApiVersion | null;
}

/** POST /v1/connections → 201 Connection. `{ demo: true }` connects demonstration data. */
export type CreateConnection =
  | { readonly demo: true }
  | {
      readonly connector: string;
      readonly name: string;
      readonly settings: Readonly<Record<string, string>>;
      readonly credentials: Readonly<Record<string, string>>;
      /** The id of a consent, beside the credentials or in their place. */
      readonly consent?: string | undefined;
    };

/**
 * PATCH /v1/connections/:id → Connection. New settings or credentials are tried before they are kept; `resyncFrom` reads
 * everything since a day again.
 */
export interface ChangeConnection {
  readonly name?: string | undefined;
  readonly paused?: boolean | undefined;
  readonly settings?: Readonly<Record<string, string>> | undefined;
  readonly credentials?: Readonly<Record<string, string>> | undefined;
  /** As for a new connection. */
  readonly consent?: string | undefined;
  readonly resyncFrom?: Day | undefined;
}

/** POST /v1/connections/:id/sync → 202: the run started, or the one that was already running. */
export interface SyncStarted {
  readonly run: number;
  readonly joined: boolean;
}

export type RunState = "running" | "ok" | "failed" | "rescheduled" | "abandoned";

/** GET /v1/runs → { runs }, newest first. */
export interface Run {
  readonly connection: string;
  readonly number: number;
  readonly state: RunState;
  readonly started: Instant;
  readonly ended: Instant | null;
  readonly pages: number;
  readonly rows: number;
  /** Rows left out because something indispensable was missing in them. */
  readonly rejected: number;
  /** How far the sync is: windows of days read, out of those that were to read. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly problem: Omit<SourceProblem, "since"> | null;
}
