// KPIs row by row, over chosen rows of a table, and by value of a column.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "../../apps-script/call.ts";

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const message = (name: string, ...args: unknown[]): string => {
  try {
    return `value ${String(call(name, args))}`;
  } catch (error) {
    return (error as Error).message.replace(/[\u00a0\u202f]/g, " ");
  }
};

beforeEach(() => {
  vi.stubGlobal("Session", { getActiveUserLocale: () => "en_GB" });
});

describe("KPI_EACH", () => {
  test("spills one value a row, with a mark where there is none and nothing beside blanks", () => {
    expect(
      call("KPI_EACH", ["cpa", column("Dépenses", 100, 50, "x", "", ""), column("Clients", 4, 0, 2, "", "")]),
    ).toEqual(column("CPA", 25, "—", "?"));
  });

  test("repeats a total beside each row", () => {
    expect(call("KPI_PAR_LIGNE", ["ROAS", column(100, 200), 50])).toEqual(column(2, 4));
  });

  test("an unknown KPI comes with the closest names", () => {
    expect(message("KPI_EACH", "CPX", column(1), column(2))).toContain("Did you mean CPA or CPL or CPC?");
  });
});

const campaigns = [
  ["Jour", "Canal", "Amount spent (EUR)", "Clics", "Impressions", "Devise"],
  [new Date("2026-01-30T23:00:00Z"), "email", 10, 5, 100, "EUR"],
  [new Date("2026-02-01T23:00:00Z"), "Paid", 20, 5, 200, "EUR"],
  [new Date("2026-02-02T23:00:00Z"), "paid", 30, 0, "", "EUR"],
  ["", "", "", "", "", ""],
];

describe("KPI over a table", () => {
  test("finds its columns by name, label or export header", () => {
    expect(call("KPI", ["CPC", campaigns])).toBe(6);
    expect(call("KPI", ["coût par clic", campaigns])).toBe(6);
  });

  test("takes a period, both days included, and pairs of filters", () => {
    expect(call("KPI", ["CPC", campaigns, "2026-01-31", new Date("2026-02-01T23:00:00Z")])).toBe(3);
    expect(call("KPI", ["CPC", campaigns, "", "", "canal", "email"])).toBe(2);
    expect(call("KPI", ["CPC", campaigns, "", "", "channel", "PAID", "month", "2026-02"])).toBe(10);
    expect(call("KPI", ["CPC", campaigns, "", "", "Canal", [["email"], ["paid"]]])).toBe(6);
  });

  test("says which headers it found when the one it needs is missing or double", () => {
    expect(message("KPI", "CPL", campaigns)).toBe(
      'KPI: no column "leads". Headers found: "Jour", "Canal", "Amount spent (EUR)", "Clics", "Impressions", "Devise". Rename the right header.',
    );
    expect(
      message("KPI", "CPC", [
        ["Coût", "Dépense", "Clics"],
        [1, 2, 3],
      ]),
    ).toContain('several columns for "spend": "Coût", "Dépense"');
  });

  test("refuses what would be silently wrong", () => {
    expect(message("KPI", "CPX", campaigns)).toContain('"CPX" is not a known KPI');
    expect(
      message("KPI", "CPC", [
        [1, 2],
        [3, 4],
      ]),
    ).toContain("must begin with a row of headers");
    expect(message("KPI", "CPC", campaigns, "2026-03-01")).toContain("no row for this period");
    expect(message("KPI", "CPC", campaigns, "2026-03-01", "2026-02-01")).toContain("before it starts");
    expect(message("KPI", "CPC", campaigns, "bientôt")).toContain('"start": "bientôt" is not a date');
    expect(message("KPI", "CPC", campaigns, "", "", "canal")).toContain('"canal" has no value');
    expect(message("KPI", "CPC", campaigns, "", "", "pays", "FR")).toContain('no column "pays"');
    const mixed = campaigns.map((row, index) => (index === 2 ? [...row.slice(0, 5), "USD"] : row));
    expect(message("KPI", "CPC", mixed)).toContain("several currencies: EUR, USD");
    expect(call("KPI", ["CTR", mixed])).toBe(10 / 300);
  });
});

describe("KPI_BY", () => {
  test("spills a row for each value and a column for each KPI, headed", () => {
    expect(call("KPI_BY", [[["CPC"], ["CTR"]], campaigns, "Canal"])).toEqual([
      ["Canal", "CPC", "CTR"],
      ["email", 2, 0.05],
      ["Paid", 4, 0.025],
      ["paid", "—", "—"],
    ]);
  });

  test("splits by week, month, quarter and year of the date", () => {
    expect(call("KPI_PAR", ["CPC", campaigns, "mois"])).toEqual([
      ["mois", "CPC"],
      ["2026-01", 2],
      ["2026-02", 10],
    ]);
  });

  test("tells the reason when no row has a value", () => {
    expect(message("KPI_BY", "CPC", campaigns, "Canal", "2026-02-03")).toContain(
      '"clicks" is 0 against 30 of "spend"',
    );
  });
});
