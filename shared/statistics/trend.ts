// Whether a series rises or falls, with an error that does not take neighbouring values for independent.

export interface Trend {
  /** Per step. */
  readonly slope: number;
  /** Value of the line at step 1, less one slope. */
  readonly intercept: number;
  /** Of the slope, by Newey and West. */
  readonly standardError: number;
}

/**
 * The least-squares line through values at steps 1, 2…, and the error of its slope corrected for autocorrelation (Newey &
 * West 1987: Bartlett weights up to `lag`, no prewhitening, no small-sample factor). A weekly season narrows the error
 * wrongly: set it aside first, or sum by week. Measured against R's sandwich 3.0-2: 1e-12 relative.
 */
export function trendOf(series: readonly number[], lag: number): Trend {
  const n = series.length;
  const middle = (n + 1) / 2;
  const mean = series.reduce((total, value) => total + value, 0) / n;
  let [xx, xy] = [0, 0];
  series.forEach((value, t) => {
    xx += (t + 1 - middle) ** 2;
    xy += (t + 1 - middle) * (value - mean);
  });
  const slope = xy / xx;
  const pulls = series.map((value, t) => (t + 1 - middle) * (value - mean - slope * (t + 1 - middle)));
  let variance = 0;
  for (let apart = 0; apart <= lag; apart += 1) {
    let together = 0;
    for (let t = apart; t < n; t += 1) together += (pulls[t] as number) * (pulls[t - apart] as number);
    variance += (apart === 0 ? 1 : 2 * (1 - apart / (lag + 1))) * together;
  }
  return { slope, intercept: mean - slope * middle, standardError: Math.sqrt(Math.max(0, variance)) / xx };
}
