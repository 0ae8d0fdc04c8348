// The purchase and spending models, against the papers' figures and 40-digit computations.
import { describe, expect, test } from "vitest";
import { fitBgNbd } from "../../../shared/statistics/bg-nbd.ts";
import {
  aliveProbability,
  expectedPurchases,
  NEWCOMER,
  purchasesProbability,
} from "../../../shared/statistics/bg-nbd-predict.ts";
import { predictValue } from "../../../shared/statistics/clv.ts";
import { expectedSpend, fitGammaGamma } from "../../../shared/statistics/gamma-gamma.ts";
import { customersFrom } from "../../../shared/statistics/orders.ts";
import { cdnow, reference, relative } from "./reference.ts";

interface Reference {
  readonly bgnbd: {
    published: Fit;
    exact_mle_on_this_file: Fit & { se_natural: number[] };
    tol: { param_rel: number; LL_abs: number };
  };
  readonly gammagamma: {
    exact_mle: { p: number; q: number; v: number; LL: number; n: number; se: number[] };
    conditional_spend_at_published_first10: { expected_2dp: number[]; tol_abs: number; exact: number[] };
  };
  readonly conditional_purchases: {
    exact: {
      params: number[];
      t: number;
      x: number;
      tx: number;
      T: number;
      expected: number;
      p_alive: number;
    }[];
    tol_rel: number;
  };
  readonly expected_purchases_new_customer: {
    published: [number, number][];
    tol_abs_published: number;
    exact_at_published_params: [number, number][];
  };
  readonly pmf_at_published: { p10_t2: number; p0_t39: number; p11_20_t30: number[] };
  readonly clv_lifetimes: { tol_rel: number; rows: Record<string, number>[] };
  readonly edge_cases: {
    tol_rel: number;
    rows: { model: number[]; history: number[]; t: number; expected: number }[];
  };
}
interface Fit {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly LL: number;
}

const expected = reference<Reference>("clv.json");
const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const spending = { p: 6.25, q: 3.74, v: 15.44 };

describe("BG/NBD on the CDNOW customers", () => {
  const fit = fitBgNbd(cdnow());
  const exact = expected.bgnbd.exact_mle_on_this_file;

  test("finds the paper's parameters, and the exact ones to 1e-9", () => {
    expect(fit.converged).toBe(true);
    for (const name of ["r", "alpha", "a", "b"] as const) {
      expect(relative(fit.model[name], exact[name]), name).toBeLessThan(1e-9);
      expect(fit.model[name]).toBeCloseTo(expected.bgnbd.published[name], 2);
    }
    expect(Math.abs(fit.logLikelihood - exact.LL)).toBeLessThan(expected.bgnbd.tol.LL_abs);
  });

  test("gives standard errors of the parameters, not of their logarithms", () => {
    exact.se_natural.forEach((error, i) =>
      expect(relative(fit.standardErrors[i] ?? 0, error)).toBeLessThan(1e-6),
    );
  });

  test("is the same in days as in weeks", () => {
    const days = fitBgNbd(cdnow().map(({ x, recency, age }) => ({ x, recency: 7 * recency, age: 7 * age })));
    expect(relative(days.model.alpha, 7 * fit.model.alpha)).toBeLessThan(1e-9);
    expect(relative(days.model.b, fit.model.b)).toBeLessThan(1e-9);
  });

  test("finds a top, be it at the bounds, for any few customers", () => {
    for (let start = 0; start < 2340; start += 60) {
      const few = cdnow().slice(start, start + 30);
      expect(fitBgNbd(few).converged, String(start)).toBe(true);
      expect(fitGammaGamma(few).converged, String(start)).toBe(true);
    }
  });

  test("does not depend on how rows are grouped", () => {
    const weighted = cdnow().map((customer) => ({ ...customer, weight: 2 }));
    const twice = fitBgNbd(weighted);
    expect(twice.customers).toBe(2 * 2357);
    expect(relative(twice.model.alpha, fit.model.alpha)).toBeLessThan(1e-9);
  });
});

describe("what the model expects", () => {
  test("of customers known", () => {
    for (const { x, tx, T, t, expected: value, p_alive: alive } of expected.conditional_purchases.exact) {
      const history = { x, recency: tx, age: T };
      expect(relative(expectedPurchases(published, history, t), value)).toBeLessThan(1e-12);
      expect(relative(aliveProbability(published, history), alive)).toBeLessThan(1e-12);
    }
  });

  test("of a newcomer", () => {
    const {
      published: table,
      tol_abs_published: tolerance,
      exact_at_published_params: exact,
    } = expected.expected_purchases_new_customer;
    for (const [t, value] of table) {
      expect(Math.abs(expectedPurchases(published, NEWCOMER, t) - value)).toBeLessThan(tolerance);
    }
    for (const [t, value] of exact) {
      expect(relative(expectedPurchases(published, NEWCOMER, t), value)).toBeLessThan(1e-9);
    }
  });

  test.each(expected.edge_cases.rows)(
    "where other programs overflow or divide by zero: $model $history",
    (row) => {
      const [r = 0, alpha = 0, a = 0, b = 0] = row.model;
      const [x = 0, recency = 0, age = 0] = row.history;
      const value = expectedPurchases({ r, alpha, a, b }, { x, recency, age }, row.t);
      expect(relative(value, row.expected)).toBeLessThan(expected.edge_cases.tol_rel);
    },
  );

  test("of the number of purchases, as the R package BTYD says", () => {
    const { p10_t2, p0_t39, p11_20_t30 } = expected.pmf_at_published;
    expect(relative(purchasesProbability(published, 10, 2), p10_t2)).toBeLessThan(1e-5);
    expect(relative(purchasesProbability(published, 0, 39), p0_t39)).toBeLessThan(1e-6);
    p11_20_t30.forEach((value, i) =>
      expect(relative(purchasesProbability(published, 11 + i, 30), value)).toBeLessThan(1e-6),
    );
  });
});

describe("Gamma-Gamma", () => {
  test("finds the exact parameters of the CDNOW baskets", () => {
    const fit = fitGammaGamma(cdnow());
    const { exact_mle: exact } = expected.gammagamma;
    expect(fit.converged).toBe(true);
    expect(fit.customers).toBe(exact.n);
    for (const name of ["p", "q", "v"] as const)
      expect(relative(fit.model[name], exact[name])).toBeLessThan(1e-9);
    expect(Math.abs(fit.logLikelihood - exact.LL)).toBeLessThan(1e-6);
    exact.se.forEach((error, i) => expect(relative(fit.standardErrors[i] ?? 0, error)).toBeLessThan(1e-6));
    expect(fit.correlation).toBeCloseTo(0.1139, 4);
  });

  test("expects the published baskets of the first ten customers", () => {
    const {
      exact,
      expected_2dp: rounded,
      tol_abs: tolerance,
    } = expected.gammagamma.conditional_spend_at_published_first10;
    cdnow()
      .slice(0, 10)
      .forEach((customer, i) => {
        const spend = expectedSpend(spending, customer) ?? NaN;
        expect(relative(spend, exact[i] ?? 0)).toBeLessThan(1e-9);
        expect(Math.abs(spend - (rounded[i] ?? 0))).toBeLessThan(tolerance);
      });
  });

  test("learns nothing from gifts and from those who never bought again", () => {
    const { model, customers } = fitGammaGamma([...cdnow(), { x: 3, mean: 0 }, { x: 0, mean: 50 }]);
    expect(customers).toBe(946);
    expect(relative(model.p, expected.gammagamma.exact_mle.p)).toBeLessThan(1e-9);
    expect(expectedSpend(spending, { x: 3, mean: 0 })).toBe(expectedSpend(spending, { x: 0, mean: 0 }));
  });

  test("has no mean where q is 1 or less", () => {
    expect(expectedSpend({ p: 6, q: 1, v: 15 }, { x: 0, mean: 0 })).toBeUndefined();
  });
});

test("the value of customers is that of the lifetimes library, month by month", () => {
  for (const row of expected.clv_lifetimes.rows) {
    const { x = 0, tx: recency = 0, T: age = 0, m: mean = 0 } = row;
    const spend = expectedSpend(spending, { x, mean }) ?? NaN;
    const value = (months: number, discount: number): number =>
      predictValue(published, { x, recency, age }, spend, { months, discount, margin: 1 }, "week").value;
    expect(relative(value(12, 0.01), row.clv_12m_1pct ?? 0)).toBeLessThan(expected.clv_lifetimes.tol_rel);
    expect(relative(value(3, 0), row.clv_3m_0pct ?? 0)).toBeLessThan(expected.clv_lifetimes.tol_rel);
    expect(relative(aliveProbability(published, { x, recency, age }), row.p_alive ?? 0)).toBeLessThan(1e-12);
    expect(
      relative(expectedPurchases(published, { x, recency, age }, 52), row.purchases_52w ?? 0),
    ).toBeLessThan(1e-9);
  }
});

test("orders become histories: one purchase a day, the first left out, nothing after the day asked", () => {
  const orders = [
    { customer: "Ada", day: 10, amount: 5 },
    { customer: "bob", day: 12, amount: 7 },
    { customer: "ada", day: 24, amount: 20 },
    { customer: "Ada", day: 24, amount: 10 },
    { customer: "Ada", day: 31, amount: 50 },
    { customer: "Ada", day: 99, amount: 1000 },
  ];
  // Ada: days 10, 24 (30 in all) and 31 (50); seen from day 45 she is 35 days old, bought last after 21
  expect(customersFrom(orders, 45)).toEqual([
    { customer: "Ada", x: 2, recency: 3, age: 5, mean: 40 },
    { customer: "bob", x: 0, recency: 0, age: 33 / 7, mean: 0 },
  ]);
});
