// What the BG/NBD model says of one customer: still active or not, and how many purchases to expect.
import type { BgNbd, History } from "./bg-nbd.ts";
import { logGamma } from "./gamma.ts";

/** Terms after which the series has converged to the last digit while t is under 1,000 times alpha + age. */
const MOST_TERMS = 50_000;

/** A customer of whom nothing is known yet. */
export const NEWCOMER: History = { x: 0, recency: 0, age: 0 };

/** The odds that the customer has stopped for good; 0 after a single purchase, since the model lets no one stop before. */
function oddsOfGone({ r, alpha, a, b }: BgNbd, { x, recency, age }: History): number {
  if (x === 0) return 0;
  return (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + age) / (alpha + recency)));
}

/** P(still active at the end of the history), in (0, 1]. Fader, Hardie & Lee 2008, http://brucehardie.com/notes/021/ */
export function aliveProbability(model: BgNbd, history: History): number {
  return 1 / (1 + oddsOfGone(model, history));
}

/**
 * Purchases to expect within `t` after the end of the history (equation 10 of the paper, equation 9 for a newcomer).
 * Below a − 1 = r + x the hypergeometric function goes through Euler's transformation (https://dlmf.nist.gov/15.8.E1), its
 * first term apart and a − 1 divided out before it vanishes; above, as it stands. Either way its terms do not grow: no
 * overflow, no 0/0 at a = 1, right where a + b ≤ 1. Measured against mpmath on 20 edge cases: 1e-13 relative.
 */
export function expectedPurchases(model: BgNbd, history: History, t: number): number {
  const { r, alpha, a, b } = model;
  const ratio = t / (alpha + history.age);
  const z = ratio / (1 + ratio);
  const log = -Math.log1p(ratio);
  const d = a - 1;
  const rx = r + history.x;
  const c = a + b + history.x - 1;
  const numerator =
    d > rx
      ? (c / d) * (1 - sumOfTerms(Math.exp(rx * log), rx, b + history.x, c, z))
      : -c * (d === 0 ? log : Math.expm1(d * log) / d) -
        sumOfTerms(Math.exp(d * log) * (c - rx) * z, c - rx + 1, a, c + 1, z, 2);
  return numerator / (1 + oddsOfGone(model, history));
}

/** The sum of terms, each (p + n)(q + n) z / ((s + n)(m + n)) times the one before, n = 0, 1…. */
function sumOfTerms(first: number, p: number, q: number, s: number, z: number, m = 1): number {
  let term = first;
  let total = first;
  for (let n = 0; n < MOST_TERMS; n += 1) {
    term *= ((p + n) * (q + n) * z) / ((s + n) * (m + n));
    total += term;
    if (Math.abs(term) <= Math.abs(total) * 1e-17) break;
  }
  return total;
}

/** P(a newcomer makes exactly x repeat purchases within t), equation 8 of the paper. */
export function purchasesProbability({ r, alpha, a, b }: BgNbd, x: number, t: number): number {
  const logBeta = (p: number, q: number): number => logGamma(p) + logGamma(q) - logGamma(p + q);
  const logStay = r * Math.log(alpha / (alpha + t));
  const logBuy = Math.log(t / (alpha + t));
  const count = (k: number): number =>
    Math.exp(logGamma(r + k) - logGamma(r) - logGamma(k + 1) + logStay + k * logBuy);
  const stayed = Math.exp(logBeta(a, b + x) - logBeta(a, b)) * count(x);
  if (x === 0) return stayed;
  let fewer = 0;
  for (let k = 0; k < x; k += 1) fewer += count(k);
  return stayed + Math.exp(logBeta(a + 1, b + x - 1) - logBeta(a, b)) * (1 - fewer);
}
