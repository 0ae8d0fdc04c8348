// Range: reading and writing what the cells hold.
import { Exception } from "../exception.ts";
import type { Area, Book, CellInput, CellValue } from "../host.ts";
import { instantToSerial, serialToInstant } from "../time-zone.ts";
import { asText, type Context } from "./context.ts";

export function rangeValues(context: Context, area: Area, self: () => object) {
  const { book } = context;
  const read = <What extends "values" | "displays" | "formulas">(what: What, member: string) => {
    context.guard("read", member);
    return book[what](area) as ReturnType<Book[What]>;
  };
  const values = (member: string) => {
    const { timeZone } = book.info();
    const revive = (cell: CellValue) => readValue(cell, timeZone, context.ScriptDate);
    return read("values", member).map((row) => row.map(revive));
  };
  const write = (rows: readonly (readonly unknown[])[], member: string): object => {
    context.guard("write", member);
    checkSize(rows, area);
    const { timeZone } = book.info();
    book.write(
      area,
      rows.map((row) => row.map((value) => writeValue(value, timeZone))),
    );
    return self();
  };
  const everywhere = (value: unknown) =>
    Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => value));
  const clear = (contents: boolean, formats: boolean, member: string): object => {
    context.guard("write", member);
    book.clear(area, { contents, formats });
    return self();
  };
  return {
    getValue: () => values("getValue")[0]?.[0],
    getValues: () => values("getValues"),
    getDisplayValue: () => read("displays", "getDisplayValue")[0]?.[0],
    getDisplayValues: () => read("displays", "getDisplayValues"),
    getFormula: () => read("formulas", "getFormula")[0]?.[0],
    getFormulas: () => read("formulas", "getFormulas"),
    isBlank: () =>
      read("values", "isBlank")
        .flat()
        .every((value) => value === null),
    setValue: (value: unknown) => write(everywhere(value), "setValue"),
    setValues: (rows: readonly (readonly unknown[])[]) => write(rows, "setValues"),
    setFormula: (formula: string) => write(everywhere(asFormula(formula)), "setFormula"),
    setFormulas: (rows: readonly (readonly string[])[]) =>
      write(
        rows.map((row) => row.map(asFormula)),
        "setFormulas",
      ),
    clear: () => clear(true, true, "clear"),
    clearContent: () => clear(true, false, "clearContent"),
    clearFormat: () => clear(false, true, "clearFormat"),
    sort: (order: SortOrder | readonly SortOrder[]) => {
      const orders = (Array.isArray(order) ? order : [order]) as readonly SortOrder[];
      const rows = values("sort").toSorted((a, b) => compareRows(a, b, orders, area.column));
      return write(rows, "sort");
    },
  };
}

const asFormula = (text: string) => (text === "" || text.startsWith("=") ? text : `=${text}`);

/** A blank cell is `""`, a day is a `Date` at midnight of the spreadsheet's zone, an error its own text. */
function readValue(cell: CellValue, timeZone: string, ScriptDate: DateConstructor): unknown {
  if (cell === null) return "";
  if (typeof cell !== "object") return cell;
  return "error" in cell ? cell.error : new ScriptDate(serialToInstant(cell.date, timeZone));
}

function writeValue(value: unknown, timeZone: string): CellInput {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (Object.prototype.toString.call(value) === "[object Date]")
    return { date: instantToSerial((value as Date).getTime(), timeZone) };
  return asText(value);
}

function checkSize(rows: readonly (readonly unknown[])[], area: Area): void {
  const refuse = (what: string, found: number, wanted: number) => {
    throw new Exception(
      `The number of ${what} in the data does not match the number of ${what} in the range. ` +
        `The data has ${found} but the range has ${wanted}.`,
    );
  };
  if (!Array.isArray(rows)) throw new Exception("The parameters don't match the method signature.");
  if (rows.length !== area.rows) refuse("rows", rows.length, area.rows);
  for (const row of rows) if (row.length !== area.columns) refuse("columns", row.length, area.columns);
}

type SortOrder = number | { column: number; ascending?: boolean };

/** Numbers before texts, blanks last, as Sheets sorts. */
function compareRows(a: unknown[], b: unknown[], orders: readonly SortOrder[], firstColumn: number): number {
  for (const order of orders) {
    const { column, ascending = true } = typeof order === "number" ? { column: order } : order;
    const [left, right] = [a[column - 1 - firstColumn], b[column - 1 - firstColumn]];
    if (left === "" || right === "") {
      if (left !== right) return left === "" ? 1 : -1;
      continue;
    }
    const ranks = rank(left) - rank(right);
    const difference = ranks !== 0 ? ranks : compareValues(left, right);
    if (difference !== 0) return ascending ? difference : -difference;
  }
  return 0;
}

const rank = (value: unknown) => (typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 0);

function compareValues(left: unknown, right: unknown): number {
  if (typeof left === "string") return left.localeCompare(String(right));
  return Number(left) - Number(right);
}
