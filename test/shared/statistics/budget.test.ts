// Curves of what budget brings, and the split of a total.
import { describe, expect, test } from "vitest";
import { allocate, fitCurve, variation } from "../../../shared/statistics/budget.ts";
import { reference, relative } from "./reference.ts";

describe("a curve", () => {
  test("is found again where there is no noise", () => {
    const spend = [100, 150, 200, 320, 500];
    const { a, b, r2, standardError } = fitCurve(
      spend,
      spend.map((x) => 120 * x ** 0.6),
      0.95,
    );
    expect(a).toBeCloseTo(120, 9);
    expect(b).toBeCloseTo(0.6, 12);
    expect(r2).toBeCloseTo(1, 12);
    expect(standardError).toBeLessThan(1e-7);
  });

  test("has the slope, error and interval of scipy.stats.linregress on logarithms", () => {
    const { b, r2, standardError, low } = fitCurve(
      [1, 2, 3, 4, 5, 6, 7, 8],
      [2, 3, 4, 5, 5, 6, 6.5, 7],
      0.95,
    );
    expect(b).toBeCloseTo(0.6033819023997785, 12);
    expect(r2).toBeCloseTo(0.9919002720537521, 12);
    expect(standardError).toBeCloseTo(0.022259626151056672, 12);
    expect(low).toBeCloseTo(0.5489145593687013, 12);
  });

  test("spend varies by its standard deviation over its mean", () => {
    // 8, 10, 12: mean 10, deviation 2
    expect(variation([8, 10, 12])).toBeCloseTo(0.2, 12);
  });
});

describe("a total", () => {
  const [known] = reference<{
    cases: { curves: [number, number][]; budget: number; x: number[]; y: number; tol_rel: number }[];
  }>("budget.json").cases;

  test("is shared out until every channel brings as much for one more euro", () => {
    const { curves = [], budget = 0, x = [], y = 0, tol_rel: tolerance = 0 } = known ?? {};
    const channels = curves.map(([a, b]) => ({ a, b, least: 0, most: budget }));
    const shares = allocate(channels, budget);
    x.forEach((share, i) => expect(relative(shares[i] ?? 0, share)).toBeLessThan(tolerance));
    const brought = shares.reduce(
      (sum, share, i) => sum + (curves[i]?.[0] ?? 0) * share ** (curves[i]?.[1] ?? 0),
      0,
    );
    expect(relative(brought, y)).toBeLessThan(tolerance);
  });

  test("leaves no channel out of its limits, and none moves that may not", () => {
    const shares = allocate(
      [
        { a: 120, b: 0.6, least: 70, most: 130 },
        { a: 1, b: 1.4, least: 50, most: 50 },
        { a: 1, b: 0.5, least: 80, most: 150 },
      ],
      270,
    );
    expect(shares[0]).toBeCloseTo(130, 9);
    expect(shares[1]).toBe(50);
    expect(shares[2]).toBeCloseTo(90, 9);
  });
});
