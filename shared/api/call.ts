// What every call of the Worker carries, and how it is refused.
import type { SourceProblem } from "./sources.ts";
import type { Objective } from "./objectives.ts";

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
  | "sent_by_sheet"
  | "last_owner"
  | "too_many_connections"
  | "source_refused"
  | "not_computable"
  | "stale_version"
  | "version_required"
  | "objective_retired"
  | "full"
  | "idempotency_mismatch"
  | "too_large"
  | "unsupported_media_type"
  | "too_many_requests"
  | "not_configured"
  | "identity_unavailable"
  | "internal";
