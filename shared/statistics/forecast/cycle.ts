// How many steps a season lasts in a series that does not say.
import { seasonality } from "./season.ts";

/** Days of the week and months of the year: what marketing series repeat. */
const USUAL = [7, 12];

/**
 * The usual cycle that stands out most in the changes from one value to the next (a trend would hide it in the values), 1
 * where none does, or where the series holds fewer than three cycles.
 */
export function cycleOf(series: readonly number[]): number {
  const positive = series.every((value) => value > 0);
  const scaled = positive ? series.map(Math.log) : series;
  const changes = scaled.slice(1).map((value, t) => value - (scaled[t] as number));
  return USUAL.reduce(
    (best, cycle) => {
      const strength = seasonality(changes, cycle);
      return strength > Math.max(1, best.strength) ? { cycle, strength } : best;
    },
    { cycle: 1, strength: 0 },
  ).cycle;
}
