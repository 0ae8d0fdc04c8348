// A window in two halves, where a service gives no more rows of it than it has given.
import { addDays, type Day } from "../shared/period.ts";
import type { Stream } from "./connector.ts";
import type { Bounds } from "./plan.ts";

type Half = Pick<Bounds, "first" | "last">;

/** Two readings less than this apart tell nothing apart any more. */
const SHORTEST_MS = 1000;
/** Where everything is to be read, its last year comes off first. */
const YEAR_MS = 365 * 86_400_000;
/** No service kept anything before. */
const EARLIEST = Date.parse("1990-01-01T00:00:00Z");

/** The two halves; undefined for what cannot be divided. */
export function halves(stream: Stream, { first, last }: Half): readonly [Half, Half] | undefined {
  return stream.kind === "entities" ? byTime(first, last) : byDay(first, last);
}

function byDay(first: Day, last: Day): readonly [Half, Half] | undefined {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  if (days < 1) return undefined;
  const middle = addDays(first, Math.floor(days / 2));
  return [
    { first, last: middle },
    { first: addDays(middle, 1), last },
  ];
}

function byTime(first: string, last: string): readonly [Half, Half] | undefined {
  const end = Date.parse(last);
  const middle = first === "" ? end - YEAR_MS : (Date.parse(first) + end) / 2;
  if (end - middle < SHORTEST_MS || middle < EARLIEST) return undefined;
  const at = new Date(middle).toISOString();
  return [
    { first, last: at },
    { first: at, last },
  ];
}
