// How long things took, and the pace of a budget: functions of dates in cells.
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

describe("durations between two columns of dates", () => {
  // 1, 2, 3, 4 and 10 days
  const starts = column("2026-03-02", "2026-03-02", "2026-03-02", "2026-03-02", "2026-03-02");
  const ends = column("2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-12");

  test("are summed up by their median, their mean or their 90th percentile", () => {
    expect(call("SALES_CYCLE", [starts, ends])).toBe(3);
    expect(call("SALES_CYCLE", [starts, ends, "mean"])).toBe(4);
    // Type 7, as R's quantile(c(1, 2, 3, 4, 10), 0.9): 4 + 0.6 × (10 − 4)
    expect(call("SALES_CYCLE", [starts, ends, "p90"])).toBeCloseTo(7.6, 12);
    expect(call("CYCLE_VENTE", [starts, ends, "Moyenne"])).toBe(4);
    expect(call("PROCESSING_TIME", [starts, ends])).toBe(24 * 4);
    expect(call("PROCESSING_TIME", [starts, ends, "médiane"])).toBe(24 * 3);
    expect(message("SALES_CYCLE", starts, ends, "max")).toBe(
      'SALES_CYCLE: "statistic": "max" is not one of the choices: "median", "mean", "p90".',
    );
  });

  test("come from date cells, whatever the zone and its clock changes", () => {
    // 28 March to 30 March 2026 in Paris: the clock goes forward on the 29th.
    const paris = [new Date("2026-03-27T23:00:00Z"), new Date("2026-03-29T22:00:00Z")];
    expect(call("SALES_CYCLE", paris)).toBe(2);
    expect(call("SALES_CYCLE", [new Date("2026-01-05T09:00:00Z"), new Date("2026-01-06T21:00:00Z")])).toBe(
      1.5,
    );
  });

  test.each([
    ["2026-03-02 09:00", "2026-03-02 11:30", 2.5],
    ["02/03/2026", "13/03/2026 12:00", 11 * 24 + 12],
    ["2026-03-02T09:00:00Z", "2026-03-02T09:00:00+01:00", -1],
    ["2026-03-02T10:00:00+0100", "2026-03-02T10:30:00Z", 1.5],
    ["2026-03-02 9h05", "2026-03-02 9h35", 0.5],
  ])("come from texts too: %s to %s", (start, end, hours) => {
    if (start.includes("/")) expect(message("FIRST_RESPONSE_TIME", start, end)).toContain("is not a date");
    else if (hours < 0) expect(message("FIRST_RESPONSE_TIME", start, end)).toContain("is before");
    else expect(call("FIRST_RESPONSE_TIME", [start, end])).toBeCloseTo(hours, 12);
  });

  test("leave out what is not finished, and refuse what ends before it starts", () => {
    expect(call("SALES_CYCLE", [starts, column("2026-03-03", "", "", "", "2026-03-12")])).toBe(5.5);
    expect(message("SALES_CYCLE", starts, column("", "", "", "", ""))).toContain('"close date": no value');
    expect(message("SALES_CYCLE", starts, column("2026-03-03", "2026-03-01", "", "", ""))).toBe(
      'SALES_CYCLE: "close date", row 2: 2026-03-01 is before 2026-03-02. Correct one of the two dates.',
    );
    expect(message("SALES_CYCLE", 46000, 46010)).toContain('"46,000" is not a date'.replace(",", ""));
  });

  test("are told row by row, and over a table whose only dates are theirs", () => {
    expect(
      call("KPI_EACH", ["SALES_CYCLE", starts, column("2026-03-03", "", "2026-03-01", "x", "2026-03-12")]),
    ).toEqual(column(1, "—", "?", "?", 10));
    const deals = [
      ["Vendeur", "Premier contact", "Signature"],
      ["Léa", "2026-01-01", "2026-01-31"],
      ["Léa", "2026-01-11", "2026-02-10"],
      ["Tom", "2026-02-01", "2026-02-11"],
      ["Tom", "2026-02-20", ""],
    ];
    expect(call("KPI", ["SALES_CYCLE", deals])).toBe(30);
    // Deals closed in February: 30 and 10 days.
    expect(call("KPI", ["SALES_CYCLE", deals, "2026-02-01", "2026-02-28"])).toBe(20);
    expect(call("KPI_BY", ["SALES_CYCLE", deals, "Vendeur"])).toEqual([
      ["Vendeur", "SALES_CYCLE"],
      ["Léa", 30],
      ["Tom", 10],
    ]);
    expect(call("KPI_BY", ["SALES_CYCLE", deals, "mois"])).toEqual([
      ["mois", "SALES_CYCLE"],
      ["—", "—"],
      ["2026-01", 30],
      ["2026-02", 20],
    ]);
  });
});

describe("the pace of a budget", () => {
  const november = ["2026-11-01", "2026-11-30"];

  test("compares what is spent with the days gone by, today included", () => {
    expect(call("BUDGET_PACING", [5000, 10000, ...november, "2026-11-15"])).toBe(1);
    expect(call("BUDGET_PACING", [100, 3000, ...november, new Date("2026-11-01T00:00:00Z")])).toBe(1);
    // After the end the whole budget was expected.
    expect(call("BUDGET_PACING", [9000, 10000, ...november, "2026-12-24"])).toBe(0.9);
  });

  test("does not exist before the start, nor over a period in reverse", () => {
    expect(message("BUDGET_PACING", 100, 3000, ...november, "2026-10-31")).toContain("there is no pace yet");
    expect(message("BUDGET_PACING", 100, 3000, "2026-11-30", "2026-11-01", "2026-11-10")).toContain(
      "ends (2026-11-01)",
    );
    expect(message("BUDGET_PACING", 100, 0, ...november, "2026-11-10")).toContain('"budget" is 0');
  });

  test("is told off its band, which narrows as the period goes by", () => {
    const warnings = (spent: number, today: string): unknown =>
      (call("KPI_CHECK", ["BUDGET_PACING", spent, 3000, ...november, today]) as unknown[][]).slice(1);
    // On day 3, 360 spent of 300 expected: 1.2, in 0.77 to 1.23. On day 30, in 0.95 to 1.05.
    expect(warnings(360, "2026-11-03")).toEqual([]);
    expect(warnings(3600, "2026-11-30")).toEqual([
      ["OFF_PACE", "Outside the 95 to 105% expected at this point of the period."],
    ]);
  });
});
