// Numbers written by hand, in French and in English.
import { expect, test } from "vitest";
import { formatNumber, parseNumber, sum } from "../../shared/number.ts";

test.each([
  ["1 234,56 €", 1234.56],
  ["1\u202f234,56\u00a0€", 1234.56],
  ["1,234.56", 1234.56],
  ["$1,234.50", 1234.5],
  ["12,5 %", 0.125],
  ["12.5%", 0.125],
  ["−3", -3],
  ["-3,5", -3.5],
  ["0,125", 0.125],
  ["1.234,5", 1234.5],
  ["1,234,567", 1234567],
  ["1 234 567", 1234567],
  ["1'234.50 CHF", 1234.5],
  ["1234,567", 1234.567],
  ["EUR 12", 12],
  [",5", 0.5],
])("%j is %d", (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each([
  "",
  "abc",
  "1,234",
  "1.234",
  "12 34",
  "1,23,4",
  "1.2.3",
  "12 €/j",
  "€",
  "%",
  "1e5",
  "--",
  "<10",
  "NaN",
  "12/05/2026",
])("%j is not a number, or not one number only", (text) => {
  expect(parseNumber(text)).toBeUndefined();
});

test("a sentence shows numbers as each language writes them", () => {
  expect(formatNumber(1234567.891, "fr")).toBe("1\u202f234\u202f567,89");
  expect(formatNumber(1234567.891, "en")).toBe("1,234,567.89");
  expect(formatNumber(-1200, "fr")).toBe("−1\u202f200");
  expect(formatNumber(0.00398, "fr")).toBe("0,00398");
  expect(formatNumber(12, "fr")).toBe("12");
});

test("a long sum loses no cent", () => {
  const cents = Array.from({ length: 1_000_000 }, () => 0.1);
  expect(sum(cents)).toBe(100_000);
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
});
