// The chances of an objective: the probability that a sum to come reaches what is missing.
import { studentCdf, studentQuantile } from "../student.ts";
import type { Forecast } from "./backtest.ts";

/** P(sum of the values to come ≥ missing). */
export function probabilityOfSum(
  { scale, weight, total, totalDeviation, degrees }: Forecast,
  missing: number,
): number {
  if (scale.kind === "plain") return studentCdf(ratio(total - missing, totalDeviation), degrees);
  if (missing <= 0) return 1;
  const shifted = missing + scale.shift * weight;
  return studentCdf(ratio(Math.log(total / shifted), totalDeviation), degrees);
}

/** The sum that the values to come reach with the given probability. */
export function sumReachedWith(
  { scale, weight, total, totalDeviation, degrees }: Forecast,
  probability: number,
): number {
  const z = studentQuantile(probability, degrees);
  if (scale.kind === "plain") return total - z * totalDeviation;
  return Math.max(0, total * Math.exp(-z * totalDeviation) - scale.shift * weight);
}

/** A step between two limits, each passed with probability (1 − confidence) / 2. */
export function stepBetween(
  { scale, steps, deviations, degrees }: Forecast,
  h: number,
  confidence: number,
): [low: number, high: number] {
  const away = studentQuantile((1 + confidence) / 2, degrees);
  const [middle, reach] = [steps[h] as number, away * (deviations[h] as number)];
  if (scale.kind === "plain") return [middle - reach, middle + reach];
  return [Math.max(0, middle * Math.exp(-reach) - scale.shift), middle * Math.exp(reach) - scale.shift];
}

function ratio(gap: number, deviation: number): number {
  if (deviation > 0) return gap / deviation;
  return gap >= 0 ? Infinity : -Infinity;
}
