// Formulas between a language and the grid's own English.
import * as grid from "@odoo/o-spreadsheet";
import { expect, test } from "vitest";
import { canonicalFormula, localFormula } from "../../workbench/sheet/formula-text.ts";

const locale = (code: string) =>
  grid.DEFAULT_LOCALES.find((known) => known.code === code) ?? grid.DEFAULT_LOCALE;
const french = (typed: string) => canonicalFormula(grid, typed, locale("fr_FR"));
const english = (typed: string) => canonicalFormula(grid, typed, locale("en_US"));

test("in French, ; separates arguments and the comma is decimal", () => {
  expect(french('=CPA(1,5;A1:B2)+LEN("a;b,c")')).toBe('=CPA(1.5,A1:B2)+LEN("a;b,c")');
});

test("in English, the comma and ; both separate arguments", () => {
  expect(english("=CPA(1.5,2)")).toBe("=CPA(1.5,2)");
  expect(english("=CPA(1.5;2)")).toBe("=CPA(1.5,2)");
});

test("arrays are written as in Google Sheets: in French \\ goes right and ; goes down", () => {
  expect(french("=SUM({1,5\\2;3\\4};5)")).toBe("=SUM({1.5,2;3,4},5)");
  expect(english("=SUM({1.5,2;3,4};5)")).toBe("=SUM({1.5,2;3,4},5)");
  expect(french("={SUM(1;2)\\3}")).toBe("={SUM(1,2),3}");
});

test("a formula shown in a language reads back as itself", () => {
  const formula = '=SUM({1.5,2;3,4},CPA(A1:B2,0.25))+LEN("1.5,2")';
  expect(localFormula(grid, formula, locale("fr_FR"))).toBe(
    '=SUM({1,5\\2;3\\4};CPA(A1:B2;0,25))+LEN("1.5,2")',
  );
  expect(french(localFormula(grid, formula, locale("fr_FR")))).toBe(formula);
  expect(localFormula(grid, formula, locale("en_US"))).toBe(formula);
});
