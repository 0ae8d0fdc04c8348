// R1 to R5: when each rule speaks, and what it says.
import { describe, expect, test } from "vitest";
import type { Neighbour } from "../../../../shared/objectives/evidence.ts";
import { days } from "../build.ts";
import { baseline, leads, outcome, told } from "../sound.ts";

const to = (value: number) => ({ as: "value", value }) as const;
const from = (value: number) => ({ ...baseline, value });
/** The same totals every day for 112 days. */
const steady = (kpi: string, totals: Readonly<Record<string, number>>) =>
  days(
    kpi,
    "2025-09-08",
    Array.from({ length: 112 }, () => totals),
  );

describe("R1, means that suffice", () => {
  // 200 spent for 8 leads a day: 25 each.
  const series = [leads, steady("CPL", { spend: 200, leads: 8 })];

  test("1,000 leads at 25 take 25,000", () => {
    expect(outcome("R1", { draft: { budget: 25_000 }, evidence: { series } }).words.fr).toBe(
      "Les moyens suffisent\u00a0: 25\u202f000\u00a0€ sur 25\u202f000\u00a0€.",
    );
    const short = outcome("R1", { draft: { budget: 22_000 }, evidence: { series } });
    expect(told(short)).toEqual([
      "fail",
      "Il faut 25\u202f000\u00a0€ au CPL actuel (25\u00a0€), budget 22\u202f000\u00a0€.",
      "It takes €25,000 at the present CPL (€25), budget €22,000.",
    ]);
    // 22,000 ÷ 25 = 880 leads, more than the 810 of the baseline.
    expect(short.fix?.change).toEqual({ target: to(880) });
    expect(outcome("R1", { draft: { budget: 20_000 }, evidence: { series } }).fix).toBeNull();
  });

  test("1,000 leads are too many for a team that can take 900", () => {
    const result = outcome("R1", { draft: { capacity: 900 }, evidence: { series } });
    expect(told(result).slice(1)).toEqual([
      "Il faut 1\u202f000 leads, capacité 900.",
      "It takes 1,000 leads, capacity 900.",
    ]);
    expect(outcome("R1", { draft: { capacity: 1000 }, evidence: { series } }).state).toBe("pass");
  });

  test("customers take leads at the close rate", () => {
    // 1 in 5: 100 sales take 500 leads.
    const sales = { kpi: "SALES_COUNT", target: to(100), baseline: from(80) };
    const closing = [steady("CLOSE_RATE", { new_customers: 2, leads: 10 })];
    expect(outcome("R1", { draft: { ...sales, capacity: 499 }, evidence: { series: closing } }).state).toBe(
      "fail",
    );
    expect(outcome("R1", { draft: { ...sales, capacity: 500 }, evidence: { series: closing } }).state).toBe(
      "pass",
    );
  });

  test("it cannot be told without means, or without their price; other KPIs are not concerned", () => {
    expect(outcome("R1").state).toBe("unknown");
    expect(outcome("R1", { draft: { budget: 1 } }).state).toBe("unknown");
    expect(outcome("R1", { draft: { kpi: "NPS", budget: 1 } }).state).toBe("pass");
  });
});

describe("R2, factors seen before", () => {
  // CPA = CPC ÷ CR: 2 a click, and one customer in 25 clicks (4 %) at best, in 40 (2.5 %) most weeks.
  const weeks = Array.from({ length: 20 }, (_, week) => (week === 10 ? 28 : 17.5));
  const customers = weeks.flatMap((won) => Array.from({ length: 7 }, () => won / 7));
  const series = [
    days(
      "CPA",
      "2025-08-04",
      customers.map((acquisitions) => ({ spend: 200, acquisitions })),
    ),
    days(
      "CPC",
      "2025-08-04",
      customers.map(() => ({ spend: 200, clicks: 100 })),
    ),
  ];
  const draft = {
    kpi: "CPA",
    targetType: "reach_at_most",
    baseline: from(80),
    start: "2026-01-05",
    deadline: "2026-01-11",
  } as const;

  test("a CPA of 50 takes a conversion rate of 4 %, seen once; one of 25 takes 8 %, never seen", () => {
    expect(outcome("R2", { draft: { ...draft, target: to(50) }, evidence: { series } }).state).toBe("pass");
    expect(told(outcome("R2", { draft: { ...draft, target: to(25) }, evidence: { series } }))).toEqual([
      "fail",
      // 8 % is twice the best 4 %, where 0.625 a click would be less than a third of 2: the rate is nearest.
      "Suppose «\u00a0taux de conversion\u00a0» à 8\u202f%, maximum connu 4\u202f%, si le reste ne bouge pas.",
      'Supposes "conversion rate" at 8%, 4% at most so far, if nothing else moves.',
    ]);
  });

  test("a sum is compared over as long a time", () => {
    // 100 sessions a day, 2 % buy, 50 each: 100 a day, so 700 a week. 1,400 takes twice as much of something.
    const shop = [
      steady("SESSIONS", { sessions: 100 }),
      steady("AOV", { revenue: 100, orders: 2 }),
      steady("REVENUE", { revenue: 100 }),
    ];
    const revenue = { ...draft, kpi: "REVENUE", targetType: "reach_at_least", baseline: from(700) } as const;
    const at = (value: number) =>
      outcome("R2", { draft: { ...revenue, target: to(value) }, evidence: { series: shop } });
    expect(at(700).state).toBe("pass");
    expect(at(1400).state).toBe("fail");
  });

  test("a KPI without factors is not concerned; factors without a past cannot be told", () => {
    expect(outcome("R2").state).toBe("pass");
    expect(outcome("R2", { draft: { ...draft, target: to(50) }, evidence: { series: [] } }).state).toBe(
      "unknown",
    );
  });
});

test("R3 asks which strategic goal is served", () => {
  expect(told(outcome("R3")).slice(0, 2)).toEqual([
    "pass",
    "Il sert «\u00a0Gagner de nouveaux clients\u00a0».",
  ]);
  const none = outcome("R3", { draft: { serves: " " } });
  expect(told(none)).toEqual([
    "fail",
    "À quel objectif stratégique contribue-t-il\u202f?",
    "Which strategic goal does it serve?",
  ]);
  expect(none.fix).toBeNull();
});

describe("R4, no conflict", () => {
  const neighbour = (said: Partial<Neighbour>): Neighbour => ({
    id: "n1",
    title: "Voisin",
    kpi: "SALES_COUNT",
    scopeKey: "all",
    baseline: 100,
    target: 300,
    start: "2026-01-01",
    deadline: "2026-06-30",
    ...said,
  });
  const cheaper = { kpi: "CPA", targetType: "reach_at_most", baseline: from(30), target: to(24) } as const;
  const beside = (draft: Parameters<typeof outcome>[1], ...neighbours: Neighbour[]) =>
    outcome("R4", { ...draft, evidence: { neighbours } });

  test("a fifth less per sale and three times the sales take 2.4 times the spend", () => {
    expect(told(beside({ draft: cheaper }, neighbour({})))).toEqual([
      "fail",
      "Conflit avec «\u00a0Voisin\u00a0»\u00a0: tenir les deux demande 2,4 fois la dépense actuelle, en dépensant mieux\u00a0: c'est rarement possible.",
      'Conflict with "Voisin": both together take 2.4 times the present spend, better spent: that is seldom possible.',
    ]);
  });

  test("a fifth less per sale and a quarter more sales take the same spend", () => {
    expect(beside({ draft: cheaper }, neighbour({ target: 125 })).state).toBe("pass");
  });

  test("more revenue and a better return clash where they take more spend", () => {
    // Twice the revenue at 1.25 times the return: 1.6 times the spend.
    const draft = { kpi: "ROAS", baseline: from(4), target: to(5) };
    expect(beside({ draft }, neighbour({ kpi: "REVENUE", baseline: 100, target: 200 })).words.en).toContain(
      "1.6 times",
    );
  });

  test("one KPI cannot rise and fall", () => {
    const opposite = neighbour({ kpi: "LEADS", baseline: 800, target: 600 });
    expect(beside({}, opposite).state).toBe("fail");
    expect(beside({}, { ...opposite, target: 900 }).state).toBe("pass");
  });

  test("the targets of all the factors must make the target of the whole", () => {
    // 1.5 a click at 5 % is 30, where 24 is aimed at; at 6.25 % it is 24.
    const clicks = neighbour({ id: "n2", kpi: "CPC", baseline: 1.5, target: 1.5 });
    const rate = (target: number) => neighbour({ id: "n3", kpi: "CR", baseline: 0.05, target });
    expect(beside({ draft: cheaper }, clicks, rate(0.05)).words.fr).toContain("donnent 30");
    expect(beside({ draft: cheaper }, clicks, rate(0.0625)).state).toBe("pass");
  });

  test("another scope or another time is no conflict", () => {
    expect(beside({ draft: cheaper }, neighbour({ scopeKey: "channel:email" })).state).toBe("pass");
    const later = neighbour({ start: "2026-04-01", deadline: "2026-06-30" });
    expect(beside({ draft: cheaper }, later).state).toBe("pass");
  });

  test("it cannot be told without a target", () => {
    expect(beside({ draft: { ...cheaper, target: null } }, neighbour({})).state).toBe("unknown");
  });
});

describe("R5, a return", () => {
  const at = (kpi: string, value: number, series = [leads], budget: number | null = null) =>
    outcome("R5", { draft: { kpi, target: to(value), budget }, evidence: { series } });
  const margin = steady("GROSS_MARGIN_RATE", { revenue: 100, cogs: 60 });

  test("a ROAS of 2 loses at a margin of 40 %, one of 2.5 breaks even", () => {
    // 2 × 0.4 − 1 = −0.2
    expect(told(at("ROAS", 2, [margin]))).toEqual([
      "fail",
      "À la cible, ROMI vaut \u221220\u202f%, sous 0\u202f%\u00a0: cela coûterait plus que cela ne rapporte.",
      "At the target, ROMI is \u221220%, under 0%: it would cost more than it brings.",
    ]);
    expect(at("ROAS", 2.5, [margin]).state).toBe("pass");
    expect(at("ROAS", 2).state).toBe("unknown");
    expect(at("ROAS", 0.9).state).toBe("fail");
  });

  test("a revenue whose margin does not pay for its budget loses", () => {
    // 10,000 × 0.4 = 4,000
    expect(at("REVENUE", 10_000, [margin], 4001).state).toBe("fail");
    expect(at("REVENUE", 10_000, [margin], 4000).state).toBe("pass");
  });

  test("LTV/CAC from 1 on, ROI from 0 on", () => {
    expect([at("LTV_CAC", 0.9).state, at("LTV_CAC", 1).state]).toEqual(["fail", "pass"]);
    expect([at("ROI", -0.1).state, at("ROI", 0).state]).toEqual(["fail", "pass"]);
  });

  test("leads say nothing of a return", () => {
    expect(outcome("R5").state).toBe("pass");
  });
});
