// The value of a KPI over any days of a series: totals aggregated as each metric adds up, then the formula.
import { isListed, type Kpi, kpiFromTotals, metricOf } from "../kpi.ts";
import type { Day } from "../period.ts";
import { daysBetween } from "../period.ts";
import type { Evidence, Point, Series } from "./evidence.ts";

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The series of a KPI among the evidence. */
export function seriesOf(evidence: Pick<Evidence, "series">, kpi: string): Series | undefined {
  return evidence.series.find((series) => series.kpi === kpi);
}

/** How many days a span holds, both ends included. */
export function lengthOf({ from, to }: Span): number {
  return daysBetween(from, to) + 1;
}

/** True where a point holds a total for each argument that the KPI cannot do without. */
export function isComplete(kpi: Kpi, { totals }: Point): boolean {
  return kpi.args.every((argument) => {
    if (argument.fallback !== undefined || isListed(argument)) return true;
    return Number.isFinite(totals[argument.name]);
  });
}

/** The points of a span that hold what the KPI needs, oldest first. */
export function pointsIn(series: Series, kpi: Kpi, { from, to }: Span): Point[] {
  return series.points.filter((point) => point.from >= from && point.to <= to && isComplete(kpi, point));
}

/** The totals of some points: sums, the first or the last of what there is at a moment, the last of what does not add up (terms). */
export function totalsOf(kpi: Kpi, points: readonly Point[]): Record<string, number> {
  const totals: Record<string, number> = {};
  const ways = new Map(kpi.args.map((argument) => [argument.name, metricOf(argument).adds]));
  for (const { totals: given } of points) {
    for (const name in given) {
      const value = given[name];
      if (value === undefined || !Number.isFinite(value)) continue;
      const known = totals[name];
      const way = ways.get(name) ?? "last";
      if (known === undefined) totals[name] = value;
      else if (way === "sum") totals[name] = known + value;
      else if (way !== "first") totals[name] = value;
    }
  }
  return totals;
}

/** The KPI over some points; null where there is none, or where it is not defined (a denominator of 0). */
export function valueOf(kpi: Kpi, points: readonly Point[]): number | null {
  if (points.length === 0) return null;
  const outcome = kpiFromTotals(kpi, totalsOf(kpi, points));
  return "value" in outcome ? outcome.value : null;
}

/** The KPI over a span of a series. */
export function valueOver(series: Series, kpi: Kpi, span: Span): number | null {
  return valueOf(kpi, pointsIn(series, kpi, span));
}

/** The last point that was read whole; with `settled`, the last that the source no longer restates. */
export function lastPoint(series: Series, kpi: Kpi, settled = false): Point | undefined {
  for (let at = series.points.length - 1; at >= 0; at -= 1) {
    const point = series.points[at] as Point;
    if (isComplete(kpi, point) && !(settled && point.provisional)) return point;
  }
  return undefined;
}
