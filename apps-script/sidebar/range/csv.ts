// A CSV file as the rows of a tab: days as days, numbers as numbers, and all else as text.
import type { Cell } from "../../../shared/api/refresh.ts";
import { dayFirstIn, decimalIn, isNothing, readAmount, readDay } from "../../../shared/range/cells.ts";
import type { NewTab } from "../../door.ts";

const SEPARATORS = [";", ",", "\t", "|"] as const;

/** Fields between a separator, in quotes where they hold it; a doubled quote is one (RFC 4180). */
function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let [row, field, quoted]: [string[], string, boolean] = [[], "", false];
  const endRow = (): void => {
    rows.push([...row, field]);
    [row, field] = [[], ""];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && field.trim() === "") [quoted, field] = [true, ""];
    else if (letter === separator) {
      row.push(field);
      field = "";
    } else if (letter === "\n") endRow();
    else if (letter !== "\r" || text[at + 1] !== "\n") {
      if (letter === "\r") endRow();
      else field += letter;
    }
  }
  if (field !== "" || row.length > 0) endRow();
  return rows;
}

/** The separator that cuts the first rows into the most columns, alike from row to row. */
function separatorOf(text: string): string {
  const beginning = text.slice(0, 20_000);
  const scored = SEPARATORS.map((separator) => {
    const widths = readRows(beginning, separator)
      .slice(0, 30)
      .filter((row) => row.some((field) => field !== ""))
      .map((row) => row.length);
    const widest = Math.max(1, ...widths);
    const alike = widths.filter((width) => width === widest).length / Math.max(1, widths.length);
    return { separator, score: widest > 1 ? alike * 100 + widest : 0 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** The tab that a file becomes; undefined where it holds no table. */
export function tabOf(name: string, text: string, locale: string): NewTab | undefined {
  const rows = readRows(text.replace(/^\uFEFF/, ""), separatorOf(text));
  while (rows.length > 0 && isBlankRow(rows[rows.length - 1])) rows.pop();
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (rows.length < 2 || width < 2) return undefined;
  const columns = Array.from({ length: width }, (_, at) =>
    typed(
      rows.map((row) => row[at] ?? ""),
      locale,
    ),
  );
  return {
    name:
      name
        .replace(/\.\w+$/, "")
        .replace(/[[\]*?/\\:']/g, " ")
        .trim()
        .slice(0, 80) || "CSV",
    rows: rows.map((_, row) => columns.map(({ cells }) => cells[row] ?? "")),
    formats: columns.map(({ format }) => format),
  };
}

function isBlankRow(row: readonly string[] = []): boolean {
  return row.every((field) => field.trim() === "");
}

const DAY_FORMAT = "yyyy-mm-dd";

/** A column of days, of numbers, or of texts: digits that would not survive as a number, such as `0612`, are a text. */
function typed(fields: readonly string[], locale: string): { cells: Cell[]; format: string } {
  const [header = "", ...others] = fields;
  const filled = others.filter((field) => !isNothing(field));
  const dayFirst = dayFirstIn(others, locale);
  const days = filled.map((field) => (/^\d+$/.test(field.trim()) ? undefined : readDay(field, dayFirst)));
  if (filled.length > 0 && days.every((day) => day !== undefined)) {
    const cells = others.map((field) => (isNothing(field) ? null : (readDay(field, dayFirst) ?? null)));
    return { cells: [header, ...cells], format: DAY_FORMAT };
  }
  const decimal = decimalIn(others, locale);
  const asNumber = (field: string): number | undefined => readAmount(field, decimal);
  const numbers = filled.filter((field) => asNumber(field) !== undefined).length;
  if (filled.some((field) => /^\+?0\d|^\+?\d{16,}$/.test(field.trim())) || numbers * 2 < filled.length) {
    return { cells: [header, ...others], format: "@" };
  }
  const cells = others.map((field) => (isNothing(field) ? field.trim() : (asNumber(field) ?? field)));
  return { cells: [header, ...cells], format: "" };
}
