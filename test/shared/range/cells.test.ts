// Days and numbers as spreadsheets write them: each reading is what a person would make of the cell.
import { expect, test } from "vitest";
import { dayFirstIn, decimalIn, isNothing, readAmount, readDay } from "../../../shared/range/cells.ts";

test.each([
  ["2026-04-03", "2026-04-03"],
  ["2026-04-03T23:30:00Z", "2026-04-03"],
  ["2026-04-03 23:30:00 +0200", "2026-04-03"],
  ["20260403", "2026-04-03"],
  ["3/4/2026", "2026-04-03"],
  ["03/04/26", "2026-04-03"],
  ["03.04.2026", "2026-04-03"],
  ["03-04-2026 18:05", "2026-04-03"],
  ["3 avr. 2026", "2026-04-03"],
  ["vendredi 3 avril 2026 à 14:02", "2026-04-03"],
  ["1er août 2026", "2026-08-01"],
  ["Apr 3, 2026", "2026-04-03"],
  ["Friday, April 3rd, 2026", "2026-04-03"],
  ["2026-04", "2026-04-01"],
  ["déc. 2026", "2026-12-01"],
  ["31/02/2026", undefined],
  ["Total", undefined],
  ["12", undefined],
  ["mars", undefined],
])("%s is the day %s where the day comes first", (text, day) => {
  expect(readDay(text, true)).toBe(day);
});

test("a day written month first is read so", () => {
  expect(readDay("03/04/2026", false)).toBe("2026-03-04");
  expect(readDay("12/31/2026", false)).toBe("2026-12-31");
  expect(readDay(20261231, false)).toBe("2026-12-31");
});

test.each([
  [["03/04/2026", "28/04/2026"], "en_US", true],
  [["03/04/2026", "04/28/2026"], "fr_FR", false],
  [["03/04/2026"], "fr_FR", true],
  [["03/04/2026"], "en_GB", true],
  [["03/04/2026"], "en_US", false],
])("in a column that holds %j, in %s, the day comes first: %s", (cells, locale, first) => {
  expect(dayFirstIn(cells, locale)).toBe(first);
});

test.each([
  ["1 234,56 €", ",", 1234.56],
  ["1\u202f234,56\u00a0€", ",", 1234.56],
  ["1,234.56", ".", 1234.56],
  ["1,234", ".", 1234],
  ["1,234", ",", 1.234],
  ["1.234", ",", 1234],
  ["€1,234", ".", 1234],
  ["-1.234 €", ",", -1234],
  ["(12,50)", ",", -12.5],
  ["−3", ".", -3],
  ["12 %", ",", undefined],
  ["abc", ",", undefined],
  ["#REF!", ",", undefined],
] as const)("%s with the decimal mark %s is %s", (text, decimal, value) => {
  expect(readAmount(text, decimal)).toBe(value);
});

test.each([
  [["1,234", "56,7"], "en_US", ","],
  [["1,234", "5,678.9"], "fr_FR", "."],
  [["1.234", "1.234.567"], "en_US", ","],
  [["0,125"], "en_US", ","],
  [["1,234"], "fr_FR", ","],
  [["1,234"], "en_GB", "."],
  [[1.5, 2.25], "fr_FR", ","],
] as const)("in columns that hold %j, in %s, the decimal mark is %s", (cells, locale, mark) => {
  expect(decimalIn(cells, locale)).toBe(mark);
});

test("what exports write for nothing is nothing; a zero is a figure", () => {
  expect(["", " ", "--", "—", "n/a", "N/A"].every(isNothing)).toBe(true);
  expect([0, "0", false, "none"].some(isNothing)).toBe(false);
});
