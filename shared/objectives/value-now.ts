// The value that an objective has now, and which days it is of.
import type { Kpi } from "../kpi.ts";
import { addDays, type Day } from "../period.ts";
import type { Point, Series } from "./evidence.ts";
import type { Asked } from "./horizon.ts";
import type { Cadence } from "./objective.ts";
import { cadenceOf, periodsIn } from "./periods.ts";
import { isComplete, type Span, valueOf, valueOver } from "./reading.ts";

export interface Now {
  readonly value: number;
  readonly span: Span;
}

const FOUR_WEEKS = 28;

/**
 * A sum, a ratio and a growth since the start; a level, its last value; a bound, its last whole period. Where nothing was read
 * since the start, the four weeks before for a ratio, and null for a sum: it is unknown, not 0.
 */
export function valueNow(asked: Asked, cadence: Cadence | null, last: Point): Now | null {
  const { series, kpi, span, shape, stay } = asked;
  const until = last.to < span.to ? last.to : span.to;
  const over = (from: Day, to: Day): Now | null => {
    const value = valueOver(series, kpi, { from, to });
    return value === null ? null : { value, span: { from, to } };
  };
  if (stay && shape.kind !== "level") {
    const periods = periodsIn(span, until, cadenceOf(series, cadence));
    const period = periods[periods.length - 1];
    const found = period ? over(period.from, period.to) : null;
    if (found) return found;
  }
  if (shape.kind === "level") return levelNow(series, kpi, shape.stock, until);
  const since = until >= span.from ? over(span.from, until) : null;
  if (since || shape.kind !== "ratio") return since;
  return over(addDays(last.to, 1 - FOUR_WEEKS), last.to);
}

/** The last point for a stock or a month; for what happens in days and does not add up, the last four weeks. */
function levelNow(series: Series, kpi: Kpi, stock: boolean, until: Day): Now | null {
  for (let at = series.points.length - 1; at >= 0; at -= 1) {
    const point = series.points[at] as Point;
    if (point.to > until || !isComplete(kpi, point)) continue;
    if (series.step === "month" || stock) {
      const value = valueOf(kpi, [point]);
      return value === null ? null : { value, span: { from: point.from, to: point.to } };
    }
    const span = { from: addDays(point.to, 1 - FOUR_WEEKS), to: point.to };
    const value = valueOver(series, kpi, span);
    return value === null ? null : { value, span };
  }
  return null;
}
