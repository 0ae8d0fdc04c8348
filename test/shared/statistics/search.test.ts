// The two searches: they find tops and bottoms, within a bounded number of steps.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { solvePositive } from "../../../shared/statistics/linear.ts";
import { minimise } from "../../../shared/statistics/nelder-mead.ts";
import { mostLikely } from "../../../shared/statistics/newton.ts";

describe("the simplex", () => {
  test("goes down Rosenbrock's valley", () => {
    const valley = ([x = 0, y = 0]: readonly number[]): number => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
    const { at } = minimise(valley, [-1.2, 1], 0.5, 1000);
    expect(at[0]).toBeCloseTo(1, 3);
    expect(at[1]).toBeCloseTo(1, 3);
  });

  test("never asks for more than it may, whatever the function says", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double(), { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 1, max: 4 }),
        (values, axes) => {
          let asked = 0;
          minimise(
            () => values[(asked += 1) % values.length] ?? 0,
            Array.from({ length: axes }, () => 0),
            1,
            100,
          );
          // one round more may have begun: two points, or a whole simplex
          expect(asked).toBeLessThanOrEqual(100 + axes + 2);
        },
      ),
    );
  });
});

describe("the damped climb", () => {
  test("finds the rate of an exponential law and its error", () => {
    // ten durations of mean 2: the likelihood 10 ln λ − 20 λ is highest at 1/2, with error λ / √10
    const found = mostLikely(
      ([rate = 1]) => ({
        value: 10 * Math.log(rate) - 20 * rate,
        gradient: [10 / rate - 20],
        hessian: [[-10 / rate ** 2]],
      }),
      [50],
    );
    expect(found.converged).toBe(true);
    expect(found.parameters[0]).toBeCloseTo(0.5, 12);
    expect(found.standardErrors[0]).toBeCloseTo(0.5 / Math.sqrt(10), 9);
  });

  test("ends at the bounds where the likelihood never stops rising", () => {
    let asked = 0;
    const found = mostLikely(
      ([x = 1]) => {
        asked += 1;
        return { value: Math.log(x), gradient: [1 / x], hessian: [[-1 / (x * x)]] };
      },
      [1],
    );
    expect(found.converged).toBe(true);
    expect(found.parameters[0]).toBeCloseTo(Math.exp(9), 6);
    expect(asked).toBeLessThanOrEqual(201);
  });

  test("survives a function that is no number anywhere", () => {
    const found = mostLikely(() => ({ value: NaN, gradient: [NaN], hessian: [[NaN]] }), [1]);
    expect(found.converged).toBe(false);
  });
});

test("a system of equations is solved, a singular one refused", () => {
  // 4x + 2y = 10 and 2x + 3y = 7: x = 2, y = 1
  expect(solvePositive([[4], [2, 3]], [10, 7])?.map((value) => +value.toFixed(12))).toEqual([2, 1]);
  expect(solvePositive([[1], [1, 1]], [1, 1])).toBeUndefined();
});
