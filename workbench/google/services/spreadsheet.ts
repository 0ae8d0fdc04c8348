// Spreadsheet: the workbook, its sheets and its named ranges.
import { parseA1 } from "../a1.ts";
import { Exception, only } from "../exception.ts";
import type { Area, NamedArea } from "../host.ts";
import type { Context } from "./context.ts";
import { metadataMembers } from "./metadata.ts";
import { areaOf, createRange } from "./range.ts";
import { createSheet, sheetNumber } from "./sheet.ts";

export function createSpreadsheet(context: Context) {
  const { book } = context;
  const sheetNamed = (name: string) => {
    const found = book.sheets().find((sheet) => sheet.name === name);
    return found ? createSheet(context, found.id) : null;
  };
  const selected = () => book.selection();
  const spreadsheet = only("Spreadsheet", {
    ...metadataMembers(context, null),
    getId: () => book.info().id,
    getName: () => book.info().name,
    getUrl: () => book.info().url,
    getSpreadsheetLocale: () => book.info().locale,
    getSpreadsheetTimeZone: () => book.info().timeZone,
    getSheets: () => book.sheets().map(({ id }) => createSheet(context, id)),
    getNumSheets: () => book.sheets().length,
    getSheetByName: sheetNamed,
    getSheetById: (number: number) => {
      const found = book.sheets().find(({ id }) => sheetNumber(id) === number);
      return found ? createSheet(context, found.id) : null;
    },
    getActiveSheet: () => createSheet(context, book.activeSheet()),
    setActiveSheet: (sheet: { activate(): object }) => sheet.activate(),
    getActiveRange: () => createRange(context, selected().area),
    setActiveRange: (range: { activate(): object }) => range.activate(),
    getCurrentCell: () => {
      const { area, row, column } = selected();
      return createRange(context, { sheet: area.sheet, row, column, rows: 1, columns: 1 });
    },
    getRange: (notation: string) => {
      const name = parseA1(notation)?.sheet;
      if (!name) return createSheet(context, book.activeSheet()).getRange(notation);
      const sheet = sheetNamed(name);
      if (!sheet) throw new Exception(`Range not found: ${notation}`);
      return sheet.getRange(notation);
    },
    insertSheet: (...args: (string | number)[]) => {
      context.guard("write", "insertSheet");
      const name = args.find((arg) => typeof arg === "string") ?? freeName(book.sheets().map((s) => s.name));
      const index = args.find((arg) => typeof arg === "number") ?? book.sheets().length;
      if (sheetNamed(name))
        throw new Exception(`A sheet with the name "${name}" already exists. Please enter another name.`);
      const id = book.addSheet(name, index);
      book.activate(id);
      return createSheet(context, id);
    },
    deleteSheet: (sheet: { getName(): string }): void => {
      context.guard("write", "deleteSheet");
      const found = book.sheets().find(({ name }) => name === sheet.getName());
      if (found) book.deleteSheet(found.id);
    },
    moveActiveSheet: (position: number): void => {
      context.guard("write", "moveActiveSheet");
      book.changeSheet(book.activeSheet(), { index: position - 1 });
    },
    getNamedRanges: () => book.names().map((named) => createNamedRange(context, named)),
    getRangeByName: (name: string) => {
      const named = book.names().find((known) => known.name === name);
      return named ? createRange(context, named.area) : null;
    },
    setNamedRange: (name: string, range: object): void => {
      context.guard("write", "setNamedRange");
      book.setName(name, areaOf(range));
    },
    removeNamedRange: (name: string): void => {
      context.guard("write", "removeNamedRange");
      book.setName(name, null);
    },
    toast: (message: unknown, title: unknown = "", seconds = 5): void => {
      context.guard("panel", "toast");
      context.ui.toast(String(message), String(title), seconds);
    },
    toString: () => "Spreadsheet",
  });
  return spreadsheet;
}

function freeName(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`Sheet${number}`)) number++;
  return `Sheet${number}`;
}

function createNamedRange(context: Context, { name, area }: NamedArea) {
  const write = (place: Area | null, member: string) => {
    context.guard("write", member);
    context.book.setName(name, place);
  };
  return only("NamedRange", {
    getName: () => name,
    getRange: () => createRange(context, area),
    remove: (): void => write(null, "remove"),
    setRange: (range: object): void => write(areaOf(range), "setRange"),
  });
}
