// A CSV cell as the grid's model takes it.
import type { CsvCell } from "./csv.ts";

/** Texts that the grid would not read as a number, a day, a truth value or a formula. */
const PLAIN = /^\p{L}[^\d]*$/u;
const TRUTH = /^(?:true|false)$/i;

/** The content of a cell, in the model's English; an apostrophe keeps a text that would be read otherwise. */
export function contentOf(cell: CsvCell): string {
  switch (cell.kind) {
    case "blank":
      return "";
    case "text":
      return PLAIN.test(cell.value) && !TRUTH.test(cell.value) ? cell.value : `'${cell.value}`;
    case "number":
    case "date":
      return String(cell.value);
  }
}
