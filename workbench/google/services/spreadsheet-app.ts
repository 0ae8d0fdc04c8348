// SpreadsheetApp: the way into the one workbook that the add-on may see.
import { only } from "../exception.ts";
import { type Context, enumeration } from "./context.ts";
import { METADATA_LOCATIONS, METADATA_VISIBILITIES } from "./metadata.ts";
import { createSpreadsheet } from "./spreadsheet.ts";
import { createUi } from "./ui.ts";

export function createSpreadsheetApp(context: Context) {
  const open = (member: string) => {
    context.guard("read", `SpreadsheetApp.${member}`);
    return createSpreadsheet(context);
  };
  return only("SpreadsheetApp", {
    DeveloperMetadataVisibility: enumeration("DeveloperMetadataVisibility", METADATA_VISIBILITIES),
    DeveloperMetadataLocationType: enumeration("DeveloperMetadataLocationType", METADATA_LOCATIONS),
    flush: (): void => {
      context.guard("read", "SpreadsheetApp.flush");
      context.book.flush();
    },
    getActive: () => open("getActive"),
    getActiveSpreadsheet: () => open("getActiveSpreadsheet"),
    getActiveSheet: () => open("getActiveSheet").getActiveSheet(),
    getActiveRange: () => open("getActiveRange").getActiveRange(),
    getCurrentCell: () => open("getCurrentCell").getCurrentCell(),
    getUi: () => createUi(context),
    setActiveSheet: (sheet: { activate(): object }) => sheet.activate(),
    setActiveRange: (range: { activate(): object }) => range.activate(),
  });
}
