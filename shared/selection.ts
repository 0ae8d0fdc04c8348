// The rows of a table that a question is about: by period, by dimension, or by the window that each row counts.
import { type Cell, isDate } from "./cell.ts";
import { addDays, type Day, daysBetween, nearestDay } from "./period.ts";
import { fail } from "./problem.ts";
import { dateColumn, dateReader, dimensionReader, findColumn, type Row, type Table } from "./table.ts";

export interface Selection {
  readonly from?: Day | undefined;
  /** Included. */
  readonly to?: Day | undefined;
  readonly filters: readonly { readonly dimension: string; readonly values: readonly Cell[] }[];
  /** True where windows that together make the period will do, in place of one for the whole of it. */
  readonly bounds?: boolean;
}

/** The rows of a period that bear one of the values of each filter; values compare as in Sheets, without case. */
export function selectRows(table: Table, selection: Selection): readonly Row[] {
  const { from, to, filters } = selection;
  if (from !== undefined && to !== undefined && from > to) fail({ kind: "period_reversed", from, to });
  let rows = table.rows;
  for (const { dimension, values } of filters) {
    const read = dimensionReader(table, dimension);
    const wanted = new Set(values.map(comparable));
    rows = rows.filter((row) => wanted.has(comparable(read(row))));
  }
  if (from !== undefined || to !== undefined) rows = inPeriod(table, rows, selection);
  return rows.length > 0 ? rows : fail({ kind: "no_rows" });
}

function comparable(cell: Cell): string {
  return (isDate(cell) ? nearestDay(cell) : String(cell ?? "")).trim().toLowerCase();
}

function inPeriod(table: Table, rows: readonly Row[], { from, to, bounds }: Selection): readonly Row[] {
  const window = windowReader(table);
  const within = ({ from: first, to: last }: Window): boolean =>
    (from === undefined || first >= from) && (to === undefined || last <= to);
  if (!window) {
    const day = dateReader(table);
    return rows.filter((row) => {
      const value = day(row);
      return value !== undefined && within({ from: value, to: value });
    });
  }
  const windowed = rows.flatMap((row) => {
    const found = window(row);
    return found ? [{ row, ...found }] : [];
  });
  if (from === undefined || to === undefined) return windowed.filter(within).map(({ row }) => row);
  const exact = windowed.filter((one) => one.from === from && one.to === to);
  const parts = exact.length > 0 ? exact : bounds ? tiling(windowed, from, to) : undefined;
  if (!parts) {
    const near = windowed.filter((one) => one.to >= from && one.from <= to);
    const known = (near.length > 0 ? near : windowed).sort(longestFirst).map(windowText);
    return fail({ kind: "no_window", from, to, windows: [...new Set(known)] });
  }
  return parts.map(({ row }) => row);
}

/** The days, both included, over which a row counts. */
interface Window {
  readonly from: Day;
  readonly to: Day;
}

function longestFirst(a: Window, b: Window): number {
  return daysBetween(b.from, b.to) - daysBetween(a.from, a.to);
}

/** A window in a sentence. */
function windowText({ from, to }: Window): string {
  return from === to ? from : `${from} – ${to}`;
}

/** What reads the window of a row; `undefined` for a table whose rows have a date, or none. */
function windowReader(table: Table): ((row: Row) => Window | undefined) | undefined {
  if (dateColumn(table) !== undefined) return undefined;
  const first = findColumn(table, { name: "from", label: { fr: "du", en: "from" } });
  const last = findColumn(table, { name: "to", label: { fr: "au", en: "to" } });
  if (first === undefined || last === undefined) return undefined;
  const [start, end] = [dateReader(table, first), dateReader(table, last)];
  return (row) => {
    const [from, to] = [start(row), end(row)];
    return from === undefined || to === undefined ? undefined : { from, to };
  };
}

/** The windows for which rows have a value, or their days, as texts; none where the table has no dates. */
export function windowsOf(table: Table, rows: readonly Row[]): string[] {
  const window = windowReader(table);
  const day = dateColumn(table) === undefined ? undefined : dateReader(table);
  const texts = rows.map((row) => {
    const found = window?.(row);
    return found ? windowText(found) : (day?.(row) ?? "");
  });
  return [...new Set(texts.filter((text) => text !== ""))];
}

/** What follows from one day to another without a gap, the longest windows first; `undefined` where there is a gap. */
function tiling<Part extends Window>(windows: readonly Part[], from: Day, to: Day): Part[] | undefined {
  const parts: Part[] = [];
  for (let day = from; day <= to;) {
    const starting = windows.filter((window) => window.from === day && window.to <= to);
    const end = starting.reduce((latest, window) => (window.to > latest ? window.to : latest), "");
    if (end === "") return undefined;
    parts.push(...starting.filter((window) => window.to === end));
    day = addDays(end, 1);
  }
  return parts;
}
