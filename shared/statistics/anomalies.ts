// Values that stand out of a series, its season and its slow movements set aside.
import { median } from "./median.ts";

export interface Reading {
  /** What the neighbours and the season make expect, in the unit of the series; a median, not a forecast. */
  readonly expected: number;
  /** Robust standard score: the distance to what was expected, in robust deviations. */
  readonly z: number;
}

/** Values to follow on each side, at least, for a median to mean something. */
const FEWEST_NEIGHBOURS = 7;
/** Cycles a series must hold for a season to be set aside. */
const FEWEST_CYCLES = 3;

/**
 * Robust scores (Iglewicz & Hoaglin 1993): z = (residual − median) / (1.4826 × median absolute deviation), once a slope, a
 * local median and a median by phase of the cycle are taken away; on logarithms where all values are above 0, of 1 + value where
 * some are 0. Flag |z| > 3.5 for days, > 5 for hours. Scores are 0 where more than half of the residuals are equal.
 * @param cycle steps in a season: the local median covers 7 weeks of days, 7 days of hours, one cycle of anything else
 */
export function standOut(series: readonly number[], cycle: number): Reading[] {
  const least = Math.min(...series);
  const shift = least > 0 ? 0 : 1;
  const raw = least < 0 ? series : series.map((value) => Math.log(value + shift));
  const slope = slopeOf(raw, cycle);
  const scaled = raw.map((value, t) => value - slope * t);
  const phases = series.length >= FEWEST_CYCLES * cycle ? cycle : 1;
  const reach = Math.max(FEWEST_NEIGHBOURS, ((cycle === 7 || cycle === 24 ? 7 : 1) * cycle) >> 1);
  const local = scaled.map((_, t) => median(scaled.slice(Math.max(0, t - reach), t + reach + 1)));
  const gaps = scaled.map((value, t) => value - (local[t] as number));
  const season = Array.from({ length: phases }, (_, phase) =>
    median(gaps.filter((__, t) => t % phases === phase)),
  );
  const residuals = gaps.map((gap, t) => gap - (season[t % phases] as number));
  const middle = median(residuals);
  const deviation = 1.4826 * median(residuals.map((residual) => Math.abs(residual - middle)));
  return raw.map((value, t) => {
    const away = (residuals[t] as number) - middle;
    const expected = value - away;
    return {
      expected: least < 0 ? expected : Math.exp(expected) - shift,
      z: deviation > 0 ? away / deviation : 0,
    };
  });
}

/**
 * The median slope between values half the series apart (Theil's incomplete method, 1950), in whole cycles. Without it the
 * first and the last values, whose neighbours are all on one side, would stand out of any series that grows.
 */
function slopeOf(series: readonly number[], cycle: number): number {
  const half = series.length >> 1;
  const apart = half >= cycle ? half - (half % cycle) : half;
  return median(series.slice(apart).map((value, t) => (value - (series[t] as number)) / apart));
}
