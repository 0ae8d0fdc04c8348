// How good the chances of objectives are: each series of a competition as an objective, its end known.
import { feasibility } from "../../../shared/objectives/feasibility.ts";
import { addDays, type Day } from "../../../shared/period.ts";
import { days, draftOf, evidenceOf, months } from "./build.ts";

export interface Competitor {
  readonly period: string;
  readonly m: number;
  readonly h: number;
  readonly x: readonly number[];
  readonly xx: readonly number[];
}

export interface Brier {
  readonly n: number;
  /** Mean square of what was said less what came, over five targets. */
  readonly ours: number;
  /** The same for who says yes if the last periods would have reached the target, and no otherwise. */
  readonly pace: number;
}

/** Targets, as shares of the last sum over as long a time. */
const TARGETS = [0.8, 0.9, 1, 1.1, 1.25];
const FIRST = "2000-01-01";

/** Brier scores by type. Whatever a period was, it is a month here: seasons of four quarters are not told. */
export function brierByType(series: readonly Competitor[]): Map<string, Brier> {
  const scores = new Map<string, Brier>();
  for (const { period, x, xx } of series) {
    const evidence = months(
      "LEADS",
      FIRST,
      x.map((leads) => ({ leads })),
    );
    const last = evidence.points[evidence.points.length - 1]?.to ?? FIRST;
    const deadline = endOfMonths(last, xx.length);
    add(scores, period, scoreOf(evidence, addDays(last, 1), deadline, x, xx));
  }
  return scores;
}

/** Brier scores of daily pages, a window of history and 28 days ahead every 7 days. */
export function brierOfDays(pages: readonly number[], history: number): Brier {
  const scores = new Map<string, Brier>();
  for (let end = history; end + 28 <= pages.length; end += 7) {
    const past = pages.slice(end - history, end);
    const evidence = days(
      "LEADS",
      FIRST,
      past.map((leads) => ({ leads })),
    );
    const start = addDays(FIRST, history);
    add(scores, "days", scoreOf(evidence, start, addDays(start, 27), past, pages.slice(end, end + 28)));
  }
  return scores.get("days") ?? { n: 0, ours: 0, pace: 0 };
}

function scoreOf(
  evidence: ReturnType<typeof days>,
  start: Day,
  deadline: Day,
  past: readonly number[],
  actual: readonly number[],
): { ours: number; pace: number } {
  const [came, last] = [total(actual), total(past.slice(-actual.length))];
  const misses = TARGETS.map((share) => {
    const value = share * last;
    const draft = draftOf({ target: { as: "value", value }, start, deadline, cadence: "monthly" });
    const said = feasibility(draft, evidenceOf(start, [evidence]))?.probability;
    if (typeof said !== "number") throw new Error("no probability");
    return {
      ours: (said - Number(came >= value)) ** 2,
      pace: (Number(last >= value) - Number(came >= value)) ** 2,
    };
  });
  return {
    ours: total(misses.map(({ ours }) => ours)) / TARGETS.length,
    pace: total(misses.map(({ pace }) => pace)) / TARGETS.length,
  };
}

function add(scores: Map<string, Brier>, name: string, { ours, pace }: { ours: number; pace: number }): void {
  const { n, ours: sum, pace: sumPace } = scores.get(name) ?? { n: 0, ours: 0, pace: 0 };
  scores.set(name, {
    n: n + 1,
    ours: (sum * n + ours) / (n + 1),
    pace: (sumPace * n + pace) / (n + 1),
  });
}

function endOfMonths(last: Day, count: number): Day {
  let day = last;
  for (let month = 0; month < count; month += 1) {
    day = addDays(`${addDays(`${addDays(day, 1).slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1);
  }
  return day;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
