// A new tab that holds the rows of a file, which the sidebar has read.
import type { RangePlace } from "../shared/api/ranges.ts";
import type { NewTab } from "./door.ts";
import { isDateFormat } from "./patch.ts";
import { activeSpreadsheet } from "./services.ts";
import { refuse } from "./sheet.ts";
import { asText, asWritten, freeName, makeRoom } from "./tab-writer.ts";

/** Writes a tab, texts as texts whatever they begin with. Leaves nothing behind where it cannot. */
export function addTab({ name, rows, formats }: NewTab): RangePlace {
  const spreadsheet = activeSpreadsheet();
  let sheet: GoogleAppsScript.Spreadsheet.Sheet | undefined;
  try {
    sheet = spreadsheet.insertSheet(freeName(name), spreadsheet.getSheets().length);
    makeRoom(sheet, rows.length, formats.length);
    for (const [column, format] of formats.entries()) {
      if (isDateFormat(format)) sheet.getRange(2, column + 1, rows.length, 1).setNumberFormat(format);
    }
    const [header = [], ...others] = rows;
    sheet
      .getRange(1, 1, rows.length, formats.length)
      .setValues([
        header.map((cell) => asText(String(cell ?? ""))),
        ...others.map((row) => row.map((cell, column) => asWritten(cell, formats[column] ?? ""))),
      ]);
    sheet.setFrozenRows(1);
    const last = sheet.getRange(1, formats.length).getA1Notation().replace(/\d/g, "");
    return { sheet: String(sheet.getSheetId()), a1: `A:${last}` };
  } catch (error) {
    console.error(error);
    if (sheet) spreadsheet.deleteSheet(sheet);
    return refuse({ kind: "no_new_tab" });
  }
}
