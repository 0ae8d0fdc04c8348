// Baselines that the data propose, and what a decision was followed by.
import { describe, expect, test } from "vitest";
import { proposeBaselines } from "../../../shared/objectives/baseline.ts";
import { effectOf, isToReview, nextReview } from "../../../shared/objectives/review.ts";
import { noise } from "../statistics/noise.ts";
import { days, draftOf, evidenceOf, months } from "./build.ts";

const constant = (count: number, leads: number) => Array.from({ length: count }, () => ({ leads }));

describe("a baseline", () => {
  // 8 a day in 2025, 10 a day in 2026 before the objective's start.
  const series = days("LEADS", "2025-01-01", [...constant(365, 8), ...constant(120, 10)]);
  const draft = draftOf({ start: "2026-04-01", deadline: "2026-06-30" });

  test("is the same dates last year, then the last days read, over as many days", () => {
    const [year, last] = proposeBaselines(draft, evidenceOf("2026-05-01", [series]));
    expect(year?.baseline).toEqual({
      value: 91 * 8,
      from: "2025-04-01",
      to: "2025-06-30",
      source: "data",
      reference: "GA4",
      periods: 13,
    });
    expect(year?.words.fr).toContain("les mêmes dates l'an dernier");
    // 91 days to 31 March: 90 of 2026 at 10, and 31 December at 8
    expect(last?.baseline).toMatchObject({ value: 908, from: "2025-12-31", to: "2026-03-31" });
  });

  test("of fewer days than the objective is brought to its length, and says so", () => {
    const [only, ...others] = proposeBaselines(
      draft,
      evidenceOf("2026-02-12", [days("LEADS", "2026-01-01", constant(42, 10))]),
    );
    expect(others).toEqual([]);
    expect(only?.baseline).toMatchObject({ value: 910, from: "2026-01-01", to: "2026-02-11", periods: 6 });
    expect(only?.words.en).toContain("brought to 91 days");
  });

  test("of a bound is one period's worth", () => {
    const bound = draftOf({ ...draft, targetType: "stay_above" });
    const [year] = proposeBaselines(bound, evidenceOf("2026-05-01", [series]));
    expect(year?.baseline.value).toBeCloseTo(56, 9);
  });

  test("of a rate is not scaled", () => {
    const rates = days(
      "CR",
      "2026-01-01",
      Array.from({ length: 42 }, () => ({ conversions: 2, base: 100 })),
    );
    const [only] = proposeBaselines(draftOf({ ...draft, kpi: "CR" }), evidenceOf("2026-02-12", [rates]));
    expect(only?.baseline.value).toBeCloseTo(0.02, 12);
  });

  test("of a figure by month is that of the same month last year, then the last one", () => {
    const visitors = months(
      "UNIQUE_VISITORS",
      "2025-01-01",
      Array.from({ length: 16 }, (_, t) => ({ total_users: 1000 + t })),
    );
    const proposals = proposeBaselines(
      draftOf({ ...draft, kpi: "UNIQUE_VISITORS" }),
      evidenceOf("2026-05-10", [visitors]),
    );
    expect(proposals.map(({ baseline }) => [baseline.value, baseline.from])).toEqual([
      [1005, "2025-06-01"],
      [1015, "2026-04-01"],
    ]);
  });

  test("is not proposed from less than a week, nor without a KPI", () => {
    expect(
      proposeBaselines(draft, evidenceOf("2026-02-12", [days("LEADS", "2026-02-08", constant(4, 10))])),
    ).toEqual([]);
    expect(proposeBaselines(draftOf({ kpi: null }), evidenceOf("2026-02-12", [series]))).toEqual([]);
  });
});

describe("the next review", () => {
  test("is a week or a month after the last, and the day after the deadline at the end", () => {
    expect(nextReview(draftOf(), [])).toBe("2026-01-08");
    expect(nextReview(draftOf(), ["2026-01-16", "2026-01-09"])).toBe("2026-01-23");
    expect(nextReview(draftOf({ cadence: "monthly", start: "2026-01-31" }), [])).toBe("2026-02-28");
    expect(nextReview(draftOf(), ["2026-03-28"])).toBe("2026-04-01");
    expect(nextReview(draftOf(), ["2026-04-01"])).toBeNull();
    expect(nextReview(draftOf({ cadence: null }), [])).toBeNull();
  });

  test("is overdue after two cadences", () => {
    expect(isToReview(draftOf(), [], "2026-01-15")).toBe(false);
    expect(isToReview(draftOf(), [], "2026-01-16")).toBe(true);
    expect(isToReview(draftOf(), ["2026-01-10"], "2026-01-16")).toBe(false);
    expect(isToReview(draftOf(), ["2026-04-01"], "2026-12-31")).toBe(false);
  });
});

describe("the effect of a decision", () => {
  const at = (day: number, shift: number) => ({ leads: 100 + 5 * noise(day) + (day >= 150 ? shift : 0) });
  const series = (shift: number) =>
    days(
      "LEADS",
      "2025-08-01",
      Array.from({ length: 190 }, (_, t) => at(t, shift)),
    );
  // Day 149 of the series: what changes, changes the day after.
  const on = "2025-12-28";

  test("is measured over as many days before and after it, and told from chance", () => {
    const raised = effectOf(draftOf(), evidenceOf("2026-02-07", [series(20)]), on);
    expect(raised?.significant).toBe(true);
    expect((raised?.after ?? 0) - (raised?.before ?? 0)).toBeGreaterThan(28 * 20 - 100);
    expect(raised?.words.fr).toContain("28 jours");
    const same = effectOf(draftOf(), evidenceOf("2026-02-07", [series(0)]), on);
    expect(same?.significant).toBe(false);
    expect(same?.words.fr).toContain("hasard");
  });

  test("waits for a whole week, or for four where reviews are monthly", () => {
    const early = evidenceOf("2026-01-03", [{ ...series(20), points: series(20).points.slice(0, 155) }]);
    expect(effectOf(draftOf(), early, on)).toBeNull();
    const week = evidenceOf("2026-01-06", [{ ...series(20), points: series(20).points.slice(0, 158) }]);
    expect(effectOf(draftOf(), week, on)?.significant).toBe(true);
    expect(effectOf(draftOf({ cadence: "monthly" }), week, on)).toBeNull();
  });
});
