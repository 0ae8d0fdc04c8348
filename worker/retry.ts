// When a failed call is tried again: soon, later by the alarm, or not at all.
import { isTransient, type SourceFailure } from "./failure.ts";

const MOST_TRIES = 5;
/** A runner waits no longer than this: its lease must not run out meanwhile. */
export const LONGEST_WAIT_MS = 15_000;
const FIRST_WAIT_MS = 1000;
const LONGEST_POSTPONEMENT_MS = 24 * 3_600_000;
const POSTPONEMENT_MS = 15 * 60_000;

export type Next =
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "postpone"; readonly ms: number }
  | { readonly kind: "give_up" };

/**
 * What to do after the failure of try number `tries` (the first is 1). What the source asks for comes first; else the
 * wait is drawn from a range that doubles, so that many callers spread out
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, full jitter).
 */
export function afterFailure(failure: SourceFailure, tries: number, random: () => number): Next {
  if (!isTransient(failure.code)) return { kind: "give_up" };
  const asked = failure.wait;
  if (asked !== undefined && asked > LONGEST_WAIT_MS) {
    return { kind: "postpone", ms: Math.min(asked, LONGEST_POSTPONEMENT_MS) };
  }
  if (tries < MOST_TRIES) {
    return {
      kind: "wait",
      ms: asked ?? random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)),
    };
  }
  return failure.code === "rate_limited" ? { kind: "postpone", ms: POSTPONEMENT_MS } : { kind: "give_up" };
}
