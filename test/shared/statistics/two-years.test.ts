// The season that two years tell: all of it where they agree, none where they do not.
import { describe, expect, test } from "vitest";
import { twoYears } from "../../../shared/statistics/forecast/two-years.ts";

const YEAR = [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1];

describe("two years of months", () => {
  test("that are the same but for a trend give their season whole, without a doubt", () => {
    const season = [5, 3, 0, -2, -4, -3, -1, 0, -2, -1, 1, 4];
    const found = twoYears(
      [...season, ...season].map((value, t) => 100 + 0.5 * t + value),
      12,
    );
    season.forEach((value, h) => expect(found?.ahead(h)).toBeCloseTo(value, 10));
    season.forEach((value, t) => expect(found?.past[12 + t]).toBeCloseTo(value, 10));
    expect(found?.doubt([1, 1, 1])).toBeCloseTo(0, 10);
  });

  test("that agree in part are trusted in part", () => {
    // Four of twelve values are of the other sign: r = (8 − 4) / 12 = 1/3, trusted for 2r / (1 + r) = 1/2 of their mean.
    const second = YEAR.map((value, month) => (month < 4 ? -value : value));
    const found = twoYears([...YEAR, ...second], 12);
    expect([0, 3, 4, 5].map((h) => found?.ahead(h))).toEqual([0, 0, 0.5, -0.5]);
    // One year alone misses the other by 2 in four months of twelve: √(4 × 2² / 12).
    expect(found?.doubt([1])).toBeCloseTo(1.1547, 4);
    // Over two months in a row the misses cancel out, but at the two ends of the four months: √(2 × 2² / 12).
    expect(found?.doubt([1, 1])).toBeCloseTo(Math.sqrt(8 / 12), 10);
  });

  test("that are opposite tell no season", () => {
    const found = twoYears([...YEAR, ...YEAR.map((value) => -value)], 12);
    expect(YEAR.map((_, h) => Math.abs(found?.ahead(h) ?? 1))).toEqual(YEAR.map(() => 0));
    expect(found?.doubt([1])).toBe(0);
  });

  test("less one month are not asked", () => {
    expect(twoYears([...YEAR, ...YEAR].slice(1), 12)).toBeNull();
  });
});
