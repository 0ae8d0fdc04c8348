// The text of a cell formula: references, numbers and texts, written so that any locale of the spreadsheet reads them alike.
import type { FormulaArgument, Reference } from "./door.ts";

const CELL = /^\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(:\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?$/;
const COLUMNS = /^\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$/;
const ROWS = /^\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}$/;
const SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/** The reference that a text is, such as `b2:b31`, `B:B` or `'Mes ventes'!B2`; `undefined` where it is none. */
export function parseReference(text: string): Reference | undefined {
  const [, quoted, bare, rest] = SHEET.exec(text.trim()) ?? [undefined, undefined, undefined, text];
  const a1 = rest?.trim().toUpperCase() ?? "";
  if (![CELL, COLUMNS, ROWS].some((pattern) => pattern.test(a1))) return undefined;
  const sheet = quoted?.replace(/''/g, "'") ?? bare?.trim();
  return sheet === undefined ? { a1 } : { sheet, a1 };
}

/** Prints a reference; `home`, the sheet where the formula stands, needs no name. */
export function printReference({ sheet, a1 }: Reference, home?: string): string {
  if (sheet === undefined || sheet === home) return a1;
  // Only a name that could be mistaken for something else needs quotes.
  return /^[A-Za-z_]+$/.test(sheet) ? `${sheet}!${a1}` : `'${sheet.replace(/'/g, "''")}'!${a1}`;
}

/**
 * A number without a decimal mark: 0.6 is written `6/10`, since the mark that a formula written by a script should
 * use in a French spreadsheet is documented nowhere.
 */
export function printNumber(value: number): string {
  const [mantissa = "0", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const shift = Number(exponent) - decimals.length;
  const digits = `${whole}${decimals}`.replace(/^0+(?=\d)/, "");
  const size = shift < 0 ? `${digits}/1${"0".repeat(-shift)}` : `${digits}${"0".repeat(shift)}`;
  return value < 0 ? `-${size}` : size;
}

/** One argument of a formula that stands on the sheet `home`. */
export function printArgument(argument: FormulaArgument, home?: string): string {
  if (typeof argument === "number") return printNumber(argument);
  return typeof argument === "string" ? `"${argument.replace(/"/g, '""')}"` : printReference(argument, home);
}

/** A formula of printed arguments, between semicolons, which every locale understands, or between `separator`s. */
export function printCellFormula(name: string, args: readonly string[], separator = ";"): string {
  return `=${name}(${args.join(`${separator} `)})`;
}

/** What separates arguments in a spreadsheet of this locale: `;` where the comma is the decimal mark. */
export function argumentSeparator(locale: string): ";" | "," {
  return decimalMark(locale) === "," ? ";" : ",";
}

/** The decimal mark of a locale such as `fr_FR`. */
export function decimalMark(locale: string): string {
  try {
    return new Intl.NumberFormat(locale.replace("_", "-")).format(0.5).replace(/\d/g, "");
  } catch {
    return ".";
  }
}
