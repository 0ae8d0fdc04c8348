// The workbook's sheets: adding, removing, changing them, their rows and columns.
import type { Book } from "../google/host.ts";
import type { BookTools } from "./book.ts";

type SheetMembers = Pick<
  Book,
  | "sheets"
  | "activeSheet"
  | "activate"
  | "addSheet"
  | "deleteSheet"
  | "changeSheet"
  | "insertLines"
  | "deleteLines"
  | "moveColumns"
  | "resizeColumns"
  | "extent"
>;

/** The size of a new sheet in Google Sheets. */
const NEW_ROWS = 1000;
const NEW_COLUMNS = 26;

export function bookSheets({ grid, model, dispatch }: BookTools): SheetMembers {
  const { getters } = model;
  const ids = new grid.helpers.UuidGenerator();
  const frozen = (sheet: string) => getters.getPaneDivisions(sheet);
  /** The grid moves a sheet by a number of visible ones. */
  const stepsTo = (index: number, sheet: string): number => {
    const all = getters.getSheetIds();
    const from = all.indexOf(sheet);
    const passed = index > from ? all.slice(from + 1, index + 1) : all.slice(index, from);
    const steps = passed.filter((id) => getters.isSheetVisible(id)).length;
    return index > from ? steps : -steps;
  };
  const activate = (sheet: string): void => {
    const sheetIdFrom = getters.getActiveSheetId();
    if (sheet !== sheetIdFrom) dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: sheet });
  };
  return {
    sheets: () =>
      getters.getSheetIds().map((id) => ({
        id,
        name: getters.getSheetName(id),
        rows: getters.getNumberRows(id),
        columns: getters.getNumberCols(id),
        hidden: !getters.isSheetVisible(id),
        frozenRows: frozen(id).ySplit,
        frozenColumns: frozen(id).xSplit,
        tabColor: getters.getSheet(id).color ?? null,
      })),
    activeSheet: () => getters.getActiveSheetId(),
    activate,
    addSheet: (name, index) => {
      const sheetId = ids.uuidv4();
      dispatch("CREATE_SHEET", { sheetId, name, position: index, cols: NEW_COLUMNS, rows: NEW_ROWS });
      return sheetId;
    },
    deleteSheet: (sheetId) => dispatch("DELETE_SHEET", { sheetId, sheetName: getters.getSheetName(sheetId) }),
    changeSheet: (sheetId, { name, hidden, frozenRows, frozenColumns, index, tabColor }) => {
      if (name !== undefined)
        dispatch("RENAME_SHEET", { sheetId, newName: name, oldName: getters.getSheetName(sheetId) });
      if (hidden !== undefined && hidden === getters.isSheetVisible(sheetId))
        dispatch(hidden ? "HIDE_SHEET" : "SHOW_SHEET", { sheetId });
      if (frozenRows === 0) dispatch("UNFREEZE_ROWS", { sheetId });
      else if (frozenRows) dispatch("FREEZE_ROWS", { sheetId, quantity: frozenRows });
      if (frozenColumns === 0) dispatch("UNFREEZE_COLUMNS", { sheetId });
      else if (frozenColumns) dispatch("FREEZE_COLUMNS", { sheetId, quantity: frozenColumns });
      if (tabColor === null) dispatch("COLOR_SHEET", { sheetId });
      else if (tabColor) dispatch("COLOR_SHEET", { sheetId, color: tabColor });
      const delta = index === undefined ? 0 : stepsTo(index, sheetId);
      if (delta !== 0) dispatch("MOVE_SHEET", { sheetId, delta });
    },
    insertLines: (sheetId, kind, at, count) =>
      dispatch("ADD_COLUMNS_ROWS", {
        sheetId,
        sheetName: getters.getSheetName(sheetId),
        dimension: kind === "row" ? "ROW" : "COL",
        base: at === 0 ? 0 : at - 1,
        position: at === 0 ? "before" : "after",
        quantity: count,
      }),
    deleteLines: (sheetId, kind, at, count) =>
      dispatch("REMOVE_COLUMNS_ROWS", {
        sheetId,
        sheetName: getters.getSheetName(sheetId),
        dimension: kind === "row" ? "ROW" : "COL",
        elements: lines(at, count),
      }),
    moveColumns: (sheetId, at, count, before) => {
      // The grid moves columns of its active sheet only.
      const active = getters.getActiveSheetId();
      activate(sheetId);
      dispatch("MOVE_COLUMNS_ROWS", {
        sheetId,
        sheetName: getters.getSheetName(sheetId),
        dimension: "COL",
        base: before > at ? before - 1 : before,
        position: before > at ? "after" : "before",
        elements: lines(at, count),
      });
      activate(active);
    },
    resizeColumns: (sheetId, at, count, width) => {
      if (width === "auto") dispatch("AUTORESIZE_COLUMNS", { sheetId, cols: lines(at, count) });
      else
        dispatch("RESIZE_COLUMNS_ROWS", {
          sheetId,
          dimension: "COL",
          elements: lines(at, count),
          size: width,
        });
    },
    extent: (sheet) => {
      let [rows, columns] = [0, 0];
      for (const position of getters.getEvaluatedCellsPositions(sheet)) {
        if (getters.getEvaluatedCell(position).value === null) continue;
        rows = Math.max(rows, position.row + 1);
        columns = Math.max(columns, position.col + 1);
      }
      return { rows, columns };
    },
  };
}

const lines = (at: number, count: number) => Array.from({ length: count }, (_, next) => at + next);
