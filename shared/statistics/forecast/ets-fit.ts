// Chooses the exponential smoothing model of a series: with or without a fading slope, with or without a season.
import { minimise } from "../nelder-mead.ts";
import type { Ets } from "./ets.ts";

/** Evaluations allowed for each of the four candidates. */
const MOST_EVALUATIONS = 160;

interface Smoothing {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
}

/**
 * The model with the lowest AICc among {no slope, fading slope} × {no season, season}. Smoothing parameters minimise the
 * squared errors (Nelder-Mead); the first level and slope are solved exactly for each of them.
 * @param season additive indices of the first values, empty for a series without a season
 */
export function fitEts(series: readonly number[], season: readonly number[]): Ets {
  const forms = [
    { season: [], sloping: false },
    { season: [], sloping: true },
    ...(season.length > 0 ? [false, true].map((sloping) => ({ season, sloping })) : []),
  ];
  return forms
    .map((form) => fitForm(series, form.season, form.sloping))
    .reduce((best, candidate) => (candidate.criterion < best.criterion ? candidate : best)).model;
}

/** The model of a series with a level alone. */
export function fitLevel(series: readonly number[]): Ets {
  return fitForm(series, [], false).model;
}

function fitForm(
  series: readonly number[],
  season: readonly number[],
  sloping: boolean,
): { model: Ets; criterion: number } {
  const seasonal = season.length > 0;
  const read = (at: readonly number[]): Smoothing => {
    const alpha = between(at[0] ?? 0, 1e-4, 0.9999);
    const [slopeAt, fadeAt] = seasonal ? [at[2], at[3]] : [at[1], at[2]];
    return {
      alpha,
      gamma: seasonal ? (1 - alpha) * between(at[1] ?? 0, 1e-4, 0.9999) : 0,
      beta: sloping ? alpha * between(slopeAt ?? 0, 1e-4, 0.9999) : 0,
      phi: sloping ? between(fadeAt ?? 0, 0.8, 0.98) : 1,
    };
  };
  const start = [-1, ...(seasonal ? [-3] : []), ...(sloping ? [-2, 1] : [])];
  const best = minimise(
    (at) => smooth(series, season, read(at), sloping).squares,
    start,
    1,
    MOST_EVALUATIONS,
  );
  const smoothing = read(best.at);
  const { squares, level, slope, ring } = smooth(series, season, smoothing, sloping);
  const n = series.length;
  const parameters = start.length + (sloping ? 2 : 1) + (seasonal ? season.length - 1 : 0);
  // The variance of the errors is a parameter too.
  const k = parameters + 1;
  const criterion =
    n - k - 1 > 0 ? n * Math.log(squares / n + 1e-300) + 2 * k + (2 * k * (k + 1)) / (n - k - 1) : Infinity;
  const first = seasonal ? n % season.length : 0;
  return {
    criterion,
    model: {
      ...smoothing,
      level,
      slope,
      season: [...ring.slice(first), ...ring.slice(0, first)],
      variance: squares / Math.max(1, n - parameters),
    },
  };
}

function between(x: number, low: number, high: number): number {
  return low + (high - low) / (1 + Math.exp(-x));
}

interface Smoothed {
  readonly squares: number;
  readonly level: number;
  readonly slope: number;
  readonly ring: readonly number[];
}

/**
 * Runs the recursion with the first level and slope that leave the smallest squared errors. The errors are linear in both,
 * so that it runs at once on the series (from its first value), on a level of 1 and on a slope of 1, and least squares
 * weighs the three.
 */
function smooth(
  series: readonly number[],
  season: readonly number[],
  by: Smoothing,
  sloping: boolean,
): Smoothed {
  const { alpha, beta, gamma, phi } = by;
  const m = season.length;
  const base = series[0] as number;
  const [ringY, ringL, ringS] = [Float64Array.from(season), new Float64Array(m), new Float64Array(m)];
  // Level and slope of each of the three runs.
  let [levelY, slopeY, levelL, slopeL, levelS, slopeS] = [base, 0, 1, 0, 0, 1];
  let [yy, ly, sy, ll, ls, ss] = [0, 0, 0, 0, 0, 0];
  let phase = 0;
  for (const value of series) {
    slopeY *= phi;
    slopeL *= phi;
    levelY += slopeY;
    levelL += slopeL;
    let errorY = value - levelY;
    let errorL = -levelL;
    if (m > 0) {
      errorY -= ringY[phase] as number;
      errorL -= ringL[phase] as number;
      (ringY[phase] as number) += gamma * errorY;
      (ringL[phase] as number) += gamma * errorL;
    }
    levelY += alpha * errorY;
    slopeY += beta * errorY;
    levelL += alpha * errorL;
    slopeL += beta * errorL;
    yy += errorY * errorY;
    ly += errorL * errorY;
    ll += errorL * errorL;
    if (sloping) {
      slopeS *= phi;
      levelS += slopeS;
      let errorS = -levelS;
      if (m > 0) {
        errorS -= ringS[phase] as number;
        (ringS[phase] as number) += gamma * errorS;
      }
      levelS += alpha * errorS;
      slopeS += beta * errorS;
      sy += errorS * errorY;
      ls += errorL * errorS;
      ss += errorS * errorS;
    }
    if (m > 0) phase = phase + 1 === m ? 0 : phase + 1;
  }
  const determinant = ll * ss - ls * ls;
  const both = sloping && determinant > 1e-12 * ll * ss;
  const level = both ? (ls * sy - ss * ly) / determinant : -ly / ll;
  const slope = both ? (ls * ly - ll * sy) / determinant : 0;
  return {
    squares: Math.max(0, yy + level * ly + slope * sy),
    level: levelY + level * levelL + slope * levelS,
    slope: slopeY + level * slopeL + slope * slopeS,
    ring: Array.from(ringY, (s, i) => s + level * (ringL[i] as number) + slope * (ringS[i] as number)),
  };
}
