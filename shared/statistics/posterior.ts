// Two rates compared in probabilities: which is higher, and what choosing the wrong one costs.
import { betaDensity, betaTails } from "./beta.ts";
import { area } from "./legendre.ts";
import type { Count } from "./proportions.ts";

export interface Comparison {
  /** P(rate B > rate A). */
  readonly bBeatsA: number;
  /** What choosing A costs on average, in rate: the mean of rate B − rate A where it is above 0, 0 elsewhere. */
  readonly lossOfA: number;
  readonly lossOfB: number;
}

/** What is known of a rate: Beta(a, b), from the counts and a flat prior. */
interface Belief {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Compares two rates with flat priors. Exact up to the quadrature: P is the area under density A × P(B > x), the losses are
 * the areas under P(A ≤ x < B) and P(B ≤ x < A), each cut where either curve bends.
 * Measured against Evan Miller's exact sum (https://www.evanmiller.org/bayesian-ab-testing.html) in 50 digits: 2e-12 up to
 * ten million trials, 1e-14 up to a million.
 */
export function compare(countA: Count, countB: Count): Comparison {
  const [inA, inB] = [belief(countA), belief(countB)];
  const breaks = breaksFor(inA, inB);
  const under = (x: number, { a, b }: Belief): number => betaTails(x, a, b)[0];
  const over = (x: number, { a, b }: Belief): number => betaTails(x, a, b)[1];
  return {
    bBeatsA: Math.min(
      1,
      area((x) => betaDensity(x, inA.a, inA.b) * over(x, inB), breaks),
    ),
    lossOfA: area((x) => under(x, inA) * over(x, inB), breaks),
    lossOfB: area((x) => under(x, inB) * over(x, inA), breaks),
  };
}

function belief({ successes, trials }: Count): Belief {
  const [a, b] = [successes + 1, trials - successes + 1];
  return { a, b, mean: a / (a + b), deviation: Math.sqrt((a * b) / (a + b + 1)) / (a + b) };
}

/** Places between 0 and 1, close together where one of the two densities is: within 12 deviations, then further apart. */
function breaksFor(...beliefs: readonly Belief[]): number[] {
  const places = beliefs.flatMap(({ mean, deviation }) =>
    STEPS.flatMap((step) => [mean - step * deviation, mean + step * deviation]),
  );
  return [...new Set([0, ...places.filter((x) => x > 0 && x < 1), 1])].sort((x, y) => x - y);
}

const STEPS = [0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 40, 60];
