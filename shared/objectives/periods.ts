// An objective period by period: whole weeks from its start, or calendar months, and the KPI in each.
import type { Kpi } from "../kpi.ts";
import { addDays, type Day, daysBetween, firstDayOf } from "../period.ts";
import { lastOfMonth } from "./calendar.ts";
import type { Series } from "./evidence.ts";
import type { Cadence } from "./objective.ts";
import { type Span, valueOver } from "./reading.ts";

export interface Period extends Span {
  readonly value: number | null;
}

/** Whole periods that end on a day or before, oldest first, at most so many; weeks are counted from the start. */
export function periodsUntil(day: Day, start: Day, cadence: Cadence, most: number): Span[] {
  const spans: Span[] = [];
  const weekly = cadence === "weekly";
  let to = weekly
    ? addDays(day, -(((daysBetween(start, day) + 1) % 7) + 7) % 7)
    : lastOfMonth(day) === day
      ? day
      : addDays(firstDayOf(day, "month"), -1);
  while (spans.length < most) {
    const from = weekly ? addDays(to, -6) : firstDayOf(to, "month");
    spans.push({ from, to });
    to = addDays(from, -1);
  }
  return spans.reverse();
}

/** The cadence by which a series can be cut: figures by month have no weeks. */
export function cadenceOf(series: Series, cadence: Cadence | null): Cadence {
  return series.step === "month" ? "monthly" : (cadence ?? "weekly");
}

/** The whole periods of a span that are over on a day, oldest first. */
export function periodsIn(span: Span, day: Day, cadence: Cadence): Span[] {
  const most = Math.ceil(daysBetween(span.from, day) / 7) + 1;
  const until = day < span.to ? day : span.to;
  return periodsUntil(until, span.from, cadence, Math.max(0, most)).filter(({ from }) => from >= span.from);
}

/** The KPI in each period; null where nothing was read in it. */
export function valuesIn(series: Series, kpi: Kpi, spans: readonly Span[]): Period[] {
  return spans.map((span) => ({ ...span, value: valueOver(series, kpi, span) }));
}
