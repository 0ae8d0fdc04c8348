// The distributions, against values computed with 40 digits.
import { describe, expect, test } from "vitest";
import { betaDensity, betaTails } from "../../../shared/statistics/beta.ts";
import { digamma, logGamma, trigamma } from "../../../shared/statistics/gamma.ts";
import { area } from "../../../shared/statistics/legendre.ts";
import {
  chiSquaredTail,
  normalCdf,
  normalQuantile,
  normalTail,
  upperGamma,
} from "../../../shared/statistics/normal.ts";
import { studentCdf, studentQuantile } from "../../../shared/statistics/student.ts";
import { reference, relative } from "./reference.ts";

type Row = [number, number, number, number, number, number];
const expected = reference<Record<string, Row[]>>("distributions.json");

/** The largest relative error of a function over the rows of a table: arguments first, expected value last or at `at`. */
function worst(table: string, compute: (row: Row) => number, at: number): number {
  return Math.max(...(expected[table] ?? []).map((row) => relative(compute(row), row[at] as number)));
}

describe("the gamma function", () => {
  test("its logarithm keeps 15 digits, absolute where it crosses 0", () => {
    for (const [x, log] of expected.gamma ?? []) {
      expect(Math.abs(logGamma(x) - log), String(x)).toBeLessThan(4e-15 * Math.max(1, Math.abs(log)));
    }
  });

  test("its derivatives keep 15 digits", () => {
    expect(worst("gamma", ([x]) => digamma(x), 2)).toBeLessThan(2e-15);
    expect(worst("gamma", ([x]) => trigamma(x), 3)).toBeLessThan(2e-15);
  });
});

describe("the normal distribution", () => {
  test("its tails keep 13 digits as far as 37 deviations", () => {
    expect(worst("normal_tail", ([z]) => normalTail(z), 1)).toBeLessThan(2e-14);
    // 1 − 2.5 % lies 1.959963984540054 deviations out
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 15);
  });

  test("its quantiles keep 13 digits down to 1e-300", () => {
    expect(worst("normal_quantile", ([p]) => normalQuantile(p), 1)).toBeLessThan(5e-14);
  });
});

test("the chi-squared tail of 1 degree is two normal tails, and of 2 degrees an exponential", () => {
  expect(worst("upper_gamma", ([a, x]) => upperGamma(a, x), 2)).toBeLessThan(4e-13);
  expect(chiSquaredTail(4, 1)).toBeCloseTo(2 * normalTail(2), 15);
  expect(chiSquaredTail(3, 2)).toBeCloseTo(Math.exp(-1.5), 14);
  expect(chiSquaredTail(0, 3)).toBe(1);
});

describe("the beta distribution", () => {
  test("both tails and the density hold for counts up to a million", () => {
    expect(worst("beta", ([x, a, b]) => betaTails(x, a, b)[0], 3)).toBeLessThan(4e-11);
    expect(worst("beta", ([x, a, b]) => betaTails(x, a, b)[1], 4)).toBeLessThan(4e-11);
    expect(worst("beta", ([x, a, b]) => betaDensity(x, a, b), 5)).toBeLessThan(5e-13);
  });

  test("nothing lies outside 0 and 1", () => {
    expect(betaTails(0, 2, 3)).toEqual([0, 1]);
    expect(betaTails(1, 2, 3)).toEqual([1, 0]);
  });

  test("its density has an area of 1", () => {
    expect(area((x) => betaDensity(x, 3, 5), [0, 0.25, 0.5, 0.75, 1])).toBeCloseTo(1, 14);
  });
});

describe("Student's distribution", () => {
  test("its quantiles keep 13 digits", () => {
    expect(worst("student_quantile", ([p, degrees]) => studentQuantile(p, degrees), 2)).toBeLessThan(2e-14);
  });

  test("it ends at infinity", () => {
    expect(studentCdf(Infinity, 5)).toBe(1);
    expect(studentCdf(-Infinity, 5)).toBe(0);
    expect(studentCdf(0, 5)).toBe(0.5);
  });
});
