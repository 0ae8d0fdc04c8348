// What a source needs of its owner.
import type { Connection, SourceProblemCode } from "../../../shared/api/sources.ts";

/** Problems that new credentials or settings may end. */
const TO_RECONNECT: ReadonlySet<SourceProblemCode> = new Set<SourceProblemCode>([
  "access_denied",
  "credentials_refused",
  "credentials_unreadable",
  "reconnect_needed",
  "account_not_found",
  "unit_changed",
  "range_gone",
  "header_changed",
  "rows_unreadable",
]);

/** Problems of the credentials themselves: what is kept of them is of no use. */
const LOST: ReadonlySet<SourceProblemCode> = new Set<SourceProblemCode>([
  "credentials_refused",
  "credentials_unreadable",
  "reconnect_needed",
]);

/** Whether there is an access that may still be good. */
export function hasAccess({ problem }: Connection): boolean {
  return problem === null || !LOST.has(problem.code);
}

/** Whether it waits for another access or other settings. */
export function needsAccess({ problem }: Connection): boolean {
  return problem !== null && TO_RECONNECT.has(problem.code);
}
