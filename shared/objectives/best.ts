// The best that was ever done over a past stretch as long as an objective.
import { addDays } from "../period.ts";
import type { Feasibility } from "./assessment.ts";
import { stepsBefore } from "./calendar.ts";
import { filled } from "./history.ts";
import type { Asked, Horizon } from "./horizon.ts";
import { isComplete, lengthOf, type Span, valueOf } from "./reading.ts";
import { type Linear, linearOf } from "./shape.ts";

/**
 * For a sum or a ratio, the best over as many days (or months); for a bound to stay within, and for a figure by month, over one
 * period; for a stock, today's level and the best gain ever made over as many days. Null where the past is shorter.
 */
export function bestOf(asked: Asked, horizon: Horizon): Feasibility["best"] {
  const { shape, stay } = asked;
  if (shape.kind === "growth" || (shape.kind === "level" && shape.stock && !stay))
    return bestGain(asked, horizon);
  if (shape.kind === "level") return bestPeriod(asked, horizon);
  const under = shape.kind === "ratio" ? shape.under : undefined;
  const slots = stay ? lengthOfStep(horizon) : lengthInSlots(asked);
  return bestRun(asked, horizon, shape.over, under, slots);
}

/** Totals slide along the past: each day enters once and leaves once. */
function bestRun(
  { series, atMost }: Asked,
  { past }: Horizon,
  over: Linear,
  under: Linear | undefined,
  length: number,
): Feasibility["best"] {
  const tops = filled(past, series.step, (point) => linearOf(over, point.totals));
  const bottoms = under ? filled(past, series.step, (point) => linearOf(under, point.totals)) : undefined;
  let best: Feasibility["best"] = null;
  let [top, bottom] = [0, 0];
  for (let at = 0; at < tops.length; at += 1) {
    top += (tops[at] ?? 0) - (at >= length ? (tops[at - length] ?? 0) : 0);
    bottom += bottoms ? (bottoms[at] ?? 0) - (at >= length ? (bottoms[at - length] ?? 0) : 0) : 0;
    if (at < length - 1 || (bottoms && !(bottom > 0))) continue;
    const value = bottoms ? top / bottom : top;
    const first = past.slots[at - length + 1]?.span.from;
    const to = past.slots[at]?.span.to;
    if (first === undefined || to === undefined || (best && !isBetter(value, best.value, atMost))) continue;
    best = { value, from: first, to };
  }
  return best;
}

function bestPeriod({ kpi, atMost }: Asked, { past, step }: Horizon): Feasibility["best"] {
  const first = past.slots[0];
  if (!first) return null;
  let best: Feasibility["best"] = null;
  for (const span of stepsBefore(past.last, first.span.from, step)) {
    const value = valueOf(kpi, pointsWithin(past, span));
    if (value !== null && (!best || isBetter(value, best.value, atMost))) best = { value, ...span };
  }
  return best;
}

function bestGain({ kpi, atMost, shape, span }: Asked, { past }: Horizon): Feasibility["best"] {
  const known = past.slots.flatMap(({ point }) => (point && isComplete(kpi, point) ? [point] : []));
  const last = known[known.length - 1];
  if (!last) return null;
  const days = lengthOf(span);
  const value = (from: (typeof known)[number], to: (typeof known)[number]): number | null => {
    if (shape.kind === "growth") return valueOf(kpi, [from, to]);
    const [was, is, now] = [valueOf(kpi, [from]), valueOf(kpi, [to]), valueOf(kpi, [last])];
    return was === null || is === null || now === null ? null : now + is - was;
  };
  const byEnd = new Map(known.map((point) => [point.to, point]));
  let best: Feasibility["best"] = null;
  for (const from of known) {
    const to = byEnd.get(addDays(from.to, days));
    const reached = to ? value(from, to) : null;
    if (!to || reached === null || (best && !isBetter(reached, best.value, atMost))) continue;
    best = { value: reached, from: from.from, to: to.to };
  }
  return best;
}

function isBetter(value: number, other: number, atMost: boolean): boolean {
  return atMost ? value < other : value > other;
}

function pointsWithin({ slots }: Horizon["past"], { from, to }: Span) {
  return slots.flatMap(({ span, point }) => (point && span.from >= from && span.to <= to ? [point] : []));
}

function lengthOfStep({ step }: Horizon): number {
  return step === "week" ? 7 : 1;
}

/** How many days, or months, an objective lasts. */
function lengthInSlots({ series, span }: Asked): number {
  const days = lengthOf(span);
  return series.step === "day" ? days : Math.max(1, Math.round(days / (365.25 / 12)));
}
