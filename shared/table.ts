// A range with a header row: its columns found by name, its rows chosen by period and by dimension.
import { type Cell, isBlank, isDate, quotable, type Range } from "./cell.ts";
import { calendars, dimensions } from "./dimensions.ts";
import { fold, type Words } from "./language.ts";
import { type Calendar, type Day, nearestDay, parseDay, periodOf } from "./period.ts";
import { fail } from "./problem.ts";

export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  /** The column that dates its rows where none is named so. */
  readonly dates?: number | undefined;
}

/** A row that is not blank, and where it stands in the range (the header is row 1). */
export interface Row {
  readonly cells: readonly Cell[];
  readonly number: number;
}

/** Reads a range whose first row names its columns. Fails where there is no header or no data under it. */
export function readTable(range: Range): Table {
  const [first = [], ...others] = range;
  const rows = others
    .map((cells, index) => ({ cells, number: index + 2 }))
    .filter(({ cells }) => !cells.every(isBlank));
  const headers = first.map((cell) => (isBlank(cell) ? "" : quotable(cell)));
  const named = first.some((cell) => typeof cell === "string" && !isBlank(cell));
  return named && rows.length > 0 ? { headers, rows } : fail({ kind: "no_table" });
}

/** Names that a column may bear, the surest first. */
export interface ColumnName {
  readonly name: string;
  readonly label: Words;
  readonly headers?: readonly string[];
}

/** The column that bears one of the names; `undefined` where none does. Fails where several do. */
export function findColumn(table: Table, { name, label, headers = [] }: ColumnName): number | undefined {
  for (const names of [[name], [label.fr, label.en], headers]) {
    const wanted = new Set(names.map(fold));
    const columns = table.headers.flatMap((header, index) =>
      wanted.has(fold(header)) || wanted.has(fold(withoutCurrency(header))) ? [index] : [],
    );
    if (columns.length > 1) {
      fail({
        kind: "ambiguous_column",
        wanted: label,
        columns: columns.map((index) => table.headers[index] ?? ""),
      });
    }
    if (columns.length === 1) return columns[0];
  }
  return undefined;
}

/** A header without the currency that exports add: `Amount spent (EUR)`. */
function withoutCurrency(header: string): string {
  return header.replace(/\((?:[A-Z]{3}|[€$£])\)\s*$/, "");
}

/** Fails for a column that is not there, with the headers that are. */
export function missingColumn(table: Table, wanted: Words): never {
  return fail({ kind: "unknown_column", wanted, found: table.headers.filter((header) => header !== "") });
}

export type Reader = (row: Row) => Cell;

/** What reads a dimension in a row: a column by its header, or the week, month, quarter or year of the date. */
export function dimensionReader(table: Table, name: string): Reader {
  const exact = table.headers.findIndex((header) => header !== "" && header.trim() === name.trim());
  const known = Object.entries(dimensions).find(([key, dimension]) => bears(name, key, dimension));
  const column =
    exact >= 0
      ? exact
      : findColumn(table, known ? { name: known[0], ...known[1] } : { name, label: { fr: name, en: name } });
  if (column !== undefined) {
    return known?.[0] === "date" ? dateReader(table, column) : (row) => row.cells[column];
  }
  const calendar = Object.entries(calendars).find(([key, label]) => bears(name, key, { label }))?.[0];
  if (!calendar) return missingColumn(table, known?.[1].label ?? { fr: name, en: name });
  const day = dateReader(table);
  return (row) => {
    const value = day(row);
    return value === undefined ? undefined : periodOf(value, calendar as Calendar);
  };
}

function bears(name: string, key: string, { label, headers = [] }: Omit<ColumnName, "name">): boolean {
  return [key, label.fr, label.en, ...headers].some((known) => fold(known) === fold(name));
}

/** The column that dates the rows of a table, if there is one. */
export function dateColumn(table: Table): number | undefined {
  return findColumn(table, { name: "date", ...dimensions.date }) ?? table.dates;
}

/** What reads the day of a row, `undefined` where the cell is blank. Fails for a table without dates. */
export function dateReader(
  table: Table,
  column: number | undefined = dateColumn(table),
): (row: Row) => Day | undefined {
  const index = column ?? missingColumn(table, dimensions.date.label);
  const header = table.headers[index] ?? "";
  return (row) => {
    const cell = row.cells[index];
    if (isBlank(cell)) return undefined;
    const place = { row: row.number };
    const argument = { fr: header, en: header };
    return dayIn(cell) ?? fail({ kind: "not_a_day", argument, found: quotable(cell), place });
  };
}

/** The day in a cell, `undefined` where there is none. */
export function dayIn(cell: Cell): Day | undefined {
  if (isDate(cell)) return nearestDay(cell);
  return typeof cell === "string" ? parseDay(cell) : undefined;
}

/** The rows by the value of a dimension, values in order: numbers, then texts. Blank values make one group, "". */
export function groupRows(rows: readonly Row[], read: Reader): { value: string | number; rows: Row[] }[] {
  const groups = new Map<string, { value: string | number; rows: Row[] }>();
  for (const row of rows) {
    const cell = read(row);
    const value =
      typeof cell === "number" ? cell : isDate(cell) ? nearestDay(cell) : String(cell ?? "").trim();
    const group = groups.get(String(value)) ?? { value, rows: [] };
    group.rows.push(row);
    groups.set(String(value), group);
  }
  return [...groups.values()].sort((a, b) => inOrder(a.value, b.value));
}

function inOrder(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  const [left, right] = [fold(String(a)), fold(String(b))];
  return left < right ? -1 : left > right ? 1 : 0;
}
