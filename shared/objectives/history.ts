// The past of a KPI as gap-free steps to forecast from: settled days only, unread ones filled as their neighbours.
import { median } from "../statistics/median.ts";
import type { Kpi } from "../kpi.ts";
import { addDays, type Day, daysBetween } from "../period.ts";
import type { Point, Series } from "./evidence.ts";
import { lastOfMonth, type Step, stepsBefore } from "./calendar.ts";
import { isComplete, pointsIn, type Span, valueOf } from "./reading.ts";

/** A stretch without a day read, in steps of the series, after which the past starts anew. */
const LONGEST_GAP = { day: 14, month: 2 };

export interface Past {
  /** Days (or months) from the first to the last settled one, none missing; null stands for one that was not read. */
  readonly slots: readonly { readonly span: Span; readonly point: Point | null }[];
  readonly last: Day;
  /** How many of them were not read. */
  readonly missing: number;
}

/** The settled past of a series; null where nothing was read. */
export function pastOf(series: Series, kpi: Kpi, today: Day): Past | null {
  const known = series.points.filter(
    (point) => isComplete(kpi, point) && !point.provisional && point.to < today,
  );
  const last = known[known.length - 1];
  const first = known[0];
  if (!last || !first) return null;
  const byDay = new Map(known.map((point) => [point.from, point]));
  let slots = stepsBefore(last.to, first.from, series.step).map((span) => ({
    span,
    point: byDay.get(span.from) ?? null,
  }));
  let empty = 0;
  for (let at = slots.length - 1; at >= 0; at -= 1) {
    empty = slots[at]?.point ? 0 : empty + 1;
    if (empty > LONGEST_GAP[series.step]) {
      slots = slots.slice(at + empty);
      break;
    }
  }
  return { slots, last: last.to, missing: slots.filter(({ point }) => !point).length };
}

/**
 * One value per slot; a day that was not read takes the median of the eight nearest of its weekday that were (of the
 * nearest months for a month): it is neither 0 nor lost.
 */
export function filled({ slots }: Past, step: Series["step"], value: (point: Point) => number): number[] {
  const apart = step === "day" ? 7 : 1;
  const raw = slots.map(({ point }) => (point ? value(point) : null));
  const all = raw.filter((one): one is number => one !== null);
  return raw.map((one, at) => {
    if (one !== null) return one;
    const near: number[] = [];
    for (let away = apart; away < raw.length && near.length < 8; away += apart) {
      for (const other of [raw[at - away], raw[at + away]]) if (typeof other === "number") near.push(other);
    }
    return median(near.length > 0 ? near : all);
  });
}

/** Values by day added up into whole weeks or months; days (and a series by month) stay as they are. */
export function added(past: Past, values: readonly number[], step: Step): number[] {
  const [first] = past.slots;
  if (!first || past.slots.length !== values.length || isSlot(first.span, step)) return [...values];
  return stepsBefore(past.last, first.span.from, step).map(({ from, to }) => {
    let total = 0;
    const start = daysBetween(first.span.from, from);
    for (let at = start; at <= start + daysBetween(from, to); at += 1) total += values[at] ?? 0;
    return total;
  });
}

/** The KPI itself in each whole step of the past: a level. A step in which nothing was read is as the one before. */
export function levels(series: Series, kpi: Kpi, past: Past, step: Step): number[] {
  const [first] = past.slots;
  if (!first) return [];
  const values = stepsBefore(past.last, first.span.from, step).map((span) =>
    valueOf(kpi, pointsIn(series, kpi, span)),
  );
  const start = values.findIndex((value) => value !== null);
  if (start < 0) return [];
  let before = values[start] ?? 0;
  return values.slice(start).map((value) => (before = value ?? before));
}

function isSlot(span: Span, step: Step): boolean {
  if (step === "day") return span.from === span.to;
  return step === "month" && span.to === lastOfMonth(span.from) && addDays(span.from, 1) < span.to;
}
