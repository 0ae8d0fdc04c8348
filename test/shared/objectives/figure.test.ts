// Figures and days of an objective as people say them.
import { expect, test } from "vitest";
import { chancesOf, dayInWords, figureOf } from "../../../shared/objectives/figure.ts";

test.each([
  [0.0237, "rate", null, "2,37\u202f%", "2.37%"],
  [1234.56, "money", "EUR", "1\u202f235\u00a0€", "€1,235"],
  [-12.5, "money", "GBP", "\u221212,5\u00a0£", "\u2212£12.5"],
  [48.333, "money", "CHF", "48,3\u00a0CHF", "48.3\u00a0CHF"],
  [12, "money", null, "12", "12"],
  [1, "days", null, "1\u00a0jour", "1\u00a0day"],
  [1.5, "points", null, "1,5\u00a0point", "1.5\u00a0points"],
  [0, "count", null, "0", "0"],
  [6.04, "multiple", null, "6,04\u00a0×", "6.04\u00a0×"],
] as const)("%s as %s (%s) is %s, %s", (value, unit, currency, fr, en) => {
  expect(figureOf(value, unit, currency)).toEqual({ fr, en });
});

test("chances are never nil nor certain", () => {
  expect([chancesOf(0).en, chancesOf(0.333).en, chancesOf(1).en]).toEqual([
    "less than 1%",
    "33%",
    "more than 99%",
  ]);
});

test("a day is said as it is in each language", () => {
  expect(dayInWords("2027-03-01")).toEqual({ fr: "01/03/2027", en: "1 Mar 2027" });
});
