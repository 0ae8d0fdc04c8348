// Whether a KPI changed between two periods more than it does by chance: against its own past, then at its volume.
import type { Kpi } from "../../kpi.ts";
import { sum } from "../../number.ts";
import { addDays, type Day, daysBetween, firstDayOf } from "../../period.ts";
import type { Series } from "../evidence.ts";
import { isComplete, lengthOf, type Span, valueOver } from "../reading.ts";
import { linearOf, shapeOf } from "../shape.ts";
import type { Windows } from "./windows.ts";

/** Beyond so many standard deviations a change is more than chance. */
export const NOTABLE = 2;
/** Fewer past changes say nothing of what is usual. */
const FEWEST = 8;
const MOST = 52;
const YEAR = 364;

export interface Change {
  readonly kpi: string;
  readonly before: number;
  readonly after: number;
  /** The change in its standard deviations; 0 where nothing can be said of them. */
  readonly z: number;
  /** True where last year's same days moved as much: the season, not a change. */
  readonly seasonal: boolean;
  readonly way: "up" | "down" | "steady";
  /** How the last period stands among those of the past year, for a ratio or a level: a sum grows with the business. */
  readonly standing: "high" | "low" | "usual";
}

/**
 * A change is measured in the root mean square of the changes between periods as long and as far apart in the past year (each a
 * week earlier: the same weekdays). With fewer than eight of them, in the standard error that the days of both periods give,
 * weekdays set aside. Where last year's same days were read, what exceeds their change counts: measured in what such excesses
 * were in the past year where two years tell them, for the season is in both and cancels. Null where either period has no value.
 */
export function changeOf(series: Series, kpi: Kpi, windows: Windows): Change | null {
  const [before, after] = [valueOver(series, kpi, windows.before), valueOver(series, kpi, windows.after)];
  if (before === null || after === null) return null;
  const past = pastChanges(series, kpi, windows);
  const typical = past.length >= FEWEST ? rootMeanSquare(past) : errorOf(series, kpi, windows);
  const score = (gap: number, spread: number): number =>
    spread > 0 ? gap / spread : gap === 0 ? 0 : gap > 0 ? Infinity : -Infinity;
  const change = after - before;
  const usual = lastYear(series, kpi, windows);
  const raw = typical === null ? 0 : score(change, typical);
  // Without a second year: both changes vary, so that their difference does √2 times as much.
  const excesses = usual === null ? null : spreadOfExcesses(series, kpi, windows);
  const beyond =
    usual === null || typical === null ? raw : score(change - usual, excesses ?? typical * Math.SQRT2);
  const seasonal =
    usual !== null && usual * change > 0 && Math.abs(raw) >= NOTABLE && Math.abs(beyond) < NOTABLE;
  // A season that did not come is no change of this period: the excess must go the way of the change.
  const z = excesses === null ? raw : beyond * change > 0 ? beyond : 0;
  const notable = Math.abs(z) >= NOTABLE && !seasonal;
  const way = notable ? (z > 0 ? "up" : "down") : "steady";
  return {
    kpi: kpi.name,
    before,
    after,
    z,
    seasonal,
    way,
    standing: standingOf(series, kpi, windows, after),
  };
}

function standingOf(series: Series, kpi: Kpi, { after }: Windows, value: number): Change["standing"] {
  if (shapeOf(kpi).kind === "sum") return "usual";
  const first = series.points[0]?.from ?? after.from;
  const levels: number[] = [];
  for (let back = 1; back <= MOST; back += 1) {
    const span = earlier(after, back, series);
    if (span.from < first) break;
    const level = span.to < after.from ? wholeValue(series, kpi, span) : null;
    if (level !== null) levels.push(level);
  }
  if (levels.length < FEWEST) return "usual";
  const mean = sum(levels) / levels.length;
  const spread = Math.sqrt(sum(levels.map((level) => (level - mean) ** 2)) / (levels.length - 1));
  const away = value - mean;
  if (Math.abs(away) < NOTABLE * spread || away === 0) return "usual";
  return away > 0 ? "high" : "low";
}

/** How much past changes exceeded those of the year before them; null with fewer than eight of them. */
function spreadOfExcesses(series: Series, kpi: Kpi, { before, after }: Windows): number | null {
  const excesses: number[] = [];
  const first = series.points[0]?.from ?? after.from;
  const most = series.step === "month" ? 12 : MOST;
  for (let back = 1; back <= most; back += 1) {
    const windows = { before: earlier(before, back, series), after: earlier(after, back, series) };
    if (windows.before.from < first) break;
    if (windows.after.to >= after.from) continue;
    const [old, next] = [wholeValue(series, kpi, windows.before), wholeValue(series, kpi, windows.after)];
    const usual = lastYear(series, kpi, windows);
    if (old !== null && next !== null && usual !== null) excesses.push(next - old - usual);
  }
  return excesses.length < FEWEST ? null : rootMeanSquare(excesses);
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(sum(values.map((value) => value * value)) / values.length);
}

function pastChanges(series: Series, kpi: Kpi, { before, after }: Windows): number[] {
  const changes: number[] = [];
  const first = series.points[0]?.from;
  if (first === undefined) return changes;
  for (let back = 1; back <= MOST; back += 1) {
    const [was, is] = [earlier(before, back, series), earlier(after, back, series)];
    if (was.from < first) break;
    // A period that overlaps the one judged would count the change as usual.
    if (is.to >= after.from) continue;
    const [old, next] = [wholeValue(series, kpi, was), wholeValue(series, kpi, is)];
    if (old !== null && next !== null) changes.push(next - old);
  }
  return changes;
}

function lastYear(series: Series, kpi: Kpi, { before, after }: Windows): number | null {
  const back = series.step === "month" ? 12 : YEAR / 7;
  const [old, next] = [earlier(before, back, series), earlier(after, back, series)];
  const [was, is] = [wholeValue(series, kpi, old), wholeValue(series, kpi, next)];
  return was === null || is === null ? null : is - was;
}

/** The same span so many weeks, or months, earlier. */
function earlier({ from, to }: Span, count: number, { step }: Series): Span {
  if (step === "day") return { from: addDays(from, -7 * count), to: addDays(to, -7 * count) };
  const back = (day: Day): Day => {
    let first = firstDayOf(day, "month");
    for (let month = 0; month < count; month += 1) first = firstDayOf(addDays(first, -1), "month");
    return first;
  };
  return { from: back(from), to: addDays(back(addDays(to, 1)), -1) };
}

/** The KPI over a span of which at least nineteen days in twenty were read. */
function wholeValue(series: Series, kpi: Kpi, span: Span): number | null {
  const days = series.points
    .filter((point) => point.from >= span.from && point.to <= span.to && isComplete(kpi, point))
    .reduce((total, point) => total + lengthOf(point), 0);
  return days >= 0.95 * lengthOf(span) ? valueOver(series, kpi, span) : null;
}

/** The standard error of the change from the days of both periods, weekdays set aside; null where there are too few. */
function errorOf(series: Series, kpi: Kpi, { before, after }: Windows): number | null {
  const shape = shapeOf(kpi);
  if (series.step !== "day" || (shape.kind !== "sum" && shape.kind !== "ratio")) return null;
  const read = [before, after].map(({ from, to }) =>
    series.points.filter((point) => point.from >= from && point.to <= to && isComplete(kpi, point)),
  );
  const all = read.flat();
  const under = (points: typeof all): number =>
    shape.kind === "ratio" ? sum(points.map(({ totals }) => linearOf(shape.under, totals))) : 1;
  const base = under(all);
  if (!(base > 0)) return null;
  const over = (point: (typeof all)[number]): number => linearOf(shape.over, point.totals);
  const rate = shape.kind === "ratio" ? sum(all.map(over)) / base : 0;
  const margins = read.map((points) => {
    const raw = points.map((point) =>
      shape.kind === "ratio" ? over(point) - rate * linearOf(shape.under, point.totals) : over(point),
    );
    const mean = sum(raw) / raw.length;
    return points.map((point, at) => ({ weekday: weekdayOf(point.from), away: (raw[at] ?? 0) - mean }));
  });
  const residuals = withoutWeekdays(margins.flat());
  const degrees = all.length - 2 - (all.length >= 14 ? 6 : 0);
  if (degrees < 4) return null;
  const variance = sum(residuals.map((residual) => residual * residual)) / degrees;
  return Math.sqrt(sum(read.map((points) => (variance * points.length) / under(points) ** 2)));
}

function withoutWeekdays(list: readonly { weekday: number; away: number }[]): number[] {
  if (list.length < 14) return list.map(({ away }) => away);
  return list.map(({ weekday, away }) => {
    const alike = list.filter((other) => other.weekday === weekday);
    return away - sum(alike.map((other) => other.away)) / alike.length;
  });
}

function weekdayOf(day: Day): number {
  return ((daysBetween("1970-01-05", day) % 7) + 7) % 7;
}
