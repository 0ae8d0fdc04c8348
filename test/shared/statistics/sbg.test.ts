// How long subscribers stay, against the paper's two groups.
import { expect, test } from "vitest";
import { discountedLifetime, fitSbg, retention } from "../../../shared/statistics/sbg.ts";
import { reference, relative } from "./reference.ts";

interface Group {
  readonly lost_per_year: number[];
  readonly published: { alpha: number; beta: number };
  readonly exact: { alpha: number; beta: number; LL: number };
}
const groups = reference<{ highend: Group; regular: Group }>("sbg.json");

test.each(["highend", "regular"] as const)("the %s group has the published parameters", (name) => {
  const { lost_per_year: lost, published, exact } = groups[name];
  const survivors = [1000];
  for (const gone of lost) survivors.push((survivors.at(-1) ?? 0) - gone);
  const { model, logLikelihood, converged } = fitSbg(survivors);
  expect(converged).toBe(true);
  for (const parameter of ["alpha", "beta"] as const) {
    expect(model[parameter]).toBeCloseTo(published[parameter], 3);
    expect(relative(model[parameter], exact[parameter])).toBeLessThan(1e-6);
  }
  expect(Math.abs(logLikelihood - exact.LL)).toBeLessThan(1e-6);
});

test("those who stayed renew more and more", () => {
  const model = { alpha: 1, beta: 2 };
  // (β + t − 1) / (α + β + t − 1): 2/3, then 3/4
  expect(retention(model, 1)).toBeCloseTo(2 / 3, 15);
  expect(retention(model, 2)).toBeCloseTo(3 / 4, 15);
});

test.each([0.1, 0.01, 0.001])(
  "the periods to come, discounted by %d, are the sum of the survivors",
  (discount) => {
    const model = { alpha: 0.668, beta: 3.806 };
    let [total, left] = [0, 1];
    for (let t = 0; t < 100_000; t += 1) {
      total += left;
      left *= retention(model, t + 1) / (1 + discount);
    }
    expect(relative(discountedLifetime(model, 0, discount) ?? 0, total)).toBeLessThan(1e-12);
  },
);

test("without a discount they are finite only where few enough stay for ever", () => {
  // the mean of 1/θ for θ of Beta(3, 2): (3 + 2 − 1) / (3 − 1)
  expect(discountedLifetime({ alpha: 3, beta: 2 }, 0, 0)).toBe(2);
  expect(discountedLifetime({ alpha: 0.7, beta: 2 }, 0, 0)).toBeUndefined();
});
