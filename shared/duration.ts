// How long things took: durations between two columns of dates, and their median, mean or 90th percentile.
import { smallSample } from "./check.ts";
import type { Choice, KpiArgument, Statistic } from "./kpi.ts";
import { labelOf } from "./kpi.ts";
import { sum } from "./number.ts";
import { nearestDay } from "./period.ts";
import { fail } from "./problem.ts";
import { choiceOf, instantOf, type Placed } from "./quantity.ts";
import type { Warning } from "./warning.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The ways to sum up durations, in the order of the argument's fallback. */
export const summaries: readonly Choice[] = [
  { name: "median", label: { fr: "médiane", en: "median" } },
  { name: "mean", label: { fr: "moyenne", en: "mean" } },
  { name: "p90", label: { fr: "p90", en: "p90" } },
];

/**
 * The statistic of a KPI whose first two arguments are a start and an end, and whose third says how to sum up: the
 * term `duration`, in `unit`. Rows without an end are still open: they are counted apart, never in the figure.
 */
export function durationIn(unit: "hours" | "days"): Statistic {
  return ({ kpi, cells }) => {
    const [start, end, how] = kpi.args as [KpiArgument, KpiArgument, KpiArgument];
    const rows = pairs(cells[start.name] ?? [], cells[end.name] ?? []);
    const durations: number[] = [];
    let unfinished = 0;
    let unstarted = 0;
    for (const { from, to } of rows) {
      const began = instantOf(labelOf(start), from);
      const ended = instantOf(labelOf(end), to);
      if (began === undefined && ended === undefined) continue;
      if (ended === undefined) unfinished += 1;
      else if (began === undefined) unstarted += 1;
      else if (ended < began) {
        fail({
          kind: "ends_before",
          argument: labelOf(end),
          place: to.place,
          start: nearestDay(new Date(began)),
          end: nearestDay(new Date(ended)),
        });
      } else durations.push(unit === "hours" ? (ended - began) / HOUR : days(ended - began));
    }
    if (durations.length === 0) fail({ kind: "empty", argument: labelOf(unfinished > 0 ? end : start) });
    const warnings: Warning[] = smallSample(durations.length);
    if (unfinished > 0) warnings.push({ kind: "unfinished", rows: unfinished });
    if (unstarted > 0) warnings.push({ kind: "no_start", rows: unstarted });
    return { totals: { duration: summarize(durations, choiceOf(how, cells[how.name] ?? [])) }, warnings };
  };
}

/** Starts and ends side by side; a single value stands beside a column. */
function pairs(starts: readonly Placed[], ends: readonly Placed[]): { from: Placed; to: Placed }[] {
  const [only = { cell: "" }] = starts;
  const [other = { cell: "" }] = ends;
  return Array.from({ length: Math.max(starts.length, ends.length) }, (_, row) => ({
    from: starts.length === 1 ? only : (starts[row] ?? { cell: "" }),
    to: ends.length === 1 ? other : (ends[row] ?? { cell: "" }),
  }));
}

/** Days between two instants; a clock that changed between two midnights does not make a day of 23 hours. */
function days(length: number): number {
  const whole = Math.round(length / DAY);
  return Math.abs(length - whole * DAY) === HOUR ? whole : length / DAY;
}

function summarize(values: readonly number[], how: string): number {
  if (how === "mean") return sum(values) / values.length;
  return quantile(values, how === "p90" ? 0.9 : 0.5);
}

/** The quantile by linear interpolation, type 7 of Hyndman and Fan (1996), doi:10.2307/2684934: the default of R and of Sheets. */
function quantile(values: readonly number[], probability: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}
