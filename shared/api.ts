// What the add-on and the Worker say to each other: JSON bodies of the routes in worker/routes.
import type { Words } from "./language.ts";
import type { Day } from "./period.ts";

/** An instant in UTC, ISO 8601: `2026-11-21T08:00:00.000Z`. */
export type Instant = string;

/** The headers of a call. The token proves who calls, the key which sheet; the key alone only reads. */
export const apiHeaders = {
  /** `Bearer <Google ID token>` */
  token: "Authorization",
  /** `<workspace id>.<secret>` */
  key: "Boussole-Key",
  /** The id of the spreadsheet that the key was made for. */
  spreadsheet: "Boussole-Spreadsheet",
  /** Makes a POST safe to send again. */
  idempotency: "Idempotency-Key",
} as const;

/** Why a call was refused: RFC 9457, `application/problem+json`. */
export interface ApiProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** One or two sentences, in the language of `Accept-Language`. */
  readonly detail: string;
  readonly code: ApiProblemCode;
  /** The parts of the request that are wrong (`invalid_request`). */
  readonly fields?: readonly string[];
  /** The setting of the Worker that is missing or wrong (`not_configured`). */
  readonly variable?: string;
  /** What the source answered (`source_refused`). */
  readonly source?: Omit<SourceProblem, "since">;
  /** The objective as it is now (`stale_version`). */
  readonly current?: Objective;
}

export type ApiProblemCode =
  | "invalid_request"
  | "unauthenticated"
  | "key_refused"
  | "not_a_member"
  | "owner_only"
  | "not_found"
  | "code_refused"
  | "no_demo"
  | "paused"
  | "too_many_connections"
  | "source_refused"
  | "stale_version"
  | "version_required"
  | "idempotency_mismatch"
  | "too_large"
  | "unsupported_media_type"
  | "too_many_requests"
  | "not_configured"
  | "identity_unavailable"
  | "internal";

export type Role = "owner" | "member";

export interface Spreadsheet {
  readonly id: string;
  readonly name: string;
  /** IANA name, such as `Europe/Paris`. */
  readonly timeZone: string;
  /** Such as `fr_FR`: the language of the tabs. */
  readonly locale: string;
}

/** POST /v1/workspaces → Pairing */
export interface CreateWorkspace {
  readonly name: string;
  readonly spreadsheet: Spreadsheet;
}

/** POST /v1/workspaces/join → Pairing */
export interface JoinWorkspace {
  readonly code: string;
  readonly spreadsheet: Spreadsheet;
}

/** The key is shown once: only its hash is kept. */
export interface Pairing {
  readonly workspace: string;
  readonly key: string;
  readonly role: Role;
}

/** GET /v1/workspace */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** What the caller may do here; `reader` when only the key was given, or when the caller has not joined. */
  readonly role: Role | "reader";
  readonly members: readonly { readonly email: string; readonly role: Role; readonly since: Instant }[];
  readonly spreadsheets: readonly (Spreadsheet & { readonly since: Instant })[];
  /** Whether demonstration data can be connected in one click: POST /v1/connections { demo: true }. */
  readonly demo: boolean;
}

/** POST /v1/invitations */
export interface Invitation {
  /** Good once. */
  readonly code: string;
  readonly expires: Instant;
}

/** POST /v1/keys/rotate: the new key of the calling spreadsheet; the old one is refused at once. */
export interface NewKey {
  readonly key: string;
}

/** One input of the form that connects a source. */
export interface Field {
  readonly name: string;
  readonly label: Words;
  readonly help: Words;
  readonly kind: "text" | "secret" | "file";
}

/** GET /v1/connectors → { connectors } */
export interface ConnectorSummary {
  readonly name: string;
  readonly label: Words;
  /** What it brings, in one sentence. */
  readonly gives: Words;
  readonly settings: readonly Field[];
  readonly credentials: readonly Field[];
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
  | "interrupted";

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
}

/** POST /v1/connections → 201 Connection. `{ demo: true }` connects demonstration data. */
export type CreateConnection =
  | { readonly demo: true }
  | {
      readonly connector: string;
      readonly name: string;
      readonly settings: Readonly<Record<string, string>>;
      readonly credentials: Readonly<Record<string, string>>;
    };

/** PATCH /v1/connections/:id → Connection. New settings or credentials are tried before they are kept. */
export interface ChangeConnection {
  readonly name?: string | undefined;
  readonly paused?: boolean | undefined;
  readonly settings?: Readonly<Record<string, string>> | undefined;
  readonly credentials?: Readonly<Record<string, string>> | undefined;
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
  /** How far the sync is: windows of days read, out of those that were to read. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly problem: Omit<SourceProblem, "since"> | null;
}

export type Cell = string | number | null;

/** One tab to write: the header in row 1, the rows below, one format a column. */
export interface Tab {
  readonly key: "data" | "uniques" | "objectives";
  readonly title: Words;
  readonly header: readonly string[];
  /** As many cells as the header has; days are `2026-01-31`, rates fractions, money decimal numbers. */
  readonly rows: readonly (readonly Cell[])[];
  /** A column's Sheets number format; `@` marks text, to be written as text whatever it holds. */
  readonly formats: readonly string[];
  /** What a reader of the tab should know, such as which days were folded into months. */
  readonly note: Words | null;
  readonly provenance: readonly Provenance[];
}

/** Where the rows of a tab come from. */
export interface Provenance {
  readonly connection: string;
  readonly source: string;
  readonly account: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly timeZone: string | null;
  readonly currency: string | null;
  readonly asOf: Instant | null;
  readonly rows: number;
  readonly run: number;
}

export interface SourceState {
  readonly connection: string;
  readonly name: string;
  readonly state: ConnectionState;
  readonly asOf: Instant | null;
  readonly problem: SourceProblem | null;
}

/** GET /v1/refresh, with an `ETag`: 304 when `If-None-Match` shows the same. */
export interface Refresh {
  readonly generation: string;
  readonly tabs: readonly Tab[];
  readonly sources: readonly SourceState[];
}

/** A figure, or why there is none. */
export type Figure =
  | { readonly value: number; readonly problem?: undefined }
  | { readonly value: null; readonly problem: { readonly code: string; readonly words: Words } };

/** GET /v1/kpis/:name?from&to&by&channel&campaign&connection */
export type KpiAnswer = Figure & {
  readonly kpi: string;
  readonly from: Day;
  readonly to: Day;
  /** The sums the figure is made of; money in the connections' currency. */
  readonly totals: Readonly<Record<string, number>>;
  readonly currency: string | null;
  /** With `by`: one figure a group. */
  readonly rows?: readonly (Figure & {
    readonly key: string;
    readonly totals: Readonly<Record<string, number>>;
  })[];
};

export type Scope = "all" | { readonly channel?: string | undefined; readonly campaign?: string | undefined };

/** POST /v1/objectives → 201 Objective; PUT /v1/objectives/:id, with `If-Match: "<version>"`. */
export interface ObjectiveDraft {
  readonly kpi: string;
  readonly title: string;
  readonly scope: Scope;
  readonly baseline: number;
  readonly target: number;
  readonly start: Day;
  readonly deadline: Day;
}

/** GET /v1/objectives → { objectives } */
export interface Objective extends ObjectiveDraft {
  readonly id: string;
  readonly version: number;
  /** The KPI from the start to today, or to the deadline once it is past. */
  readonly now: Figure;
  /** 0 at the baseline, 1 at the target; null where there is no figure. */
  readonly progress: number | null;
}
