// Formulas of statistics as people write them, in French and in English spreadsheets.
import { describe, expect, test } from "vitest";
import { readStatistic, type StatisticFormula } from "../../apps-script/formula-reader.ts";

/** The arguments without the text they were read from. */
function argumentsOf(formula: string, mark: string): unknown[] {
  const read = readStatistic(formula, mark) as StatisticFormula;
  return read.args.map((written) =>
    "reference" in written
      ? written.reference
      : "value" in written
        ? written.value
        : { rangeName: written.rangeName },
  );
}

describe("a formula", () => {
  test.each([
    ["=AB_PROB(1;2;3;4)", ","],
    ["=proba_ab(1, 2, 3, 4)", "."],
    ["= PROBA_AB ( 1;2;3;4 ) ", "."],
  ])("is known by either name, in any case: %s", (formula, mark) => {
    expect(readStatistic(formula, mark)).toMatchObject({ name: "AB_PROB" });
    expect(argumentsOf(formula, mark)).toEqual([1, 2, 3, 4]);
  });

  test.each([
    "",
    "12",
    "AB_PROB(1;2;3;4)",
    "=SUM(A1:A3)",
    "=CPA(A1;B1)",
    "=AB_PROB(1;2;3;4)*2",
    "=AB_PROB(1;2;3;4)+AB_PROB(1;2;3;4)",
    "=ROUND(AB_PROB(1;2;3;4);2)",
    "=AB_PROB",
    "=AB_PROB(1;2",
  ])("that is not one statistic alone is not read: “%s”", (formula) => {
    expect(readStatistic(formula, ",")).toBe("not_a_statistic");
  });

  test("without arguments has none", () => {
    expect(argumentsOf("=AB_PROB()", ".")).toEqual([]);
  });
});

describe("an argument", () => {
  test("is a cell, a range, whole or open columns, of this tab or another", () => {
    const formula = `=CLV_PREDICT($B$2;Ventes!b2:b90;'L''été 2026; fin'!C:C;D2:D;Ventes!2:5)`;
    expect(argumentsOf(formula, ",")).toEqual([
      { a1: "$B$2" },
      { sheet: "Ventes", a1: "B2:B90" },
      { sheet: "L'été 2026; fin", a1: "C:C" },
      { a1: "D2:D" },
      { sheet: "Ventes", a1: "2:5" },
    ]);
  });

  test("is a number as the spreadsheet writes it, a text, or nothing", () => {
    expect(argumentsOf('=AB_SAMPLE_SIZE(0,2;-5%;;1,5E2;"dit ""actuelle""; ici")', ",")).toEqual([
      0.2,
      -0.05,
      null,
      150,
      'dit "actuelle"; ici',
    ]);
    expect(argumentsOf("=AB_SAMPLE_SIZE(0.2,.05,6/10)", ".")).toEqual([0.2, 0.05, 0.6]);
  });

  test("alone with a decimal comma is one number", () => {
    expect(argumentsOf("=NPS_SAMPLE(0,5)", ",")).toEqual([0.5]);
    expect(argumentsOf("=NPS_SAMPLE(0,5)", ".")).toEqual([0, 5]);
  });

  test("may stand after a comma in a French spreadsheet too, where nothing else makes sense", () => {
    expect(argumentsOf("=KPI_FORECAST(B2:B90,28)", ",")).toEqual([{ a1: "B2:B90" }, 28]);
  });

  test("is the name of a range", () => {
    expect(argumentsOf("=NPS_CI(Notes_été)", ",")).toEqual([{ rangeName: "Notes_été" }]);
  });

  test.each([
    ["=KPI_FORECAST(B2:B90;SUM(C1:C3))", "SUM(C1:C3)"],
    ["=KPI_FORECAST(FILTER(A:A;B:B=1);7)", "FILTER(A:A;B:B=1)"],
    ["=KPI_FORECAST(B2:B90;C1*2)", "C1*2"],
    ["=AB_SRM({1;2;3})", "{1;2;3}"],
  ])("that is itself a computation is named: %s", (formula, nested) => {
    expect(readStatistic(formula, ",")).toEqual({ nested });
  });
});
