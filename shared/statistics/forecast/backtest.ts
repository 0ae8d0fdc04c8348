// How far past forecasts of the same series fell, against how far they said they might.
import { sum } from "../../number.ts";
import { type Outlook, outlook, type Scale, scaleOf } from "./combine.ts";

/** Past forecasts made at most, and what stands in for those that a short series does not allow. */
const MOST_ORIGINS = 8;
const PRIOR = 3;

export interface Forecast extends Outlook {
  /** Degrees of freedom of Student's law around each figure: the fewer past forecasts, the longer its tails. */
  readonly degrees: number;
}

/**
 * The forecast of a series with its deviations widened by what forecasts made at earlier dates, over the same horizon,
 * turned out to miss: by √((3 + Σ z²) / (3 + their number)), never narrowed. That ratio being an estimate, figures follow
 * Student's law with as many degrees of freedom.
 * @param cycle steps in a season: 7 for days, 12 for months, 1 for none
 * @param scale that of the values' own signs, unless said otherwise
 * @param weights how much of each step counts in the total, all of it unless said otherwise
 */
export function forecast(
  series: readonly number[],
  cycle: number,
  horizon: number,
  scale: Scale = scaleOf(series),
  weights: readonly number[] = Array.from({ length: horizon }, () => 1),
): Forecast {
  const now = outlook(series, cycle, horizon, scale, weights);
  const misses = origins(series.length, cycle, horizon).map((origin) =>
    missesOf(
      outlook(series.slice(0, origin), cycle, horizon, scale, weights),
      series.slice(origin, origin + horizon),
      weights,
    ),
  );
  const degrees = PRIOR + misses.length;
  const widened = (zs: readonly number[]): number =>
    Math.max(1, Math.sqrt((PRIOR + sum(zs.map((z) => z * z))) / degrees));
  return {
    ...now,
    degrees,
    deviations: now.deviations.map(
      (deviation, h) => deviation * widened(misses.map(({ steps }) => steps[h] as number)),
    ),
    totalDeviation: now.totalDeviation * widened(misses.map(({ total }) => total)),
  };
}

/** Lengths of history to forecast from: at most 8, spread between half the series and the last that can be checked. */
function origins(length: number, cycle: number, horizon: number): number[] {
  const first = Math.max(2 * cycle + 2, Math.ceil(length / 2));
  const last = length - horizon;
  const count = Math.min(MOST_ORIGINS, last - first + 1);
  if (count <= 0) return [];
  if (count === 1) return [last];
  return Array.from({ length: count }, (_, k) => Math.round(first + ((last - first) * k) / (count - 1)));
}

/** Misses of a past forecast, in its own deviations. */
function missesOf(
  past: Outlook,
  actual: readonly number[],
  weights: readonly number[],
): { total: number; steps: readonly number[] } {
  const miss = (real: number, predicted: number, deviation: number): number => {
    const gap = past.scale.kind === "log" ? Math.log(real / predicted) : real - predicted;
    return deviation > 0 ? gap / deviation : 0;
  };
  const shifted = actual.map((value) => value + past.scale.shift);
  return {
    total: miss(
      sum(shifted.map((value, h) => value * (weights[h] as number))),
      past.total,
      past.totalDeviation,
    ),
    steps: shifted.map((value, h) => miss(value, past.steps[h] as number, past.deviations[h] as number)),
  };
}
