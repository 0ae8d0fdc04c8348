// What more budget seems to bring on each channel, and the split of a total that the curves favour.
import { sum } from "../number.ts";
import { studentQuantile } from "./student.ts";

/** result = a × spend^b: each further unit brings less where 0 < b < 1. */
export interface Curve {
  readonly a: number;
  readonly b: number;
}

export interface CurveFit extends Curve {
  /** Share of the variation of the logarithms that the curve follows. */
  readonly r2: number;
  /** Of b, and its interval. */
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly points: number;
}

/** Fewer points, or spend that hardly varies, say nothing of a curve. */
export const FEWEST_POINTS = 12;
export const LEAST_VARIATION = 0.2;

/** Standard deviation over mean: how much a spend varied. */
export function variation(spend: readonly number[]): number {
  const mean = sum(spend) / spend.length;
  return Math.sqrt(sum(spend.map((value) => (value - mean) ** 2)) / (spend.length - 1)) / mean;
}

/** The curve of least squares on the logarithms. Both columns above 0, at least 3 points and two different spends. */
export function fitCurve(spend: readonly number[], result: readonly number[], confidence: number): CurveFit {
  const [x, y] = [spend.map(Math.log), result.map(Math.log)];
  const n = x.length;
  const [meanX, meanY] = [sum(x) / n, sum(y) / n];
  const xx = sum(x.map((value) => (value - meanX) ** 2));
  const yy = sum(y.map((value) => (value - meanY) ** 2));
  const xy = sum(x.map((value, i) => (value - meanX) * ((y[i] as number) - meanY)));
  const b = xy / xx;
  const left = Math.max(0, yy - b * xy);
  const standardError = Math.sqrt(left / (n - 2) / xx);
  const away = studentQuantile((1 + confidence) / 2, n - 2) * standardError;
  return {
    a: Math.exp(meanY - b * meanX),
    b,
    r2: yy > 0 ? 1 - left / yy : 1,
    standardError,
    low: b - away,
    high: b + away,
    points: n,
  };
}

/** A channel's curve and how far its spend may go; equal limits leave it where it is. */
export interface Channel extends Curve {
  readonly least: number;
  readonly most: number;
}

/**
 * The spends, within each channel's limits and adding up to the total, that bring most: marginal returns
 * a b x^(b − 1) are equal wherever no limit holds (Dorfman & Steiner 1954), found by bisection on their logarithm.
 * @param channels 0 < b < 1 unless both limits are equal
 * @param total between the sum of the lowest limits and the sum of the highest
 */
export function allocate(channels: readonly Channel[], total: number): number[] {
  const spends = (logReturn: number): number[] =>
    channels.map(({ a, b, least, most }) => {
      if (least === most) return least;
      return Math.min(most, Math.max(least, Math.exp((Math.log(a * b) - logReturn) / (1 - b))));
    });
  let [low, high] = [-700, 700];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (sum(spends(middle)) > total) low = middle;
    else high = middle;
  }
  return spends(high);
}
