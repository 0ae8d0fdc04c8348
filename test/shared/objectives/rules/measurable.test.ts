// M1 to M4: when each rule speaks, and what it says.
import { describe, expect, test } from "vitest";
import { baseline, outcome, told } from "../sound.ts";

describe("M1, data for every input", () => {
  test("a KPI that a source feeds passes, read or not yet", () => {
    expect(outcome("M1").state).toBe("pass");
    expect(outcome("M1", { evidence: { series: [] } }).state).toBe("pass");
  });

  test("what no source measures is named", () => {
    const metrics = ["leads"];
    expect(told(outcome("M1", { draft: { kpi: "CPL" }, evidence: { series: [], metrics } }))).toEqual([
      "fail",
      "Donnée manquante\u00a0: «\u00a0dépenses\u00a0». Connectez une source qui la mesure.",
      'Missing data: "spend". Connect a source that measures it.',
    ]);
  });

  test("an input that may be left out, or is part of a wider one, is not missing", () => {
    const evidence = { series: [], metrics: ["spend", "new_customers", "sessions"] };
    expect(outcome("M1", { draft: { kpi: "CPA" }, evidence }).state).toBe("pass");
    expect(outcome("M1", { draft: { kpi: "ORGANIC_TRAFFIC" }, evidence }).state).toBe("pass");
  });

  test("without any source, it says to connect one; without a KPI, it cannot tell", () => {
    expect(outcome("M1", { evidence: { series: [], metrics: [] } }).words.en).toBe(
      "No source brings data for this scope. Connect one.",
    );
    expect(outcome("M1", { draft: { kpi: null } }).state).toBe("unknown");
  });
});

describe("M2, a target in a unit", () => {
  const rate = { kpi: "CR", baseline: { ...baseline, value: 0.02 } };

  test("a value passes", () => {
    expect(outcome("M2").words.fr).toBe("Cible\u00a0: 1\u202f000.");
  });

  test("a change is told with what it makes", () => {
    // 2 % and a fifth more: 2.4 %. 2 % and one point: 3 %.
    const percent = { ...rate, target: { as: "percent", value: 0.2 } } as const;
    expect(told(outcome("M2", { draft: percent }))).toEqual([
      "pass",
      "+20\u202f% par rapport à 2\u202f%, donc 2,4\u202f%.",
      "+20% from 2%, that is 2.4%.",
    ]);
    const points = { ...rate, target: { as: "points", value: 0.01 } } as const;
    expect(outcome("M2", { draft: points }).words.en).toBe("+1\u00a0point from 2%, that is 3%.");
  });

  test("no number fails", () => {
    expect(outcome("M2", { draft: { target: null } }).state).toBe("fail");
    expect(outcome("M2", { draft: { target: { as: "value", value: Number.NaN } } }).state).toBe("fail");
  });

  test("points of what is no rate become a percentage, or a value for the NPS", () => {
    const leads = outcome("M2", { draft: { target: { as: "points", value: 0.2 } } });
    expect([leads.state, leads.fix?.change]).toEqual(["fail", { target: { as: "percent", value: 0.2 } }]);
    const draft = {
      kpi: "NPS",
      baseline: { ...baseline, value: 30 },
      target: { as: "points", value: 0.1 },
    } as const;
    expect(outcome("M2", { draft }).fix?.change).toEqual({ target: { as: "value", value: 40 } });
  });

  test("20 for a rate asks whether 20 % is meant", () => {
    const { state, words, fix } = outcome("M2", { draft: { ...rate, target: { as: "value", value: 20 } } });
    expect(state).toBe("fail");
    expect(words.fr).toBe("20 veut dire 2\u202f000\u202f%. Est-ce 20\u202f% que vous visez\u202f?");
    expect(fix?.change).toEqual({ target: { as: "value", value: 0.2 } });
  });

  test("a title that says points beside a target in per cent asks which", () => {
    const target = { as: "percent", value: 0.2 } as const;
    const { state, fix } = outcome("M2", {
      draft: { ...rate, target, title: "Gagner 20 points de conversion" },
    });
    expect([state, fix?.change]).toEqual(["fail", { target: { as: "points", value: 0.2 } }]);
  });

  test("a percentage of nothing is refused, and one of an unknown baseline cannot be told", () => {
    const target = { as: "percent", value: 0.2 } as const;
    expect(outcome("M2", { draft: { target, baseline: { ...baseline, value: 0 } } }).state).toBe("fail");
    expect(outcome("M2", { draft: { target, baseline: null } }).state).toBe("unknown");
  });
});

describe("M3, a baseline", () => {
  test("a whole period from the data passes", () => {
    expect(outcome("M3").words.fr).toBe("Référence\u00a0: 810, du 01/01/2025 au 31/03/2025.");
  });

  test("without one, what the data propose is one click away", () => {
    const { state, fix } = outcome("M3", { draft: { baseline: null } });
    expect(state).toBe("fail");
    // 90 days of 2025 from Wednesday 1 January to Monday 31 March: 12 whole weeks of 63 and six days,
    // Wednesday to Monday: 10 + 10 + 10 + 5 + 5 + 12 = 52.
    expect(fix?.words).toEqual({ fr: "Partir de 808", en: "Start from 808" });
    expect(fix?.change["baseline"]).toMatchObject({ value: 808, from: "2025-01-01", to: "2025-03-31" });
  });

  test("a number without its dates is not enough", () => {
    const typed = {
      value: 810,
      from: null,
      to: null,
      source: "typed",
      reference: null,
      periods: null,
    } as const;
    expect(told(outcome("M3", { draft: { baseline: typed } }))).toEqual([
      "fail",
      "810\u00a0: sur quelles dates\u202f? Une référence sans période ne se compare pas.",
      "810: over which dates? A baseline without a period cannot be compared.",
    ]);
    const dated = { ...typed, from: "2025-01-01", to: "2025-03-31" };
    expect(outcome("M3", { draft: { baseline: dated } }).state).toBe("pass");
  });

  test("less than a period is too short, but for what there is at a moment", () => {
    const short = { ...baseline, from: "2025-03-27", to: "2025-03-31", periods: 0 };
    expect(outcome("M3", { draft: { baseline: short } }).words.en).toBe(
      "810 covers 5 days only, less than one period of review (7).",
    );
    const moment = { ...baseline, from: "2025-03-31", to: "2025-03-31", periods: 0 };
    expect(outcome("M3", { draft: { kpi: "MRR", baseline: moment } }).state).toBe("pass");
  });
});

describe("M4, fresh and complete data", () => {
  const freshness = { asOf: "2025-12-27T06:00:00Z", completeness: 1, problem: null, sources: ["GA4"] };

  test("three days are fresh for a weekly review, not four", () => {
    expect(outcome("M4", { evidence: { freshness } }).state).toBe("pass");
    const older = { ...freshness, asOf: "2025-12-26T23:00:00Z" };
    expect(told(outcome("M4", { evidence: { freshness: older } }))).toEqual([
      "fail",
      "Donnée ancienne\u00a0: lue le 26/12/2025, il y a 4 jours (3 au plus pour ce suivi).",
      "Old data: read on 26 Dec 2025, 4 days ago (3 at most for this review).",
    ]);
    expect(outcome("M4", { draft: { cadence: "monthly" }, evidence: { freshness: older } }).state).toBe(
      "pass",
    );
  });

  test("94 % of the days are not enough", () => {
    const incomplete = { ...freshness, completeness: 0.949 };
    expect(outcome("M4", { evidence: { freshness: incomplete } }).words.fr).toBe(
      "Donnée incomplète\u00a0: 94\u202f% des jours ont été lus (95\u202f% au moins).",
    );
  });

  test("a failing source is told in its own words", () => {
    const problem = { fr: "Google refuse l'accès.", en: "Google refuses access." };
    expect(outcome("M4", { evidence: { freshness: { ...freshness, problem } } }).words.en).toBe(
      "Old or incomplete data: Google refuses access.",
    );
  });

  test("nothing read yet, or no rhythm, cannot be told", () => {
    expect(outcome("M4", { evidence: { freshness: { ...freshness, asOf: null } } }).state).toBe("unknown");
    expect(outcome("M4", { draft: { cadence: null }, evidence: { freshness } }).state).toBe("unknown");
  });
});
