// Whatever is given to a statistic, a cell gets finite numbers or a sentence.
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { call } from "../../apps-script/call.ts";
import { statisticFunctions } from "../../shared/statistics/functions.ts";

beforeEach(() => {
  vi.stubGlobal("Session", { getActiveUserLocale: () => "en" });
});

/** Fails unless the answer is numbers that can be shown, or a sentence about the data. */
function check(name: string, args: readonly unknown[]): void {
  let answer: unknown;
  try {
    answer = call(name, args);
  } catch (error) {
    const { message } = error as Error;
    expect(message.startsWith(`${name}: `), message).toBe(true);
    expect(message).not.toMatch(/Boussole's own|NaN|Infinity|\[object/);
    return;
  }
  for (const cell of [answer].flat(2)) {
    if (typeof cell === "number") expect(Number.isFinite(cell), JSON.stringify(args)).toBe(true);
    else expect(["string", "boolean", "object"]).toContain(typeof cell);
  }
}

const number = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -1, 1, 1e-300, 1e300, 0.5, 12),
);
const cell = fc.oneof(
  { weight: 6, arbitrary: number },
  fc.constantFrom<unknown>(
    "",
    null,
    undefined,
    true,
    "abc",
    "12,5 %",
    "2026-01-31",
    "#N/A",
    "CPA",
    "jour",
    new Date("2026-01-31"),
  ),
);
const range = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 2 }), fc.boolean())
  .chain(([rows, columns, headed]) =>
    fc
      .array(fc.array(headed ? number : cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((cells) => (headed ? [cells[0]?.map((_, i) => `column ${i}`) ?? [], ...cells] : cells)),
  );
const names = Object.entries(statisticFunctions).flatMap(([name, { french }]) => [name, french]);

test.each(names)("%s survives any arguments", (name) => {
  fc.assert(
    fc.property(fc.array(fc.oneof(cell, range), { maxLength: 10 }), (args) => check(name, args)),
    { numRuns: 40 },
  );
});

const column = (cells: readonly unknown[]): unknown[][] => cells.map((one) => [one]);
const runs = { numRuns: 60 };

test("customers of any shape have numbers", () => {
  const customer = fc
    .record({
      x: fc.integer({ min: 0, max: 300 }),
      share: fc.double({ min: 0.001, max: 1, noNaN: true }),
      age: fc.oneof(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.constantFrom(1e-6, 1e6)),
      mean: fc.oneof(fc.double({ min: 0, max: 1e4, noNaN: true }), fc.constantFrom(1e-6, 1e9)),
    })
    .map(({ x, share, age, mean }) => ({ x, recency: x > 0 ? share * age : 0, age, mean }));
  fc.assert(
    fc.property(
      fc.array(customer, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 120 }),
      (customers, months) => {
        const [x, recency, age, mean] = (["x", "recency", "age", "mean"] as const).map((key) =>
          column(customers.map((one) => one[key])),
        );
        check("CLV_FIT", [x, recency, age]);
        check("CLV_SPEND_FIT", [x, mean]);
        check("P_ALIVE", [x, recency, age]);
        check("CLV_PREDICT", [x, recency, age, mean, months, 0.01]);
      },
    ),
    runs,
  );
});

test("histories of any shape have forecasts", () => {
  const value = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 50 }),
    fc.double({ min: -1e3, max: 1e3, noNaN: true }),
    fc.constantFrom(1e-200, 1e200, 1e12),
  );
  const same = value.chain((one) =>
    fc.integer({ min: 6, max: 30 }).map((length) => Array.from({ length }, () => one)),
  );
  const history = fc.oneof(
    fc.array(value, { minLength: 6, maxLength: 60 }),
    fc.array(fc.constantFrom(0, 1), { minLength: 6, maxLength: 60 }),
    same,
  );
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom<unknown>("", 1, 4, 7, 12),
      number,
      (values, ahead, period, target) => {
        const past = column(values);
        check("KPI_FORECAST", [past, ahead, period]);
        check("OBJECTIVE_PROB", [past, 1, target, ahead, period]);
        check("OBJECTIVE_TARGET", [past, 1, ahead, 0.8, period]);
        check("OBJECTIVE_PROB_RATIO", [past, past, 1, 1, target, ahead, period]);
        check("KPI_ANOMALIES", [past, past, period]);
      },
    ),
    runs,
  );
});

test("counts of any size have intervals", () => {
  const count = fc.oneof(
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.constantFrom(1e9, 1e15, 9e15),
  );
  fc.assert(
    fc.property(
      count,
      count,
      count,
      count,
      fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
      (a, b, c, d, confidence) => {
        const [fewA, allA, fewB, allB] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)];
        check("RATE_CI", [fewA, allA, confidence]);
        check("NPS_CI", [a, b, c, confidence]);
        check("NPS_DIFF", [a, b, c, d, a, b, confidence]);
        check("AB_SRM", [column([a, b, c])]);
        // Fisher's test and the quadrature take longer with the counts: a billion visitors are enough
        if (Math.max(allA, allB) <= 1e9) check("AB_TEST", [fewA, allA, fewB, allB, confidence]);
      },
    ),
    runs,
  );
});

test("tables of segments, factors, subscribers and budgets have effects", () => {
  const amount = fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 1000 }),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(amount, amount, amount, amount), { minLength: 1, maxLength: 20 }),
      amount,
      (rows, total) => {
        const columns = [0, 1, 2, 3].map((i) => column(rows.map((row) => row[i])));
        check("KPI_DRIVERS", [column(rows.map((_, i) => `s${i}`)), ...columns]);
        check("KPI_CHAIN", ["CPA", column(rows[0]?.slice(0, 2) ?? []), column(rows[0]?.slice(2) ?? [])]);
        check("CHURN_SBG", [
          column(rows.map(([first]) => Math.round(first)).sort((one, other) => other - one)),
          5,
          0.01,
        ]);
        check("BUDGET_CURVE", [columns[0], columns[1]]);
        check("BUDGET_ALLOCATE", [
          [["a", "b"], ...rows.map((row) => row.slice(0, 2))],
          [["a", "b"], ...rows.map((row) => row.slice(2))],
          total,
        ]);
      },
    ),
    runs,
  );
});
