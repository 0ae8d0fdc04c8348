// T1 to T5: when each rule speaks, and what it says.
import { describe, expect, test } from "vitest";
import { days } from "../build.ts";
import { baseline, leads, outcome, told, weekly } from "../sound.ts";

describe("T1, two dates in order", () => {
  test("a quarter passes", () => {
    expect(told(outcome("T1"))).toEqual([
      "pass",
      "Du 01/01/2026 au 31/03/2026, 90 jours.",
      "From 1 Jan 2026 to 31 Mar 2026, 90 days.",
    ]);
  });

  test("a missing deadline is proposed a quarter later", () => {
    const { state, fix } = outcome("T1", { draft: { deadline: null } });
    expect([state, fix?.change]).toEqual(["fail", { deadline: "2026-04-01" }]);
    const none = outcome("T1", { draft: { start: null, deadline: null } });
    // Today is 30 December 2025; 91 days with it.
    expect(none.fix?.change).toEqual({ start: "2025-12-30", deadline: "2026-03-30" });
  });

  test("reversed dates are swapped", () => {
    const { words, fix } = outcome("T1", { draft: { start: "2026-03-31", deadline: "2026-01-01" } });
    expect(words.fr).toBe("L'échéance (01/01/2026) n'est pas après le début (31/03/2026).");
    expect(fix?.change).toEqual({ start: "2026-01-01", deadline: "2026-03-31" });
    expect(outcome("T1", { draft: { start: "2026-01-01", deadline: "2026-01-01" } }).state).toBe("fail");
  });
});

describe("T2, time enough", () => {
  test("a week is enough for a weekly review, six days are not", () => {
    const at = (deadline: string) => outcome("T2", { draft: { start: "2026-01-01", deadline } });
    expect(at("2026-01-07").state).toBe("pass");
    expect(told(at("2026-01-06"))).toEqual([
      "fail",
      "6 jours, moins d'une période de suivi (7 jours).",
      "6 days, less than one period of review (7 days).",
    ]);
    expect(at("2026-01-06").fix?.change).toEqual({ deadline: "2026-01-07" });
  });

  test("February is a whole month", () => {
    const draft = { start: "2026-02-01", deadline: "2026-02-28", cadence: "monthly" } as const;
    expect(outcome("T2", { draft }).state).toBe("pass");
  });

  test("sales wait for the sales cycle, leads do not", () => {
    const cycle = days("SALES_CYCLE", "2025-12-01", [{ duration: 120 }]);
    const evidence = { series: [leads, cycle] };
    const sales = outcome("T2", { draft: { kpi: "CLOSE_RATE" }, evidence });
    expect(told(sales)).toEqual([
      "fail",
      "Échéance plus courte que le cycle de vente\u00a0: 90 jours, 120 pour vendre.",
      "The deadline is shorter than the sales cycle: 90 days, 120 to sell.",
    ]);
    // 120 days from 1 January, both ends included.
    expect(sales.fix?.change).toEqual({ deadline: "2026-04-30" });
    expect(outcome("T2", { draft: { kpi: "CLOSE_RATE", deadline: "2026-04-30" }, evidence }).state).toBe(
      "pass",
    );
    expect(outcome("T2", { evidence }).state).toBe("pass");
  });

  test("deals whose length is not known leave it open; a shop without deals is not concerned", () => {
    const metrics = ["revenue", "first_contact"];
    expect(outcome("T2", { draft: { kpi: "REVENUE" }, evidence: { metrics } }).state).toBe("unknown");
    expect(outcome("T2", { draft: { kpi: "REVENUE" } }).state).toBe("pass");
  });

  test("it cannot be told without dates or a rhythm", () => {
    expect(outcome("T2", { draft: { deadline: null } }).state).toBe("unknown");
    expect(outcome("T2", { draft: { cadence: null } }).state).toBe("unknown");
  });
});

test("T3 asks for a rhythm: every week, or every month for half a year and more", () => {
  expect(told(outcome("T3"))).toEqual(["pass", "Suivi chaque semaine.", "Reviewed every week."]);
  const none = outcome("T3", { draft: { cadence: null } });
  expect([none.state, none.fix?.change]).toEqual(["fail", { cadence: "weekly" }]);
  const long = { cadence: null, deadline: "2026-12-31" };
  expect(outcome("T3", { draft: long }).fix?.change).toEqual({ cadence: "monthly" });
});

describe("T4, two reviews before the end", () => {
  const at = (deadline: string, cadence: "weekly" | "monthly" = "weekly") =>
    outcome("T4", { draft: { start: "2026-01-01", deadline, cadence } });

  test("weekly reviews on 8 and 15 January are two before the 16th, one before the 15th", () => {
    expect(at("2026-01-16").words.en).toBe("2 reviews before the deadline.");
    expect(at("2026-01-15").words.en).toBe(
      "A single review before the deadline: it takes 2, to act and then to check.",
    );
    expect(at("2026-01-15").fix?.change).toEqual({ deadline: "2026-01-16" });
    expect(at("2026-01-08").words.fr).toContain("Aucune revue");
  });

  test("two months reviewed monthly become weekly", () => {
    const { state, fix } = at("2026-02-28", "monthly");
    expect([state, fix?.change]).toEqual(["fail", { cadence: "weekly" }]);
    expect(at("2026-03-02", "monthly").state).toBe("pass");
  });

  test("the fix makes it pass", () => {
    const { fix } = at("2026-01-05");
    expect(outcome("T4", { draft: { start: "2026-01-01", ...fix?.change } }).state).toBe("pass");
  });

  test("it cannot be told without a rhythm", () => {
    expect(outcome("T4", { draft: { cadence: null } }).state).toBe("unknown");
  });
});

describe("T5, the same season", () => {
  const window = (first: string, last: string) => ({ ...baseline, from: first, to: last });
  const two = [weekly("LEADS", "leads", 760, [12, 11, 10, 10, 10, 5, 5])];

  test("the same months a year or two before pass, and so does a whole year", () => {
    expect(outcome("T5").state).toBe("pass");
    expect(outcome("T5", { draft: { baseline: window("2024-01-08", "2024-04-07") } }).state).toBe("pass");
    expect(outcome("T5", { draft: { baseline: window("2024-12-30", "2025-12-28") } }).state).toBe("pass");
  });

  test("the quarter before does not, and the same months last year are one click away", () => {
    const autumn = window("2025-10-01", "2025-12-29");
    const result = outcome("T5", { draft: { baseline: autumn }, evidence: { series: two } });
    expect(result.state).toBe("fail");
    expect(result.words.fr).toBe(
      "La référence (01/10/2025 au 29/12/2025) n'est pas de la même saison. Comparez aux mêmes mois de l'an dernier.",
    );
    expect(result.fix?.change["baseline"]).toMatchObject({ from: "2025-01-01", to: "2025-03-31" });
  });

  test("one month does not stand for the quarter, but for a level it does", () => {
    const march = window("2025-03-01", "2025-03-31");
    expect(outcome("T5", { draft: { baseline: march }, evidence: { series: two } }).state).toBe("fail");
    expect(outcome("T5", { draft: { kpi: "UNIQUE_VISITORS", baseline: march } }).state).toBe("pass");
  });

  test("with less than a year of data, or no dates, it cannot be told", () => {
    const young = [weekly("LEADS", "leads", 200, [12, 11, 10, 10, 10, 5, 5], "2025-06-02")];
    const autumn = window("2025-10-01", "2025-12-29");
    expect(outcome("T5", { draft: { baseline: autumn }, evidence: { series: young } }).state).toBe("unknown");
    expect(outcome("T5", { draft: { baseline: null } }).state).toBe("unknown");
  });
});
