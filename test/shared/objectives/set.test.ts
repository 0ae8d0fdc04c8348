// K1 to K6: what is said of all the objectives together.
import { describe, expect, test } from "vitest";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import { isKpi, whyMetric } from "../../../shared/objectives/kpi-or-metric.ts";
import { judgeSet, type Member, redundancies } from "../../../shared/objectives/set.ts";
import { soundDraft, soundEvidence } from "./sound.ts";

const TODAY = "2026-02-01";

function member(said: Partial<ObjectiveDraft>, more: Partial<Member> = {}): Member {
  return { draft: soundDraft(said), isKpi: true, reviewed: ["2026-01-28"], ...more };
}

function outcome(id: string, members: readonly Member[]) {
  const found = judgeSet(members, TODAY).find((result) => result.id === id);
  if (!found) throw new Error(`No rule ${id}`);
  return found;
}

const good = member({ kpi: "LEADS", secondary: ["CPL", "MQL_TO_SQL", "FIRST_RESPONSE_TIME"] });

test("a result, two that explain it and a process are a good set", () => {
  expect(judgeSet([good], TODAY).map(({ id, letter, state }) => `${id} ${letter} ${state}`)).toEqual([
    "K1 K pass",
    "K2 K pass",
    "K3 K pass",
    "K4 K pass",
    "K5 K pass",
    "K6 K pass",
  ]);
});

test("nothing can be told of no objective", () => {
  expect(new Set(judgeSet([], TODAY).map(({ state }) => state))).toEqual(new Set(["unknown"]));
});

describe("K1, 3 to 5 for each strategic goal", () => {
  test("two are too few, six too many", () => {
    const few = outcome("K1", [member({ serves: "", secondary: ["CPL"] })]);
    expect([few.state, few.words.fr]).toEqual([
      "fail",
      "Entre 3 et 5 indicateurs bien choisis suffisent\u00a0: trop peu pour l'ensemble (2).",
    ]);
    const many = ["CPL", "CR", "CPC", "CTR", "FIRST_RESPONSE_TIME"];
    expect(outcome("K1", [member({ secondary: many })]).words.en).toBe(
      '3 to 5 well-chosen KPIs are enough: too many for "Gagner de nouveaux clients" (6).',
    );
  });

  test("a KPI that two objectives share counts once; two strategies count apart", () => {
    const again = member({ kpi: "CPL", secondary: ["LEADS", "FIRST_RESPONSE_TIME"] });
    expect(outcome("K1", [good, again]).state).toBe("pass");
    const other = member({ serves: "Fidéliser", kpi: "NPS", secondary: ["CSAT", "RETENTION", "SLA_RATE"] });
    expect(outcome("K1", [good, other]).state).toBe("pass");
  });
});

test("K2 asks for a process where there are results only, and the other way round", () => {
  const results = member({ serves: "", secondary: ["CPL", "CR"] });
  expect(outcome("K2", [results]).words.fr).toBe(
    "Associez résultats et processus\u00a0: aucun processus pour l'ensemble.",
  );
  const processes = member({ serves: "", kpi: "SLA_RATE", secondary: ["RESPONSE_RATE", "PROCESSING_TIME"] });
  expect(outcome("K2", [processes]).words.en).toBe(
    "Put results and processes together: no result for the whole.",
  );
});

describe("K3, no KPI that follows from the others", () => {
  test("CPA, CPC and CR together are redundant; two of them are not", () => {
    const three = outcome("K3", [member({ kpi: "CPA", secondary: ["CPC", "CR"] })]);
    expect([three.state, three.words.fr]).toEqual([
      "fail",
      "Redondant\u00a0: CPA = CPC ÷ CR [nouveaux clients ÷ clics]. L'un d'eux se déduit des autres.",
    ]);
    expect(outcome("K3", [member({ kpi: "CPA", secondary: ["CPC", "CTR"] })]).state).toBe("pass");
  });

  test("it looks over all the objectives", () => {
    expect(outcome("K3", [member({ kpi: "CHURN" }), member({ kpi: "RETENTION" })]).state).toBe("fail");
  });

  test("a KPI that only bounds another, or needs what nobody follows, is not redundant", () => {
    expect(redundancies(["GRR", "NRR"])).toEqual([]);
    expect(redundancies(["ROMI", "ROAS"])).toEqual([]);
    expect(redundancies(["TRAFFIC_SHARE", "OPEN_RATE", "DELIVERY_RATE"])).toEqual([]);
  });
});

test("K4 names what is still a metric", () => {
  expect(outcome("K4", [good, member({ title: "Likes" }, { isKpi: false })]).words.fr).toBe(
    "Encore des métriques, pas des KPI\u00a0: «\u00a0Likes\u00a0».",
  );
});

test("K5 names what was not reviewed for two rhythms", () => {
  // Weekly, last reviewed on 18 January: two weeks until 1 February, more on the 2nd.
  const on = (today: string) =>
    judgeSet([member({ title: "Leads" }, { reviewed: ["2026-01-18"] })], today).find(({ id }) => id === "K5");
  expect(on("2026-02-01")?.state).toBe("pass");
  expect(on("2026-02-02")).toMatchObject({ state: "fail", words: { en: 'To review: "Leads".' } });
});

test("K6 finds followers alone, not beside what they do", () => {
  const alone = member({ title: "Abonnés", kpi: "NET_NEW_FOLLOWERS", secondary: ["FOLLOWER_GROWTH"] });
  expect(outcome("K6", [alone]).words.fr).toBe(
    "Métrique, pas KPI\u00a0: «\u00a0Abonnés\u00a0». Ajoutez ce que ces personnes font ensuite.",
  );
  const beside = member({ kpi: "FOLLOWER_GROWTH", secondary: ["ENGAGEMENT_RATE"] });
  expect(outcome("K6", [beside]).state).toBe("pass");
});

describe("a KPI is more than a metric", () => {
  const evidence = soundEvidence();

  test("with a target, an owner, a rhythm and fresh data, it is one", () => {
    expect(isKpi(soundDraft(), evidence)).toBe(true);
  });

  test.each([
    [{ target: null }, "no target"],
    [{ owner: " " }, "nobody decides on it"],
    [{ cadence: null }, "no review frequency"],
    [{ kpi: null }, "no KPI chosen"],
  ] as const)("%j makes it a metric: %s", (said, why) => {
    expect(whyMetric(soundDraft(said), evidence).map(({ en }) => en)).toEqual([why]);
  });

  test("data older than the rhythm make it a metric", () => {
    const old = { ...evidence, freshness: { ...evidence.freshness, asOf: "2025-12-22T06:00:00Z" } };
    expect(isKpi(soundDraft(), old)).toBe(false);
    expect(isKpi(soundDraft({ cadence: "monthly" }), old)).toBe(true);
  });
});
