// Sums and roundings that lose no digit.
import { expect, test } from "vitest";
import { roundHalfAway, sum } from "../../../shared/number.ts";
import { reference } from "./reference.ts";

const expected = reference<{
  sum: { x: number[]; expected?: number; expected_abs_below?: number }[];
  round_half_away: [number, number, number][];
  ratio_of_sums: { cost2: number[]; conv2: number[]; correct_cpa2: number };
}>("numerics.json");

test.each(expected.sum)("the sum of $x is exact", ({ x, expected: exact, expected_abs_below: below = 0 }) => {
  if (exact === undefined) expect(Math.abs(sum(x))).toBeLessThan(below);
  else expect(sum(x)).toBe(exact);
});

test.each(expected.round_half_away)("%d rounded to %d decimals is %d", (value, decimals, rounded) => {
  expect(roundHalfAway(value, decimals)).toBe(rounded);
});

test("a ratio is that of the sums", () => {
  const { cost2, conv2, correct_cpa2: cpa } = expected.ratio_of_sums;
  expect(sum(cost2) / sum(conv2)).toBe(cpa);
});
