// What should be done by a day: by the season of last year where it was read, else in a straight line.
import { sum } from "../number.ts";
import { addDays, type Day, daysBetween } from "../period.ts";
import type { Kpi } from "../kpi.ts";
import type { Series } from "./evidence.ts";
import { isComplete, lengthOf, type Span } from "./reading.ts";
import { type Linear, linearOf } from "./shape.ts";

/** The same days of the week, a year before. */
const YEAR = 364;
/** Last year serves where at least so many of its days were read. */
const ENOUGH = 0.95;

/** The share of the days of a span that are over at the end of a day, 0 to 1. */
export function elapsed(span: Span, day: Day): number {
  return Math.min(1, Math.max(0, (daysBetween(span.from, day) + 1) / lengthOf(span)));
}

/** How far from the pace one may be: a quarter at the start, a twentieth at the end, in proportion in between. */
export function tolerance(share: number): number {
  return 0.25 - 0.2 * share;
}

/**
 * The share of a sum that was done by the same day last year, of all that the same days brought; null where last year was not
 * read, or brought nothing.
 */
export function seasonalShare(series: Series, kpi: Kpi, form: Linear, span: Span, day: Day): number | null {
  if (series.step !== "day" || day < span.from) return null;
  const from = addDays(span.from, -YEAR);
  const [to, until] = [addDays(span.to, -YEAR), addDays(day < span.to ? day : span.to, -YEAR)];
  const points = series.points.filter(
    (point) => point.from >= from && point.to <= to && isComplete(kpi, point),
  );
  if (points.length < ENOUGH * lengthOf(span)) return null;
  const values = points.map((point) => linearOf(form, point.totals));
  const all = sum(values);
  if (!(all > 0) || values.some((value) => value < 0)) return null;
  return sum(values.filter((_, at) => (points[at]?.to ?? to) <= until)) / all;
}
