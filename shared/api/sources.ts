// Sources: what can be connected, what is, and how its syncs go.
import type { Words } from "../language.ts";
import type { Day } from "../period.ts";
import type { Instant } from "./call.ts";

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
