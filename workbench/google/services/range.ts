// Range: a rectangle of cells; where it is, what it holds, how it looks.
import { columnLetters, writeA1 } from "../a1.ts";
import { Exception, only } from "../exception.ts";
import type { Area } from "../host.ts";
import type { Context } from "./context.ts";
import { rangeLooks } from "./range-looks.ts";
import { rangeValues } from "./range-values.ts";
import { createSheet } from "./sheet.ts";

const areas = new WeakMap<object, Area>();

/** The cells of a range that a script hands over. */
export function areaOf(range: object): Area {
  const area = areas.get(range);
  if (!area) throw new Exception("Invalid argument: range");
  return area;
}

export function createRange(context: Context, area: Area) {
  const { sheet, row, column, rows, columns } = area;
  const at = (place: Partial<Area>) => {
    const moved = { ...area, ...place };
    if (moved.row < 0 || moved.column < 0 || moved.rows < 1 || moved.columns < 1)
      throw new Exception("The coordinates of the range are outside the dimensions of the sheet.");
    return createRange(context, moved);
  };
  const members = {
    ...rangeValues(context, area, (): object => range),
    ...rangeLooks(context, area, (): object => range),
    getRow: () => row + 1,
    getRowIndex: () => row + 1,
    getColumn: () => column + 1,
    getLastRow: () => row + rows,
    getLastColumn: () => column + columns,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getWidth: () => columns,
    getHeight: () => rows,
    getA1Notation: () => writeA1(area),
    getSheet: (): object => createSheet(context, sheet),
    getGridId: () => sheet,
    getCell: (inRow: number, inColumn: number): object =>
      at({ row: row + inRow - 1, column: column + inColumn - 1, rows: 1, columns: 1 }),
    offset: (down: number, right: number, newRows = rows, newColumns = columns): object =>
      at({ row: row + down, column: column + right, rows: newRows, columns: newColumns }),
    activate: (): object => {
      context.book.select(area);
      return range;
    },
    toString: () => `Range ${columnLetters(column)}${row + 1}`,
  };
  const range: typeof members = only("Range", members);
  areas.set(range, area);
  return range;
}
