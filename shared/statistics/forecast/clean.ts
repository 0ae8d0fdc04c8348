// Brings back values that stand out, so that one strike or one television show does not bend the forecast.
import { median } from "../median.ts";
import { FEWEST_CYCLES, isSeasonal, seasonalIndices, withoutSeason } from "./season.ts";

const FURTHEST = 3.5;

/**
 * Values more than 3.5 robust deviations (1.4826 × median absolute deviation) from the median of the cycle before and the
 * cycle after are brought back to that distance; the season is set aside first. Series without a cycle or
 * of under three stay as they are.
 */
export function withoutOutliers(series: readonly number[], cycle: number): number[] {
  if (cycle < 2 || series.length < FEWEST_CYCLES * cycle) return [...series];
  const indices = isSeasonal(series, cycle) ? seasonalIndices(series, cycle) : [];
  const flat = withoutSeason(series, indices);
  return flat.map((value, t) => {
    const around = flat.slice(Math.max(0, t - cycle), t + cycle + 1);
    const middle = median(around);
    const reach = FURTHEST * 1.4826 * median(around.map((other) => Math.abs(other - middle)));
    const kept = reach > 0 ? Math.min(middle + reach, Math.max(middle - reach, value)) : value;
    return kept + (series[t] as number) - value;
  });
}
