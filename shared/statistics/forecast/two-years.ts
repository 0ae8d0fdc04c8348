// The season of the year where only two years are known: what they agree on, and how far they do not.
import { sum } from "../../number.ts";

/** A season on the scale of the values it was made of: added to values, or to their logarithms. */
export interface TwoYears {
  /** Of each value of the series, in order. */
  readonly past: readonly number[];
  /** Of the step to come number h, the first being 0. */
  readonly ahead: (h: number) => number;
  /** How far one of the two years alone would have missed the other, on steps to come that count for these weights. */
  readonly doubt: (weights: readonly number[]) => number;
}

/** Weeks either side that tell the season of one: holidays do not fall in the same week each year. */
const WIDTH: Readonly<Record<number, number>> = { 52: 2 };

/**
 * The season of a series of two whole years at least, of which the last two count. With r the correlation of the two years,
 * trend apart, their mean is trusted for 2r / (1 + r) of it (the reliability of a mean of two, Spearman 1910 and Brown 1910;
 * shrinking seasonal indices: Miller and Williams 2003, doi:10.1016/S0169-2070(02)00077-8): nothing where they disagree, all of
 * it where they are the same. Null for a shorter series.
 * @param cycle steps in a year: 12 or 52
 */
export function twoYears(series: readonly number[], cycle: number): TwoYears | null {
  const n = series.length;
  if (n < 2 * cycle) return null;
  const slope =
    sum(series.slice(cycle).map((value, t) => value - (series[t] as number))) / (n - cycle) / cycle;
  const flat = series.slice(n - 2 * cycle).map((value, t) => value - slope * t);
  const width = WIDTH[cycle] ?? 0;
  const [first, second] = [flat.slice(0, cycle), flat.slice(cycle)].map((year) =>
    around(centred(year), width),
  ) as [number[], number[]];
  const trust = reliability(first, second);
  const indices = first.map((value, phase) => (trust * (value + (second[phase] as number))) / 2);
  const gaps = second.map((value, phase) => (trust > 0 ? value - (first[phase] as number) : 0));
  const at = (values: readonly number[], phase: number): number => values[phase % cycle] as number;
  return {
    past: series.map((_, t) => at(indices, t - n + cycle * Math.ceil(n / cycle))),
    ahead: (h) => at(indices, h),
    doubt: (weights) => {
      const misses = gaps.map((_, start) => sum(weights.map((weight, h) => weight * at(gaps, start + h))));
      return Math.sqrt(sum(misses.map((miss) => miss * miss)) / cycle);
    },
  };
}

function centred(year: readonly number[]): number[] {
  const mean = sum(year) / year.length;
  return year.map((value) => value - mean);
}

/** The mean of each value and its neighbours, the year closing on itself. */
function around(year: readonly number[], width: number): number[] {
  const n = year.length;
  return year.map((_, phase) => {
    let total = 0;
    for (let k = -width; k <= width; k += 1) total += year[(phase + k + n) % n] as number;
    return total / (2 * width + 1);
  });
}

function reliability(first: readonly number[], second: readonly number[]): number {
  const product = (a: readonly number[], b: readonly number[]): number =>
    sum(a.map((value, phase) => value * (b[phase] as number)));
  const r = product(first, second) / Math.sqrt(product(first, first) * product(second, second));
  return r > 0 ? (2 * r) / (1 + r) : 0;
}
