// Sheet: adding, removing, sizing and emptying rows and columns, which count from 1.
import { Exception } from "../exception.ts";
import type { Context } from "./context.ts";
import { areaOf } from "./range.ts";

export function sheetLines(context: Context, id: string) {
  const { book } = context;
  const insert = (kind: "row" | "column", at: number, count: number, member: string) => {
    context.guard("write", member);
    book.insertLines(id, kind, at, count);
  };
  const remove = (kind: "row" | "column", position: number, count: number, member: string) => {
    context.guard("write", member);
    book.deleteLines(id, kind, position - 1, count);
  };
  /** `destination` is a place among the columns as they stand before the move. */
  const moveColumns = (columns: object, destination: number): void => {
    context.guard("write", "moveColumns");
    const { column, columns: count } = areaOf(columns);
    const { columns: widest = 0 } = book.sheets().find((sheet) => sheet.id === id) ?? {};
    if (!(destination >= 1 && destination <= widest + 1))
      throw new Exception("Those columns are out of bounds.");
    const before = destination - 1;
    if (before < column || before > column + count) book.moveColumns(id, column, count, before);
  };
  const resize = (position: number, count: number, width: number | "auto", member: string) => {
    context.guard("write", member);
    book.resizeColumns(id, position - 1, count, width);
  };
  const clear = (contents: boolean, formats: boolean, member: string) => {
    context.guard("write", member);
    const { rows = 1, columns = 1 } = book.sheets().find((sheet) => sheet.id === id) ?? {};
    book.clear({ sheet: id, row: 0, column: 0, rows, columns }, { contents, formats });
  };
  return {
    insertRowsAfter: (after: number, count: number): void => insert("row", after, count, "insertRowsAfter"),
    insertRowsBefore: (before: number, count: number): void =>
      insert("row", before - 1, count, "insertRowsBefore"),
    insertColumnsAfter: (after: number, count: number): void =>
      insert("column", after, count, "insertColumnsAfter"),
    insertColumnsBefore: (before: number, count: number): void =>
      insert("column", before - 1, count, "insertColumnsBefore"),
    deleteRow: (position: number): void => remove("row", position, 1, "deleteRow"),
    deleteRows: (position: number, count: number): void => remove("row", position, count, "deleteRows"),
    deleteColumn: (position: number): void => remove("column", position, 1, "deleteColumn"),
    deleteColumns: (position: number, count: number): void =>
      remove("column", position, count, "deleteColumns"),
    moveColumns,
    setColumnWidth: (position: number, width: number): void => resize(position, 1, width, "setColumnWidth"),
    setColumnWidths: (start: number, count: number, width: number): void =>
      resize(start, count, width, "setColumnWidths"),
    autoResizeColumn: (position: number): void => resize(position, 1, "auto", "autoResizeColumn"),
    autoResizeColumns: (start: number, count: number): void =>
      resize(start, count, "auto", "autoResizeColumns"),
    clear: (): void => clear(true, true, "clear"),
    clearContents: (): void => clear(true, false, "clearContents"),
    clearFormats: (): void => clear(false, true, "clearFormats"),
  };
}
