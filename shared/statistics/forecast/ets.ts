// Exponential smoothing with additive errors: a level, a slope that fades, a season. Hyndman, Koehler, Ord & Snyder 2008.

/** A series in one line of states: the next value is level + phi × slope + the season m steps ago, plus an error. */
export interface Ets {
  /** What an error e moves: the level by alpha e, the slope by beta e, the season by gamma e. */
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  /** The share of the slope that is left at the next step; 1 for a slope that does not fade. */
  readonly phi: number;
  /** States after the last value; `season[0]` is that of the first step to come, and there is none without a season. */
  readonly level: number;
  readonly slope: number;
  readonly season: readonly number[];
  /** The variance of one error. */
  readonly variance: number;
}

/** Values to come, one step after another. */
export function etsMeans({ phi, level, slope, season }: Ets, horizon: number): number[] {
  let [step, total] = [slope, level];
  return Array.from({ length: horizon }, (_, h) => {
    step *= phi;
    total += step;
    return total + (season.length > 0 ? (season[h % season.length] ?? 0) : 0);
  });
}

/** How much of an error is still in the value j ≥ 1 steps later; 1 for j = 0. */
function carried({ alpha, beta, gamma, phi, season }: Ets, horizon: number): number[] {
  const weights = [1];
  let slope = 0;
  let fade = 1;
  for (let j = 1; j < horizon; j += 1) {
    fade *= phi;
    slope += fade;
    const seasonal = season.length > 0 && j % season.length === 0 ? gamma : 0;
    weights.push(alpha + beta * slope + seasonal);
  }
  return weights;
}

/** Standard deviations of the values to come: σ² (1 + Σ c²), Hyndman et al. 2008, chapter 6. */
export function stepDeviations(model: Ets, horizon: number): number[] {
  let squares = 0;
  return carried(model, horizon).map((weight) => {
    squares += weight * weight;
    return Math.sqrt(model.variance * squares);
  });
}

/**
 * The standard deviation of Σ weight × value over the steps to come; weights of 1 give that of the sum. Errors are
 * followed into every later step (lead-time demand: Snyder, Koehler, Hyndman & Ord 2004, doi:10.1016/S0377-2217(03)00360-1).
 */
export function sumDeviation(model: Ets, weights: readonly number[]): number {
  const kept = carried(model, weights.length);
  let squares = 0;
  for (let start = 0; start < weights.length; start += 1) {
    let reach = 0;
    for (let h = start; h < weights.length; h += 1) reach += (weights[h] ?? 0) * (kept[h - start] ?? 0);
    squares += reach * reach;
  }
  return Math.sqrt(model.variance * squares);
}
