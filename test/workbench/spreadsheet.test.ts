// The Spreadsheet service over the grid: reading, writing, sheets, names, notes, metadata.
import { expect, test } from "vitest";
import { answer, failure, openTiny } from "./tiny-add-on.ts";

const SHEET = "const book = SpreadsheetApp.getActive(); const sheet = book.getActiveSheet();";
const csv = "name,size,day\nalpha,1.5,2026-01-02\nbeta,2,2026-01-03\n";

test("values come back as numbers, texts, blanks and dates", () => {
  const code = `${SHEET} const rows = sheet.getRange(1, 1, 4, 3).getValues();
    return rows.map(row => row.map(cell => cell instanceof Date ? cell.toISOString() : cell));`;
  expect(answer(code, { csv, timeZone: "Europe/Paris" })).toEqual([
    ["name", "size", "day"],
    ["alpha", 1.5, "2026-01-01T23:00:00.000Z"],
    ["beta", 2, "2026-01-02T23:00:00.000Z"],
    ["", "", ""],
  ]);
});

test("display values follow the spreadsheet's language", () => {
  const code = `${SHEET} return sheet.getRange('B2:C2').getDisplayValues()[0];`;
  expect(answer(code, { csv, locale: "fr" })).toEqual(["1,5", "2026-01-02"]);
  expect(answer(code, { csv, locale: "en" })).toEqual(["1.5", "2026-01-02"]);
});

test("what is written is understood as if typed: formulas, numbers of the language, apostrophes", () => {
  const code = `${SHEET} sheet.getRange('E1:E4').setValues([['=SUM(B2;B3)'], ['1,5'], ["'=SUM(1)"], [true]]);
    const range = sheet.getRange('E1:E4');
    return [range.getValues().flat(), range.getFormulas().flat()];`;
  expect(answer(code, { csv, locale: "fr" })).toEqual([
    [3.5, 1.5, "=SUM(1)", true],
    ["=SUM(B2;B3)", "", "", ""],
  ]);
});

test("a date written and read again is the same instant", () => {
  const code = `${SHEET} sheet.getRange('E1').setValue(new Date(Date.UTC(2026, 6, 14, 10, 30)));
    return [sheet.getRange('E1').getValue().toISOString(), sheet.getRange('E1').getDisplayValue()];`;
  expect(answer(code, { timeZone: "Europe/Paris" })).toEqual([
    "2026-07-14T10:30:00.000Z",
    "14/07/2026 12:30:00",
  ]);
});

test("rows that do not fit the range are refused", () => {
  const write = (rows: string) =>
    failure(() => answer(`${SHEET} sheet.getRange('A1:B2').setValues(${rows});`));
  expect(write("[[1, 2]]")).toBe(
    "The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
  );
  expect(write("[[1, 2], [3]]")).toBe(
    "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
  );
});

test("a range outside the sheet is refused until rows are added", () => {
  const code = `${SHEET} sheet.getRange(1001, 1).setValue(1);`;
  expect(failure(() => answer(code))).toBe(
    "The coordinates of the range are outside the dimensions of the sheet.",
  );
  expect(
    answer(`${SHEET} sheet.insertRowsAfter(sheet.getMaxRows(), 5); sheet.getRange(1005, 1).setValue(7);
    return [sheet.getMaxRows(), sheet.getLastRow()];`),
  ).toEqual([1005, 1005]);
});

test("more cells than the grid takes in one step are written at once", () => {
  const code = `${SHEET} sheet.insertRowsAfter(1000, 1500);
    const rows = Array.from({ length: 2500 }, (_, row) => Array.from({ length: 10 }, (_, column) => row * column));
    sheet.getRange(1, 1, 2500, 10).setValues(rows);
    return sheet.getRange('J2500').getValue();`;
  // Row 2,499 counted from 0, times column 9.
  expect(answer(code)).toBe(22_491);
}, 20_000);

test("geometry counts from 1 and writes A1 notation", () => {
  const code = `${SHEET} const range = sheet.getRange(2, 3, 4, 5);
    return [range.getA1Notation(), range.offset(1, -1).getA1Notation(), range.getCell(2, 2).getA1Notation(),
      range.getLastRow(), range.getLastColumn(), sheet.getRange('Z7').getColumn(), sheet.getRange('B:C').getNumRows()];`;
  expect(answer(code)).toEqual(["C2:G5", "B3:F6", "D3", 5, 7, 26, 1000]);
});

test("sheets are added, found, renamed, hidden, moved and deleted", () => {
  const code = `${SHEET}
    const added = book.insertSheet('Données');
    added.setName('Ventes 2026'); added.hideSheet(); added.setFrozenRows(1);
    book.insertSheet('Last'); book.moveActiveSheet(1);
    const names = book.getSheets().map(each => each.getName());
    const found = book.getRange("'Ventes 2026'!B2").getSheet();
    found.setTabColor('#ff0000');
    const facts = [found.getName(), found.isSheetHidden(), found.getFrozenRows(), found.getTabColor(), book.getSheetById(added.getSheetId()).getName()];
    book.deleteSheet(book.getSheetByName('Last'));
    return [names, facts, book.getNumSheets(), book.getSheetByName('Last')];`;
  expect(answer(code)).toEqual([
    ["Last", "Sheet1", "Ventes 2026"],
    ["Ventes 2026", true, 1, "#ff0000", "Ventes 2026"],
    2,
    null,
  ]);
});

test("two sheets cannot have one name", () => {
  expect(failure(() => answer(`${SHEET} book.insertSheet('Sheet1');`))).toBe(
    'A sheet with the name "Sheet1" already exists. Please enter another name.',
  );
});

test("rows are appended after the last one that holds something", () => {
  const code = `${SHEET} sheet.appendRow(['gamma', 3]); return [sheet.getLastRow(), sheet.getRange('A4:B4').getValues()[0]];`;
  expect(answer(code, { csv })).toEqual([4, ["gamma", 3]]);
});

test("deleting rows and clearing contents move and empty cells", () => {
  const code = `${SHEET} sheet.deleteRows(2, 1); const first = sheet.getRange('A2').getValue();
    sheet.clearContents(); return [first, sheet.getLastRow()];`;
  expect(answer(code, { csv })).toEqual(["beta", 0]);
});

test("number formats, alignment and colours apply, one for all or one for each", () => {
  const code = `${SHEET} sheet.getRange('B2:B3').setNumberFormat('0.0%').setHorizontalAlignment('right').setBackground('#ff0000')
      .setFontWeight('bold').setFontWeights([['bold'], ['normal']]).setWrap(true);
    sheet.getRange('B3').setNumberFormat('General').setHorizontalAlignment(null).setBackground(null);
    return [sheet.getRange('B2:B3').getDisplayValues(), sheet.getRange('B2:B3').getNumberFormats()];`;
  expect(answer(code, { csv })).toEqual([
    [["150.0%"], ["2"]],
    [["0.0%"], ["General"]],
  ]);
});

test("looks add up: a colour for each cell keeps what was set for all", () => {
  const { runtime, model } = openTiny(`function paint() {
    SpreadsheetApp.getActiveSheet().getRange('A1:A2').setFontWeight('bold').setHorizontalAlignment('right')
      .setBackgrounds([['#ff0000'], ['#00ff00']]).setHorizontalAlignment(null);
  }`);
  runtime.call("paint", []);
  const [sheetId = ""] = model.getters.getSheetIds();
  const style = (row: number) => model.getters.getCellStyle({ sheetId, row, col: 0 });
  expect(style(0)).toEqual({ bold: true, fillColor: "#ff0000" });
  expect(style(1)).toEqual({ bold: true, fillColor: "#00ff00" });
});

test("a named range is set, found, listed, moved and removed", () => {
  const code = `${SHEET} book.setNamedRange('Sizes', sheet.getRange('B2:B3'));
    const sum = sheet.getRange('E1').setFormula('=SUM(Sizes)').getValue();
    book.getNamedRanges()[0].setRange(sheet.getRange('B3'));
    const moved = book.getRangeByName('Sizes').getA1Notation();
    book.removeNamedRange('Sizes');
    return [sum, moved, book.getRangeByName('Sizes')];`;
  expect(answer(code, { csv })).toEqual([3.5, "B3", null]);
});

test("rows are sorted by a column, blanks last", () => {
  const code = `${SHEET} sheet.getRange('A2:B4').sort({ column: 2, ascending: false });
    return sheet.getRange('A2:B4').getValues();`;
  expect(answer(code, { csv: "name,size\na,1\nb,\nc,3\n" })).toEqual([
    ["c", 3],
    ["a", 1],
    ["b", ""],
  ]);
});

test("columns move to stand before another, on any sheet, and formulas follow them", () => {
  const code = `${SHEET} const other = book.insertSheet('Other');
    other.getRange('A1:E1').setValues([['a', 'b', 'c', 'd', '=B1&C1']]);
    book.setActiveSheet(sheet);
    const first = () => other.getRange('A1:E1').getDisplayValues()[0].join(' ');
    const seen = [];
    other.moveColumns(other.getRange('B:B'), 5); seen.push(first());
    other.moveColumns(other.getRange('D1'), 1); seen.push(first());
    other.moveColumns(other.getRange('A1'), 2); seen.push(first());
    return [...seen, book.getActiveSheet().getName()];`;
  expect(answer(code, { csv })).toEqual(["a c d b bc", "b a c d bc", "b a c d bc", "Data"]);
});

test("notes are kept by cell", () => {
  const code = `${SHEET} sheet.getRange('A1:B1').setNotes([['one', null]]);
    const note = sheet.getRange('A1').getNote(); sheet.getRange('A1').clearNote();
    return [note, sheet.getRange('B1').getNote(), sheet.getRange('A1').getNote()];`;
  expect(answer(code)).toEqual(["one", "", ""]);
});

test("developer metadata belong to a sheet or to the book, are found by key, and go with their sheet", () => {
  const code = `${SHEET}
    const added = book.insertSheet('Other');
    added.addDeveloperMetadata('boussole', 'figures', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
    book.addDeveloperMetadata('version', '2');
    const [one] = added.getDeveloperMetadata();
    const where = one.getLocation().getSheet().getName();
    const found = book.createDeveloperMetadataFinder().withKey('boussole').find();
    one.setValue('changed');
    const all = book.createDeveloperMetadataFinder().find().map(each => each.getKey());
    book.deleteSheet(added);
    const left = book.createDeveloperMetadataFinder().find().map(each => each.getKey() + ' ' + each.getValue());
    return [one.getKey(), one.getValue(), one.getVisibility(), where, found.length, all, left];`;
  expect(answer(code)).toEqual([
    "boussole",
    "changed",
    "PROJECT",
    "Other",
    1,
    ["boussole", "version"],
    ["version 2"],
  ]);
});

test("the selection is read and moved", () => {
  const code = `${SHEET} sheet.getRange('B2:C3').activate();
    return [book.getActiveRange().getA1Notation(), book.getCurrentCell().getA1Notation()];`;
  expect(answer(code)).toEqual(["B2:C3", "B2"]);
});
