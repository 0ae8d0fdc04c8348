// Reads a CSV file into typed columns: numbers, days and texts recognised by what the column holds.
import { type Decimal, decimalSign, type NumberText, takeApart, toDay, toNumber } from "./csv-numbers.ts";
import { findSeparator, readRows } from "./csv-rows.ts";

/** A cell of a CSV; `format` keeps the display of the file (`0.00%`, `dd/mm/yyyy`). Days count from 1899-12-30. */
export type CsvCell =
  | { kind: "blank" }
  | { kind: "text"; value: string }
  | { kind: "number"; value: number; format?: string }
  | { kind: "date"; value: number; format: string };

/**
 * Rows of one length. The first row may be a header: it says nothing about its column. A column is decimal by
 * comma or by point as its own numbers show; when they do not (`1,234`), the rest of the file tells, then
 * its separator: `;` goes with a decimal comma.
 */
export function readCsv(text: string): CsvCell[][] {
  const plain = text.replace(/^\uFEFF/, "");
  const separator = findSeparator(plain);
  const rows = readRows(plain, separator);
  while (rows.length > 0 && !rows.at(-1)?.some(Boolean)) rows.pop();
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? ""));
  const signs = columns.map((column) => columnSign(column.slice(1)));
  const own = signs.filter((sign) => sign === "," || sign === ".");
  const habit: Decimal = own.length > 0 ? majority(own) : separator === ";" ? "," : ".";
  const cells = columns.map((column, at) => readColumn(column, signs[at] ?? null, habit));
  return rows.map((_, row) => cells.map((column) => column[row] ?? { kind: "blank" }));
}

function majority(signs: readonly Decimal[]): Decimal {
  return signs.filter((sign) => sign === ",").length * 2 > signs.length ? "," : ".";
}

/** The decimal sign that a column's numbers show; `neither` when they contradict each other. */
function columnSign(fields: readonly string[]): Decimal | "neither" | null {
  const signs = new Set<Decimal>();
  for (const field of fields) {
    const number = takeApart(field);
    const sign = number && decimalSign(number.body);
    if (sign === "," || sign === ".") signs.add(sign);
  }
  const [only = null] = signs;
  return signs.size > 1 ? "neither" : only;
}

function readColumn(column: readonly string[], sign: Decimal | "neither" | null, habit: Decimal): CsvCell[] {
  const fields = column.slice(1).filter((field) => field.trim() !== "");
  const asText = (field: string): CsvCell =>
    field.trim() === "" ? { kind: "blank" } : { kind: "text", value: field };
  const days = fields.map(toDay);
  const [firstDay] = days;
  if (firstDay && days.every((day) => day && sameFamily(day.format, firstDay.format)))
    return column.map((field): CsvCell => {
      const day = toDay(field);
      return day ? { kind: "date", ...day } : asText(field);
    });
  if (sign === "neither" || fields.some(isCode)) return column.map(asText);
  const decimal = sign ?? habit;
  const numbers = column.map(takeApart);
  const isWritten = (number: NumberText | null): number is NumberText =>
    number !== null && toNumber(number.body, decimal) !== null;
  const format = columnFormat(numbers.slice(1).filter(isWritten), decimal);
  return column.map((field, at): CsvCell => {
    const number = numbers[at];
    const size = number ? toNumber(number.body, decimal) : null;
    if (!number || size === null) return asText(field);
    const value = (number.negative ? -size : size) / (number.unit === "%" ? 100 : 1);
    const shown = format(number);
    return shown ? { kind: "number", value, format: shown } : { kind: "number", value };
  });
}

/** Digits that would not survive as a number: `00123`, `+33612345678`, an id of 17 digits. */
function isCode(field: string): boolean {
  return /^\+?\d+$/.test(field.trim()) && takeApart(field) === null;
}

const sameFamily = (a: string, b: string) => a.slice(0, 4) === b.slice(0, 4);

/** How each number of a column is shown: with the column's decimals, its own unit, its thousands apart. */
function columnFormat(
  numbers: readonly NumberText[],
  decimal: Decimal,
): (number: NumberText) => string | undefined {
  const places = numbers.map(({ body }) => body.split(decimal)[1]?.length ?? 0);
  const most = Math.max(0, ...new Set(places));
  // `1.40` beside `1.25` is written with two places on purpose; `1.4` beside `1.25` is not.
  const even = most > 0 && places.every((count) => count === most);
  const grouped = numbers.some(({ body }) => /\d[ .,]\d{3}(?!\d)/.test(body.split(decimal)[0] ?? ""));
  const fraction = most > 0 && (even || grouped) ? `.${"0".repeat(most)}` : "";
  return ({ body, unit, unitFirst }) => {
    const own = body.split(decimal)[1]?.length ?? 0;
    if (unit === "%") return own > 0 ? `0.${"0".repeat(own)}%` : "0%";
    const plain = `${grouped ? "#,##0" : "0"}${fraction}`;
    if (unit) {
      const money = fraction || own === 0 ? plain : `${plain}.${"0".repeat(own)}`;
      return unitFirst ? `[$${unit}]${money}` : `${money}[$ ${unit}]`;
    }
    return grouped || fraction ? plain : undefined;
  };
}
