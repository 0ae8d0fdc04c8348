// The decision table proposes what marketers' sources say, and nothing that the catalogue does not have.
import { describe, expect, test } from "vitest";
import { catalogue, findKpi } from "../../../shared/kpis/index.ts";
import { goals } from "../../../shared/objectives/goals.ts";
import { presets } from "../../../shared/objectives/presets.ts";
import { proposal } from "../../../shared/objectives/recommend.ts";
import { vocabulary } from "../../../shared/objectives/vocabulary.ts";

/** Goal: primary (and what may take its place), secondary, process. */
const table = [
  ["Augmenter le trafic", "UNIQUE_VISITORS", "CTR ORGANIC_TRAFFIC TRAFFIC_SHARE", "CONTENT_PUBLISHED"],
  ["Générer des leads", "LEADS", "CR CPL MQL_TO_SQL", "FIRST_RESPONSE_TIME"],
  ["Notoriété de marque", "REACH", "SOV RECALL_RATE IMPRESSION_RATE", "RESPONSE_RATE"],
  ["Contenu de qualité", "ENGAGEMENT_RATE", "SHARES AVG_TIME_ON_PAGE BOUNCE_RATE", "CONTENT_PUBLISHED"],
  ["Publicité payante", "ROI ROAS", "CPA CTR CPC", "BUDGET_PACING"],
  ["Stratégie digitale", "CR", "BOUNCE_RATE CPL ROI", null],
  ["Ventes en ligne", "REVENUE", "CR AOV CART_ABANDONMENT ROAS", "PROCESSING_TIME"],
  ["Allocation du budget", "CPA", "CPL ROI MER", "BUDGET_PACING"],
  ["E-mailing", "EMAIL_CR", "OPEN_RATE EMAIL_CTR UNSUB_RATE DELIVERY_RATE", "EMAIL_BOUNCE_RATE"],
  ["Communauté sociale", "FOLLOWER_GROWTH", "ENGAGEMENT_RATE REACH", "RESPONSE_RATE"],
  ["Expérience et fidélité", "NPS", "CSAT RETENTION REPEAT_RATE", "FIRST_RESPONSE_TIME"],
  ["Rentabilité clients", "CLV LTV_CAC", "CAC CAC_PAYBACK", null],
  ["Performance commerciale", "REVENUE SALES_GROWTH", "CLOSE_RATE CAC CLV", "SALES_CYCLE"],
  ["Santé financière", "NET_INCOME ROI", "GROSS_MARGIN NET_MARGIN", null],
  ["Opérations", "PROCESSING_TIME", "SLA_RATE", "RESPONSE_RATE"],
  ["Référencement naturel (SEO)", "ORGANIC_TRAFFIC", "ORGANIC_CTR CR", "CONTENT_PUBLISHED"],
  ["Abonnements (SaaS)", "MRR", "NRR CHURN ARPU CAC_PAYBACK", "FIRST_RESPONSE_TIME"],
] as const;

test("the table has these 17 goals", () => {
  expect(goals.map(({ label }) => label.fr)).toEqual(table.map(([label]) => label));
});

describe("a goal proposes its KPIs", () => {
  test.each(table)("%s: %s", (label, primary, secondary, process) => {
    const goal = goals.find((one) => one.label.fr === label);
    if (!goal) throw new Error(label);
    const proposed = proposal(goal);
    expect([proposed.primary, ...proposed.alternatives].join(" ")).toBe(primary);
    expect(proposed.secondary.join(" ")).toBe(secondary);
    expect(proposed.process).toBe(process);
    expect(proposed.why.fr.length * proposed.why.en.length).toBeGreaterThan(0);
  });
});

test("every KPI of the table exists, and its processes are processes", () => {
  const names = new Set(catalogue.map(({ name }) => name));
  for (const { primary, secondary, process } of goals) {
    for (const name of [...primary, ...secondary]) expect(names).toContain(name);
    if (process !== null) expect([process, findKpi(process).role]).toEqual([process, "process"]);
  }
});

test("the primary KPI is the first that the sources can feed", () => {
  const goal = goals.find(({ id }) => id === "customer_value");
  if (!goal) throw new Error("no goal");
  expect(proposal(goal, ["clv", "cac"]).primary).toBe("LTV_CAC");
  expect(proposal(goal, ["clv", "cac"]).alternatives).toEqual(["CLV"]);
  expect(proposal(goal, ["sessions"]).primary).toBe("CLV");
});

test("a preset of each trade names goals of the table, and what they serve", () => {
  expect(presets.map(({ label }) => label.en)).toEqual([
    "E-commerce",
    "Business to business (B2B)",
    "Software by subscription (SaaS)",
    "Industry",
  ]);
  const known = new Set(goals.map(({ id }) => id));
  for (const { strategy, goals: suggested } of presets) {
    expect(strategy.length).toBeGreaterThanOrEqual(3);
    for (const id of suggested) expect(known).toContain(id);
  }
});

test("each goal has its vocabulary, and no other", () => {
  expect(Object.keys(vocabulary)).toEqual(goals.map(({ id }) => id));
});
