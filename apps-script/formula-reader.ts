// Reads the formula of a cell that is one statistic alone: its name, and its arguments as they are written.
import { statisticNamed } from "../shared/statistics/functions.ts";
import { parseReference } from "./cell-formula.ts";
import type { Reference } from "./door.ts";

/** An argument as it is written: cells, a named range, a value, or nothing. */
export type Written = { readonly text: string } & (
  | { readonly reference: Reference }
  | { readonly rangeName: string }
  | { readonly value: number | string | null }
);

export interface StatisticFormula {
  /** The English name of the statistic, and the name as written. */
  readonly name: string;
  readonly written: string;
  readonly args: readonly Written[];
}

/** Why a formula is not read: it is not one of the statistics, or an argument is itself a computation. */
export type Unread = "not_a_statistic" | { readonly nested: string };

const CALL = /^=\s*\+?\s*([A-Z_][A-Z0-9_]*)\s*\(([^]*)\)\s*$/i;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?(%?)$/i;
/** How the add-on itself writes a number with decimals: 0.6 is `6/10`. */
const TENTHS = /^([-+]?\d+)\/(10*)$/;

/**
 * @param mark the decimal mark of the spreadsheet: where it is a comma, arguments stand between semicolons, unless the
 * formula makes no sense that way
 */
export function readStatistic(formula: string, mark: string): StatisticFormula | Unread {
  const [, written = "", inside = ""] = CALL.exec(formula.trim()) ?? [];
  const name = statisticNamed(written);
  if (name === undefined) return "not_a_statistic";
  const ways = mark === "," ? [";", ",;"] : [",;"];
  let unread: Unread = "not_a_statistic";
  for (const separators of ways) {
    const texts = splitArguments(inside, separators);
    if (!texts) continue;
    const args = texts.map((text) => readArgument(text, separators === ";" ? "," : "."));
    const nested = texts.find((_, place) => args[place] === undefined);
    if (nested === undefined) {
      const all = args as Written[];
      return { name, written: written.toUpperCase(), args: all.length === 1 && texts[0] === "" ? [] : all };
    }
    if (unread === "not_a_statistic") unread = { nested };
  }
  return unread;
}

/** The texts between separators, those in quotes or brackets left whole; `undefined` where brackets do not match. */
function splitArguments(text: string, separators: string): string[] | undefined {
  const pieces = [""];
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^]/g)) {
    if (token === "(" || token === "{") depth += 1;
    if (token === ")" || token === "}") depth -= 1;
    if (depth < 0) return undefined;
    if (depth === 0 && separators.includes(token)) pieces.push("");
    else pieces[pieces.length - 1] += token;
  }
  return depth === 0 ? pieces.map((piece) => piece.trim()) : undefined;
}

function readArgument(text: string, mark: "," | "."): Written | undefined {
  if (text === "") return { text, value: null };
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  if (quoted !== undefined) return { text, value: quoted.replace(/""/g, '"') };
  const number = mark === "," ? text.replace(",", ".") : text;
  const [, percent] = NUMBER.exec(number) ?? [];
  if (percent !== undefined)
    return { text, value: percent === "%" ? parseFloat(number) / 100 : Number(number) };
  const [, above, below] = TENTHS.exec(text) ?? [];
  if (above !== undefined) return { text, value: Number(above) / Number(below) };
  const reference = parseReference(text) ?? openReference(text);
  if (reference) return { text, reference };
  return /^[\p{L}_][\p{L}\d_.]*$/u.test(text) ? { text, rangeName: text } : undefined;
}

/** `A2:A`: a column from a row on. */
function openReference(text: string): Reference | undefined {
  const [, start = "", column = ""] = /^(.+):(\$?[A-Z]{1,3})$/i.exec(text) ?? [];
  const first = parseReference(start);
  if (!first || first.a1.includes(":")) return undefined;
  return { ...first, a1: `${first.a1}:${column.toUpperCase()}` };
}
