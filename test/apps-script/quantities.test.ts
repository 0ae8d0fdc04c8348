// Measured quantities over a table: what adds up, what does not, and shares of a whole.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "../../apps-script/call.ts";

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

const visits = [
  ["Date", "Canal", "Sessions", "Chiffre d'affaires", "Portée", "Impressions"],
  ["2026-10-01", "organic_search", 300, 900, 80, 100],
  ["2026-10-01", "email", 100, 400, "", ""],
  ["2026-10-02", "Organic Search", 200, 600, 50, 110],
  ["2026-10-02", "organic_social", 50, 100, "", ""],
];

describe("a measured quantity", () => {
  test("is the sum of its rows", () => {
    expect(call("KPI", ["SESSIONS", visits])).toBe(650);
    expect(call("KPI", ["chiffre d'affaires", visits, "2026-10-02"])).toBe(700);
    expect(call("KPI_BY", [[["SESSIONS", "REVENUE"]], visits, "date"])).toEqual([
      ["date", "SESSIONS", "REVENUE"],
      ["2026-10-01", 400, 1300],
      ["2026-10-02", 250, 700],
    ]);
  });

  test("is no function of a cell, but may be asked for of a column", () => {
    expect(call("KPI_CHECK", ["SESSIONS", [["Sessions"], [300], [100]]])).toEqual([
      [400, "nothing to report"],
    ]);
  });

  test("counts organic traffic among the sessions, social networks apart", () => {
    expect(call("KPI", ["ORGANIC_TRAFFIC", visits])).toBe(500);
    expect(call("KPI", ["PART_ORGANIQUE", visits, "2026-10-01", "2026-10-01"])).toBe(0.75);
    const own = [
      ["Sessions", "Sessions organiques"],
      [400, 150],
    ];
    expect(call("KPI", ["ORGANIC_SHARE", own])).toBe(0.375);
    expect(message("KPI", "ORGANIC_TRAFFIC", [["Sessions"], [400]])).toContain('no column "channel"');
  });

  test("is refunded without shame, while a count is not", () => {
    expect(call("KPI", ["REVENUE", [["revenue"], [100], [-130]]])).toBe(-30);
    expect(call("KPI", ["SALES_VOLUME", [["units sold"], [10], [-2]]])).toBe(8);
    expect(message("KPI", "SESSIONS", [["sessions"], [-2]])).toContain("−2 is negative");
  });
});

describe("a share of the whole", () => {
  test("makes one over all the sources", () => {
    expect(call("KPI_BY", ["TRAFFIC_SHARE", visits, "canal", "2026-10-01", "2026-10-01"])).toEqual([
      ["canal", "TRAFFIC_SHARE"],
      ["email", 0.25],
      ["organic_search", 0.75],
    ]);
  });

  test("is of the whole period where a filter names the source", () => {
    expect(call("KPI", ["TRAFFIC_SHARE", visits, "", "", "canal", "email"])).toBe(100 / 650);
  });
});

describe("stocks", () => {
  const fans = [
    ["Jour", "Abonnés", "MRR", "Plan"],
    ["2026-01-31", 1200, 700, "a"],
    ["2026-01-31", "", 300, "b"],
    ["2026-01-01", 1000, 900, "a"],
  ];

  test("are read on their first and last days", () => {
    expect(call("KPI", ["FOLLOWER_GROWTH", fans])).toBe(0.2);
    expect(call("KPI", ["NET_NEW_FOLLOWERS", fans])).toBe(200);
  });

  test("add up over the rows of a day where they are money", () => {
    expect(call("KPI", ["MRR", fans])).toBe(1000);
    expect(call("KPI", ["ARR", fans, "2026-01-01", "2026-01-30"])).toBe(12 * 900);
  });
});

describe("people, who are counted once", () => {
  test("are not added up: the days that have a value are told", () => {
    expect(call("KPI", ["REACH", visits, "2026-10-02"])).toBe(50);
    expect(message("KPI", "REACH", visits)).toBe(
      'KPI: "reach" cannot be added up and 2 rows are concerned. There is a value for 2026-10-01, 2026-10-02. Choose a single row, by the period or a filter, or ask for "bounds".',
    );
    vi.stubGlobal("Session", { getActiveUserLocale: () => "fr" });
    expect(message("KPI", "REACH", visits)).toContain('ou demandez un encadrement avec "bornes".');
  });

  test("have bounds: all the same, or all different", () => {
    expect(call("KPI", ["REACH", visits, "", "", "bounds"])).toEqual([[80, 130]]);
    expect(
      call("KPI_TABLEAU", [
        "PORTEE",
        visits,
        "2026-10-01",
        "2026-10-01",
        "canal",
        "organic_search",
        "Bornes",
      ]),
    ).toEqual([[80, 80]]);
    // 210 impressions over 130 people, or over 80
    expect(call("KPI", ["AD_FREQUENCY", visits, "", "", "bounds", ""])).toEqual([[210 / 130, 210 / 80]]);
    expect(call("KPI_BY", ["REACH", visits, "mois", "", "", "bounds"])).toEqual([
      ["mois", "REACH ≥", "REACH ≤"],
      ["2026-10", 80, 130],
    ]);
  });

  test("bounds of what adds up are its value twice", () => {
    expect(call("KPI", ["SESSIONS", visits, "", "", "bounds"])).toEqual([[650, 650]]);
  });

  test("a rate over people reached by each post is a ratio of sums", () => {
    const posts = [
      ["interactions", "portée"],
      [10, 100],
      [40, 900],
    ];
    expect(call("KPI", ["ENGAGEMENT_RATE", posts])).toBe(0.05);
    expect(
      call("ENGAGEMENT_RATE", [
        [[10], [40]],
        [[100], [900]],
      ]),
    ).toBe(0.05);
  });

  test("averages have no bounds", () => {
    const rates = [
      ["taux de marge", "jour"],
      [0.5, "2026-01-01"],
      [0.6, "2026-01-02"],
    ];
    expect(message("KPI", "BREAKEVEN_ROAS", rates, "", "", "bounds")).toBe(
      'KPI: "margin rate" cannot be added up and 2 rows are concerned. Choose a single row, by the period or a filter.',
    );
  });
});

describe("a table whose rows count over windows of their own", () => {
  const uniques = [
    ["période", "du", "au", "utilisateurs"],
    ["mois", "2026-10-01", "2026-10-31", 2900],
    ["jour", "2026-10-31", "2026-10-31", 120],
    ["jour", "2026-11-01", "2026-11-01", 110],
    ["semaine", "2026-11-02", "2026-11-08", 640],
    ["jour", "2026-11-02", "2026-11-02", 100],
  ];

  test("gives the value of exactly the window asked for", () => {
    expect(call("KPI", ["UNIQUE_VISITORS", uniques, "2026-10-01", "2026-10-31"])).toBe(2900);
    expect(call("KPI", ["UNIQUE_VISITORS", uniques, "2026-11-02", "2026-11-08"])).toBe(640);
  });

  test("tells the windows there are, the longest first, when there is none for it", () => {
    expect(message("KPI", "UNIQUE_VISITORS", uniques, "2026-10-01", "2026-11-08")).toBe(
      'KPI: no value for the period from 2026-10-01 to 2026-11-08. Known periods: 2026-10-01 – 2026-10-31, 2026-11-02 – 2026-11-08, 2026-10-31…. Ask for one of them, or for "bounds".',
    );
    expect(message("KPI", "UNIQUE_VISITORS", uniques)).toContain(
      "There is a value for 2026-10-01 – 2026-10-31",
    );
  });

  test("gives bounds out of windows that follow each other, the longest first", () => {
    // October, 1 November, then a week
    expect(call("KPI", ["UNIQUE_VISITORS", uniques, "2026-10-01", "2026-11-08", "bounds"])).toEqual([
      [2900, 3650],
    ]);
    expect(message("KPI", "UNIQUE_VISITORS", uniques, "2026-10-02", "2026-11-08", "bounds")).toContain(
      "no value for",
    );
  });

  test("is split by a column as any other", () => {
    expect(call("KPI_BY", ["UNIQUE_VISITORS", uniques, "du", "2026-10-31", "", "période", "jour"])).toEqual([
      ["du", "UNIQUE_VISITORS"],
      ["2026-10-31", 120],
      ["2026-11-01", 110],
      ["2026-11-02", 100],
    ]);
  });
});
