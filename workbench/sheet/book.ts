// The workbook that scripts see, over the grid's model.
import type * as Grid from "@odoo/o-spreadsheet";
import type { Area, Book, BookInfo } from "../google/host.ts";
import { bookCells } from "./book-cells.ts";
import { bookSheets } from "./book-sheets.ts";

/** @param settle waits for pending custom functions: `flush` of the book. */
export function openBook(
  grid: typeof Grid,
  model: Grid.Model,
  info: Omit<BookInfo, "locale">,
  settle?: () => Promise<void>,
): Book {
  const { getters } = model;
  const zoneOf = ({ row, column, rows, columns }: Area): Grid.Zone => ({
    top: row,
    bottom: row + rows - 1,
    left: column,
    right: column + columns - 1,
  });
  const areaOf = (sheet: string, { top, bottom, left, right }: Grid.Zone): Area => ({
    sheet,
    row: top,
    column: left,
    rows: bottom - top + 1,
    columns: right - left + 1,
  });
  const dispatch = <Type extends Grid.CommandTypes>(
    type: Type,
    payload: Omit<Extract<Grid.Command, { type: Type }>, "type">,
  ): void => {
    const result = model.dispatch(type as never, payload as never);
    const harmless = result.isCancelledBecause("NoChanges" as Grid.CancelledReason);
    if (!result.isSuccessful && !harmless) throw new Error(`${type}: ${result.reasons.join(", ")}`);
  };
  const tools: BookTools = { grid, model, dispatch, zoneOf };
  return {
    ...bookSheets(tools),
    ...bookCells(tools),
    info: () => ({ ...info, locale: getters.getLocale().code }),
    selection: () => {
      const { row, col } = getters.getActivePosition();
      return { area: areaOf(getters.getActiveSheetId(), getters.getSelectedZone()), row, column: col };
    },
    select: (area) => {
      const active = getters.getActiveSheetId();
      if (area.sheet !== active) dispatch("ACTIVATE_SHEET", { sheetIdFrom: active, sheetIdTo: area.sheet });
      model.selection.selectZone({ cell: { row: area.row, col: area.column }, zone: zoneOf(area) });
    },
    names: () =>
      getters.getNamedRanges().map(({ name, range }) => ({ name, area: areaOf(range.sheetId, range.zone) })),
    setName: (name, area) => {
      const known = getters.getNamedRange(name) !== undefined;
      if (!area && known) dispatch("DELETE_NAMED_RANGE", { name });
      if (!area) return;
      const ranges = [getters.getRangeDataFromZone(area.sheet, zoneOf(area))];
      if (known) dispatch("UPDATE_NAMED_RANGE", { oldRangeName: name, newRangeName: name, ranges });
      else dispatch("CREATE_NAMED_RANGE", { name, ranges });
    },
    // Served to a worker, which waits for the promise; alone in Node, nothing is ever pending.
    flush: () => settle?.() as unknown as void,
  };
}

/** What the parts of the book share. */
export interface BookTools {
  grid: typeof Grid;
  model: Grid.Model;
  /** @throws when the grid refuses the command */
  dispatch: <Type extends Grid.CommandTypes>(
    type: Type,
    payload: Omit<Extract<Grid.Command, { type: Type }>, "type">,
  ) => void;
  zoneOf: (area: Area) => Grid.Zone;
}
