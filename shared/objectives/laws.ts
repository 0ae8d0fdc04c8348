// The law that a value to come follows: normal or Student's, around a middle, plain or on logarithms.
import { normalCdf, normalQuantile } from "../statistics/normal.ts";
import type { Forecast } from "../statistics/forecast/backtest.ts";
import { studentCdf, studentQuantile } from "../statistics/student.ts";

export interface Law {
  /** On logarithms: of the value plus `shift`. */
  readonly log: boolean;
  readonly shift: number;
  /** The median, shift included. */
  readonly middle: number;
  readonly deviation: number;
  /** Of Student's law; infinite for the normal one. */
  readonly degrees: number;
}

/** offset + factor × a value that follows the law; the factor is above 0. */
export interface Estimate {
  readonly law: Law;
  readonly offset: number;
  readonly factor: number;
}

export const plainLaw = (middle: number, deviation: number, degrees: number): Law => ({
  log: false,
  shift: 0,
  middle,
  deviation,
  degrees,
});

/** The law of the weighted sum of what a forecast says. */
export function lawOfTotal({ scale, total, totalDeviation, weight, degrees }: Forecast): Law {
  const log = scale.kind === "log";
  return { log, shift: scale.shift * weight, middle: total, deviation: totalDeviation, degrees };
}

/** The law of one step of a forecast. */
export function lawOfStep({ scale, steps, deviations, degrees }: Forecast, h: number): Law {
  const log = scale.kind === "log";
  return { log, shift: scale.shift, middle: steps[h] ?? 0, deviation: deviations[h] ?? 0, degrees };
}

/** P(estimate ≥ value). */
function atLeast({ law, offset, factor }: Estimate, value: number): number {
  const wanted = (value - offset) / factor;
  if (!law.log) return cdf(gapOver(law.middle - wanted, law.deviation), law.degrees);
  if (wanted <= 0) return 1;
  return cdf(gapOver(Math.log(law.middle / (wanted + law.shift)), law.deviation), law.degrees);
}

/** P(estimate ≤ value), or P(estimate ≥ value): a tie is on the right side of both. */
export function chanceOf(estimate: Estimate, value: number, atMost: boolean): number {
  if (!atMost) return atLeast(estimate, value);
  if (estimate.law.deviation > 0) return 1 - atLeast(estimate, value);
  return reachedWith(estimate, 0.5) <= value ? 1 : 0;
}

/** The value that the estimate reaches (is at or above) with a probability strictly between 0 and 1. */
export function reachedWith({ law, offset, factor }: Estimate, probability: number): number {
  const away = law.deviation * quantile(probability, law.degrees);
  const value = law.log ? Math.max(0, law.middle * Math.exp(-away) - law.shift) : law.middle - away;
  return offset + factor * value;
}

/** A standard score, infinite where nothing is uncertain; an exact tie counts as reached. */
function gapOver(gap: number, deviation: number): number {
  if (deviation > 0) return gap / deviation;
  return gap >= 0 ? Infinity : -Infinity;
}

function cdf(z: number, degrees: number): number {
  if (z === Infinity) return 1;
  if (z === -Infinity) return 0;
  return degrees === Infinity ? normalCdf(z) : studentCdf(z, degrees);
}

const known = new Map<string, number>();

/** Student's are found by bisection: each is worked out once. */
function quantile(p: number, degrees: number): number {
  if (degrees === Infinity) return normalQuantile(p);
  const key = `${p} ${degrees}`;
  const value = known.get(key) ?? studentQuantile(p, degrees);
  known.set(key, value);
  return value;
}

const NODES = 48;

/**
 * P(every one of several values stays on the right side), from the probability of each. What is common to all of them
 * (`shared`, 0 to 1: the share of the variance that lasts) makes them stay or leave together: given it they are independent,
 * and the mean over it is taken (a one-factor normal copula). 0 gives the product, 1 the least of them.
 */
export function allTogether(probabilities: readonly number[], shared: number): number {
  const least = Math.min(1, ...probabilities);
  if (least === 0 || least === 1) return least;
  if (shared >= 1) return least;
  if (shared <= 0) return probabilities.reduce((product, p) => product * p, 1);
  const bounds = probabilities.map((p) => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, p))));
  const [common, own] = [Math.sqrt(shared), Math.sqrt(1 - shared)];
  let [total, weight] = [0, 0];
  for (let node = 0; node <= NODES; node += 1) {
    const z = -6 + (12 * node) / NODES;
    const density = Math.exp((-z * z) / 2);
    weight += density;
    total += density * bounds.reduce((product, bound) => product * normalCdf((bound + common * z) / own), 1);
  }
  return Math.min(least, total / weight);
}
