// Where an objective stands: worked cases, seasons, bounds, sources that fail.
import { describe, expect, test } from "vitest";
import type { Progress } from "../../../shared/objectives/assessment.ts";
import type { Evidence, Series } from "../../../shared/objectives/evidence.ts";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import { tolerance } from "../../../shared/objectives/pace.ts";
import { progressOf } from "../../../shared/objectives/trajectory.ts";
import { addDays, type Day } from "../../../shared/period.ts";
import { days, draftOf, evidenceOf, months } from "./build.ts";

const baseline = (value: number): ObjectiveDraft["baseline"] => ({
  value,
  from: null,
  to: null,
  source: "typed",
  reference: null,
  periods: null,
});
const target = (value: number): ObjectiveDraft["target"] => ({ as: "value", value });

function stands(
  draft: Partial<ObjectiveDraft>,
  today: Day,
  series: Series,
  said?: Partial<Evidence>,
): Progress {
  return progressOf(draftOf(draft), evidenceOf(today, [series], said));
}

const repeated = (count: number, totals: Readonly<Record<string, number>>) =>
  Array.from({ length: count }, () => totals);

describe("worked cases", () => {
  test("a CPA from 30 to 24, now 27, is half-way", () => {
    const costs = days("CPA", "2026-01-01", repeated(45, { spend: 270, acquisitions: 10 }));
    const draft = {
      kpi: "CPA",
      targetType: "reach_at_most",
      baseline: baseline(30),
      target: target(24),
    } as const;
    const found = stands(draft, "2026-02-15", costs);
    expect(found.value).toBe(27);
    expect(found.share).toBeCloseTo(0.5, 12);
    // 45 days of 90
    expect(found.expected).toBeCloseTo(0.5, 12);
    expect(found.status).toBe("on_track");
  });

  test("from 100 to 150, at 115 after 40 % of the time, is 30 % of the way and behind", () => {
    const baskets = days("AOV", "2026-01-01", repeated(40, { revenue: 1150, orders: 10 }));
    const draft = { kpi: "AOV", baseline: baseline(100), target: target(150), deadline: "2026-04-10" };
    const found = stands(draft, "2026-02-10", baskets);
    expect(found.share).toBeCloseTo(0.3, 12);
    expect(found.expected).toBeCloseTo(0.4, 12);
    // ± 25 − 20 × 0.4 = 17 % of 0.4
    expect(found.band?.[0]).toBeCloseTo(0.332, 12);
    expect(found.band?.[1]).toBeCloseTo(0.468, 12);
    expect(found.status).toBe("at_risk");
    expect(found.words.en).toContain("30% of the way, 40% expected");
  });

  test("280 leads of 1,000 at day 30 of 90 are 0.84 of a linear pace", () => {
    const found = stands({}, "2026-01-31", days("LEADS", "2026-01-01", repeated(30, { leads: 28 / 3 })));
    expect((found.share ?? 0) / (found.expected ?? 1)).toBeCloseTo(0.84, 9);
    expect(found.words.fr).toContain("en ligne droite");
    // 25 − 20 / 3 = 18.3 %: 16 % behind is still within the band
    expect(found.status).toBe("on_track");
  });

  test("the band narrows from a quarter to a twentieth", () => {
    expect([tolerance(0), tolerance(0.5), tolerance(1)].map((share) => Number(share.toFixed(12)))).toEqual([
      0.25, 0.15, 0.05,
    ]);
  });
});

describe("a season", () => {
  // Last year, nine leads in ten came in March.
  const lastYear = Array.from({ length: 365 }, (_, t) => {
    const day = addDays("2025-01-01", t);
    return { leads: day >= "2025-03-01" && day <= "2025-03-31" ? 90 : 5 };
  });
  const series = days("LEADS", "2025-01-01", [...lastYear, ...repeated(59, { leads: 5 })]);

  test("says what should be done by a day, where a straight line would call it very late", () => {
    // 364 days before: 2 January to 1 April 2025. Done by 28 February: 2 Jan–1 March: 58 days of 5 and one of 90 = 380;
    // in all 58 × 5 + 31 × 90 + 5 = 3,085.
    const found = stands({ target: target(3000) }, "2026-03-01", series);
    expect(found.expected).toBeCloseTo(380 / 3085, 12);
    expect(found.value).toBe(295);
    expect(found.share).toBeCloseTo(295 / 3000, 12);
    // 0.80 of the pace, where 25 − 20 × 59 / 90 = 11.9 % may be missing before it is late, and twice that before it is very late
    expect(found.status).toBe("at_risk");
    expect(found.words.fr).toContain("saison de l'an dernier");
  });

  test("is not used where last year was not read", () => {
    const holes = { ...series, points: series.points.filter(({ from }) => from > "2025-01-20") };
    expect(stands({ target: target(3200) }, "2026-03-01", holes).expected).toBeCloseTo(59 / 90, 12);
  });
});

describe("a bound", () => {
  // Eight weeks from 1 January: six of 70, one of 63, one of 70.
  const series = days(
    "LEADS",
    "2026-01-01",
    Array.from({ length: 56 }, (_, t) => ({ leads: t >= 42 && t < 49 ? 9 : 10 })),
  );
  const draft = { targetType: "stay_above", target: target(65) } as const;

  test("counts the whole periods within it", () => {
    const found = stands(draft, "2026-02-26", series);
    expect(found.share).toBeCloseTo(7 / 8, 12);
    expect(found.value).toBe(70);
    expect(found.status).toBe("on_track");
    expect(found.words.fr).toContain("7 périodes sur 8");
  });

  test("is late when the last period is out", () => {
    const until = { ...series, points: series.points.slice(0, 49) };
    expect(stands(draft, "2026-02-19", until).status).toBe("at_risk");
  });

  test("that was left once is missed at the end", () => {
    const found = stands({ ...draft, deadline: "2026-02-25" }, "2026-03-02", series);
    expect(found.status).toBe("missed");
    const kept = stands({ ...draft, target: target(60), deadline: "2026-02-25" }, "2026-03-02", series);
    expect(kept.status).toBe("reached");
  });
});

describe("a source that fails", () => {
  const problem = {
    fr: "GA4 refuse l'accès depuis le 20 janvier.",
    en: "GA4 has refused access since 20 January.",
  };
  const freshness = { asOf: "2026-01-20T06:00:00Z", completeness: 0.4, problem, sources: ["GA4"] };

  test("leaves the last value, with its age and the reason", () => {
    const found = stands({}, "2026-02-10", days("LEADS", "2026-01-01", repeated(20, { leads: 12 })), {
      freshness,
    });
    expect(found.value).toBe(240);
    expect(found.share).toBeCloseTo(0.24, 12);
    // Compared with what 20 days should bring, not with the 40 that have passed.
    expect(found.expected).toBeCloseTo(20 / 90, 12);
    expect(found.words.fr).toContain("20/01/2026, il y a 21 jours");
    expect(found.words.fr).toContain("GA4 refuse l'accès");
    expect(found.words.en).toContain("21 days ago");
  });

  test("before the objective starts leaves a rate its last four weeks, and a sum no value rather than 0", () => {
    const rates = days("CR", "2025-11-01", repeated(40, { conversions: 30, base: 1000 }));
    const rate = stands({ kpi: "CR", baseline: baseline(0.02), target: target(0.04) }, "2026-01-15", rates, {
      freshness,
    });
    expect(rate.value).toBeCloseTo(0.03, 12);
    expect(rate.words.en).toContain("Nothing was read since the start");
    const counts = days("LEADS", "2025-11-01", repeated(40, { leads: 5 }));
    const sum = stands({}, "2026-01-15", counts, { freshness });
    expect([sum.status, sum.value]).toEqual(["no_data", null]);
    expect(sum.problem?.fr).toContain("GA4 refuse l'accès");
  });
});

describe("a status", () => {
  const series = days("LEADS", "2026-01-01", repeated(45, { leads: 12 }));

  test("is that of a sum against its pace", () => {
    // By day 45 a line has half: 540 done.
    const of = (value: number): string => stands({ target: target(value) }, "2026-02-15", series).status;
    expect(of(500)).toBe("reached");
    expect(of(900)).toBe("ahead");
    expect(of(1080)).toBe("on_track");
    // 15 % of 0.5 is the band: late below 0.425 (1,271), very late below 0.35 (1,543)
    expect(of(1260)).toBe("on_track");
    expect(of(1280)).toBe("at_risk");
    expect(of(1530)).toBe("at_risk");
    expect(of(1550)).toBe("off_track");
  });

  test("is late for a sum to keep under that goes too fast, and missed once passed", () => {
    const of = (value: number): string =>
      stands({ targetType: "reach_at_most", target: target(value) }, "2026-02-15", series).status;
    expect(of(2000)).toBe("ahead");
    expect(of(1080)).toBe("on_track");
    expect(of(850)).toBe("at_risk");
    expect(of(700)).toBe("off_track");
    expect(of(500)).toBe("missed");
  });

  test("waits for the first day to be over, and for a KPI, a target and dates", () => {
    expect(stands({ start: "2026-03-01" }, "2026-02-15", series).status).toBe("not_started");
    expect(stands({ start: "2026-02-15" }, "2026-02-15", series).status).toBe("not_started");
    expect(stands({ target: null }, "2026-02-15", series).status).toBe("draft");
    expect(progressOf(draftOf({ kpi: null }), evidenceOf("2026-02-15", [])).status).toBe("draft");
    expect(progressOf(draftOf(), evidenceOf("2026-02-15", [])).status).toBe("no_data");
  });

  test("is settled after the deadline", () => {
    const dates = { deadline: "2026-02-10" };
    expect(stands({ ...dates, target: target(490) }, "2026-02-15", series).status).toBe("reached");
    expect(stands({ ...dates, target: target(500) }, "2026-02-15", series).status).toBe("missed");
  });
});

test("a level is its last value, from the baseline to the target", () => {
  const visitors = months(
    "UNIQUE_VISITORS",
    "2025-06-01",
    [4000, 4100, 4200, 4300, 4400, 4500, 4600, 5000].map((total_users) => ({ total_users })),
  );
  const draft = {
    kpi: "UNIQUE_VISITORS",
    baseline: baseline(4600),
    target: target(5400),
    deadline: "2026-06-30",
    cadence: "monthly",
  } as const;
  const found = stands(draft, "2026-02-10", visitors);
  expect(found.value).toBe(5000);
  expect(found.share).toBeCloseTo(0.5, 12);
  expect(found.history.map(({ value }) => value)).toEqual([4000, 4100, 4200, 4300, 4400, 4500, 4600, 5000]);
});

test("the sparkline has a point for each whole week, and a gap where nothing was read", () => {
  const totals = Array.from({ length: 28 }, (_, t) => (t >= 7 && t < 14 ? null : { leads: 1 }));
  const found = stands({}, "2026-01-29", days("LEADS", "2026-01-01", totals));
  expect(found.history).toEqual([
    { from: "2026-01-01", to: "2026-01-07", value: 7 },
    { from: "2026-01-08", to: "2026-01-14", value: null },
    { from: "2026-01-15", to: "2026-01-21", value: 7 },
    { from: "2026-01-22", to: "2026-01-28", value: 7 },
  ]);
});
