// The past and the done part of an objective in the steps of its horizon, and the way from one step to the next.
import { sum } from "../number.ts";
import type { Point } from "./evidence.ts";
import { added, filled } from "./history.ts";
import { type Asked, type Horizon, THIN } from "./horizon.ts";
import { type Estimate, type Law, plainLaw, reachedWith } from "./laws.ts";
import { type Projection, projectByForecast, projectByRunRate, type Question } from "./project.ts";
import { totalsOf } from "./reading.ts";
import { linearOf, type Linear } from "./shape.ts";

/** By forecast, or by run rate where fewer than eight periods were read. */
export function project(horizon: Horizon, question: Omit<Question, "step" | "weights">): Projection {
  const { step, weights } = horizon;
  const whole = { ...question, step, weights };
  return isThin(horizon, question.values) ? projectByRunRate(whole) : projectByForecast(whole);
}

export function isThin({ periods }: Horizon, values: readonly number[]): boolean {
  return periods < THIN || values.length < THIN;
}

/** The past of a linear form of the totals, in the steps of the horizon. */
export function valuesOf({ series }: Asked, { past, step, most }: Horizon, form: Linear): number[] {
  const value = (point: Point): number => linearOf(form, point.totals);
  return added(past, filled(past, series.step, value), step).slice(-most);
}

/** What was done from the start until the last settled day; days that were not read bring nothing. */
export function doneOf({ kpi, span }: Asked, { past }: Horizon, form: Linear): number {
  const points = past.slots.flatMap(({ point }) =>
    point && point.from >= span.from && point.to <= span.to ? [point] : [],
  );
  return points.length > 0 ? linearOf(form, totalsOf(kpi, points)) : 0;
}

/** The estimate with its middle moved, in its own unit; on logarithms nothing moves (a forecast is as sure as it says). */
export function moved(estimate: Estimate, by: number): Estimate {
  return estimate.law.log ? estimate : { ...estimate, offset: estimate.offset + by };
}

/**
 * The laws of the sums until each step, for a drawing: the middle adds up, and the deviation grows from that of the first step
 * to that of the total as a power of the share of the way, which is what independent or lasting errors both do.
 */
export function cumulated({ steps, total }: Projection, weights: readonly number[]): Law[] {
  const all = sum(weights);
  const away = (law: Law): number => (law.log ? law.deviation * law.middle : law.deviation);
  const at = weights.findIndex((weight) => weight > 0);
  const [first, last] = [steps[at], away(total)];
  const start = first ? away(first) * (weights[at] ?? 1) : 0;
  const share = (weights[at] ?? 1) / all;
  const power = share < 1 && start > 0 && last > start ? Math.log(last / start) / -Math.log(share) : 1;
  let [middle, passed] = [0, 0];
  return steps.map((law, h) => {
    const weight = weights[h] ?? 0;
    middle += weight * (law.middle - law.shift);
    passed += weight;
    const deviation = last * (passed / all) ** power;
    if (!total.log || middle <= 0) return plainLaw(middle, deviation, total.degrees);
    return { log: true, shift: 0, middle, deviation: deviation / middle, degrees: total.degrees };
  });
}

/** The middle of an estimate. */
export function middleOf(estimate: Estimate): number {
  return reachedWith(estimate, 0.5);
}
