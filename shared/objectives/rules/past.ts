// What rules look at in the past: the latest value of a KPI, and the chance part of it.
import type { Kpi } from "../../kpi.ts";
import { findKpi } from "../../kpis/index.ts";
import { addDays, type Day, daysBetween } from "../../period.ts";
import type { Evidence, Point, Series } from "../evidence.ts";
import type { Cadence } from "../objective.ts";
import { isComplete, pointsIn, seriesOf, type Span, valueOf } from "../reading.ts";
import { shapeOf } from "../shape.ts";

/** How many days a cadence lasts. */
export const CADENCE_DAYS: Readonly<Record<Cadence, number>> = { weekly: 7, monthly: 30 };

const RECENT_DAYS = 90;

/** The value of a KPI over the last 90 days read (for figures by month, over the last month); null where there is none. */
export function recentValue(evidence: Evidence, name: string): number | null {
  const series = seriesOf(evidence, name);
  if (!series) return null;
  const kpi = findKpi(name);
  const points = series.points.filter((point) => isComplete(kpi, point));
  const last = points[points.length - 1];
  if (!last) return null;
  if (series.step === "month") return valueOf(kpi, [last]);
  return valueOf(kpi, pointsIn(series, kpi, { from: addDays(last.to, 1 - RECENT_DAYS), to: last.to }));
}

const FEWEST_BLOCKS = 6;
const MOST_BLOCKS = 52;
const Z95 = 1.959964;

/**
 * Half the width of the interval in which chance alone leaves the KPI 95 times in 100, over so many days; null where
 * fewer than six whole weeks (or months) were read. From how the KPI moves when each week is left out in turn (jackknife,
 * https://en.wikipedia.org/wiki/Jackknife_resampling), so that it holds for sums and for ratios alike.
 */
export function chanceOver(series: Series, kpi: Kpi, days: number): number | null {
  const { kind } = shapeOf(kpi);
  if (series.step === "month" || kind === "level" || kind === "growth") return swingOf(series, kpi);
  const blocks = weeksOf(series, kpi).slice(-MOST_BLOCKS);
  if (blocks.length < FEWEST_BLOCKS) return null;
  const without = blocks.map((_, left) => valueOf(kpi, blocks.filter((__, at) => at !== left).flat()));
  const values = without.filter((value): value is number => value !== null);
  if (values.length < blocks.length) return null;
  const n = values.length;
  const mean = values.reduce((total, value) => total + value, 0) / n;
  const deviation = Math.sqrt(
    values.reduce((total, value) => total + (value - mean) ** 2, 0) * ((n - 1) / n),
  );
  const lengths = days / (7 * n);
  return Z95 * deviation * (kind === "sum" ? Math.sqrt(lengths) : 1 / Math.sqrt(lengths));
}

/** The same for a level: how much it usually moves from one month (or four weeks) to the next. */
function swingOf(series: Series, kpi: Kpi): number | null {
  const all = series.points.filter((point) => isComplete(kpi, point));
  const points = series.step === "month" ? all : all.filter((_, at) => (all.length - 1 - at) % 28 === 0);
  const values = points
    .map((point) => valueOf(kpi, [point]))
    .filter((value): value is number => value !== null);
  const moves = values.slice(1).map((value, at) => value - (values[at] ?? 0));
  if (moves.length < FEWEST_BLOCKS) return null;
  const mean = moves.reduce((total, move) => total + move, 0) / moves.length;
  const squares = moves.reduce((total, move) => total + (move - mean) ** 2, 0);
  return Z95 * Math.sqrt(squares / (moves.length - 1));
}

/** The points by whole blocks of seven days, oldest first, back from the last one; those with a day missing are left out. */
function weeksOf(series: Series, kpi: Kpi): Point[][] {
  const points = series.points.filter((point) => isComplete(kpi, point));
  const last = points[points.length - 1];
  if (!last) return [];
  const weeks = new Map<number, Point[]>();
  for (const point of points) {
    const week = Math.floor(daysBetween(point.to, last.to) / 7);
    weeks.set(week, [...(weeks.get(week) ?? []), point]);
  }
  return [...weeks.entries()]
    .sort(([a], [b]) => b - a)
    .map(([, block]) => block)
    .filter((block) => block.length === 7);
}

/** The days of an objective; null while they are not both said, or are not in order. */
export function spanOf({ start, deadline }: { start: Day | null; deadline: Day | null }): Span | null {
  return start !== null && deadline !== null && start < deadline ? { from: start, to: deadline } : null;
}
