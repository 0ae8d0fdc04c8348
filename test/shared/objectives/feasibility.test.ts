// The chances of an objective: the worked case, thin pasts, sums.
import { describe, expect, test } from "vitest";
import type { Feasibility } from "../../../shared/objectives/assessment.ts";
import type { Series } from "../../../shared/objectives/evidence.ts";
import { feasibility } from "../../../shared/objectives/feasibility.ts";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import type { Day } from "../../../shared/period.ts";
import { noise } from "../statistics/noise.ts";
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

describe("280 leads of 1,000 at day 30 of 90, 3.5 a day of standard deviation", () => {
  // 15 days at 28/3 + a and 15 at 28/3 − a: mean 28/3, sample variance 30 a² / 29 = 3.5²
  const a = 3.5 * Math.sqrt(29 / 30);
  const series = days(
    "LEADS",
    "2026-01-01",
    leads(30, (t) => 28 / 3 + (t % 2 === 0 ? a : -a)),
  );
  const found = chances({}, "2026-01-31", series);

  test("has a probability of 3.3e-4: the mean's own uncertainty is counted", () => {
    // 60 days left bring 560 ± √(60 × 3.5² + 60² × 3.5² / 30) = 46.957; 720 are missing: P(Z > 3.4074) = 3.28e-4
    expect(found.method).toBe("run_rate");
    expect(found.probability).toBeCloseTo(3.28e-4, 6);
  });

  test("needs 12 a day where 9.33 come, and would end at 840", () => {
    expect(found.step).toBe("day");
    expect(found.n).toBe(30);
    expect(found.needed).toBeCloseTo(12, 9);
    expect(found.expected).toBeCloseTo(28 / 3, 9);
    expect(found.final?.value).toBeCloseTo(840, 6);
    // 840 ± 1.2816 × 46.957
    expect(found.final?.low).toBeCloseTo(840 - 60.18, 1);
    expect(found.final?.high).toBeCloseTo(840 + 60.18, 1);
    // 840 − 0.8416 × 46.957
    expect(found.reachedEight).toBeCloseTo(800.48, 1);
    expect(found.reachedFive).toBeCloseTo(840, 6);
  });

  test("says that the past is short, and gives a range around the probability", () => {
    const [low, high] = found.range ?? [1, 0];
    expect(low).toBeLessThan(found.probability ?? 0);
    expect(high).toBeGreaterThan(found.probability ?? 1);
    expect(found.words.fr).toContain("Historique court");
    expect(found.words.en).toContain("30\u00a0days");
  });
});

describe("a past too short", () => {
  test("of two weeks has no probability at all, and says so", () => {
    const found = chances({}, "2026-01-15", days("LEADS", "2026-01-01", leads(14, lively)));
    expect([found.probability, found.range, found.final]).toEqual([null, null, null]);
    expect(found.words.en).toContain("2\u00a0weeks out of the 3\u00a0weeks");
  });

  test("of nothing says so", () => {
    const found = chances({}, "2026-01-15", days("LEADS", "2026-01-01", []));
    expect(found.probability).toBeNull();
    expect(found.words.fr).toContain("Aucune donnée");
  });

  test("is none of a draft without a target, dates or a KPI", () => {
    const evidence = evidenceOf("2026-01-15", [days("LEADS", "2026-01-01", leads(14, lively))]);
    for (const missing of [{ target: null }, { start: null }, { deadline: null }, { kpi: null }]) {
      expect(feasibility(draftOf(missing), evidence)).toBeNull();
    }
  });
});

describe("a sum", () => {
  const year = days("LEADS", "2025-01-01", leads(380, lively));

  test("is likely below what it usually brings, unlikely far above", () => {
    // about 10 a day: 310 in January, of which 15 days are done
    const dates = { start: "2026-01-01", deadline: "2026-01-31" };
    const likely = chances({ ...dates, target: { as: "value", value: 280 } }, "2026-01-16", year);
    const unlikely = chances({ ...dates, target: { as: "value", value: 360 } }, "2026-01-16", year);
    expect(likely.method).toBe("forecast");
    expect(likely.probability).toBeGreaterThan(0.9);
    expect(unlikely.probability).toBeLessThan(0.05);
    expect(likely.path).toHaveLength(16);
    expect(likely.path[15]).toMatchObject({ to: "2026-01-31" });
    expect(likely.path[15]?.value).toBeCloseTo(likely.final?.value ?? 0, 6);
    expect(likely.path[15]?.high).toBeCloseTo(likely.final?.high ?? 0, 6);
  });

  test("to keep under is as likely as it is unlikely to be passed", () => {
    const dates = { start: "2026-01-01", deadline: "2026-01-31" };
    const target = { as: "value", value: 312 } as const;
    const over = chances({ ...dates, target }, "2026-01-16", year);
    const under = chances({ ...dates, target, targetType: "reach_at_most" }, "2026-01-16", year);
    expect((over.probability ?? 0) + (under.probability ?? 0)).toBeCloseTo(1, 9);
    // What is kept under 8 times in 10 is more than what is reached 8 times in 10.
    expect(under.reachedEight).toBeGreaterThan(over.reachedEight ?? Infinity);
  });

  test("is forecast by weeks where the deadline is far, and its last week counts for its part", () => {
    // Fifteen weeks and one day of a constant 10 a day.
    const steady = days(
      "LEADS",
      "2025-09-01",
      leads(120, () => 10),
    );
    const found = chances({ start: "2025-12-30", deadline: "2026-04-14" }, "2025-12-30", steady);
    expect(found.step).toBe("week");
    expect(found.final?.value).toBeCloseTo(1060, 6);
  });

  test("that starts later leaves out the days before it", () => {
    const steady = days(
      "LEADS",
      "2025-09-01",
      leads(120, () => 10),
    );
    const found = chances({ start: "2026-01-05", deadline: "2026-01-31" }, "2025-12-30", steady);
    expect(found.final?.value).toBeCloseTo(270, 6);
  });

  test("does not take provisional days for history, nor days that were not read for zeros", () => {
    const totals = leads(120, () => 10);
    const holes = days(
      "LEADS",
      "2025-09-01",
      totals.map((one, t) => (t === 60 || t === 61 ? null : one)),
    );
    const last = holes.points.map((point, at) =>
      at >= holes.points.length - 2 ? { ...point, totals: { leads: 1 }, provisional: true as const } : point,
    );
    const found = chances({ start: "2025-12-30", deadline: "2026-01-28" }, "2025-12-30", {
      ...holes,
      points: last,
    });
    expect(found.final?.value).toBeCloseTo(300, 6);
    expect(found.words.en).toContain("2\u00a0days not read");
  });

  test("on a short past takes days that were not read for neither 0 nor lost", () => {
    // 30 days of 10, two of them unread: 280 done since the start; 30 more days of 10 to come.
    const totals = leads(30, () => 10).map((one, t) => (t === 10 || t === 11 ? null : one));
    const found = chances({ deadline: "2026-03-01" }, "2026-01-31", days("LEADS", "2026-01-01", totals));
    expect(found.method).toBe("run_rate");
    expect(found.final?.value).toBeCloseTo(280 + 29 * 10 + 10, 6);
  });

  test("knows the best of a past exactly as long", () => {
    const past = days(
      "LEADS",
      "2026-01-01",
      leads(30, (t) => t),
    );
    const found = chances({ start: "2026-01-31", deadline: "2026-03-01" }, "2026-01-31", past);
    expect(found.best).toEqual({ value: (29 * 30) / 2, from: "2026-01-01", to: "2026-01-30" });
  });

  test("knows the best it ever did over as long, and when", () => {
    const bumpy = days(
      "LEADS",
      "2025-09-01",
      leads(120, (t) => (t >= 50 && t < 60 ? 30 : 10)),
    );
    const found = chances({ start: "2025-12-30", deadline: "2026-01-18" }, "2025-12-30", bumpy);
    // Twenty days that hold the ten of 30: the first of such stretches begins ten days before them.
    expect(found.best).toEqual({ value: 400, from: "2025-10-11", to: "2025-10-30" });
  });

  test("is settled once everything is read", () => {
    const steady = days(
      "LEADS",
      "2025-09-01",
      leads(120, () => 10),
    );
    const dates = { start: "2025-12-01", deadline: "2025-12-20" };
    const reached = chances({ ...dates, target: { as: "value", value: 200 } }, "2025-12-30", steady);
    const missed = chances({ ...dates, target: { as: "value", value: 201 } }, "2025-12-30", steady);
    expect([reached.method, reached.probability, missed.probability]).toEqual(["done", 1, 0]);
  });

  test("of months adds up where its metric does", () => {
    const monthly = months(
      "LEADS",
      "2023-01-01",
      leads(36, () => 100),
    );
    const found = chances({ start: "2026-01-01", deadline: "2026-03-31" }, "2026-01-01", monthly);
    expect(found.step).toBe("month");
    expect(found.final?.value).toBeCloseTo(300, 6);
  });
});
