// The arguments of a statistic read out of cells: one number, a total, a series, or columns side by side.
import { type Argument, type Cell, isBlank, isHeader, isRange, numberIn, quotable, rowsOf } from "../cell.ts";
import { fold, type Words } from "../language.ts";
import { sum } from "../number.ts";
import { fail, type Place } from "../problem.ts";
import type { Placed } from "../quantity.ts";
import { words } from "./answer.ts";
import { checkSize, type Limits } from "./limits.ts";

/** An argument and what it is called in sentences. */
export interface Given {
  readonly argument: Argument;
  readonly name: Words;
}

export function given(argument: Argument, name: string): Given {
  return { argument, name: words(name) };
}

/** The cells of an argument from left to right and down, without its header row, each with its place. */
function cellsOf({ argument }: Given): Placed[] {
  if (!isRange(argument)) return [{ cell: argument }];
  const wide = (argument[0]?.length ?? 0) > 1;
  const headed = argument.length > 1 && isHeader(argument[0] ?? []);
  const cells = argument.map((row, r) =>
    row.map((cell, c): Placed => ({ cell, place: wide ? { row: r + 1, column: c + 1 } : { row: r + 1 } })),
  );
  return (headed ? cells.slice(1) : cells).flat();
}

export function filledCells(input: Given): Placed[] {
  return cellsOf(input).filter(({ cell }) => !isBlank(cell));
}

/** The number in a cell. Fails with its place where there is none. */
export function numberAt(argument: Words, { cell, place }: Placed): number {
  if (isBlank(cell)) return fail({ kind: "empty", argument, place });
  return numberIn(cell) ?? fail({ kind: "not_a_number", argument, found: quotable(cell), place });
}

/** The number of 0 or more in a cell. */
export function amountAt(argument: Words, placed: Placed): number {
  const value = numberAt(argument, placed);
  return value >= 0 ? value : fail({ kind: "negative", argument, value, place: placed.place });
}

/** The whole number of 0 or more in a cell. */
export function countAt(argument: Words, placed: Placed): number {
  const value = numberAt(argument, placed);
  return Number.isInteger(value) && value >= 0
    ? value
    : fail({ kind: "not_whole", argument, value, place: placed.place });
}

/** The number above 0 in a cell. */
export function sizeAt(argument: Words, placed: Placed): number {
  const value = numberAt(argument, placed);
  return value > 0 ? value : fail({ kind: "not_above_zero", argument, value, place: placed.place });
}

/** The one number of an argument; the fallback where it is left out, if there is one. */
export function oneNumber(input: Given, fallback?: number): number {
  const cells = filledCells(input);
  if (cells.length > 1) fail({ kind: "one_value_only", argument: input.name, values: cells.length });
  return cells[0]
    ? numberAt(input.name, cells[0])
    : (fallback ?? fail({ kind: "empty", argument: input.name }));
}

/** The one number of an argument, from `low` to `high`. */
export function numberBetween(input: Given, low: number, high: number, fallback?: number): number {
  const value = oneNumber(input, fallback);
  return value >= low && value <= high
    ? value
    : fail({ kind: "not_between", argument: input.name, value, low, high });
}

/** As `numberBetween`, and whole. */
export function wholeBetween(input: Given, low: number, high: number, fallback?: number): number {
  return countAt(input.name, { cell: numberBetween(input, low, high, fallback) });
}

/** A share strictly between 0 and 1, such as a confidence. */
export function share(input: Given, fallback?: number): number {
  const value = oneNumber(input, fallback);
  return value > 0 && value < 1
    ? value
    : fail({ kind: "out_of_range", argument: input.name, value, low: 0, high: 1 });
}

/** The total of an argument, as SUM would make it, each cell read by `read`. */
export function totalIn(input: Given, read: typeof numberAt = numberAt): number {
  const values = filledCells(input).map((placed) => read(input.name, placed));
  return values.length > 0 ? sum(values) : fail({ kind: "empty", argument: input.name });
}

/** The cells of one column or one row without its header and the blanks that follow; a blank among them is refused. */
export function lineOf(input: Given): Placed[] {
  const rows = rowsOf(input.argument);
  const columns = rows[0]?.length ?? 0;
  if (rows.length > 1 && columns > 1) {
    fail({ kind: "not_one_line", argument: input.name, rows: rows.length, columns });
  }
  const cells = cellsOf(input);
  if (cells.length > 1 && rows.length === 1 && isHeader([cells[0]?.cell])) cells.shift();
  while (cells.length > 0 && isBlank(cells[cells.length - 1]?.cell)) cells.pop();
  const gap = cells.find(({ cell }) => isBlank(cell));
  if (gap) fail({ kind: "gap", argument: input.name, place: gap.place });
  return cells.length > 0 ? cells : fail({ kind: "empty", argument: input.name });
}

/** The numbers of one column or one row, in order. */
export function seriesIn(input: Given, read: typeof numberAt = numberAt): number[] {
  return lineOf(input).map((placed) => read(input.name, placed));
}

/** What a cell chooses, in either language, by the words of each choice; `undefined` where it is left out. */
export function chosen<Choice>(input: Given, choices: Readonly<Record<string, Choice>>): Choice | undefined {
  const [only] = filledCells(input);
  if (!only) return undefined;
  const found = quotable(only.cell);
  const known = Object.keys(choices);
  const key = known.find((text) => text.split(" | ").some((word) => fold(word) === fold(found)));
  if (key === undefined) {
    return fail({ kind: "not_a_choice", argument: input.name, found, choices: known.map(words) });
  }
  return choices[key];
}

/** Fails where two columns are of different lengths. */
export function checkLengths(first: Words, rows: number, second: Words, others: number): void {
  if (rows === others) return;
  const shape = (argument: Words, count: number) => ({ argument, rows: count, columns: 1 });
  fail({ kind: "shapes_differ", first: shape(first, rows), second: shape(second, others) });
}

/** A row of several arguments side by side, a single value standing on every row. */
export interface SideBySide {
  readonly cells: readonly Cell[];
  readonly place: Place;
  /** The number in the cell of an argument; `blank` where there is none, if given. */
  readonly read: (index: number, as: typeof numberAt, blank?: number) => number;
}

/**
 * What `readRow` makes of each row of columns of one height, `undefined` where all their cells are blank, without the header
 * row and the blank rows that follow the last one.
 */
export function sideBySide<Row>(
  inputs: readonly Given[],
  limits: Limits,
  readRow: (row: SideBySide) => Row,
): (Row | undefined)[] {
  const ranges = inputs.filter(({ argument }) => isRange(argument));
  const [first] = ranges;
  const height = first ? rowsOf(first.argument).length : 1;
  for (const { argument, name } of ranges) {
    const rows = rowsOf(argument);
    const columns = rows[0]?.length ?? 0;
    if (columns > 1) fail({ kind: "not_one_line", argument: name, rows: rows.length, columns });
    checkLengths(first?.name ?? name, height, name, rows.length);
  }
  const isBlankRow = (row: number): boolean =>
    inputs.every(({ argument }) =>
      isRange(argument) ? isBlank(argument[row]?.[0]) : first || isBlank(argument),
    );
  const start = height > 1 && ranges.every(({ argument }) => isHeader(rowsOf(argument)[0] ?? [])) ? 1 : 0;
  let end = height;
  while (end > start && isBlankRow(end - 1)) end -= 1;
  checkSize(limits, "rows", end - start);
  return Array.from({ length: end - start }, (_, index) => {
    const row = start + index;
    if (isBlankRow(row)) return undefined;
    const cells = inputs.map(({ argument }) => (isRange(argument) ? argument[row]?.[0] : argument));
    const place = { row: row + 1 };
    const read: SideBySide["read"] = (i, as, blank) =>
      blank !== undefined && isBlank(cells[i])
        ? blank
        : as((inputs[i] as Given).name, { cell: cells[i], place });
    return readRow({ cells, place, read });
  });
}
