// What a past promises: the laws of the steps to come and of their sum, by forecast or, on a short past, by run rate.
import { sum } from "../number.ts";
import { type Forecast, forecast } from "../statistics/forecast/backtest.ts";
import { outlook, PLAIN, type Scale, scaleOf } from "../statistics/forecast/combine.ts";
import { type TwoYears, twoYears } from "../statistics/forecast/two-years.ts";
import type { Step } from "./calendar.ts";
import { type Law, lawOfStep, lawOfTotal, plainLaw } from "./laws.ts";

export interface Projection {
  readonly steps: readonly Law[];
  readonly total: Law;
  /** The standard error of the middle of the total, and of the last step: what a longer past would narrow. */
  readonly unsure: { readonly total: number; readonly last: number };
}

export interface Question {
  readonly values: readonly number[];
  readonly step: Step;
  /** How much of each step to come counts in the total. */
  readonly weights: readonly number[];
  /** `flow`: what happens in a step. `stock`: what there is at its end. `difference`: a flow of either sign. */
  readonly nature: "flow" | "stock" | "difference";
}

/** Steps in the season that the models look for themselves. */
const CYCLES = { day: 7, week: 1, month: 12 } as const;
/** Steps in a year, where two years tell a season: with three, months are forecast with their own. */
const YEAR = { day: undefined, week: 52, month: 12 } as const;
const MOST_YEARS = 3;

/**
 * Two models and past forecasts checked against what came. The season of the year, where only two years are known, is taken off
 * the past, put back on what is to come, and doubted as much as the two years differ. At least 8 values.
 */
export function projectByForecast({ values, step, weights, nature }: Question): Projection {
  const cycle = nature === "stock" && step === "day" ? 1 : CYCLES[step];
  const scale = nature === "difference" ? PLAIN : scaleOf(values);
  const year = nature === "stock" ? null : seasonOf(values, step, scale);
  const seen = year
    ? withSeason(forecast(unseasoned(values, year, scale), 1, weights.length, scale, weights), year, weights)
    : forecast(values, cycle, weights.length, scale, weights);
  return {
    steps: weights.map((_, h) => lawOfStep(seen, h)),
    total: lawOfTotal(seen),
    unsure: { total: 0, last: 0 },
  };
}

/** The middle of each step to come of a flow, as its forecast has it. */
export function expectedSteps(
  values: readonly number[],
  { step, weights }: Pick<Question, "step" | "weights">,
): number[] {
  const scale = scaleOf(values);
  const year = seasonOf(values, step, scale);
  const usual = year ? unseasoned(values, year, scale) : values;
  return outlook(usual, year ? 1 : CYCLES[step], weights.length, scale).steps.map(
    (value, h) => seasoned(value, year?.ahead(h) ?? 0, scale) - scale.shift,
  );
}

/** Null where a year has no such steps, or where the past is not of two years, or is of three. */
function seasonOf(values: readonly number[], step: Step, { kind, shift }: Scale): TwoYears | null {
  const cycle = YEAR[step];
  if (cycle === undefined || values.length >= MOST_YEARS * cycle) return null;
  return twoYears(kind === "log" ? values.map((value) => Math.log(value + shift)) : values, cycle);
}

function unseasoned(values: readonly number[], year: TwoYears, scale: Scale): number[] {
  return values.map((value, t) => seasoned(value + scale.shift, -(year.past[t] ?? 0), scale) - scale.shift);
}

function seasoned(value: number, index: number, { kind }: Scale): number {
  return kind === "log" ? value * Math.exp(index) : value + index;
}

/** A forecast made without the season, with it. */
function withSeason(seen: Forecast, year: TwoYears, weights: readonly number[]): Forecast {
  const { scale } = seen;
  const steps = seen.steps.map((value, h) => seasoned(value, year.ahead(h), scale));
  const total = sum(steps.map((value, h) => value * (weights[h] ?? 0)));
  const pulls = weights.map((weight, h) =>
    scale.kind === "log" ? (weight * (steps[h] ?? 0)) / total : weight,
  );
  const one = year.doubt([1]);
  return {
    ...seen,
    steps,
    total,
    deviations: seen.deviations.map((deviation) => Math.hypot(deviation, one)),
    totalDeviation: Math.hypot(seen.totalDeviation, year.doubt(pulls)),
  };
}

/**
 * The mean of the past goes on, give or take its own error: the sum of H steps has the variance H s² + H² s² / n, s² being that
 * of one step. Without the second term a short past would seem sure of itself. A stock goes on from its last value by the mean
 * of its changes. At least 2 values, 3 of a stock.
 */
export function projectByRunRate({ values, weights, nature }: Question): Projection {
  const stock = nature === "stock";
  const moves = stock ? values.slice(1).map((value, t) => value - (values[t] ?? 0)) : values;
  const n = moves.length;
  const mean = sum(moves) / n;
  const variance = sum(moves.map((move) => (move - mean) ** 2)) / Math.max(1, n - 1);
  const weight = sum(weights);
  const noise = sum(weights.map((one) => one * one));
  const last = values[values.length - 1] ?? 0;
  return {
    steps: weights.map((_, h) => {
      const ahead = stock ? h + 1 : 1;
      const middle = stock ? last + ahead * mean : mean;
      return plainLaw(middle, Math.sqrt(variance * (ahead + (ahead * ahead) / n)), Infinity);
    }),
    total: plainLaw(weight * mean, Math.sqrt(variance * (noise + (weight * weight) / n)), Infinity),
    unsure: {
      total: weight * Math.sqrt(variance / n),
      last: (stock ? weights.length : 1) * Math.sqrt(variance / n),
    },
  };
}
