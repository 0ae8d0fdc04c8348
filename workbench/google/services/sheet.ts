// Sheet: one tab of the workbook.
import { parseA1 } from "../a1.ts";
import { Exception, only } from "../exception.ts";
import type { SheetInfo } from "../host.ts";
import type { Context } from "./context.ts";
import { metadataMembers } from "./metadata.ts";
import { createRange } from "./range.ts";
import { sheetLines } from "./sheet-lines.ts";

/** Google's sheets have a number; this one is made from the id, so that it stays when tabs move. */
export function sheetNumber(id: string): number {
  return Array.from(id).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7);
}

export function createSheet(context: Context, id: string) {
  const { book } = context;
  const info = (): SheetInfo => {
    const found = book.sheets().find((sheet) => sheet.id === id);
    if (!found) throw new Exception("Sheet not found.");
    return found;
  };
  const change = (fields: Parameters<typeof book.changeSheet>[1], member: string): object => {
    context.guard("write", member);
    book.changeSheet(id, fields);
    return sheet;
  };
  const area = (row: number, column: number, rows: number, columns: number) => {
    const { rows: most, columns: widest } = info();
    const tooSmall = (what: string) => `The ${what} of the range is too small.`;
    if (!(row >= 1)) throw new Exception(tooSmall("starting row"));
    if (!(column >= 1)) throw new Exception(tooSmall("starting column"));
    if (!(rows >= 1)) throw new Exception("The number of rows in the range must be at least 1.");
    if (!(columns >= 1)) throw new Exception("The number of columns in the range must be at least 1.");
    if (row + rows - 1 > most || column + columns - 1 > widest)
      throw new Exception("The coordinates of the range are outside the dimensions of the sheet.");
    return createRange(context, { sheet: id, row: row - 1, column: column - 1, rows, columns });
  };
  const sheet = only("Sheet", {
    ...metadataMembers(context, id),
    ...sheetLines(context, id),
    getName: () => info().name,
    getSheetName: () => info().name,
    getSheetId: () => sheetNumber(id),
    getIndex: () => book.sheets().findIndex((other) => other.id === id) + 1,
    getMaxRows: () => info().rows,
    getMaxColumns: () => info().columns,
    getLastRow: () => book.extent(id).rows,
    getLastColumn: () => book.extent(id).columns,
    getFrozenRows: () => info().frozenRows,
    getFrozenColumns: () => info().frozenColumns,
    isSheetHidden: () => info().hidden,
    setName: (name: string) => {
      if (book.sheets().some((other) => other.name === name && other.id !== id))
        throw new Exception(`A sheet with the name "${name}" already exists. Please enter another name.`);
      return change({ name }, "setName");
    },
    getTabColor: () => info().tabColor,
    setTabColor: (colour: string | null) => change({ tabColor: colour }, "setTabColor"),
    hideSheet: () => change({ hidden: true }, "hideSheet"),
    showSheet: () => change({ hidden: false }, "showSheet"),
    setFrozenRows: (rows: number): void => void change({ frozenRows: rows }, "setFrozenRows"),
    setFrozenColumns: (columns: number): void => void change({ frozenColumns: columns }, "setFrozenColumns"),
    activate: (): object => {
      book.activate(id);
      return sheet;
    },
    getRange: (first: string | number, column = 1, rows = 1, columns = 1) => {
      if (typeof first === "number") return area(first, column, rows, columns);
      const a1 = parseA1(first);
      if (!a1) return named(context, first);
      const { rows: most, columns: widest } = info();
      const { top, left, bottom, right } = a1;
      return area(top + 1, left + 1, (bottom ?? most - 1) - top + 1, (right ?? widest - 1) - left + 1);
    },
    getDataRange: () => {
      const { rows, columns } = book.extent(id);
      return area(1, 1, Math.max(1, rows), Math.max(1, columns));
    },
    getActiveRange: () => createRange(context, book.selection().area),
    getActiveCell: () => {
      const { area: selected, row, column } = book.selection();
      return createRange(context, { sheet: selected.sheet, row, column, rows: 1, columns: 1 });
    },
    appendRow: (values: readonly unknown[]): object => {
      const row = book.extent(id).rows + 1;
      const { rows, columns } = info();
      context.guard("write", "appendRow");
      if (row > rows) book.insertLines(id, "row", rows, row - rows);
      if (values.length > columns) book.insertLines(id, "column", columns, values.length - columns);
      area(row, 1, 1, values.length).setValues([values]);
      return sheet;
    },
    toString: () => "Sheet",
  });
  return sheet;
}

function named(context: Context, name: string) {
  const found = context.book.names().find((known) => known.name === name);
  if (!found) throw new Exception(`Range not found: ${name}`);
  return createRange(context, found.area);
}
