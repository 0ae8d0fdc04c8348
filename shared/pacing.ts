// How much of a period is over, and how far from its pace a budget may be by then.
import { type Given, labelIn, type Measured } from "./kpi.ts";
import { daysBetween, type Day } from "./period.ts";
import { fail } from "./problem.ts";
import { dayOf } from "./quantity.ts";
import type { Warning } from "./warning.ts";

/**
 * The term `elapsed_share`: the days from start to today, both included, out of those of the whole period; 1 after
 * its end. The pace may be 25 % off at the start, 5 % at the end, in proportion in between.
 */
export function elapsedShare({ kpi, cells, totals }: Given): Measured {
  const day = (name: string): Day => dayOf(labelIn(kpi, name), cells[name] ?? []);
  const [start, end, today] = [day("start"), day("end"), day("today")];
  if (end < start) fail({ kind: "period_reversed", from: start, to: end });
  if (today < start) fail({ kind: "not_started", start, today });
  const elapsed_share = Math.min(1, (daysBetween(start, today) + 1) / (daysBetween(start, end) + 1));

  const tolerance = 0.25 - 0.2 * elapsed_share;
  const { spend_to_date = 0, budget = 0 } = totals;
  const pace = spend_to_date / budget / elapsed_share;
  const off: Warning = { kind: "off_pace", low: 1 - tolerance, high: 1 + tolerance };
  return { totals: { elapsed_share }, warnings: Math.abs(pace - 1) > tolerance ? [off] : [] };
}
