// The beta distribution: density and both tails, without losing digits where the counts are large.
import { stirlingRemainder } from "./gamma.ts";

const SMALLEST = 1e-300;
/** Enough for parameters up to 1e9. */
const MOST_STEPS = 500_000;

/**
 * x^a (1 − x)^b / B(a, b) for a, b > 0 and 0 < x < 1, with y = 1 − x. The large logarithms are never formed: what is
 * left of them after Stirling is (C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000).
 */
function powers(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const remainders = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
  const deviances = deviance(a, n * x) + deviance(b, n * y);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(remainders - deviances);
}

/** k ln(k / mean) + mean − k, exact to the last digits where k is near the mean. */
function deviance(k: number, mean: number): number {
  const gap = (k - mean) / (k + mean);
  if (Math.abs(gap) > 0.1) return k * Math.log(k / mean) + mean - k;
  let total = (k - mean) * gap;
  let power = 2 * k * gap;
  for (let odd = 3; odd < 40; odd += 2) {
    power *= gap * gap;
    const next = total + power / odd;
    if (next === total) break;
    total = next;
  }
  return total;
}

/** The density of Beta(a, b) at 0 < x < 1. Measured against mpmath for parameters up to 1e6: 4e-13 relative. */
export function betaDensity(x: number, a: number, b: number): number {
  return powers(a, b, x, 1 - x) / (x * (1 - x));
}

/**
 * P(X ≤ x) and P(X > x) for X of Beta(a, b); each keeps its relative accuracy where it is tiny. A continued fraction
 * evaluated by Lentz's algorithm (https://dlmf.nist.gov/8.17.E22); it needs about √(a + b) steps.
 * Measured against mpmath for parameters up to 1e6: 3e-11 relative, 2e-12 absolute.
 * @param y 1 − x, to be given where the caller knows it better
 */
export function betaTails(
  x: number,
  a: number,
  b: number,
  y: number = 1 - x,
): [lower: number, upper: number] {
  if (x <= 0) return [0, 1];
  if (y <= 0) return [1, 0];
  const front = powers(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (front * fraction(a, b, x)) / a);
    return [lower, 1 - lower];
  }
  const upper = Math.min(1, (front * fraction(b, a, y)) / b);
  return [1 - upper, upper];
}

function fraction(a: number, b: number, x: number): number {
  const most = Math.min(MOST_STEPS, 200 + 10 * Math.sqrt(a + b));
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < most; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value;
}

function nonZero(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}
