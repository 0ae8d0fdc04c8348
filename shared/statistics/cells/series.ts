// The history of a figure as functions of a cell take it, and the length of its season.
import { type Argument, numberIn } from "../../cell.ts";
import { words } from "../answer.ts";
import { fail } from "../../problem.ts";
import { cycleOf } from "../forecast/cycle.ts";
import { chosen, filledCells, given, type Given, numberAt, seriesIn, wholeBetween } from "../input.ts";
import { checkSize, type Limits } from "../limits.ts";

/** Values that a forecast needs at least. */
const FEWEST_VALUES = 6;
const PERIODS = words("périodes d'historique | periods of history");

/** Steps in a season, by what a step is. */
const CYCLES = {
  "heure | hour": 24,
  "jour | day": 7,
  "semaine | week": 52,
  "mois | month": 12,
  "trimestre | quarter": 4,
  "année | year": 1,
};

/** Enough values, not all 0. Fails for anything else. */
export function historyIn(input: Given, limits: Limits, read = numberAt): number[] {
  const history = seriesIn(input, read);
  if (history.length < FEWEST_VALUES) {
    fail({ kind: "too_few", what: PERIODS, found: history.length, least: FEWEST_VALUES });
  }
  checkSize(limits, "values", history.length);
  return history.some((value) => value !== 0) ? history : fail({ kind: "all_zero", argument: input.name });
}

/** Steps in a season: a number, or what a step is ("day", "month"…); found in the series where it is left out. */
export function cycleIn(argument: Argument, series: readonly number[]): number {
  const input = given(argument, "période | period");
  const [only] = filledCells(input);
  if (!only) return cycleOf(series);
  if (numberIn(only.cell) !== undefined) return wholeBetween(input, 1, 366);
  return chosen(input, CYCLES) ?? 1;
}

/** Periods to come. */
export function horizonIn(argument: Argument, least: number, limits: Limits): number {
  const steps = wholeBetween(given(argument, "périodes à venir | periods to come"), least, 1e6);
  checkSize(limits, "steps", steps);
  return steps;
}
