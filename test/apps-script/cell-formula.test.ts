// The text of the formulas that the add-on writes.
import { assert, integer, property, string } from "fast-check";
import { expect, test } from "vitest";
import {
  argumentSeparator,
  parseReference,
  printArgument,
  printCellFormula,
  printNumber,
  printReference,
} from "../../apps-script/cell-formula.ts";

test.each([
  ["b2", { a1: "B2" }],
  [" $B$2:$B$31 ", { a1: "$B$2:$B$31" }],
  ["B:B", { a1: "B:B" }],
  ["2:5", { a1: "2:5" }],
  ["Data!B2:B31", { sheet: "Data", a1: "B2:B31" }],
  ["Publicité 2026!b2", { sheet: "Publicité 2026", a1: "B2" }],
  ["'L''été'!B:C", { sheet: "L'été", a1: "B:C" }],
  ["'Bilan !'!A1", { sheet: "Bilan !", a1: "A1" }],
])("%s is a reference", (text, reference) => {
  expect(parseReference(text)).toEqual(reference);
});

test.each([
  "",
  "B",
  "12",
  "abc",
  "B0",
  "ABCD1",
  "B2:",
  "!B2",
  "Data!",
  "B2;C2",
  "SUM(B2:B3)",
  "B2:B",
  "''!B2",
])("“%s” is no reference", (text) => {
  expect(parseReference(text)).toBeUndefined();
});

test("any sheet name survives being printed and read", () => {
  assert(
    property(
      string({ minLength: 1 }).filter((name) => name.trim() === name),
      (sheet) => {
        const reference = { sheet, a1: "B2:B31" };
        expect(parseReference(printReference(reference))).toEqual(reference);
      },
    ),
  );
});

test("the sheet where the formula stands is not named", () => {
  expect(printReference({ sheet: "Data", a1: "B2" }, "Data")).toBe("B2");
  expect(printReference({ sheet: "Data", a1: "B2" }, "Bilan")).toBe("Data!B2");
});

test.each([
  [1200, "1200"],
  [-3, "-3"],
  [0.6, "6/10"],
  [-12.5, "-125/10"],
  [0.004, "4/1000"],
  [1e-7, "1/10000000"],
  [2.5e21, "2500000000000000000000"],
])("%d is written %s, without a decimal mark", (value, text) => {
  expect(printNumber(value)).toBe(text);
});

test("a number written without a decimal mark is the same number, to the last digit", () => {
  const digits = integer({ min: -1e15, max: 1e15 });
  assert(
    property(digits, integer({ min: 0, max: 20 }), (whole, shift) => {
      const value = Number(`${whole}e-${shift}`);
      const [above = "", below = "1"] = printNumber(value).split("/");
      expect(Number(above) / Number(below)).toBe(value + 0);
    }),
  );
});

test("a formula holds its arguments between semicolons, or as the locale separates them", () => {
  const args = [{ sheet: "Data", a1: "B2:B31" }, { sheet: "Bilan", a1: "C2:C31" }, 0.6, 'say "90"'];
  const printed = args.map((argument) => printArgument(argument, "Bilan"));
  expect(printCellFormula("CPA", printed)).toBe('=CPA(Data!B2:B31; C2:C31; 6/10; "say ""90""")');
  expect(printCellFormula("CPA", ["B2", "C2"], argumentSeparator("en_GB"))).toBe("=CPA(B2, C2)");
});

test.each([
  ["fr_FR", ";"],
  ["fr", ";"],
  ["de_DE", ";"],
  ["en_US", ","],
  ["en_GB", ","],
  ["ja_JP", ","],
  ["not a locale", ","],
])("a spreadsheet in %s separates arguments with “%s”", (locale, separator) => {
  expect(argumentSeparator(locale)).toBe(separator);
});
