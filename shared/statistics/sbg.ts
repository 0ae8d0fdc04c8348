// How long subscribers stay, by the shifted-beta-geometric model: each has a churn probability of their own.
// Fader & Hardie 2007, How to Project Customer Retention, Journal of Interactive Marketing 21(1), 76-90.
import type { Vector } from "./linear.ts";
import { type Likelihood, type MostLikely, mostLikely } from "./newton.ts";

/** Churn probabilities per period are Beta(alpha, beta) over subscribers. */
export interface Sbg {
  readonly alpha: number;
  readonly beta: number;
}

export interface SbgFit extends MostLikely {
  readonly model: Sbg;
}

/**
 * The parameters that make the survivors most likely. On the paper's two groups: 0.668 and 3.806, 0.704 and 1.182; equal
 * to a 40-digit computation to 1e-8.
 * @param survivors subscribers left at the start (first) and after each period, never increasing
 */
export function fitSbg(survivors: readonly number[]): SbgFit {
  const fit = mostLikely((parameters) => likelihood(survivors, parameters), [1, 3]);
  const [alpha = 1, beta = 1] = fit.parameters;
  return { ...fit, model: { alpha, beta } };
}

/**
 * Everyone left after period t kept their subscription with probability (β + t − 1)/(α + β + t − 1), everyone lost in it
 * did not: the likelihood of the paper, written period by period.
 */
function likelihood(survivors: readonly number[], [alpha = 1, beta = 1]: Vector): Likelihood {
  let value = 0;
  let [ga, gb, aa, ab, bb] = [0, 0, 0, 0, 0];
  survivors.slice(1).forEach((kept, index) => {
    const lost = (survivors[index] ?? 0) - kept;
    const [stay, all] = [beta + index, alpha + beta + index];
    value += kept * Math.log(stay / all) + lost * Math.log(alpha / all);
    const both = (kept + lost) / all;
    ga += lost / alpha - both;
    gb += kept / stay - both;
    aa += both / all - lost / (alpha * alpha);
    ab += both / all;
    bb += both / all - kept / (stay * stay);
  });
  return { value, gradient: [ga, gb], hessian: [[aa], [ab, bb]] };
}

/** The share of subscribers who renew at the end of period t = 1, 2…, among those still there. */
export function retention({ alpha, beta }: Sbg, t: number): number {
  return (beta + t - 1) / (alpha + beta + t - 1);
}

/**
 * Periods still to come, this one included, discounted, for someone who has renewed `renewals` times: the discounted
 * expected (residual) lifetime, ₂F₁(1, β + n; α + β + n; 1/(1 + d)) by Gauss's continued fraction (https://dlmf.nist.gov/15.7).
 * `undefined` where it is infinite: no discount and alpha ≤ 1.
 */
export function discountedLifetime(
  { alpha, beta }: Sbg,
  renewals: number,
  discount: number,
): number | undefined {
  const b = beta + renewals;
  const c = alpha + b;
  if (discount === 0) return alpha > 1 ? (c - 1) / (alpha - 1) : undefined;
  const z = 1 / (1 + discount);
  const terms = Math.min(20_000, 50 + Math.ceil(25 / Math.sqrt(discount)));
  let fraction = 1;
  for (let n = terms; n >= 1; n -= 1) {
    const k = Math.floor(n / 2);
    const part =
      n % 2 === 1
        ? ((b + k) * (c - 1 + k)) / ((c + 2 * k - 1) * (c + 2 * k))
        : (k * (c - b - 1 + k)) / ((c + 2 * k - 2) * (c + 2 * k - 1));
    fraction = 1 - (part * z) / fraction;
  }
  return 1 / fraction;
}
