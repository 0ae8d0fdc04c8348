// The forecast of a series: the mean of two models, on the scale of logarithms where the values allow.
import { sum } from "../../number.ts";
import { withoutOutliers } from "./clean.ts";
import { etsMeans, stepDeviations, sumDeviation } from "./ets.ts";
import { fitEts } from "./ets-fit.ts";
import { FEWEST_CYCLES, isSeasonal, seasonalIndices, withoutSeason } from "./season.ts";
import { thetaMeans } from "./theta.ts";

/** What the values to come are expected to be, and how far from it they may fall. */
export interface Outlook {
  readonly scale: Scale;
  /** Values to come plus the scale's shift: their medians. */
  readonly steps: readonly number[];
  /** Standard deviations of each step, in the unit of the scale: of the logarithm, or of the value. */
  readonly deviations: readonly number[];
  /** Their sum, each step counting for its weight. */
  readonly total: number;
  readonly totalDeviation: number;
  /** The sum of the weights: how many steps the total is of. */
  readonly weight: number;
}

/** `log`: values are multiplied by errors, and `shift` was added to each so that none is 0. `plain`: errors are added. */
export type Scale =
  | { readonly kind: "log"; readonly shift: number }
  | { readonly kind: "plain"; readonly shift: 0 };

/** For differences, which may be of either sign. */
export const PLAIN: Scale = { kind: "plain", shift: 0 };

/** Logarithms where no value is negative, of value + 1 where one is 0. */
export function scaleOf(series: readonly number[]): Scale {
  const least = Math.min(...series);
  if (least < 0) return PLAIN;
  return { kind: "log", shift: least > 0 ? 0 : 1 };
}

/** Cycles of the clock and the week, where values follow the same hour or day more than a slope. */
const SHORT_CYCLES = new Set([7, 24]);

/**
 * Forecasts `horizon` steps. One model is exponential smoothing; the other is Theta, or for days and hours the mean of the
 * last four values of the same weekday or hour. Deviations are those of exponential smoothing and, since two models that
 * disagree know less than either claims, the distance between the two.
 * @param weights how much of each step counts in the total, 0 to 1: a step that an objective only partly covers
 */
export function outlook(
  series: readonly number[],
  cycle: number,
  horizon: number,
  scale: Scale,
  weights: readonly number[] = Array.from({ length: horizon }, () => 1),
): Outlook {
  const log = scale.kind === "log";
  const scaled = withoutOutliers(log ? series.map((value) => Math.log(value + scale.shift)) : series, cycle);
  const seasons = cycle > 1 && scaled.length >= FEWEST_CYCLES * cycle;
  const ets = fitEts(scaled, seasons ? seasonalIndices(scaled, cycle) : []);
  const other = seasons && SHORT_CYCLES.has(cycle) ? samePhaseMeans : seasonalTheta;
  const back = (value: number): number => (log ? Math.exp(value) : value);
  const first = etsMeans(ets, horizon).map(back);
  const second = other(scaled, cycle, horizon).map(back);
  const steps = first.map((value, h) => (value + (second[h] as number)) / 2);
  const weigh = (values: readonly number[]): number =>
    sum(values.map((value, h) => value * (weights[h] as number)));
  const total = weigh(steps);
  const apart = (one: number, two: number): number => (log ? Math.log(one / two) : one - two);
  const pulls = log ? steps.map((step, h) => (step * (weights[h] as number)) / total) : weights;
  return {
    scale,
    steps,
    deviations: stepDeviations(ets, horizon).map((deviation, h) =>
      Math.hypot(deviation, apart(first[h] as number, second[h] as number)),
    ),
    total,
    totalDeviation: Math.hypot(sumDeviation(ets, pulls), apart(weigh(first), weigh(second))),
    weight: sum(weights),
  };
}

function seasonalTheta(series: readonly number[], cycle: number, horizon: number): number[] {
  const indices = isSeasonal(series, cycle) ? seasonalIndices(series, cycle) : [];
  const means = thetaMeans(withoutSeason(series, indices), horizon);
  return means.map((mean, h) => mean + (indices[(series.length + h) % cycle] ?? 0));
}

const CYCLES_AVERAGED = 4;

function samePhaseMeans(series: readonly number[], cycle: number, horizon: number): number[] {
  return Array.from({ length: horizon }, (_, h) => {
    const phase = series.length - cycle + (h % cycle);
    let [total, count] = [0, 0];
    for (let t = phase; t >= 0 && count < CYCLES_AVERAGED; t -= cycle) {
      total += series[t] as number;
      count += 1;
    }
    return total / count;
  });
}
