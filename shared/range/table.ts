// Where the header of a range stands, and what a spreadsheet hands over of it.
import type { AskedColumn, SentCell, SentRows } from "../api/ranges.ts";
import { isHeader } from "../cell.ts";
import { isNothing, textOf } from "./cells.ts";
import type { FoundColumn } from "./propose.ts";

/** A title, a period, a blank line: a header stands below no more than this. */
export const DEEPEST_HEADER = 20;

/** The place of the first row that names columns; -1 where there is none. */
export function headerPlace(rows: readonly (readonly SentCell[])[]): number {
  return rows
    .slice(0, DEEPEST_HEADER)
    .findIndex((row) => row.filter((cell) => textOf(cell) !== "").length > 1 && isHeader(row));
}

/** The columns under a header. */
export function columnsUnder(rows: readonly (readonly SentCell[])[], header: number): FoundColumn[] {
  const [names = [], ...others] = rows.slice(header);
  return names.map((name, place) => ({ header: textOf(name), cells: others.map((row) => row[place] ?? "") }));
}

/**
 * What is sent of a range: the columns asked for, from the row that names them all, else from the first one that is not
 * blank. Values of hidden columns become numbers, alike where the values are.
 * @param first the row of the sheet in which the range begins
 */
export function sentRows(
  rows: readonly (readonly SentCell[])[],
  first: number,
  columns: readonly AskedColumn[],
): SentRows {
  const names = rows.slice(0, DEEPEST_HEADER).map((row) => row.map(textOf));
  const holdsAll = (row: readonly string[]): boolean => columns.every(({ header }) => row.includes(header));
  const place = names.findIndex(holdsAll);
  const header =
    place >= 0
      ? place
      : Math.max(
          0,
          names.findIndex((row) => row.some((name) => name !== "")),
        );
  const wanted = (names[header] ?? []).flatMap((name, at) => {
    const column = columns.find((one) => one.header === name);
    return column ? [{ at, hidden: column.hidden, known: new Map<string, number>() }] : [];
  });
  const body = rows.slice(header + 1).map((row) =>
    wanted.map(({ at, hidden, known }): SentCell => {
      const cell = row[at] ?? "";
      if (!hidden || isNothing(cell)) return cell;
      const id = textOf(cell).toLowerCase();
      const number = known.get(id) ?? known.size + 1;
      known.set(id, number);
      return number;
    }),
  );
  return { first: first + header, rows: [wanted.map(({ at }) => names[header]?.[at] ?? ""), ...body] };
}
