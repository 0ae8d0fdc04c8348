// The sidebar in a spreadsheet: taking the selection, writing a formula in the current cell.
import { describe, expect, test } from "vitest";
import type { Answer, CellValue, FormulaArgument, Inserted, Reference } from "../../apps-script/door.ts";
import { loadScript } from "./addon.ts";
import { fakeSpreadsheet, type Given } from "./fake-spreadsheet.ts";

function open(given: Given) {
  const { SpreadsheetApp, cells } = fakeSpreadsheet(given);
  const script = loadScript({ SpreadsheetApp, Session: { getActiveUserLocale: () => "fr" } });
  const ask = (method: string, payload: unknown = null): unknown =>
    JSON.parse(String(script["sidebar"]?.(method, JSON.stringify(payload))));
  return {
    cells,
    selectedNumber: () => ask("selectedNumber") as Answer<CellValue>,
    selection: () => ask("selection") as Answer<Reference>,
    insert: (name: string, args: FormulaArgument[], replace?: string) =>
      ask("insert", { name, args, replace }) as Answer<Inserted>,
  };
}

const campaigns = [
  ["Dépenses", "Clients"],
  [600, 20],
  [400, 28],
];

describe("the selection", () => {
  test("is a range of the only sheet", () => {
    expect(open({ sheets: { Data: campaigns }, selected: "A2:A3" }).selection()).toEqual({
      value: { a1: "A2:A3" },
    });
  });

  test("says its sheet where there are several", () => {
    const sheets = { "Publicité 2026": campaigns, Bilan: [] };
    expect(open({ sheets, selected: "A2:A3" }).selection()).toEqual({
      value: { sheet: "Publicité 2026", a1: "A2:A3" },
    });
  });

  test("of whole columns stays whole, so that later rows count", () => {
    expect(open({ sheets: { Data: campaigns }, selected: "A1:B1000" }).selection()).toEqual({
      value: { a1: "A:B" },
    });
  });

  test("may be missing, as on a sheet that is a chart", () => {
    expect(open({ sheets: { Data: campaigns } }).selection()).toEqual({ refusal: { kind: "no_cell" } });
  });
});

describe("the number of the selected cell", () => {
  const numberIn = (selected: string): unknown =>
    open({ sheets: { Data: [["Leads", 120, "1 234,5", "beaucoup"]] }, selected }).selectedNumber();
  const at = (a1: string, value: number | null) => ({ value: { reference: { sheet: "Data", a1 }, value } });

  test("is a number, or a text that is one", () => {
    expect(numberIn("B1")).toEqual(at("B1", 120));
    expect(numberIn("C1")).toEqual(at("C1", 1234.5));
  });

  test("is that of the first cell of several", () => {
    expect(numberIn("B1:C1")).toEqual(at("B1", 120));
  });

  test("may be missing", () => {
    expect(numberIn("D1")).toEqual(at("D1", null));
    expect(numberIn("A5")).toEqual(at("A5", null));
  });
});

describe("inserting", () => {
  const args = [{ a1: "A2:A3" }, { a1: "B2:B3" }];

  test("writes the formula in the current cell and tells what it shows", () => {
    const book = open({ sheets: { Data: campaigns }, selected: "D2", shows: "20,83" });
    expect(book.insert("CPA", args)).toEqual({ value: { cell: "D2", display: "20,83" } });
    expect(book.cells.get("Data!D2")?.formula).toBe("=CPA(A2:A3; B2:B3)");
  });

  test("names the other sheets only", () => {
    const book = open({ sheets: { Bilan: [], "Publicité 2026": campaigns }, selected: "D2" });
    book.insert("CPA", [{ sheet: "Publicité 2026", a1: "A2:A3" }, { sheet: "Bilan", a1: "B2" }, 0.5]);
    expect(book.cells.get("Bilan!D2")?.formula).toBe("=CPA('Publicité 2026'!A2:A3; B2; 5/10)");
  });

  test("says nothing of a value that the spreadsheet is still computing", () => {
    const book = open({ sheets: { Data: campaigns }, selected: "D2", shows: "Loading..." });
    expect(book.insert("CPA", args)).toEqual({ value: { cell: "D2", display: "" } });
  });

  test("shows a rate as a percentage, unless the cell does already", () => {
    const book = open({ sheets: { Data: campaigns }, selected: "D2" });
    book.insert("CTR", args);
    expect(book.cells.get("Data!D2")?.format).toBe("0.00%");
    book.cells.set("Data!D2", { value: "", formula: "", display: "", format: "0%" });
    book.insert("CTR", args);
    expect(book.cells.get("Data!D2")?.format).toBe("0%");
    const other = open({ sheets: { Data: campaigns }, selected: "D2" });
    other.insert("CPA", args);
    expect(other.cells.get("Data!D2")?.format).not.toContain("%");
  });

  test("says why the cell shows an error, in the user's language", () => {
    const book = open({ sheets: { Data: campaigns }, selected: "D2", shows: "#ERROR!" });
    expect(book.insert("CPA", [{ a1: "A2:A3" }, { a1: "C2" }])).toEqual({
      value: {
        cell: "D2",
        display: "#ERROR!",
        reason: expect.stringMatching(/^CPA\u00a0: «\u00a0acquisitions/),
      },
    });
  });

  test("tells what is to check in the value, in the user's language", () => {
    const book = open({ sheets: { Data: campaigns }, selected: "D2", shows: "30" });
    const { value } = book.insert("CPA", [{ a1: "A2" }, { a1: "B2" }]) as { value: Inserted };
    expect(value.warnings).toEqual([
      "Calculé sur 20 seulement\u00a0: au-dessous de 30, la valeur varie beaucoup d'une fois à l'autre.",
    ]);
  });

  test("tells it of a KPI over a table too", () => {
    const visits = [
      ["Conversions", "Sessions"],
      [90, 50],
    ];
    const book = open({ sheets: { Data: visits }, selected: "D2", shows: "180 %" });
    const { value } = book.insert("KPI", ["CR", { a1: "A1:B2" }]) as { value: Inserted };
    // 90 / 50
    expect(value.warnings).toEqual([
      "180\u202f%, plus que le tout\u00a0: un même élément est compté plusieurs fois, ou les deux plages n'ont pas la même base.",
    ]);
  });

  test("refuses a cell that the formula reads", () => {
    const book = open({ sheets: { Data: campaigns }, selected: "A2:A3" });
    expect(book.insert("CPA", args)).toEqual({ refusal: { kind: "own_cell", cell: "A2", range: "A2:A3" } });
    expect(book.cells.get("Data!A2")?.formula).toBe("");
  });

  test("takes the same cell of another sheet for another cell", () => {
    const book = open({ sheets: { Bilan: [], Data: campaigns }, selected: "A2" });
    const other = args.map((argument) => ({ sheet: "Data", ...argument }));
    expect(book.insert("CPA", other)).toHaveProperty("value");
  });

  test("asks before it replaces a content, and replaces only the cell that was agreed", () => {
    const book = open({ sheets: { Data: [...campaigns, ["", "", "", 12]] }, selected: "D4", shows: "20,83" });
    const refusal = { kind: "not_empty", cell: "D4", content: "12" };
    expect(book.insert("CPA", args)).toEqual({ refusal });
    expect(book.insert("CPA", args, "D5")).toEqual({ refusal });
    expect(book.cells.get("Data!D4")?.formula).toBe("");
    expect(book.insert("CPA", args, "D4")).toHaveProperty("value");
    expect(book.insert("CPL", args)).toEqual({ refusal: { ...refusal, content: "=CPA(A2:A3; B2:B3)" } });
  });

  test("refuses a range of a sheet that does not exist", () => {
    const book = open({ sheets: { Data: campaigns }, selected: "D2" });
    expect(book.insert("CPA", [{ sheet: "Perdue", a1: "A2" }, 3])).toEqual({
      refusal: { kind: "no_such_range", range: "Perdue!A2" },
    });
  });

  test("tells that a cell cannot be written, whatever Google's words", () => {
    const protection = "You are trying to edit a protected cell or object.";
    const book = open({ sheets: { Data: campaigns }, selected: "D2", protection });
    expect(book.insert("CPA", args)).toEqual({ refusal: { kind: "not_writable", cell: "D2" } });
  });
});
