// The chances of an objective on a ratio, a level or a bound, and what is never said of any.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Feasibility } from "../../../shared/objectives/assessment.ts";
import type { Series } from "../../../shared/objectives/evidence.ts";
import { feasibility } from "../../../shared/objectives/feasibility.ts";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import { addDays, type Day } from "../../../shared/period.ts";
import { noise } from "../statistics/noise.ts";
import { allTogether } from "../../../shared/objectives/laws.ts";
import { days, draftOf, evidenceOf, months } from "./build.ts";

function chances(draft: Partial<ObjectiveDraft>, today: Day, ...series: Series[]): Feasibility {
  const found = feasibility(draftOf(draft), evidenceOf(today, series));
  if (!found) throw new Error("no feasibility");
  return found;
}

const leads = (count: number, at: (t: number) => number): { leads: number }[] =>
  Array.from({ length: count }, (_, t) => ({ leads: at(t) }));

/** About 10 a day, more on some weekdays, never the same twice. */
const lively = (t: number): number => 10 + [2, 1, 0, 0, 1, -2, -2][t % 7]! + 3 * noise(t);

describe("a ratio", () => {
  const totals = (count: number) =>
    Array.from({ length: count }, (_, t) => {
      const sessions = 1000 + 100 * noise(t);
      return { conversions: 0.02 * sessions + 3 * noise(t + 5000), base: sessions };
    });
  const series = days("CR", "2025-08-01", totals(150));
  const dates = { kpi: "CR", start: "2025-12-01", deadline: "2026-01-15" } as const;

  test("ends near its rate, more surely than one day tells", () => {
    const found = chances({ ...dates, target: { as: "value", value: 0.02 } }, "2025-12-29", series);
    expect(found.final?.value).toBeCloseTo(0.02, 3);
    const [low, high] = [found.final?.low ?? 0, found.final?.high ?? 1];
    expect(high - low).toBeLessThan(0.001);
    const sure = chances({ ...dates, target: { as: "value", value: 0.0185 } }, "2025-12-29", series);
    const never = chances({ ...dates, target: { as: "value", value: 0.0215 } }, "2025-12-29", series);
    expect(sure.probability).toBeGreaterThan(0.95);
    expect(never.probability).toBeLessThan(0.05);
  });

  test("is reached 8 times in 10 at or above its target exactly where its chances are 8 in 10", () => {
    for (let value = 0.0194; value < 0.0206; value += 0.0001) {
      const found = chances({ ...dates, target: { as: "value", value } }, "2025-12-29", series);
      expect((found.reachedEight ?? 0) >= value).toBe((found.probability ?? 0) >= 0.8);
      expect((found.reachedFive ?? 0) >= value).toBe((found.probability ?? 0) >= 0.5);
    }
  });

  test("is judged exactly: done and to come, numerators less target × denominators", () => {
    // 28 days of 20 for 1,000 done, then as many to come: 2.1 % overall needs 2.2 % of what is left.
    const steady = days(
      "CR",
      "2025-08-01",
      Array.from({ length: 150 }, () => ({ conversions: 20, base: 1000 })),
    );
    const draft = { ...dates, deadline: "2026-01-25", target: { as: "value", value: 0.021 } } as const;
    const found = chances(draft, "2025-12-29", steady);
    expect(found.needed).toBeCloseTo(0.022, 9);
    expect(found.expected).toBeCloseTo(0.02, 9);
    expect(found.probability).toBe(0);
    expect(
      chances({ ...draft, target: { as: "value", value: 0.02 } }, "2025-12-29", steady).probability,
    ).toBeCloseTo(1, 3);
  });

  test("of a cost is reached from above", () => {
    const costs = days(
      "CPA",
      "2025-08-01",
      Array.from({ length: 150 }, (_, t) => ({
        spend: 250 + 20 * noise(t),
        acquisitions: 10 + 2 * noise(t + 900),
      })),
    );
    const draft = { ...dates, kpi: "CPA", targetType: "reach_at_most" } as const;
    const easy = chances({ ...draft, target: { as: "value", value: 30 } }, "2025-12-29", costs);
    const hard = chances({ ...draft, target: { as: "value", value: 20 } }, "2025-12-29", costs);
    expect(easy.probability).toBeGreaterThan(0.95);
    expect(hard.probability).toBeLessThan(0.05);
    expect(easy.reachedEight).toBeGreaterThan(easy.reachedFive ?? Infinity);
  });

  test("without any denominator has no probability", () => {
    const empty = days(
      "CR",
      "2025-08-01",
      Array.from({ length: 150 }, () => ({ conversions: 0, base: 0 })),
    );
    const found = chances({ ...dates, target: { as: "value", value: 0.02 } }, "2025-12-29", empty);
    expect(found.probability).toBeNull();
    expect(found.words.fr).toContain("dénominateur");
  });
});

describe("a level", () => {
  test("of visitors is judged on the month that the deadline ends, not on a sum of months", () => {
    const visitors = months(
      "UNIQUE_VISITORS",
      "2023-01-01",
      Array.from({ length: 36 }, (_, t) => ({ total_users: 5000 + 400 * noise(t) })),
    );
    const draft = { kpi: "UNIQUE_VISITORS", start: "2026-01-01", deadline: "2026-06-30" } as const;
    const low = chances({ ...draft, target: { as: "value", value: 4000 } }, "2026-01-01", visitors);
    const high = chances({ ...draft, target: { as: "value", value: 9000 } }, "2026-01-01", visitors);
    expect(low.method).toBe("level");
    expect(low.probability).toBeGreaterThan(0.9);
    expect(high.probability).toBeLessThan(0.1);
    expect(low.path).toHaveLength(6);
  });

  test("of recurring revenue goes on from its last value", () => {
    const mrr = days(
      "MRR",
      "2025-08-01",
      Array.from({ length: 150 }, (_, t) => ({ mrr: 10_000 + 50 * t })),
    );
    const found = chances({ kpi: "MRR", start: "2025-12-01", deadline: "2026-01-15" }, "2025-12-29", mrr);
    // 17,450 on the last day; 18 days of 50 would be 18,350, and the two models go on with most of the slope
    expect(found.final?.value).toBeGreaterThan(17_450);
    expect(found.final?.value).toBeLessThan(18_400);
    // 46 days of 50, added to today's
    expect(found.best?.value).toBeCloseTo(17_450 + 46 * 50, 6);
  });

  test("of followers gained is counted from the start of the objective", () => {
    const followers = days(
      "NET_NEW_FOLLOWERS",
      "2025-08-01",
      Array.from({ length: 150 }, (_, t) => ({ start: 1000 + 10 * t, end: 1000 + 10 * t })),
    );
    const draft = { kpi: "NET_NEW_FOLLOWERS", start: "2025-12-01", deadline: "2026-01-15" } as const;
    const found = chances({ ...draft, target: { as: "value", value: 300 } }, "2025-12-29", followers);
    // 27 days of 10 done; between 0 and 18 more days of 10 to come
    expect(found.final?.value).toBeGreaterThan(270);
    expect(found.final?.value).toBeLessThan(460);
  });
});

describe("a bound to stay within", () => {
  const weekly = days("LEADS", "2025-01-01", leads(364, lively));
  const draft = { targetType: "stay_above", start: "2025-12-01", deadline: "2026-02-28" } as const;

  test("is harder to hold for eight weeks than for one", () => {
    const target = { as: "value", value: 62 } as const;
    const long = chances({ ...draft, target }, "2025-12-31", weekly);
    const short = chances({ ...draft, target, deadline: "2026-01-06" }, "2025-12-31", weekly);
    expect(long.step).toBe("week");
    expect(long.probability).toBeLessThan(short.probability ?? 0);
    expect(long.probability).toBeGreaterThan(0);
  });

  test("far below what comes is held, far above is not", () => {
    const held = chances({ ...draft, target: { as: "value", value: 20 } }, "2025-12-31", weekly);
    const lost = chances({ ...draft, target: { as: "value", value: 100 } }, "2025-12-31", weekly);
    expect(held.probability).toBeGreaterThan(0.95);
    expect(lost.probability).toBeLessThan(0.05);
    expect(held.reachedEight).toBeLessThan(held.reachedFive ?? 0);
    expect(held.words.fr).toContain("chaque période restante");
  });

  test("of a ratio is judged week by week", () => {
    const series = days(
      "BOUNCE_RATE",
      "2025-01-01",
      Array.from({ length: 364 }, (_, t) => ({ engaged_sessions: 600 + 20 * noise(t), sessions: 1000 })),
    );
    const below = { ...draft, kpi: "BOUNCE_RATE", targetType: "stay_below" } as const;
    expect(
      chances({ ...below, target: { as: "value", value: 0.45 } }, "2025-12-31", series).probability,
    ).toBeGreaterThan(0.95);
    expect(
      chances({ ...below, target: { as: "value", value: 0.39 } }, "2025-12-31", series).probability,
    ).toBeLessThan(0.05);
  });
});

test("nothing that is said is not a number, whatever the past", () => {
  const kpis = [
    ["LEADS", "leads", "leads"],
    ["CR", "conversions", "base"],
    ["CPA", "spend", "acquisitions"],
    ["MRR", "mrr", "mrr"],
    ["UNIQUE_VISITORS", "total_users", "total_users"],
    ["NET_NEW_FOLLOWERS", "start", "end"],
    ["BOUNCE_RATE", "engaged_sessions", "sessions"],
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...kpis),
      fc.array(fc.option(fc.tuple(fc.nat(50), fc.nat(1000)), { freq: 8 }), { maxLength: 90 }),
      fc.constantFrom("reach_at_least", "reach_at_most", "stay_above", "stay_below"),
      fc.constantFrom("weekly", "monthly"),
      fc.double({ min: 0, max: 1e5, noNaN: true }),
      fc.integer({ min: -40, max: 60 }),
      fc.integer({ min: 1, max: 200 }),
      (kpi, given, targetType, cadence, value, from, length) => {
        const [name, one, two] = kpi;
        const totals = given.map((pair) => pair && { [one]: pair[0], [two]: pair[1] });
        const series = days(name, "2025-10-01", totals);
        const today = addDays("2025-10-01", given.length);
        const start = addDays(today, from);
        const draft = draftOf({
          kpi: name,
          targetType,
          cadence,
          target: { as: "value", value },
          start,
          deadline: addDays(start, length),
        });
        const found = feasibility(draft, evidenceOf(today, [series]));
        const flat = JSON.stringify(found, (_, part: unknown) => {
          if (typeof part === "number" && !Number.isFinite(part))
            throw new Error(`not a number in ${JSON.stringify(draft)}`);
          return part;
        });
        expect(flat).not.toContain("NaN");
        if (found?.probability !== null && found?.probability !== undefined) {
          expect(found.probability).toBeGreaterThanOrEqual(0);
          expect(found.probability).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("several periods hold together as their common part says", () => {
  // nothing in common: the product; everything: the least; half: P(X > 0 and Y > 0) = 1/4 + asin(1/2) / 2π = 1/3
  expect(allTogether([0.5, 0.8], 0)).toBeCloseTo(0.4, 12);
  expect(allTogether([0.5, 0.8], 1)).toBe(0.5);
  expect(allTogether([0.5, 0.5], 0.5)).toBeCloseTo(1 / 3, 6);
  expect(allTogether([1, 1], 0.3)).toBe(1);
  expect(allTogether([0, 1], 0.3)).toBe(0);
});
