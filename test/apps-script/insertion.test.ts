// The insertion form: what is typed in its fields, and the formula it makes.
import { describe, expect, test } from "vitest";
import {
  calledWith,
  cautionOn,
  exampleFormula,
  exampleTexts,
  type Field,
  fieldsOf,
  previewFormula,
  readFields,
} from "../../apps-script/sidebar/insertion.ts";
import { unbrokenFormula, valueInWords } from "../../apps-script/sidebar/kpi-words.ts";
import type { Kpi } from "../../shared/kpi.ts";
import { catalogue, findKpi } from "../../shared/kpis/index.ts";

const french = { language: "fr", sheetLocale: "fr_FR" } as const;
const english = { language: "en", sheetLocale: "en_US" } as const;
const cpa = findKpi("CPA");
const nps = findKpi("NPS");

test("a KPI has a field for each argument: what it takes, its default, what to be careful of", () => {
  const choices = [
    { name: "mean", label: { fr: "moyenne", en: "mean" } },
    { name: "median", label: { fr: "médiane", en: "median" } },
  ];
  const label = { fr: "l", en: "l" };
  const caution = { at: 0, words: label };
  const kpi: Kpi = {
    ...cpa,
    args: [
      { name: "a", metric: "spend", label, fallback: 0, caution },
      { name: "b", metric: "spend", label, fallback: 1, choices },
    ],
  };
  expect(fieldsOf(kpi, false)).toEqual([
    { name: "a", label, takes: "number", fallback: 0, caution },
    { name: "b", label, takes: choices, fallback: "median" },
  ]);
});

describe("reading the fields", () => {
  const read = (texts: Record<string, string>): unknown => readFields(fieldsOf(cpa, false), texts);

  test("cells, ranges and numbers as people write them are arguments", () => {
    expect(read({ spend: "Data!b2:b31", acquisitions: "1\u202f200", conversion_costs: "12,5 %" })).toEqual({
      args: [{ sheet: "Data", a1: "B2:B31" }, 1200, 0.125],
    });
  });

  test("an optional field left empty is left out", () => {
    expect(read({ spend: "B2", acquisitions: "C2", conversion_costs: " " })).toEqual({
      args: [{ a1: "B2" }, { a1: "C2" }],
    });
  });

  test("an optional field left empty before a filled one takes its own default", () => {
    const fields: Field[] = [
      { name: "a", label: { fr: "a", en: "a" }, takes: "number", fallback: 1 },
      { name: "b", label: { fr: "b", en: "b" }, takes: "number", fallback: 0 },
    ];
    expect(readFields(fields, { b: "B2" })).toEqual({ args: [1, { a1: "B2" }] });
  });

  test("a day is a text that any locale reads alike, a choice the word that the function knows", () => {
    const fields: Field[] = [
      { name: "day", label: { fr: "jour", en: "day" }, takes: "day" },
      {
        name: "per",
        label: { fr: "par", en: "per" },
        takes: [{ name: "month", label: { fr: "mois", en: "month" } }],
      },
    ];
    expect(readFields(fields, { day: "31/01/2026", per: "month" })).toEqual({
      args: ["2026-01-31", "month"],
    });
    expect(readFields(fields, { day: "D2:D9", per: "month" })).toEqual({ args: [{ a1: "D2:D9" }, "month"] });
    expect(readFields(fields, { day: "hier" })).toEqual({ errors: { day: "wantDay", per: "wantChoice" } });
  });

  test("a value that asks for caution says so, typed or left out", () => {
    const words = { fr: "sans marge", en: "without a margin" };
    const field: Field = { name: "a", label: words, takes: "number", fallback: 1, caution: { at: 1, words } };
    expect(cautionOn(field, {})).toBe(words);
    expect(cautionOn(field, { a: "100 %" })).toBe(words);
    expect(cautionOn(field, { a: "0,6" })).toBeUndefined();
    expect(cautionOn(field, { a: "B2" })).toBeUndefined();
  });

  test("what is missing or unclear is told field by field", () => {
    expect(read({ acquisitions: "abc", conversion_costs: "1,234" })).toEqual({
      errors: { spend: "wantNumber", acquisitions: "wantNumber", conversion_costs: "wantNumber" },
    });
  });
});

describe("the preview", () => {
  test("shows what is still to fill by its label, in the separators of the spreadsheet", () => {
    const fields = fieldsOf(cpa, false);
    expect(previewFormula(cpa, fields, { spend: "b2:b31" }, french)).toBe("=CPA(B2:B31; acquisitions)");
    expect(previewFormula(cpa, fields, { spend: "b2:b31" }, english)).toBe("=CPA(B2:B31, acquisitions)");
    expect(previewFormula(cpa, fields, { conversion_costs: "D2" }, french)).toBe(
      "=CPA(dépenses; acquisitions; D2)",
    );
  });

  test("NPS takes one range of answers, or the three counts", () => {
    expect(previewFormula(nps, fieldsOf(nps, true), { scores: "A2:A90" }, french)).toBe("=NPS(A2:A90)");
    expect(previewFormula(nps, fieldsOf(nps, false), {}, french)).toBe(
      "=NPS(promoteurs; passifs; détracteurs)",
    );
  });
});

describe("a measured quantity, which has no function of its own,", () => {
  const sessions = findKpi("SESSIONS");
  const fields = fieldsOf(sessions, false);

  test("is asked of a table, by the function KPI", () => {
    const reading = readFields(fields, { table: "Données!a:z" });
    expect(reading).toEqual({ args: [{ sheet: "Données", a1: "A:Z" }] });
    expect(calledWith(sessions, [{ a1: "A1:K90" }])).toEqual({
      name: "KPI",
      args: ["SESSIONS", { a1: "A1:K90" }],
    });
    expect(previewFormula(sessions, fields, {}, french)).toBe('=KPI("SESSIONS"; tableau avec ses en-têtes)');
    expect(readFields(fields, { table: "1200" })).toEqual({ errors: { table: "wantTable" } });
    expect(readFields(fields, {})).toEqual({ errors: { table: "wantTable" } });
  });

  test("shows what to type, over the tab that holds it", () => {
    expect(exampleFormula(sessions, "fr_FR")).toBe("=KPI(\"SESSIONS\"; 'Données'!A:Z)");
    expect(exampleFormula(sessions, "en_US")).toBe('=KPI("SESSIONS", Data!A:Z)');
    // People counted once are in a tab of their own.
    expect(exampleFormula(findKpi("UNIQUE_VISITORS"), "fr_FR")).toBe('=KPI("UNIQUE_VISITORS"; Uniques!A:Z)');
    const texts = exampleTexts(sessions, "fr_FR") ?? {};
    expect(readFields(fields, texts)).toEqual({ args: [{ sheet: "Données", a1: "A:Z" }] });
  });
});

test.each(catalogue.filter(({ kind }) => kind !== "quantity").map((kpi) => [kpi.name, kpi] as const))(
  "the example of %s fills its fields, in both locales",
  (_, kpi) => {
    for (const locale of ["fr_FR", "en_US"]) {
      const texts = exampleTexts(kpi, locale);
      const columns = kpi.example.args.some((value) => typeof value === "object");
      expect(texts === undefined).toBe(columns);
      if (texts) expect(readFields(fieldsOf(kpi, false), texts)).toEqual({ args: kpi.example.args });
    }
  },
);

test("an example with a column of values fills no field: only cells can hold them", () => {
  expect(exampleTexts({ ...cpa, example: { args: [[600, 400], 48], value: 20 } }, "fr_FR")).toBeUndefined();
});

test("an example is written as one would type it in the spreadsheet", () => {
  const kpi = { ...cpa, example: { args: [0.5, "2026-01-31", [1.5, 2]], value: 0.25 } };
  expect(exampleFormula(kpi, "fr_FR")).toBe('=CPA(0,5; "2026-01-31"; {1,5;2})');
  expect(exampleFormula(kpi, "en_US")).toBe('=CPA(0.5, "2026-01-31", {1.5;2})');
});

test("a formula is told with labels, and never breaks after a sign", () => {
  expect(unbrokenFormula(cpa, "fr")).toBe("(dépenses +\u00a0coûts de conversion) ÷\u00a0acquisitions");
  expect(unbrokenFormula(cpa, "en")).toBe("(spend +\u00a0conversion costs) ÷\u00a0acquisitions");
});

test("a value is told in its unit", () => {
  expect(valueInWords(0.004, "rate", "fr")).toBe("0,4\u202f%");
  expect(valueInWords(0.004, "rate", "en")).toBe("0.4%");
  expect(valueInWords(6, "multiple", "fr")).toBe("6\u00a0×");
  expect(valueInWords(25, "money", "en")).toBe("25");
});
