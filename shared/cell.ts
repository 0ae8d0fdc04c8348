// What a spreadsheet hands over: single cells and ranges, and how one cell is read as a number.
import { nearestDay, parseDay } from "./period.ts";
import { parseNumber } from "./number.ts";

export type Cell = string | number | boolean | Date | null | undefined;
export type Range = readonly (readonly Cell[])[];
/** One argument of a cell function: a value, or rows of values. */
export type Argument = Cell | Range;

export function isRange(argument: Argument): argument is Range {
  return Array.isArray(argument);
}

/** The rows of an argument; a single value is one row of one cell. */
export function rowsOf(argument: Argument): Range {
  return isRange(argument) ? argument : [[argument]];
}

export function isBlank(cell: Cell): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/** True where an argument was left out or is one blank cell. */
export function isOmitted(argument: Argument): boolean {
  return !isRange(argument) && isBlank(argument);
}

/** Dates come from the script's own context, where `instanceof` fails. */
export function isDate(cell: Cell): cell is Date {
  return Object.prototype.toString.call(cell) === "[object Date]";
}

/** The number in a cell: a number, or a text that states one without ambiguity; `undefined` for anything else. */
export function numberIn(cell: Cell): number | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
  return typeof cell === "string" ? parseNumber(cell) : undefined;
}

/** A cell as a sentence quotes it, cut to 40 characters. */
export function quotable(cell: Cell): string {
  const text = isDate(cell) ? nearestDay(cell) : String(cell ?? "").trim();
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** True for a row that names columns: some texts that are neither numbers nor days, and nothing else. */
export function isHeader(row: readonly Cell[]): boolean {
  const filled = row.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => typeof cell === "string" && isName(cell));
}

function isName(text: string): boolean {
  return numberIn(text) === undefined && parseDay(text.trim().split(" ", 1)[0] ?? "") === undefined;
}
