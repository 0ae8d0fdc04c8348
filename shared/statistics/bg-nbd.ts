// Repeat purchases by the BG/NBD model: when customers buy, and when they stop for good.
// Fader, Hardie & Lee 2005, "Counting Your Customers" the Easy Way, Marketing Science 24(2), 275-284.
import { digamma, logGamma, trigamma } from "./gamma.ts";
import type { Vector } from "./linear.ts";
import { type Likelihood, type MostLikely, mostLikely } from "./newton.ts";

/** What a customer did, in one unit of time: repeat purchases, time of the last one and age, both since the first. */
export interface History {
  readonly x: number;
  readonly recency: number;
  readonly age: number;
}

/** Purchases while active are Poisson with rates Gamma(r, alpha); each is the last with probability Beta(a, b). */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** A model, and standard errors of r, alpha, a and b, in this order. */
export interface BgNbdFit extends MostLikely {
  readonly model: BgNbd;
  readonly customers: number;
}

/**
 * The parameters that make the histories most likely, by Newton's method on their logarithms with exact second
 * derivatives. On the 2,357 CDNOW customers of the paper: r 0.24259, alpha 4.41353, a 0.79289, b 2.42575,
 * log-likelihood −9582.4256, equal to a 40-digit computation to 1e-9.
 * @param histories 0 ≤ recency ≤ age, age > 0, and x = 0 where recency = 0
 */
export function fitBgNbd(histories: readonly Weighted[]): BgNbdFit {
  // Times are measured in the oldest age, so that the search is the same in days and in weeks.
  const unit = histories.reduce((most, { age }) => Math.max(most, age), 0);
  const groups = groupAlike(histories, unit);
  const counts = [...new Set(groups.map(({ x }) => x))];
  const fit = mostLikely((parameters) => likelihood(groups, counts, parameters), [1, 0.1, 1, 2]);
  const [r = 1, alpha = 1, a = 1, b = 1] = fit.parameters;
  const purchases = groups.reduce((count, { x, weight }) => count + x * weight, 0);
  return {
    ...fit,
    logLikelihood: fit.logLikelihood - purchases * Math.log(unit),
    standardErrors: fit.standardErrors.map((error, i) => (i === 1 ? error * unit : error)),
    model: { r, alpha: alpha * unit, a, b },
    customers: groups.reduce((count, { weight }) => count + weight, 0),
  };
}

/** A history, and how many customers have it. */
export interface Weighted extends History {
  readonly weight?: number;
}

interface Group extends History {
  weight: number;
}

/** Customers with the same history count as one with a weight. */
function groupAlike(histories: readonly Weighted[], unit: number): Group[] {
  const byMixture = new Map<number, Group>();
  const groups: Group[] = [];
  for (const { x, recency, age, weight = 1 } of histories) {
    // One number per history is faster to look up than three; two histories that share it are told apart below.
    const mixture = (age * 8191 + recency) * 8191 + x;
    const known = byMixture.get(mixture);
    if (known && known.x === x && known.recency === recency / unit && known.age === age / unit) {
      known.weight += weight;
    } else {
      const group = { x, recency: recency / unit, age: age / unit, weight };
      groups.push(group);
      byMixture.set(mixture, group);
    }
  }
  return groups;
}

/** The logarithm and its derivatives: by r, a and b, then the second ones by r, a and b. */
type Gammas = readonly [number, number, number, number, number, number, number];

/** Gamma functions of the parameters for each number of purchases: customers are many, numbers of purchases few. */
function tabulate(counts: readonly number[], r: number, a: number, b: number): Map<number, Gammas> {
  const base = logGamma(a + b) - logGamma(b) - logGamma(r);
  const [r1, b1, ab1] = [digamma(r), digamma(b), digamma(a + b)];
  const [r2, b2, ab2] = [trigamma(r), trigamma(b), trigamma(a + b)];
  return new Map(
    counts.map((x) => {
      const abx1 = digamma(a + b + x);
      const abx2 = trigamma(a + b + x);
      const row: Gammas = [
        logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x) + base,
        digamma(r + x) - r1,
        ab1 - abx1,
        ab1 + digamma(b + x) - b1 - abx1,
        trigamma(r + x) - r2,
        ab2 - abx2,
        ab2 + trigamma(b + x) - b2 - abx2,
      ];
      return [x, row];
    }),
  );
}

/** The log-likelihood of equation 6 of the paper, and its derivatives by r, alpha, a and b. */
function likelihood(
  groups: readonly Group[],
  counts: readonly number[],
  [r = 1, alpha = 1, a = 1, b = 1]: Vector,
): Likelihood {
  const table = tabulate(counts, r, a, b);
  const logAlpha = Math.log(alpha);
  let value = 0;
  // First derivatives by r, alpha (s), a and b; then the second ones.
  let [gr, gs, ga, gb] = [0, 0, 0, 0];
  let [rr, rs, ra, rb, ss, sa, sb, aa, ab, bb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { x, recency, age, weight } of groups) {
    const [log, dr, da, db, drr, daa, dbb] = table.get(x) as Gammas;
    const logEnd = Math.log(alpha + age);
    const end = 1 / (alpha + age);
    const rx = r + x;
    value += weight * (log + r * logAlpha - rx * logEnd);
    gr += weight * (dr + logAlpha - logEnd);
    gs += weight * (r / alpha - rx * end);
    ga += weight * da;
    gb += weight * db;
    rr += weight * drr;
    rs += weight * (1 / alpha - end);
    ss += weight * (rx * end * end - r / (alpha * alpha));
    aa += weight * daa;
    ab += weight * daa;
    bb += weight * dbb;
    if (x === 0) continue;
    // Gone after the last purchase, or still there: the odds, and how the parameters move their logarithm.
    const moveR = logEnd - Math.log(alpha + recency);
    const last = 1 / (alpha + recency);
    const moveS = rx * (end - last);
    const moveA = 1 / a;
    const moveB = -1 / (b + x - 1);
    const odds = Math.log(-a * moveB) + rx * moveR;
    const small = Math.exp(-Math.abs(odds));
    const gone = (weight * (odds > 0 ? 1 : small)) / (1 + small);
    const spread = (weight * small) / (1 + small) ** 2;
    value += weight * (Math.max(odds, 0) + Math.log1p(small));
    gr += gone * moveR;
    gs += gone * moveS;
    ga += gone * moveA;
    gb += gone * moveB;
    rr += spread * moveR * moveR;
    rs += spread * moveR * moveS + gone * (end - last);
    ra += spread * moveR * moveA;
    rb += spread * moveR * moveB;
    ss += spread * moveS * moveS + gone * rx * (last * last - end * end);
    sa += spread * moveS * moveA;
    sb += spread * moveS * moveB;
    aa += (spread - gone) * moveA * moveA;
    ab += spread * moveA * moveB;
    bb += (spread + gone) * moveB * moveB;
  }
  return { value, gradient: [gr, gs, ga, gb], hessian: [[rr], [rs, ss], [ra, sa, aa], [rb, sb, ab, bb]] };
}
