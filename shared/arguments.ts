// The arguments of a KPI as a cell gives them: values and ranges, added up as SUM would, or taken row by row.
import {
  type Argument,
  type Cell,
  isBlank,
  isHeader,
  isOmitted,
  isRange,
  numberIn,
  quotable,
  type Range,
} from "./cell.ts";
import { compile } from "./formula.ts";
import {
  expressionOf,
  type Kpi,
  kpiFromTotals,
  labelOf,
  type Measured,
  metricOf,
  type Outcome,
} from "./kpi.ts";
import { measure } from "./measure.ts";
import { fail, ProblemError, type Shaped } from "./problem.ts";
import { countAnswers, type Placed, totalOf } from "./quantity.ts";

/**
 * The value of a KPI from its arguments: ranges are added up first, a header row is skipped, blanks add nothing,
 * and one range of raw answers may stand for the counts. Problems about the arguments are thrown.
 */
export function kpiFromArguments(kpi: Kpi, given: readonly Argument[]): Outcome {
  return kpiFromTotals(kpi, measureArguments(kpi, given).totals);
}

/** What the arguments of a KPI amount to, with the warnings of its statistic. */
export function measureArguments(kpi: Kpi, given: readonly Argument[]): Measured {
  checkCount(kpi, given);
  const [only, ...others] = given;
  if (kpi.answers && only !== undefined && others.every(isOmitted)) {
    const skip = isRange(only) && headed([only]) ? 1 : 0;
    return { totals: countAnswers(kpi.answers, placed(only, skip)) };
  }
  const { skip } = shapeOf(kpi, given);
  return measure(kpi, {
    total: (argument, index) => totalOf(argument, placed(given[index], skip)),
    cells: (_, index) => placed(given[index], skip),
  });
}

/** One outcome per cell of the ranges given, `undefined` where all of them are blank, "header" over a header row. */
export function kpiFromEach(kpi: Kpi, given: readonly Argument[]): (Outcome | "header" | undefined)[][] {
  checkCount(kpi, given);
  const { skip, rows, columns } = shapeOf(kpi, given);
  const computed = plainly(kpi, given);
  const outcomes: (Outcome | "header" | undefined)[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const across: (Outcome | "header" | undefined)[] = [];
    for (let column = 0; column < columns; column += 1) {
      if (row < skip) across.push("header");
      else across.push(computed(row, column) ?? carefully(kpi, given, row, column));
    }
    outcomes.push(across);
  }
  return outcomes;
}

/**
 * The outcome where every argument is a plain number, and all is well with it and with the result; `undefined`
 * leaves the cell to `carefully`, which says the same of any cell, and why there is no value. Most rows are plain.
 */
function plainly(kpi: Kpi, given: readonly Argument[]): (row: number, column: number) => Outcome | undefined {
  if (kpi.statistic) return () => undefined;
  const formula = compile(
    expressionOf(kpi),
    kpi.args.map(({ name }) => name),
  );
  const [low, high] = kpi.limits ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
  const values = kpi.args.map(({ fallback = NaN }) => fallback);
  const taken = kpi.args.flatMap((argument, index) => {
    const from = given[index];
    if (isOmitted(from)) return [];
    // Negative numbers and rates beyond 1 may be refused, and an infinite one is.
    const most = metricOf(argument).unit === "rate" ? 1 : Number.MAX_VALUE;
    return [isRange(from) ? { index, most, range: from } : { index, most, alone: from }];
  });
  return (row, column) => {
    for (const { index, most, range, alone } of taken) {
      const cell = range ? range[row]?.[column] : alone;
      if (typeof cell !== "number" || !(cell >= 0 && cell <= most)) return undefined;
      values[index] = cell;
    }
    const value = formula(values);
    return value >= low && value <= high ? { value } : undefined;
  };
}

/** The outcome whatever the cells are, `undefined` where all of them are blank. */
function carefully(kpi: Kpi, given: readonly Argument[], row: number, column: number): Outcome | undefined {
  const cells = given.map((argument) => (isRange(argument) ? argument[row]?.[column] : argument));
  // A value beside ranges is the same for every row: it fills none.
  const beside = given.some(isRange);
  const filled = cells.some((cell, index) => !isBlank(cell) && !(beside && !isRange(given[index])));
  return filled ? fromCells(kpi, cells) : undefined;
}

function fromCells(kpi: Kpi, cells: readonly Cell[]): Outcome {
  if (kpi.statistic) return caught(() => kpiFromArguments(kpi, cells));
  const totals: Record<string, number> = {};
  for (const [index, argument] of kpi.args.entries()) {
    const cell = cells[index];
    if (isBlank(cell)) continue;
    const value = numberIn(cell);
    if (value === undefined) {
      return { problem: { kind: "not_a_number", argument: labelOf(argument), found: quotable(cell) } };
    }
    totals[argument.name] = value;
  }
  return kpiFromTotals(kpi, totals);
}

function checkCount(kpi: Kpi, given: readonly Argument[]): void {
  const extra = given.slice(kpi.args.length).some((argument) => !isOmitted(argument));
  if (extra) fail({ kind: "too_many_arguments", most: kpi.args.length, given: given.length });
}

/** The one shape of the ranges given, and how many of their first rows are headers (0 or 1). */
function shapeOf(kpi: Kpi, given: readonly Argument[]): { rows: number; columns: number; skip: number } {
  const shapes = kpi.args.flatMap((argument, index): Shaped[] => {
    const range = given[index];
    return isRange(range)
      ? [{ argument: labelOf(argument), rows: range.length, columns: range[0]?.length ?? 0 }]
      : [];
  });
  const [first, ...others] = shapes;
  if (!first) return { rows: 1, columns: 1, skip: 0 };
  const second = others.find((shape) => shape.rows !== first.rows || shape.columns !== first.columns);
  if (second) fail({ kind: "shapes_differ", first, second });
  return { rows: first.rows, columns: first.columns, skip: headed(given.filter(isRange)) ? 1 : 0 };
}

/** True where the first row of every range names its columns. */
function headed(ranges: readonly Range[]): boolean {
  return ranges.every((range) => range.length > 1 && isHeader(range[0] ?? []));
}

/** The outcome of a computation, a problem that it throws included. */
export function caught(compute: () => Outcome): Outcome {
  try {
    return compute();
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
}

/** The cells of an argument from row `skip` on, each with its place; a single value has none. */
function placed(given: Argument, skip: number): Placed[] {
  if (!isRange(given)) return [{ cell: given }];
  const wide = (given[0]?.length ?? 0) > 1;
  return given.slice(skip).flatMap((cells, row) =>
    cells.map((cell, column) => ({
      cell,
      place: wide ? { row: row + skip + 1, column: column + 1 } : { row: row + skip + 1 },
    })),
  );
}
