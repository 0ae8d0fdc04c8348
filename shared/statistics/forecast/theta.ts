// The Theta method: smoothing with half the slope of the line through the series.
// Hyndman & Billah 2003, Unmasking the Theta method, International Journal of Forecasting 19(2), 287-290.
import { fitLevel } from "./ets-fit.ts";

/** Values to come of a series without a season. */
export function thetaMeans(series: readonly number[], horizon: number): number[] {
  const { alpha, level } = fitLevel(series);
  const drift = slopeOf(series) / 2;
  const settled = (1 - (1 - alpha) ** series.length) / alpha;
  return Array.from({ length: horizon }, (_, h) => level + drift * (h + settled));
}

/** The slope per step of the least-squares line. */
function slopeOf(series: readonly number[]): number {
  const n = series.length;
  const middle = (n - 1) / 2;
  let [xy, xx] = [0, 0];
  series.forEach((value, t) => {
    xy += (t - middle) * value;
    xx += (t - middle) ** 2;
  });
  return n > 1 ? xy / xx : 0;
}
