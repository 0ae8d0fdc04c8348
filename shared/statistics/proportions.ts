// Rates and the differences between them, with intervals that hold for small counts.
import { normalQuantile } from "./normal.ts";

/** Successes among trials. */
export interface Count {
  readonly successes: number;
  readonly trials: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export function rateOf({ successes, trials }: Count): number {
  return successes / trials;
}

/** How many standard deviations either side hold a share `confidence` of a normal variable: 1.96 for 0.95. */
export function deviationsFor(confidence: number): number {
  return normalQuantile((1 + confidence) / 2);
}

/**
 * Wilson's interval of a rate (Wilson 1927; method 3 of Newcombe 1998, Statistics in Medicine 17, 857-872): never leaves
 * [0, 1], and says something of 0 successes.
 */
export function wilson({ successes, trials }: Count, confidence: number): Interval {
  const z2 = deviationsFor(confidence) ** 2;
  const rate = successes / trials;
  const centre = rate + z2 / (2 * trials);
  const half = Math.sqrt(z2 * ((rate * (1 - rate)) / trials + z2 / (4 * trials * trials)));
  const size = 1 + z2 / trials;
  return {
    low: successes === 0 ? 0 : (centre - half) / size,
    high: successes === trials ? 1 : (centre + half) / size,
  };
}

/**
 * The interval of rate B − rate A from the two Wilson intervals (method 10 of Newcombe 1998, Statistics in Medicine 17,
 * 873-890): never leaves [−1, 1], and holds with no success on one side.
 */
export function newcombe(a: Count, b: Count, confidence: number): Interval {
  const [inA, inB] = [wilson(a, confidence), wilson(b, confidence)];
  const [rateA, rateB] = [rateOf(a), rateOf(b)];
  const difference = rateB - rateA;
  return {
    low: difference - Math.hypot(rateB - inB.low, inA.high - rateA),
    high: difference + Math.hypot(inB.high - rateB, rateA - inA.low),
  };
}
