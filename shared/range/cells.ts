// Days and numbers in the cells of a range, as spreadsheets and exports write them.
import type { SentCell } from "../api/ranges.ts";
import { fold } from "../language.ts";
import { parseNumber } from "../number.ts";
import { type Day, parseDay } from "../period.ts";

/** A header or a value without the spaces that exports put in it. */
export function textOf(cell: SentCell | undefined): string {
  return String(cell ?? "")
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .trim();
}

/** Blank, or a mark that exports write for nothing. */
export function isNothing(cell: SentCell | undefined): boolean {
  return /^(?:|-{1,3}|[–—]|n\/?a|nan|null)$/i.test(textOf(cell));
}

/** Months by how their French and English names begin: the order matters, `mar` would be found in `mars` too. */
const MONTHS = [
  /^jan/,
  /^fev|^feb/,
  /^mar/,
  /^avr|^apr/,
  /^mai|^may/,
  /^juin|^jun/,
  /^juil|^jul/,
  /^aou|^aug/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^dec/,
];
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;

/**
 * The day in a cell: a date, `2026-01-31`, `20260131`, `31/01/2026`, `31 janv. 2026`, `Jan 31, 2026`, with or without an
 * hour, or a month (its first day).
 */
export function readDay(cell: SentCell, dayFirst: boolean): Day | undefined {
  if (typeof cell === "boolean") return undefined;
  const text = withoutHour(textOf(cell));
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) return parseDay(`${text}-01`);
  const slashed = SLASHED.exec(text);
  if (slashed) {
    const [, first = "", second = "", year = ""] = slashed;
    return dayFirst ? written(year, second, first) : written(year, first, second);
  }
  return parseDay(text) ?? inWords(text);
}

/** Which comes first in the dates of a column: what one of them shows, else the habit of a locale. */
export function dayFirstIn(cells: readonly SentCell[], locale: string): boolean {
  for (const cell of cells) {
    const [, first, second] = SLASHED.exec(withoutHour(textOf(cell))) ?? [];
    if (Number(first) > 12) return true;
    if (Number(second) > 12) return false;
  }
  return !/^en([_-](US|PH)|$)/i.test(locale);
}

function withoutHour(text: string): string {
  return text.replace(/(?:[ T,]+|\s+(?:à|at)\s+)\d{1,2}[:h]\d{2}.*$/i, "");
}

function written(year: string, month: string, day: string): Day | undefined {
  const whole = year.length === 2 ? `20${year}` : year;
  return parseDay(`${whole}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

function inWords(text: string): Day | undefined {
  const parts = fold(text)
    .split(" ")
    .filter((part) => !/^[a-z]*day$|^(lun|mar|mercre|jeu|vendre|same)di$|^dimanche$/.test(part));
  const name = parts.find((part) => /^[a-z]{3,}/.test(part));
  const numbers = parts.filter((part) => /^\d/.test(part)).map((part) => part.replace(/\D+$/, ""));
  const month = MONTHS.findIndex((begins) => name !== undefined && begins.test(name)) + 1;
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length < 3) ?? "1";
  if (month === 0 || year === undefined || parts.length > 3) return undefined;
  return written(year, String(month), day);
}

/** The number in a cell: `undefined` where there is none, or where only the other decimal mark would make sense of it. */
export function readAmount(cell: SentCell, decimal: "," | "."): number | undefined {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell === "boolean") return undefined;
  const text = textOf(cell);
  if (text.endsWith("%")) return undefined;
  const owed = /^\((.+)\)$/.exec(text)?.[1];
  if (owed !== undefined) {
    const value = readAmount(owed, decimal);
    return value === undefined ? undefined : -value;
  }
  const plain = parseNumber(text);
  if (plain !== undefined) return plain;
  // `1,234`: a thousand, or one and a bit.
  const undecided = /^(\D*)(\d{1,3})([.,])(\d{3})(\D*)$/.exec(text);
  if (!undecided) return undefined;
  const [, before = "", whole = "", mark, rest = "", after = ""] = undecided;
  return parseNumber(
    `${before}${whole}${mark === decimal ? "." : ""}${rest}${mark === decimal ? "0" : ""}${after}`,
  );
}

/** The decimal mark that the texts of columns show, else that of a locale. */
export function decimalIn(cells: readonly SentCell[], locale: string): "," | "." {
  for (const cell of cells) {
    const shown = typeof cell === "string" ? markIn(textOf(cell)) : undefined;
    if (shown !== undefined) return shown;
  }
  return /^(en|ja|ko|zh|th|he)([_-]|$)/i.test(locale) ? "." : ",";
}

/** The decimal mark of one number, where it leaves no doubt: thousands come by three, and never after a lone 0. */
function markIn(text: string): "," | "." | undefined {
  const number = /^\D{0,5}(\d[\d,.' ]*)\D{0,5}$/.exec(text)?.[1] ?? "";
  const marks: readonly string[] = number.match(/[,.]/g) ?? [];
  const last = marks[marks.length - 1] as "," | "." | undefined;
  if (last === undefined) return undefined;
  const other = last === "," ? "." : ",";
  if (marks.includes(other)) return last;
  if (marks.length > 1) return other;
  const [whole = "", rest = ""] = number.split(last);
  return rest.trim().length !== 3 || whole === "0" ? last : undefined;
}
