// The season of a series: whether there is one, and its additive indices by classical decomposition.
import { sum } from "../../number.ts";

/** Cycles a series must hold before a season is looked for. */
export const FEWEST_CYCLES = 3;

/**
 * True where values one cycle apart are alike beyond chance: |r_m| > 1.645 √((1 + 2 Σ r_k²) / n), the test of the Theta
 * method in the M3 and M4 competitions (Fiorucci et al. 2016, doi:10.1016/j.ijforecast.2016.02.005).
 */
export function isSeasonal(series: readonly number[], cycle: number): boolean {
  return Math.abs(seasonality(series, cycle)) > 1;
}

/** The correlation one cycle apart, in units of the test's limit; 0 for fewer than three cycles. */
export function seasonality(series: readonly number[], cycle: number): number {
  const n = series.length;
  if (cycle < 2 || n < FEWEST_CYCLES * cycle) return 0;
  const mean = sum(series) / n;
  const gaps = series.map((value) => value - mean);
  const squares = sum(gaps.map((gap) => gap * gap));
  if (squares === 0) return 0;
  const correlation = (lag: number): number => {
    let total = 0;
    for (let t = lag; t < n; t += 1) total += (gaps[t] as number) * (gaps[t - lag] as number);
    return total / squares;
  };
  let before = 0;
  for (let lag = 1; lag < cycle; lag += 1) before += correlation(lag) ** 2;
  return correlation(cycle) / (1.645 * Math.sqrt((1 + 2 * before) / n));
}

/** Additive seasonal indices, the first being that of the first value; they add up to 0. At least two cycles. */
export function seasonalIndices(series: readonly number[], cycle: number): number[] {
  const trend = centredMean(series, cycle);
  const sums = Array.from({ length: cycle }, () => ({ total: 0, count: 0 }));
  series.forEach((value, t) => {
    const middle = trend[t];
    const phase = sums[t % cycle];
    if (middle === undefined || !phase) return;
    phase.total += value - middle;
    phase.count += 1;
  });
  const raw = sums.map(({ total, count }) => (count > 0 ? total / count : 0));
  const mean = sum(raw) / cycle;
  return raw.map((value) => value - mean);
}

/** The mean over one cycle around each value, half weights at both ends of an even one; `undefined` near the ends. */
function centredMean(series: readonly number[], cycle: number): (number | undefined)[] {
  const half = Math.floor(cycle / 2);
  return series.map((_, t) => {
    if (t < half || t + half >= series.length) return undefined;
    let total = 0;
    for (let k = -half; k <= half; k += 1) {
      const edge = cycle % 2 === 0 && Math.abs(k) === half;
      total += (series[t + k] as number) * (edge ? 0.5 : 1);
    }
    return total / cycle;
  });
}

export function withoutSeason(series: readonly number[], indices: readonly number[]): number[] {
  return indices.length === 0
    ? [...series]
    : series.map((value, t) => value - (indices[t % indices.length] ?? 0));
}
