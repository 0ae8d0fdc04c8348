// M5 and M6: when each rule speaks, and what it says.
import { describe, expect, test } from "vitest";
import { days, months } from "../build.ts";
import { baseline, outcome, told, weekly } from "../sound.ts";

describe("M5, a change larger than chance", () => {
  // Weeks of 90 and of 110 sessions by turns, with 9 and 11 conversions: the rate is 10 % every week.
  const steady = days(
    "CR",
    "2025-01-06",
    Array.from({ length: 280 }, (_, t) =>
      Math.floor(t / 7) % 2 ? { conversions: 11, base: 110 } : { conversions: 9, base: 90 },
    ),
  );
  // Weeks at 8 % and at 12 % by turns, 700 sessions each.
  const wavy = days(
    "CR",
    "2025-01-06",
    Array.from({ length: 280 }, (_, t) => ({ conversions: Math.floor(t / 7) % 2 ? 12 : 8, base: 100 })),
  );
  const draft = { kpi: "CR", baseline: { ...baseline, value: 0.1 } };
  const to = (value: number) => ({ ...draft, target: { as: "value", value } }) as const;

  test("what never varies shows any change", () => {
    expect(outcome("M5", { draft: to(0.101), evidence: { series: [steady] } }).state).toBe("pass");
  });

  test("a rate that goes up and down by two points a week hides a change of a tenth of a point", () => {
    // 13 weeks of ± 2 points around 10 %: 1.96 × 2 ÷ √12.86 ≈ 1.1 points, so 10.5 % is hidden and 12 % shows.
    const hidden = outcome("M5", { draft: to(0.105), evidence: { series: [wavy] } });
    expect(hidden.state).toBe("fail");
    expect(hidden.words.fr).toMatch(/0,5\u00a0point, quand le hasard seul fait ± 1,(09|1[0-4])\u00a0point/);
    expect(outcome("M5", { draft: to(0.12), evidence: { series: [wavy] } }).state).toBe("pass");
  });

  test("the same weeks add up: the hidden part of a sum grows with the square root of its weeks", () => {
    // 56 and 84 a week by turns, ± 14 around 70: 1.96 × 14 × √12.86 ≈ 98, a little more for the mean being estimated.
    const sum = days(
      "LEADS",
      "2025-01-06",
      Array.from({ length: 280 }, (_, t) => ({ leads: Math.floor(t / 7) % 2 ? 12 : 8 })),
    );
    const of = (value: number) =>
      outcome("M5", { draft: { target: { as: "value", value } }, evidence: { series: [sum] } }).state;
    expect([of(810 + 94), of(810 + 104)]).toEqual(["fail", "pass"]);
  });

  test("figures by month are compared with how they move from month to month", () => {
    const visitors = [1000, 1100, 1000, 1100, 1000, 1100, 1000, 1100];
    const series = [
      months(
        "UNIQUE_VISITORS",
        "2025-01-01",
        visitors.map((total_users) => ({ total_users })),
      ),
    ];
    const of = (value: number) =>
      outcome("M5", {
        draft: {
          kpi: "UNIQUE_VISITORS",
          baseline: { ...baseline, value: 1000 },
          target: { as: "value", value },
        },
        evidence: { series },
      }).state;
    // Seven moves of ± 100, four up and three down: 1.96 × 106.9 ≈ 210.
    expect([of(1200), of(1220)]).toEqual(["fail", "pass"]);
  });

  test("five weeks are too few to tell", () => {
    const series = [weekly("LEADS", "leads", 35, [10, 9, 8, 8, 7, 3, 2])];
    expect(outcome("M5", { evidence: { series } }).state).toBe("unknown");
  });
});

describe("M6, answers to a survey", () => {
  const answers = (count: number) =>
    days(
      "NPS",
      "2025-09-01",
      Array.from({ length: 100 }, () => ({ promoters: count, passives: 0.5, detractors: 0.5 })),
    );
  const draft = { kpi: "NPS" };

  test("a KPI that is not from a survey is not concerned", () => {
    expect(outcome("M6").state).toBe("pass");
  });

  test("35 answers a week are enough, 14 are not but a month of them is", () => {
    expect(outcome("M6", { draft, evidence: { series: [answers(4)] } }).state).toBe("pass");
    const few = outcome("M6", { draft, evidence: { series: [answers(1)] } });
    expect(told(few).slice(0, 2)).toEqual([
      "fail",
      "Échantillon trop petit\u00a0: environ 14 réponses par période, 30 au moins.",
    ]);
    expect(few.fix?.change).toEqual({ cadence: "monthly" });
  });

  test("without answers read, it cannot be told", () => {
    expect(outcome("M6", { draft, evidence: { series: [] } }).state).toBe("unknown");
  });
});
