// The arguments and the answer of a statistic in JSON, without loss: what is computed far away is what a cell computes.
import type { ComputeAnswer, ComputeRequest, SentCell, SentRange } from "../api/compute.ts";
import { type Argument, type Cell, isBlank, isDate, isRange, type Range } from "../cell.ts";
import { type Answer, isWords, words } from "./answer.ts";

/** An argument of a cell, to send. */
export function sentArgument(argument: Argument): SentCell | SentRange {
  if (!isRange(argument)) return sentCell(argument);
  const cells = argument.flatMap((row) => row.map(sentCell));
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  return { rows: argument.length, columns: argument[0]?.length ?? 0, cells };
}

function sentCell(cell: Cell): SentCell {
  if (isDate(cell)) return { date: cell.getTime() };
  return isBlank(cell) ? null : (cell as Exclude<SentCell, object>);
}

/** The arguments that were sent. */
export function readArguments(sent: ComputeRequest["arguments"]): Argument[] {
  const dates = new Map<number, Date>();
  // The same days come back thousands of times.
  const dateAt = (instant: number): Date => {
    const date = dates.get(instant) ?? new Date(instant);
    dates.set(instant, date);
    return date;
  };
  const read = (cell: SentCell = null): Cell => (isSentDate(cell) ? dateAt(cell.date) : (cell ?? ""));
  return sent.map((argument) => (isSentRange(argument) ? rangeOf(argument, read) : read(argument)));
}

function rangeOf({ rows, columns, cells }: SentRange, read: (cell?: SentCell) => Cell): Range {
  const blank: Cell[] = Array.from({ length: columns }, () => "");
  return Array.from({ length: rows }, (_, row) =>
    row * columns < cells.length ? blank.map((__, column) => read(cells[row * columns + column])) : blank,
  );
}

function isSentDate(cell: SentCell): cell is { readonly date: number } {
  return typeof cell === "object" && cell !== null;
}

function isSentRange(argument: SentCell | SentRange): argument is SentRange {
  return typeof argument === "object" && argument !== null && "cells" in argument;
}

/** The answer of a statistic, to send. */
export function sentAnswer(answer: Answer): ComputeAnswer {
  if (typeof answer === "number") return { value: answer };
  const rows = answer.rows.map((row) => row.map((cell) => (isWords(cell) ? cell : sentCell(cell))));
  return { header: answer.headers.map(words), rows };
}
