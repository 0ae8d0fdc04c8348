// A1 to A5: when each rule speaks, and what it says.
import { describe, expect, test } from "vitest";
import { baseline, chances, outcome, told } from "../sound.ts";

const from = (value: number) => ({ ...baseline, value });
const to = (value: number) => ({ as: "value", value }) as const;

describe("A1, the right way", () => {
  test("more leads and a lower cost are right", () => {
    expect(outcome("A1").state).toBe("pass");
    const cheaper = { kpi: "CPA", targetType: "reach_at_most", baseline: from(30), target: to(24) } as const;
    expect(outcome("A1", { draft: cheaper }).state).toBe("pass");
  });

  test("fewer leads are wrong, and as many more are one click away", () => {
    const result = outcome("A1", { draft: { target: to(700) } });
    expect(told(result)).toEqual([
      "fail",
      "La cible va dans le mauvais sens\u00a0: 700, quand vous partez de 810 (leads générés\u00a0: à augmenter).",
      "The target goes the wrong way: 700, where you start from 810 (leads: to be raised).",
    ]);
    // 810 − 700 = 110 less, so 110 more.
    expect(result.fix?.change).toEqual({ target: to(920) });
  });

  test("a change is turned round as a change", () => {
    const { fix } = outcome("A1", { draft: { target: { as: "percent", value: -0.1 } } });
    expect(fix?.change).toEqual({ target: { as: "percent", value: 0.1 } });
  });

  test("a KPI to be lowered that is asked to rise is turned round with its type", () => {
    const draft = { kpi: "CPA", targetType: "reach_at_least", baseline: from(30), target: to(36) } as const;
    const { state, fix } = outcome("A1", { draft });
    expect([state, fix?.change]).toEqual(["fail", { targetType: "reach_at_most", target: to(24) }]);
    const { fix: typeOnly } = outcome("A1", { draft: { ...draft, target: to(24) } });
    expect(typeOnly?.change).toEqual({ targetType: "reach_at_most" });
  });

  test("no fix leads to a value that cannot be", () => {
    const draft = { kpi: "CR", baseline: from(0.7), target: to(0.3) };
    expect(outcome("A1", { draft })).toMatchObject({ state: "fail", fix: null });
  });

  test("where neither way is good, the type of target decides", () => {
    const draft = {
      kpi: "TRAFFIC_SHARE",
      targetType: "reach_at_most",
      baseline: from(0.4),
      target: to(0.3),
    } as const;
    expect(outcome("A1", { draft }).state).toBe("pass");
    expect(outcome("A1", { draft: { ...draft, target: to(0.5) } }).state).toBe("fail");
  });

  test("a bound to hold is not concerned, whichever side the baseline is on", () => {
    expect(outcome("A1", { draft: { targetType: "stay_above", target: to(700) } }).state).toBe("pass");
    expect(outcome("A1", { draft: { targetType: "stay_below", target: to(700) } }).state).toBe("pass");
  });

  test("it cannot be told without a baseline", () => {
    expect(outcome("A1", { draft: { baseline: null } }).state).toBe("unknown");
  });
});

describe("A2, a value that can be", () => {
  test.each([
    ["CR", 1.2],
    ["NPS", 101],
    ["LEADS", -1],
    ["CES", 8],
    ["ROI", -1.5],
    ["GROSS_MARGIN_RATE", 1.1],
    ["CPA", -3],
    ["WIN_RATE", 1.1],
    ["CSAT", 1.5],
  ])("%s at %s cannot", (kpi, value) => {
    expect(outcome("A2", { draft: { kpi, target: to(value) } }).state).toBe("fail");
  });

  test.each([
    ["CR", 1],
    ["NPS", -100],
    ["LEADS", 0],
    ["ROI", 3],
    ["ROI", -1],
    ["NET_INCOME", -5000],
    ["FOLLOWER_GROWTH", -0.1],
    ["REACH_RATE", 1.4],
    ["NET_NEW_FOLLOWERS", -20],
  ])("%s at %s can", (kpi, value) => {
    expect(outcome("A2", { draft: { kpi, target: to(value) } }).state).toBe("pass");
  });

  test("what can be is said", () => {
    expect(outcome("A2", { draft: { kpi: "NPS", target: to(120) } }).words.fr).toBe(
      "Cible impossible\u00a0: 120\u00a0points. Taux de recommandation net (NPS) va de \u2212100\u00a0points à 100\u00a0points.",
    );
    expect(outcome("A2", { draft: { target: to(-1) } }).words.en).toBe(
      "Impossible target: \u22121. Leads does not go below 0.",
    );
  });

  test("it cannot be told without a target", () => {
    expect(outcome("A2", { draft: { target: null } }).state).toBe("unknown");
  });
});

describe("A3, fair chances", () => {
  test.each([
    [0.049, "fail", "Très improbable", "Very unlikely"],
    [0.05, "fail", "Risqué", "Risky"],
    [0.199, "fail", "Risqué", "Risky"],
    [0.2, "pass", "Ambitieux", "Ambitious"],
    [0.8, "pass", "Ambitieux", "Ambitious"],
    [0.81, "pass", "Prudent", "Cautious"],
    [0.95, "pass", "Prudent", "Cautious"],
    [0.96, "fail", "Déjà acquis", "Won already"],
  ])("P = %s: %s, %s", (probability, state, fr, en) => {
    const result = outcome("A3", { chances: chances({ probability }) });
    expect(result.state).toBe(state);
    expect(result.words.fr.startsWith(`${fr}\u00a0: `)).toBe(true);
    expect(result.words.en.startsWith(`${en}: `)).toBe(true);
  });

  test("it tells P, what is needed, what is expected and the best past period", () => {
    expect(told(outcome("A3", { chances: chances({ probability: 0.12 }) }))).toEqual([
      "fail",
      "Risqué\u00a0: 12\u202f% de chances. Il faut 77 par semaine\u202f; on en attend 75. Meilleure période passée\u00a0: 1\u202f040.",
      "Risky: 12% chance. It takes 77 a week; 75 is expected. Best past period: 1,040.",
    ]);
  });

  test("the target reached 8 times in 10 is one click away, on the safe side", () => {
    expect(outcome("A3", { chances: chances({ probability: 0.12 }) }).fix?.change).toEqual({
      target: to(940),
    });
    const lower = { kpi: "CPA", targetType: "reach_at_most", baseline: from(30), target: to(20) } as const;
    const given = chances({ probability: 0.1, reachedEight: 26.231, reachedFive: 25 });
    expect(outcome("A3", { draft: lower, chances: given }).fix?.change).toEqual({ target: to(26.3) });
  });

  test("where that would be no progress, the one reached 1 time in 2 is, or none", () => {
    const given = chances({ probability: 0.1, reachedEight: 780, reachedFive: 850 });
    expect(outcome("A3", { chances: given }).fix?.change).toEqual({ target: to(850) });
    const falling = chances({ probability: 0.01, reachedEight: 700, reachedFive: 750 });
    expect(outcome("A3", { chances: falling }).fix).toBeNull();
  });

  test("once it runs, being nearly there is no fault", () => {
    const won = chances({ probability: 0.99 });
    expect(outcome("A3", { chances: won }).state).toBe("fail");
    expect(outcome("A3", { chances: won, evidence: { today: "2026-02-10" } }).state).toBe("pass");
  });

  test("a thin history decides only where both ends of its range agree", () => {
    const range = (low: number, high: number) =>
      outcome("A3", { chances: chances({ probability: null, range: [low, high], n: 5 }) });
    expect(range(0.1, 0.6).state).toBe("unknown");
    expect(range(0.1, 0.6).words.fr).toBe(
      "Historique trop court pour trancher\u00a0: de 10\u202f% à 60\u202f% de chances.",
    );
    expect(range(0.001, 0.03).state).toBe("fail");
    expect(outcome("A3", { chances: null }).state).toBe("unknown");
  });
});

describe("A4, seen before", () => {
  test("a target below the best period passes", () => {
    expect(outcome("A4").words.en).toBe("Seen before: 1,040 from 3 Feb 2025 to 3 May 2025.");
  });

  test("one never reached says the best, and when", () => {
    const result = outcome("A4", { draft: { target: to(1200) } });
    expect(told(result)).toEqual([
      "fail",
      "1\u202f200 n'a jamais été atteint sur cette durée\u00a0: au mieux 1\u202f040, du 03/02/2025 au 03/05/2025.",
      "1,200 was never reached over such a time: 1,040 at best, from 3 Feb 2025 to 3 May 2025.",
    ]);
    expect(result.fix?.change).toEqual({ target: to(940) });
  });

  test("for a cost, the best is the lowest", () => {
    const best = { value: 22, from: "2025-02-03", to: "2025-05-03" };
    const draft = { kpi: "CPA", targetType: "reach_at_most", baseline: from(30) } as const;
    const at = (value: number) =>
      outcome("A4", { draft: { ...draft, target: to(value) }, chances: chances({ best }) });
    expect([at(24).state, at(20).state]).toEqual(["pass", "fail"]);
  });

  test("without a past as long, it cannot be told", () => {
    expect(outcome("A4", { chances: chances({ best: null }) }).state).toBe("unknown");
  });
});

describe("A5, enough past", () => {
  test("8 periods are enough, 7 are thin", () => {
    expect(outcome("A5", { chances: chances({ n: 8 }) }).state).toBe("pass");
    expect(told(outcome("A5", { chances: chances({ n: 7, step: "month" }) }))).toEqual([
      "fail",
      "Faible historique\u00a0: 7 mois seulement. Les chances sont données par un intervalle.",
      "Thin history: 7 months only. Chances are given as a range.",
    ]);
    expect(outcome("A5", { chances: null }).state).toBe("unknown");
  });
});
