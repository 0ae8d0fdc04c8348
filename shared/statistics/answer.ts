// What a statistic answers to a cell: a number, or a table whose headers and words are in both languages.
import type { Argument, Cell } from "../cell.ts";
import type { Language, Words } from "../language.ts";
import { fail } from "../problem.ts";
import type { Limits } from "./limits.ts";

/** A cell, or a word in both languages. */
export type WordedCell = Cell | Words;

export interface Table {
  /** As `words` reads them. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly WordedCell[])[];
}

export type Answer = number | Table;

/** Computes a statistic from the arguments of a cell. What is wrong with them is thrown as a problem. */
export type Statistic = (args: readonly Argument[], limits: Limits) => Answer;

/** What stands in a table where there is no value. */
export const UNDEFINED = "—";

/** The words of `taux | rate`, or one word for both languages. */
export function words(text: string): Words {
  const [fr = "", en = fr] = text.split(" | ");
  return { fr, en };
}

/** A table for a sheet, its header first, in one language. */
export function worded({ headers, rows }: Table, language: Language): Cell[][] {
  return [headers.map(words), ...rows].map((row) =>
    row.map((cell) => (isWords(cell) ? cell[language] : cell)),
  );
}

export function isWords(cell: unknown): cell is Words {
  return typeof cell === "object" && cell !== null && "fr" in cell;
}

/** Refuses an answer that holds a number which is none. */
export function finite(answer: Answer): Answer {
  const cells: readonly WordedCell[] = typeof answer === "number" ? [answer] : answer.rows.flat();
  const sound = cells.every((cell) => typeof cell !== "number" || Number.isFinite(cell));
  return sound ? answer : fail({ kind: "not_finite" });
}
