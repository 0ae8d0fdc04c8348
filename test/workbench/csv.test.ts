// Reading CSV files: separators, quotes, and what each column holds.
import { expect, test } from "vitest";
import { decodeCsv } from "../../workbench/sheet/csv-bytes.ts";
import { findSeparator, readRows } from "../../workbench/sheet/csv-rows.ts";
import { type CsvCell, readCsv } from "../../workbench/sheet/csv.ts";

const plain = (cell: CsvCell) => (cell.kind === "blank" ? null : cell.value);
const values = (csv: string) => readCsv(csv).map((row) => row.map(plain));
/** The cells under the header of a file of one column. */
const column = (...fields: string[]) =>
  readCsv(`h\n${fields.map((field) => `"${field}"`).join("\n")}\n`)
    .slice(1)
    .flat();
const columnValues = (...fields: string[]) => column(...fields).map(plain);

test("quotes hold separators, line ends and doubled quotes", () => {
  expect(readRows('a,"b, ""c""\r\nd",e\r\n1,2,3', ",")).toEqual([
    ["a", 'b, "c"\r\nd', "e"],
    ["1", "2", "3"],
  ]);
});

test("a last separator leaves a last blank field, a last line end no row", () => {
  expect(readRows("a;b;\n;;\n", ";")).toEqual([
    ["a", "b", ""],
    ["", "", ""],
  ]);
});

test("the separator is the one that splits every line alike", () => {
  expect(findSeparator("a;b,c;d\n1,5;2;3\n")).toBe(";");
  expect(findSeparator("a\tb\n1,5\t2,5\n")).toBe("\t");
  expect(findSeparator('a,b\n"x;y",2\n')).toBe(",");
  expect(findSeparator("one column\nonly\n")).toBe(",");
});

test("a byte-order mark and blank last lines are dropped, short rows are filled", () => {
  expect(values("\uFEFFa,b\n1\n\n\n")).toEqual([
    ["a", "b"],
    [1, null],
  ]);
});

test("a file in Windows-1252 is read as such", () => {
  expect(decodeCsv(new Uint8Array([0x64, 0xe9, 0x70]))).toBe("dép");
  expect(decodeCsv(new TextEncoder().encode("dép €"))).toBe("dép €");
});

test("a column is decimal by comma or by point as its own numbers show", () => {
  expect(columnValues("1,234", "12,5")).toEqual([1.234, 12.5]);
  expect(columnValues("1,234", "12.5")).toEqual([1234, 12.5]);
  expect(columnValues("1.234,56", "1.234")).toEqual([1234.56, 1234]);
  expect(columnValues("1,234,567", "1,234")).toEqual([1_234_567, 1234]);
  expect(columnValues("0,123", "1,234")).toEqual([0.123, 1.234]);
});

test("when a column does not tell, another one of the file does, then its separator", () => {
  expect(values('a,b\n"1,234","2,5"\n')[1]).toEqual([1.234, 2.5]);
  expect(values("a;b\n1,234;x\n")[1]).toEqual([1.234, "x"]);
  expect(values('a,b\n"1,234",x\n')[1]).toEqual([1234, "x"]);
  expect(values("a,b\n1.234,x\n")[1]).toEqual([1.234, "x"]);
});

test("a column whose numbers contradict each other stays as it is written", () => {
  expect(columnValues("12,5", "12.5")).toEqual(["12,5", "12.5"]);
});

test("thousands may be apart by any space, signs and units are understood", () => {
  expect(columnValues("1\u202F234,5", "-1\u00A0000,25", "1 000 000")).toEqual([1234.5, -1000.25, 1_000_000]);
  expect(columnValues("12,5 %", "−3 %")).toEqual([0.125, -0.03]);
  expect(columnValues("1 234,50 €", "$3,20")).toEqual([1234.5, 3.2]);
});

test("a text among numbers stays a text, and the numbers stay numbers", () => {
  expect(columnValues("1,5", "n/a", "", "2")).toEqual([1.5, "n/a", null, 2]);
});

test("digits that a number would lose keep the whole column as texts", () => {
  expect(columnValues("00123", "75001")).toEqual(["00123", "75001"]);
  expect(columnValues("120210000000000123", "1")).toEqual(["120210000000000123", "1"]);
  expect(columnValues("+33612345678", "12")).toEqual(["+33612345678", "12"]);
  expect(columnValues("0", "0,5")).toEqual([0, 0.5]);
});

test("days are days when the whole column agrees, counted from 1899-12-30", () => {
  // 2026-01-02 is 46,024 days after: 126 years, 31 leap days (1900 was none) and 3 days.
  const serial = 126 * 365 + 31 + 3;
  expect(column("2026-01-02", "", "2026-01-02").slice(0, 2)).toEqual([
    { kind: "date", value: serial, format: "yyyy-mm-dd" },
    { kind: "blank" },
  ]);
  expect(column("02/01/2026", "31/12/2026")[0]).toEqual({
    kind: "date",
    value: serial,
    format: "dd/mm/yyyy",
  });
  expect(column("2026-01-02 06:00")[0]).toEqual({
    kind: "date",
    value: serial + 0.25,
    format: "yyyy-mm-dd hh:mm",
  });
  expect(columnValues("02/01/2026", "12/25/2026")).toEqual(["02/01/2026", "12/25/2026"]);
  expect(columnValues("2026-01-02", "02/01/2026")).toEqual(["2026-01-02", "02/01/2026"]);
  expect(columnValues("2026-02-30")).toEqual(["2026-02-30"]);
});

test("a number keeps its display: even decimals, thousands, percent, currency", () => {
  const formats = (...fields: string[]) =>
    column(...fields).map((cell) => ("format" in cell ? cell.format : null));
  expect(formats("1.40", "1.25")).toEqual(["0.00", "0.00"]);
  expect(formats("1.4", "1.25")).toEqual([null, null]);
  expect(formats("12", "3")).toEqual([null, null]);
  expect(formats("1 234,5", "2")).toEqual(["#,##0.0", "#,##0.0"]);
  expect(formats("12,5 %", "3 %")).toEqual(["0.0%", "0%"]);
  expect(formats("12,50 €", "3,00 €")).toEqual(["0.00[$ €]", "0.00[$ €]"]);
});

test("a first row of numbers is no header, but a header says nothing of its column", () => {
  expect(values("1,2\n3,4\n")[0]).toEqual([1, 2]);
  expect(values("00123,b\n1,2\n")).toEqual([
    ["00123", "b"],
    [1, 2],
  ]);
});
