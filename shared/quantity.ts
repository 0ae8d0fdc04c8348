// The values of an argument read out of cells; what makes no sense is refused with its place.
import { type Cell, isBlank, numberIn, quotable } from "./cell.ts";
import { instantIn } from "./instant.ts";
import { type Answers, type KpiArgument, labelOf, metricOf, type Totals } from "./kpi.ts";
import { fold, type Words } from "./language.ts";
import { type Metric, metricNamed } from "./metrics.ts";
import { sum } from "./number.ts";
import { type Day, nearestDay } from "./period.ts";
import { fail, type Place, type Problem } from "./problem.ts";
import { scoreCounts } from "./score-counts.ts";

/** A cell, and where it stands in what the analyst gave. */
export interface Placed {
  readonly cell: Cell;
  readonly place?: Place | undefined;
}

/** The numbers of a metric. Blanks are passed over; a text that is no number and a negative count are refused. */
export function numbersOf(metric: Metric, argument: Words, cells: readonly Placed[]): number[] {
  return read(cells, argument, (value) =>
    metric.unit === "count" && value < 0 && !metric.signed
      ? { kind: "negative", argument, value }
      : undefined,
  );
}

/** The total of an argument, `undefined` where it holds no number and may be left out. */
export function totalOf(argument: KpiArgument, cells: readonly Placed[]): number | undefined {
  const metric = metricOf(argument);
  const values = numbersOf(metric, labelOf(argument), cells);
  if (values.length === 0) {
    return argument.fallback === undefined ? fail({ kind: "empty", argument: labelOf(argument) }) : undefined;
  }
  if (metric.adds !== "sum" && values.length > 1) {
    fail({ kind: "one_value_only", argument: labelOf(argument), values: values.length });
  }
  return sum(values);
}

/** The totals that raw answers amount to; blanks are people who did not answer. */
export function countAnswers({ metric, scale, count }: Answers, cells: readonly Placed[]): Totals {
  return scoreCounts[count](scoresOf(metricNamed(metric).label, scale, cells));
}

/** The whole scores in cells, at least one. */
export function scoresOf(
  argument: Words,
  [low, high]: readonly [number, number],
  cells: readonly Placed[],
): number[] {
  const scores = read(cells, argument, (value) =>
    Number.isInteger(value) && value >= low && value <= high
      ? undefined
      : { kind: "not_a_score", argument, value, low, high },
  );
  return scores.length > 0 ? scores : fail({ kind: "empty", argument });
}

/** The instant in a cell (milliseconds since 1970), `undefined` where it is blank. */
export function instantOf(argument: Words, { cell, place }: Placed): number | undefined {
  if (isBlank(cell)) return undefined;
  return instantIn(cell) ?? fail({ kind: "not_a_day", argument, found: quotable(cell), place });
}

/** The one day in cells. */
export function dayOf(argument: Words, cells: readonly Placed[]): Day {
  const filled = cells.filter(({ cell }) => !isBlank(cell));
  const [first] = filled;
  if (!first) return fail({ kind: "empty", argument });
  if (filled.length > 1) return fail({ kind: "one_value_only", argument, values: filled.length });
  return nearestDay(new Date(instantOf(argument, first) ?? 0));
}

/** The name of the choice that a cell makes, in either language; the default where it is blank. */
export function choiceOf(argument: KpiArgument, cells: readonly Placed[]): string {
  const choices = argument.choices ?? [];
  const given = cells.find(({ cell }) => !isBlank(cell));
  if (!given) return choices[argument.fallback ?? 0]?.name ?? "";
  const found = quotable(given.cell);
  const chosen = choices.find(({ name, label }) =>
    [name, label.fr, label.en].some((known) => fold(known) === fold(found)),
  );
  if (chosen) return chosen.name;
  const known = choices.map(({ label }) => label);
  return fail({ kind: "not_a_choice", argument: labelOf(argument), found, choices: known });
}

type InPlace = Extract<Problem, { place?: Place | undefined }>;

function read(
  cells: readonly Placed[],
  argument: Words,
  refuse: (value: number) => InPlace | undefined,
): number[] {
  const values: number[] = [];
  for (const { cell, place } of cells) {
    if (isBlank(cell)) continue;
    const value = numberIn(cell);
    if (value === undefined) return fail({ kind: "not_a_number", argument, found: quotable(cell), place });
    const problem = refuse(value);
    if (problem) fail({ ...problem, place });
    values.push(value);
  }
  return values;
}
