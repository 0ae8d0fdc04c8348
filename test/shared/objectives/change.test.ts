// A change told from chance and from the season, between two periods that can be compared.
import { describe, expect, test } from "vitest";
import { findKpi } from "../../../shared/kpis/index.ts";
import { changeOf } from "../../../shared/objectives/diagnosis/change.ts";
import { windowsOf } from "../../../shared/objectives/diagnosis/windows.ts";
import type { Series } from "../../../shared/objectives/evidence.ts";
import { noise } from "../statistics/noise.ts";
import { days, draftOf, evidenceOf, months } from "./build.ts";

describe("a change", () => {
  const leads = (count: number, at: (t: number) => number) =>
    days(
      "LEADS",
      "2025-01-01",
      Array.from({ length: count }, (_, t) => ({ leads: at(t) })),
    );
  const usual = (t: number): number => 50 + [10, 5, 0, 0, 0, -15, -15][t % 7]! + 4 * noise(t);
  const draft = draftOf();
  const of = (series: Series) => {
    const today = series.points[series.points.length - 1]?.to ?? "";
    const windows = windowsOf(draft, evidenceOf(`${today}x`, [series]));
    return windows && changeOf(series, findKpi("LEADS"), windows);
  };

  test("of a usual week is chance, a third less is not", () => {
    expect(of(leads(196, usual))?.way).toBe("steady");
    expect(of(leads(196, (t) => usual(t) * (t >= 189 ? 0.67 : 1)))?.way).toBe("down");
    expect(of(leads(196, (t) => usual(t) * (t >= 189 ? 1.5 : 1)))?.way).toBe("up");
  });

  test("is weighed by its days where the past is short", () => {
    expect(of(leads(21, usual))?.way).toBe("steady");
    expect(of(leads(21, (t) => usual(t) * (t >= 14 ? 0.6 : 1)))?.way).toBe("down");
  });

  test("that last year's same days made too is the season", () => {
    // Every year the last weeks fall by half: 364 days apart.
    const seasonal = leads(
      750,
      (t) => usual(t) * (t % 364 >= (750 % 364) - 7 && t % 364 < (750 % 364) + 21 ? 0.5 : 1),
    );
    const found = of(seasonal);
    expect(found?.seasonal).toBe(true);
    expect(found?.way).toBe("steady");
  });

  test("of a shop whose year goes up and down is told by last year: a fifth less is seen through the season", () => {
    // The year swings by half around its middle, so that usual weeks change as much as the loss does.
    const year = (t: number): number => usual(t) * (1 + 0.5 * Math.cos((2 * Math.PI * (t + 14)) / 364));
    const weekly = (lost: number): Series => leads(728, (t) => year(t) * (t >= 721 ? 1 - lost : 1));
    const monthly = draftOf({ cadence: "monthly" });
    const over = (series: Series) => {
      const windows = windowsOf(monthly, evidenceOf("2026-12-30", [series]));
      return windows && changeOf(series, findKpi("LEADS"), windows);
    };
    const four = (lost: number) => leads(728, (t) => year(t) * (t >= 700 ? 1 - lost : 1));
    expect(over(four(0))?.way).toBe("steady");
    expect(over(four(0.2))?.way).toBe("down");
    expect(of(weekly(0))?.way).toBe("steady");
  });
});

describe("the periods compared", () => {
  const series = days(
    "LEADS",
    "2026-01-01",
    Array.from({ length: 80 }, () => ({ leads: 1 })),
  );
  const evidence = evidenceOf("2026-03-22", [series]);

  test("are the last week and the one before, four weeks for a monthly cadence", () => {
    expect(windowsOf(draftOf(), evidence)).toEqual({
      before: { from: "2026-03-08", to: "2026-03-14" },
      after: { from: "2026-03-15", to: "2026-03-21" },
    });
    expect(windowsOf(draftOf({ cadence: "monthly" }), evidence)).toEqual({
      before: { from: "2026-01-25", to: "2026-02-21" },
      after: { from: "2026-02-22", to: "2026-03-21" },
    });
    // Since 5 March: seventeen days, of which two whole weeks.
    expect(windowsOf(draftOf(), evidence, "2026-03-05")?.after).toEqual({
      from: "2026-03-08",
      to: "2026-03-21",
    });
  });

  test("leave provisional days out, are months for figures by month, and none where the past is short", () => {
    const points = series.points.map((point, at) =>
      at > 76 ? { ...point, provisional: true as const } : point,
    );
    expect(windowsOf(draftOf(), evidenceOf("2026-03-22", [{ ...series, points }]))?.after.to).toBe(
      "2026-03-18",
    );
    const visitors = months(
      "UNIQUE_VISITORS",
      "2026-01-01",
      [1, 2].map((total_users) => ({ total_users })),
    );
    expect(windowsOf(draftOf({ kpi: "UNIQUE_VISITORS" }), evidenceOf("2026-03-22", [visitors]))).toEqual({
      before: { from: "2026-01-01", to: "2026-01-31" },
      after: { from: "2026-02-01", to: "2026-02-28" },
    });
    expect(
      windowsOf(draftOf(), evidenceOf("2026-03-22", [{ ...series, points: series.points.slice(0, 10) }])),
    ).toBeNull();
  });
});
