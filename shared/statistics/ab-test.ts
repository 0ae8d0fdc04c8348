// Whether version B converts better than version A, and how many visitors it takes to know.
import { sum } from "../number.ts";
import { chiSquaredTail, normalQuantile, normalTail } from "./normal.ts";
import { logGamma } from "./gamma.ts";
import { type Comparison, compare } from "./posterior.ts";
import { type Count, type Interval, newcombe, rateOf } from "./proportions.ts";

export interface AbTest extends Comparison {
  readonly rateA: number;
  readonly rateB: number;
  /** (rate B − rate A) / rate A; `undefined` where rate A is 0. */
  readonly lift: number | undefined;
  /** Of rate B − rate A. */
  readonly difference: Interval;
  readonly z: number;
  /** Two-sided, by the test named. */
  readonly p: number;
  readonly test: "z" | "Fisher";
  /** Holds whenever the test is looked at, however often. */
  readonly anytime: Interval & { readonly p: number };
}

/** Fewer conversions expected than this in one of the four cells, and the p-value is Fisher's. */
const FEWEST_EXPECTED = 5;

/**
 * Everything about two versions: the pooled z test (Fisher's exact test for small counts), Newcombe's interval, exact
 * probabilities with flat priors, and an interval that may be looked at every day.
 * @param a conversions among visitors, whole numbers, at least 1 visitor
 */
export function abTest(a: Count, b: Count, confidence: number): AbTest {
  const [rateA, rateB] = [rateOf(a), rateOf(b)];
  const z = pooledZ(a, b);
  const exact = fewestExpected(a, b) < FEWEST_EXPECTED;
  return {
    ...compare(a, b),
    rateA,
    rateB,
    lift: rateA > 0 ? (rateB - rateA) / rateA : undefined,
    difference: newcombe(a, b, confidence),
    z,
    p: exact ? fisher(a, b) : 2 * normalTail(Math.abs(z)),
    test: exact ? "Fisher" : "z",
    anytime: anytimeInterval(a, b, 1 - confidence),
  };
}

/** The z of the difference with one common rate; 0 where both versions convert everyone or no one. */
function pooledZ(a: Count, b: Count): number {
  const common = (a.successes + b.successes) / (a.trials + b.trials);
  const error = Math.sqrt(common * (1 - common) * (1 / a.trials + 1 / b.trials));
  return error === 0 ? 0 : (rateOf(b) - rateOf(a)) / error;
}

function fewestExpected(a: Count, b: Count): number {
  const successes = a.successes + b.successes;
  const trials = a.trials + b.trials;
  return (Math.min(successes, trials - successes) * Math.min(a.trials, b.trials)) / trials;
}

/** Fisher's exact test, two-sided: the probability, all totals being given, of a table no likelier than this one. */
function fisher(a: Count, b: Count): number {
  const successes = a.successes + b.successes;
  const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  const logWeight = (k: number): number => logChoose(a.trials, k) + logChoose(b.trials, successes - k);
  const lowest = Math.max(0, successes - b.trials);
  const highest = Math.min(a.trials, successes);
  const observed = logWeight(a.successes);
  let [likely, unlikely] = [0, 0];
  for (let k = lowest; k <= highest; k += 1) {
    const log = logWeight(k) - observed;
    // Tables as likely as this one differ from it by rounding alone.
    if (log > 1e-7) likely += Math.exp(log);
    else unlikely += Math.exp(log);
  }
  return unlikely / (likely + unlikely);
}

/** The number of visitors, both versions together, at which the anytime interval is narrowest. */
const TUNED_FOR = 5000;

/**
 * The asymptotic confidence sequence of Waudby-Smith et al. 2021 (https://arxiv.org/abs/2103.06476v7, equation 9) around
 * rate B − rate A, and the p-value that goes with it.
 */
function anytimeInterval(a: Count, b: Count, alpha: number): AbTest["anytime"] {
  const n = a.trials + b.trials;
  const difference = rateOf(b) - rateOf(a);
  const variance = differenceVariance(a, b);
  const rho2 = (-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1)) / TUNED_FOR;
  const grown = n * rho2 + 1;
  const half = Math.sqrt(variance * n * ((2 * grown * Math.log(Math.sqrt(grown) / alpha)) / (n * n * rho2)));
  const p = Math.sqrt(grown) * Math.exp((-rho2 * difference * difference * n) / variance / (2 * grown));
  return {
    low: difference - half,
    high: difference + half,
    p: Math.min(1, p),
  };
}

/** The variance of rate B − rate A; where none was observed, after one success and one failure more on each side (Agresti & Caffo 2000). */
function differenceVariance(a: Count, b: Count): number {
  const each = ({ successes, trials }: Count): number => (successes * (trials - successes)) / trials ** 3;
  const observed = each(a) + each(b);
  const padded = ({ successes, trials }: Count): Count => ({ successes: successes + 1, trials: trials + 2 });
  return observed > 0 ? observed : each(padded(a)) + each(padded(b));
}

export interface ChiSquared {
  readonly chi2: number;
  readonly degrees: number;
  readonly p: number;
}

/** Pearson's test that several versions convert alike, without Yates's correction; 0 where everyone converts, or no one. */
export function chiSquaredTest(arms: readonly Count[]): ChiSquared {
  const common = sum(arms.map(({ successes }) => successes)) / sum(arms.map(({ trials }) => trials));
  const chi2 = sum(
    arms.map(({ successes, trials }) => {
      const gap = successes - trials * common;
      return gap === 0 ? 0 : gap ** 2 / (trials * common * (1 - common));
    }),
  );
  return { chi2, degrees: arms.length - 1, p: chiSquaredTail(chi2, arms.length - 1) };
}

/** Pearson's test that visitors were shared out as planned. `weights` are the shares planned, in any unit. */
export function sampleRatioTest(visitors: readonly number[], weights: readonly number[]): ChiSquared {
  const all = sum(visitors) / sum(weights);
  const chi2 = sum(
    visitors.map((count, i) => {
      const expected = all * (weights[i] as number);
      return (count - expected) ** 2 / expected;
    }),
  );
  return { chi2, degrees: visitors.length - 1, p: chiSquaredTail(chi2, visitors.length - 1) };
}

export interface SampleSizeAsk {
  /** The rate today, and the change worth seeing, both as fractions. */
  readonly baseline: number;
  readonly change: number;
  /** The chance of seeing that change where it is there. */
  readonly power: number;
  /** The chance of seeing one where there is none. */
  readonly alpha: number;
  /** What the test takes for the variance without a change: that of the two rates' mean, as R does, or of the first. */
  readonly variance: "pooled" | "baseline";
}

/**
 * Visitors needed for each version, not rounded. `pooled` is R's power.prop.test; `baseline` is Evan Miller's calculator
 * (https://www.evanmiller.org/ab-testing/sample-size.html), a little smaller.
 */
export function sampleSize({ baseline, change, power, alpha, variance }: SampleSizeAsk): number {
  const reached = baseline + change;
  const middle = variance === "pooled" ? baseline + change / 2 : baseline;
  const without = Math.sqrt(2 * middle * (1 - middle));
  const within = Math.sqrt(baseline * (1 - baseline) + reached * (1 - reached));
  return ((normalQuantile(1 - alpha / 2) * without + normalQuantile(power) * within) / change) ** 2;
}
