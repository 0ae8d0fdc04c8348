// What a cell shows of a custom function's result.
import { expect, test } from "vitest";
import { openTiny } from "./tiny-add-on.ts";

const result = (code: string, timeZone = "Europe/Paris") =>
  openTiny(`function RESULT() { ${code} }`, { timeZone }).evaluate("=RESULT()");

test("a number, a text, a boolean are shown as they are", () => {
  expect(result("return 0.25")).toEqual({ value: 0.25 });
  expect(result("return 'abc'")).toEqual({ value: "abc" });
  expect(result("return false")).toEqual({ value: false });
});

test("undefined and null leave the cell blank", () => {
  expect(result("return undefined")).toEqual({ value: "" });
  expect(result("return null")).toEqual({ value: "" });
  expect(result("return []")).toEqual({ value: "" });
});

test("rows spill, and shorter rows are filled with blanks", () => {
  expect(result("return [['a', 1], ['b'], [null, 3]]")).toEqual({
    value: [
      ["a", 1],
      ["b", ""],
      ["", 3],
    ],
  });
});

test("a flat list is a column", () => {
  expect(result("return [1, 2]")).toEqual({ value: [[1], [2]] });
});

test("a list of one value is that value", () => {
  expect(result("return [[7]]")).toEqual({ value: 7 });
});

test("a number that is not one shows #NUM!", () => {
  expect(result("return 0 / 0")).toEqual({ error: "#NUM!" });
  expect(result("return [[1, 1 / 0]]")).toEqual({ value: [[1, "#NUM!"]] });
});

test("a date is shown as the spreadsheet's zone sees it", () => {
  expect(result("return new Date(Date.UTC(2026, 0, 1, 23))")).toEqual({ value: "2026-01-02" });
  expect(result("return new Date(Date.UTC(2026, 6, 14))")).toEqual({ value: "2026-07-14T02:00:00" });
});

test("what no cell can hold is an error", () => {
  expect(result("return { a: 1 }")).toEqual({ error: "#ERROR!" });
});

test("the message of a thrown error is the cell's message, and IFERROR catches it", () => {
  const sheet = openTiny("function FAIL() { throw new Error('no figure'); }");
  expect(sheet.evaluate("=FAIL()")).toEqual({ error: "no figure" });
  expect(sheet.evaluate('=IFERROR(FAIL(), "none")')).toEqual({ value: "none" });
});

test("an occupied cell stops a spill", () => {
  const { model } = openTiny("function TWO() { return [[1], [2]]; }");
  const [sheetId = ""] = model.getters.getSheetIds();
  const at = (row: number) => model.getters.getEvaluatedCell({ sheetId, row, col: 0 }).value;
  model.dispatch("UPDATE_CELL", { sheetId, row: 0, col: 0, content: "=TWO()" });
  expect([at(0), at(1)]).toEqual([1, 2]);
  model.dispatch("UPDATE_CELL", { sheetId, row: 1, col: 0, content: "taken" });
  expect([at(0), at(1)]).toEqual(["#SPILL!", "taken"]);
});

test("a function that never ends is stopped", () => {
  const { runtime } = openTiny("function FOREVER() { for (;;) {} }");
  expect(runtime.customFunction("FOREVER", [], 50)).toEqual({ error: "Exceeded maximum execution time" });
});
