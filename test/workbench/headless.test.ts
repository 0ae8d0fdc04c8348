// The command `npm run -s sheet`: its arguments, its output, its exit codes.
import { expect, test } from "vitest";
import { readArguments } from "../../workbench/headless-arguments.ts";
import { openTiny } from "./tiny-add-on.ts";

const FILES = new Set(["a/ads.csv", "ads.csv", "a=b.csv", "a.csv", "b/A.csv"]);
const read = (line: string) => readArguments(line.split(" "), (file) => FILES.has(file));

test("--eval takes all the formulas that follow, --csv and --locale may come before or after", () => {
  expect(read("--csv a/ads.csv --eval =A1 =B1 --locale fr")).toEqual({
    tabs: [{ file: "a/ads.csv", name: "ads" }],
    locale: "fr",
    formulas: ["=A1", "=B1"],
  });
});

test("a tab is named after its file, or as the argument says; a file may hold an = in its name", () => {
  const { tabs } = read("--csv ads.csv=Ads --csv a=b.csv --eval 1") as { tabs: unknown };
  expect(tabs).toEqual([
    { file: "ads.csv", name: "Ads" },
    { file: "a=b.csv", name: "a=b" },
  ]);
});

test("bad usage is said in the language asked, with the usage", () => {
  const refused = (line: string) => (read(line) as { refused: string }).refused;
  expect(refused("--locale fr --csv a.csv")).toMatch(/^Aucune formule à évaluer\.\nUsage : npm run -s sheet/);
  expect(refused("--csv a.csv")).toMatch(/^No formula to evaluate\.\nUsage: npm run -s sheet/);
  expect(refused("--locale de --eval 1")).toMatch(/^--locale is fr or en, not de\./);
  expect(refused("--wide --eval 1")).toMatch(/^Unknown argument: --wide\./);
  expect(refused("--csv --eval 1")).toMatch(/^--csv needs a value\./);
  expect(refused("--csv b.csv --eval 1")).toMatch(/^There is no file b\.csv\./);
  expect(refused("--csv a.csv --csv b/A.csv --eval 1")).toMatch(/^Two tabs are named A\./);
});

test("formulas see the first tab, and the others by their name", () => {
  const sheet = openTiny("function NOTHING() {}", { csv: "a,b\n1,2\n3,4\n" });
  expect(sheet.evaluate("=SUM(B:B)")).toEqual({ value: 6 });
  expect(sheet.evaluate("=Data!A3")).toEqual({ value: 3 });
  expect(sheet.evaluate("SUM(A2;A3)")).toEqual({ value: 4 });
});

test("a spill is rows of values, a day is written as a day, an error says which and why", () => {
  const sheet = openTiny("function NOTHING() {}", { csv: "day,n\n2026-01-02,1\n" });
  expect(sheet.evaluate("=A2:B2")).toEqual({ value: [["2026-01-02", 1]] });
  expect(sheet.evaluate("=1/0")).toEqual({ error: "#DIV/0! The divisor must be different from zero." });
  expect(sheet.evaluate("=SUM(")).toMatchObject({ error: expect.stringMatching(/^#ERROR! /) as string });
});

test("texts of a file stay texts whatever they look like", () => {
  const csv = "id,name\n00123,=1+1\n00124,TRUE\n00125,12/25/2026\n00126,'quoted\n";
  const sheet = openTiny("function NOTHING() {}", { csv });
  expect(sheet.evaluate("=A2:B5")).toEqual({
    value: [
      ["00123", "=1+1"],
      ["00124", "TRUE"],
      ["00125", "12/25/2026"],
      ["00126", "'quoted"],
    ],
  });
});

test("numbers of a file keep their display in the spreadsheet's language", () => {
  const { model } = openTiny("function NOTHING() {}", { csv: 'p;r\n"1 234,50 €";"12,5 %"\n', locale: "fr" });
  const [sheetId = ""] = model.getters.getSheetIds();
  const shown = [0, 1].map((col) => model.getters.getEvaluatedCell({ sheetId, col, row: 1 }).formattedValue);
  expect(shown).toEqual(["1 234,50 €", "12,5%"]);
});
