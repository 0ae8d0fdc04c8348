// Adds a tab with the cells of a CSV.
import type * as Grid from "@odoo/o-spreadsheet";
import { contentOf } from "./csv-content.ts";
import type { CsvCell } from "./csv.ts";
import { type CellChange, writeCells } from "./write-cells.ts";

const SPARE_ROWS = 50;
const FEWEST_COLUMNS = 26;
const LONGEST_NAME = 90;

/** Adds a tab after the others and shows it; its name is changed as little as needed to be one. */
export function addTab(grid: typeof Grid, model: Grid.Model, wanted: string, rows: CsvCell[][]): void {
  const { getters } = model;
  const sheetId = crypto.randomUUID();
  model.dispatch("CREATE_SHEET", {
    sheetId,
    name: freeName(grid, getters, wanted),
    position: getters.getSheetIds().length,
    rows: rows.length + SPARE_ROWS,
    cols: Math.max(FEWEST_COLUMNS, rows[0]?.length ?? 0),
  });
  const changes = rows.flatMap((cells, row) =>
    cells.flatMap((cell, col): CellChange[] => {
      if (cell.kind === "blank") return [];
      const format = "format" in cell ? { format: cell.format } : {};
      return [{ sheetId, row, col, content: contentOf(cell), ...format }];
    }),
  );
  writeCells(grid, model, changes);
  model.dispatch("ACTIVATE_SHEET", { sheetIdFrom: getters.getActiveSheetId(), sheetIdTo: sheetId });
}

function freeName(grid: typeof Grid, getters: Grid.Getters, wanted: string): string {
  const taken = new Set(getters.getSheetIds().map((id) => getters.getSheetName(id).toLowerCase()));
  const clean = grid.helpers.sanitizeSheetName(wanted).trim().slice(0, LONGEST_NAME) || "CSV";
  let name = clean;
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${clean} (${count})`;
  return name;
}
