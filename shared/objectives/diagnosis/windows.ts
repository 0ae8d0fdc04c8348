// The two periods that a diagnosis compares: as long, with the same days of the week.
import { addDays, type Day, daysBetween, firstDayOf } from "../../period.ts";
import type { Evidence } from "../evidence.ts";
import { kpiOf } from "../feasibility.ts";
import type { ObjectiveDraft } from "../objective.ts";
import { isComplete, lastPoint, seriesOf, type Span } from "../reading.ts";

export interface Windows {
  readonly before: Span;
  readonly after: Span;
}

/**
 * The last whole period that is no longer restated (7 days for a weekly cadence, 28 for a monthly one, a month for
 * figures by month) and the one before it; null where the data do not hold both.
 * @param from the first day to look at, where the analyst chose it: from then to the last settled day, in whole weeks
 */
export function windowsOf(draft: ObjectiveDraft, evidence: Evidence, from?: Day): Windows | null {
  const kpi = kpiOf(draft);
  const series = kpi && seriesOf(evidence, kpi.name);
  const last = kpi && series && lastPoint(series, kpi, true);
  if (!kpi || !series || !last) return null;
  const first = series.points.find((point) => isComplete(kpi, point))?.from ?? last.from;
  if (series.step === "month") {
    const before = { from: firstDayOf(addDays(last.from, -1), "month"), to: addDays(last.from, -1) };
    return before.from < first ? null : { before, after: { from: last.from, to: last.to } };
  }
  const weeks =
    from === undefined
      ? draft.cadence === "monthly"
        ? 4
        : 1
      : Math.max(1, Math.floor((daysBetween(from, last.to) + 1) / 7));
  const after = { from: addDays(last.to, 1 - 7 * weeks), to: last.to };
  const before = { from: addDays(after.from, -7 * weeks), to: addDays(after.from, -1) };
  return before.from < first ? null : { before, after };
}
