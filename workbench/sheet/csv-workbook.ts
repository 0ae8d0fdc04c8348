// A workbook made of CSV files, one tab each.
import type * as Grid from "@odoo/o-spreadsheet";
import { contentOf } from "./csv-content.ts";
import type { CsvCell } from "./csv.ts";

export interface CsvTab {
  name: string;
  rows: CsvCell[][];
}

/** The size of a new sheet in Google Sheets. */
const ROWS = 1000;
const COLUMNS = 26;

/** The part of a model's data that holds these tabs. */
export function workbookOf(grid: typeof Grid, tabs: readonly CsvTab[]) {
  const formats: string[] = [];
  const sheets = tabs.map(({ name, rows }, at) => {
    const cells: Record<string, string> = {};
    const cellFormats: Record<string, number> = {};
    for (const [row, line] of rows.entries())
      for (const [column, cell] of line.entries()) {
        const place = grid.helpers.toXC(column, row);
        if (cell.kind !== "blank") cells[place] = contentOf(cell);
        if (!("format" in cell) || !cell.format) continue;
        if (!formats.includes(cell.format)) formats.push(cell.format);
        cellFormats[place] = formats.indexOf(cell.format) + 1;
      }
    return {
      id: `tab${at}`,
      name,
      rowNumber: Math.max(ROWS, rows.length),
      colNumber: Math.max(COLUMNS, rows[0]?.length ?? 0),
      cells,
      formats: cellFormats,
    };
  });
  return { sheets, formats: Object.fromEntries(formats.map((format, at) => [at + 1, format])) };
}
