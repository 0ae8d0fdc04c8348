// Range: number formats, colours, alignment, merging and notes.
import type { Area, CellFormat } from "../host.ts";
import type { Context } from "./context.ts";

/** Where notes are kept in the store: the grid has none of its own. */
const NOTE_SCOPE = "notes";

export function rangeLooks(context: Context, area: Area, self: () => object) {
  const { book, store } = context;
  const format = (looks: CellFormat | CellFormat[][], member: string): object => {
    context.guard("write", member);
    book.format(area, looks);
    return self();
  };
  /** `setX(value)` and `setXs(rows of values)`. */
  const each = <Value>(rows: readonly (readonly Value[])[], look: (value: Value) => CellFormat) =>
    rows.map((row) => row.map(look));
  const background = (colour: string | null) => ({ background: colour });
  const colour = (value: string | null) => ({ color: value });
  const numberFormat = (pattern: string) => ({ numberFormat: pattern });
  const weight = (value: string | null) => ({ bold: value === "bold" });
  const horizontal = (side: string | null) => ({
    horizontal: side === "normal" ? null : (side as NonNullable<CellFormat["horizontal"]> | null),
  });
  const merge = (merged: boolean, member: string): object => {
    context.guard("write", member);
    book.merge(area, merged);
    return self();
  };
  const noteKey = (row: number, column: number) =>
    `${area.sheet}!R${area.row + row + 1}C${area.column + column + 1}`;
  const writeNote = (row: number, column: number, note: string | null) => {
    if (note) store.set(NOTE_SCOPE, noteKey(row, column), note);
    else store.delete(NOTE_SCOPE, noteKey(row, column));
  };
  const setNotes = (noteAt: (row: number, column: number) => string | null, member: string): object => {
    context.guard("write", member);
    for (let row = 0; row < area.rows; row++)
      for (let column = 0; column < area.columns; column++) writeNote(row, column, noteAt(row, column));
    return self();
  };
  return {
    getNumberFormat: () => book.numberFormats(area)[0]?.[0],
    getNumberFormats: () => book.numberFormats(area),
    setNumberFormat: (pattern: string) => format(numberFormat(pattern), "setNumberFormat"),
    setNumberFormats: (rows: string[][]) => format(each(rows, numberFormat), "setNumberFormats"),
    setBackground: (value: string | null) => format(background(value), "setBackground"),
    setBackgrounds: (rows: (string | null)[][]) => format(each(rows, background), "setBackgrounds"),
    setFontColor: (value: string | null) => format(colour(value), "setFontColor"),
    setFontColors: (rows: (string | null)[][]) => format(each(rows, colour), "setFontColors"),
    setFontWeight: (value: string | null) => format(weight(value), "setFontWeight"),
    setFontWeights: (rows: (string | null)[][]) => format(each(rows, weight), "setFontWeights"),
    setFontStyle: (style: string | null) => format({ italic: style === "italic" }, "setFontStyle"),
    setFontLine: (line: string | null) =>
      format({ underline: line === "underline", strikethrough: line === "line-through" }, "setFontLine"),
    setFontSize: (size: number) => format({ fontSize: size }, "setFontSize"),
    setHorizontalAlignment: (side: string | null) => format(horizontal(side), "setHorizontalAlignment"),
    setVerticalAlignment: (side: CellFormat["vertical"] | null) =>
      format({ vertical: side ?? null }, "setVerticalAlignment"),
    setWrap: (wrap: boolean) => format({ wrap }, "setWrap"),
    merge: () => merge(true, "merge"),
    breakApart: () => merge(false, "breakApart"),
    getNote: () => store.get(NOTE_SCOPE, noteKey(0, 0)) ?? "",
    setNote: (note: string | null) => setNotes(() => note, "setNote"),
    setNotes: (rows: (string | null)[][]) =>
      setNotes((row, column) => rows[row]?.[column] ?? null, "setNotes"),
    clearNote: () => setNotes(() => null, "clearNote"),
  };
}
