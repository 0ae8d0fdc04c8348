// The statistics as cells call them: headers, sentences, sizes.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "../../apps-script/call.ts";
import { statisticFunctions } from "../../shared/statistics/functions.ts";
import { cdnow } from "../shared/statistics/reference.ts";

type Row = readonly unknown[];
const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const table = (name: string, ...args: unknown[]): Row[] => call(name, args) as Row[];
/** The one row of values of a table, by header. */
const values = (name: string, ...args: unknown[]): Record<string, unknown> => {
  const [headers = [], row = []] = table(name, ...args);
  return Object.fromEntries(headers.map((header, i) => [String(header), row[i]]));
};
const message = (name: string, ...args: unknown[]): string => {
  try {
    return `value ${String(call(name, args))}`;
  } catch (error) {
    return (error as Error).message.replace(/[\u00a0\u202f]/g, " ");
  }
};
const inFrench = (): void => {
  vi.stubGlobal("Session", { getActiveUserLocale: () => "fr" });
};

beforeEach(() => {
  vi.stubGlobal("Session", { getActiveUserLocale: () => "en_GB" });
});

describe("an A/B test", () => {
  test("spills under its headers, in the user's language", () => {
    // 200 / 10000 against 246 / 10000: z = .0046 / √(.0223 × .9777 × 2 / 10000)
    const found = values("AB_TEST", 200, 10_000, 246, 10_000);
    expect(found.z).toBeCloseTo(2.202863539, 9);
    expect(found.p).toBeCloseTo(0.027604368, 9);
    expect(found.lift).toBeCloseTo(0.23, 12);
    inFrench();
    expect(values("TEST_AB", 200, 10_000, 246, 10_000)["gain relatif"]).toBeCloseTo(0.23, 12);
  });

  test("adds up the days of a range", () => {
    expect(call("AB_PROB", [column("conv.", 100, 100), 10_000, 246, column(4000, 6000)])).toBe(
      call("AB_PROB", [200, 10_000, 246, 10_000]),
    );
  });

  test("marks a lift that nothing defines", () => {
    expect(values("AB_TEST", 0, 100, 5, 100)).toMatchObject({ lift: "—", test: "Fisher" });
  });

  test("asks for visitors", () => {
    expect(call("AB_SAMPLE_SIZE", [0.2, 0.05])).toBeCloseTo(1093.739046, 5);
    expect(call("TAILLE_TEST_AB", [0.2, 0.05, "", "", "actuelle"])).toBeCloseTo(1030.219283, 5);
    expect(values("AB_SRM", column("Visiteurs", 5100, 4900)).p).toBeCloseTo(0.0455002639, 9);
  });

  test("refuses what cannot be", () => {
    expect(message("AB_TEST", 12, 10, 1, 2)).toBe(
      'AB_TEST: "conversions A" (12) exceeds "visitors A" (10). Check the order of the arguments.',
    );
    expect(message("AB_TEST", 0.02, 100, 1, 2)).toContain("0.02 is not a whole count");
    expect(message("AB_PROB", 1, 2e9, 1, 2)).toContain("is not between 1 and 1,000,000,000");
    expect(message("AB_PROB", 0, 0, 1, 2)).toContain('"visitors A": 0 is not above 0');
    expect(message("AB_SAMPLE_SIZE", 20, 5)).toContain("20 is not between 0 and 1");
    expect(message("AB_SAMPLE_SIZE", 0.2, 0.05, "", "", "autre")).toContain('"autre"');
    expect(message("AB_SRM", column(5, 5), column(1, 1, 1))).toContain("2 rows");
  });
});

describe("NPS and rates", () => {
  test("take scores or counts", () => {
    // 3 promoters, 1 passive, 1 detractor
    expect(values("NPS_CI", column("note", 10, 9, 9, 8, 3, "")).NPS).toBe(40);
    expect(values("NPS_CI", 60, 25, 15)).toMatchObject({ NPS: 45, answers: 100 });
    expect(values("NPS_CI", 60, 25, 15, 0.8).moe).toBeLessThan(Number(values("NPS_CI", 60, 25, 15).moe));
    expect(values("NPS_DIFF", 45, 40, 15, 60, 25, 15)["difference (B − A)"]).toBe(15);
    expect(values("NPS_DIFF", column(10, 10, 0), column(10, 8))["difference (B − A)"]).toBeCloseTo(
      50 - 100 / 3,
      12,
    );
    expect(values("RATE_CI", 50, 2500)).toMatchObject({ rate: 0.02, n: 2500 });
  });

  test("refuse answers off the scale", () => {
    expect(message("NPS_CI", column(10, 11))).toContain(
      '"scores", row 2: 11 is not a whole score from 0 to 10',
    );
    expect(message("NPS_CI", 0, 0, 0)).toContain("nothing but 0");
    expect(message("NPS_CI", column("", ""))).toContain("no value");
  });
});

describe("customers", () => {
  const customers = cdnow();
  const x = column("achats", ...customers.map((one) => one.x));
  const recency = column("récence", ...customers.map((one) => one.recency));
  const age = column("âge", ...customers.map((one) => one.age));
  const basket = column("panier", ...customers.map((one) => one.mean));

  test("teach the published models", () => {
    const fit = values("CLV_FIT", x, recency, age);
    expect(fit).toMatchObject({ customers: 2357, converged: true });
    expect(fit.r).toBeCloseTo(0.2425929, 7);
    expect(fit["log-likelihood"]).toBeCloseTo(-9582.4256, 4);
    const spending = values("CLV_AJUSTEMENT_PANIER", x, basket);
    expect(spending.p).toBeCloseTo(6.248802, 5);
    expect(spending["purchases-basket correlation"]).toBeCloseTo(0.1139, 4);
    expect(spending.note).toBe("");
  });

  test("are predicted a row each, beside blanks too, with parameters given or learnt", () => {
    const given = [
      [
        ["r", "alpha", "a", "b"],
        [0.243, 4.414, 0.793, 2.426],
      ],
      [[6.25, 3.74, 15.44]],
    ];
    const rows = table(
      "CLV_PREDICT",
      column(2, "", 0),
      column(30.43, "", 0),
      column(38.86, "", 38.86),
      column(22.35, "", ""),
      12,
      0.01,
      "W",
      1,
      ...given,
    );
    expect(rows.map((row) => row.length)).toEqual([4, 4, 4, 4]);
    // the lifetimes library gives 36.28921112559936 and 8.369004358920185
    expect(rows[1]?.[3]).toBeCloseTo(36.2892111256, 8);
    expect(rows[2]).toEqual(["", "", "", ""]);
    expect(rows[3]?.[3]).toBeCloseTo(8.36900435892, 8);
    expect(table("P_ALIVE", column(2), column(30.43), column(38.86), given[0])[1]?.[0]).toBeCloseTo(
      0.72657857,
      8,
    );
    expect(table("CLV_PREDICT", x, recency, age, basket, 12, 0.01)).toHaveLength(2358);
  });

  test("may end in blanks, as whole columns do, and a text alone is no header", () => {
    const blanks = Array.from({ length: 40 }, () => [""]);
    const whole = [x, recency, age].map((cells) => [...cells, ...blanks]);
    expect(values("CLV_FIT", ...whole)).toMatchObject({ customers: 2357 });
    expect(table("P_ALIVE", ...whole)).toHaveLength(2358);
    expect(message("RATE_CI", [["abc"]], 10)).toContain('"abc" is not a number');
  });

  test("weigh as many as they stand for", () => {
    const few = customers.slice(0, 40);
    const columns = [few.map((one) => one.x), few.map((one) => one.recency), few.map((one) => one.age)];
    const twice = columns.map((cells) => column(...cells, ...cells));
    const weighed = columns.map((cells) => column(...cells));
    const weights = column(...few.map(() => 2));
    expect(values("CLV_FIT", ...weighed, weights)).toMatchObject({ customers: 80 });
    expect(values("CLV_FIT", ...weighed, weights).alpha).toBeCloseTo(
      Number(values("CLV_FIT", ...twice).alpha),
      9,
    );
  });

  test("with an impossible history are named with their row", () => {
    inFrench();
    expect(message("CLV_FIT", column(1, 2), column(2, 3), column(3, 2.5))).toBe(
      "CLV_FIT : « récence » (3) dépasse « ancienneté » (2,5), ligne 2. Vérifiez l'ordre des arguments.",
    );
    expect(message("CLV_FIT", column(1, 2), column(-2, 3), column(3, 3))).toContain(
      "ligne 1 : −2 est négatif",
    );
    expect(message("CLV_FIT", column(1, 2), column(0, 3), column(3, 3))).toContain(
      "l'un ne va pas sans l'autre",
    );
    expect(message("CLV_FIT", column(1, 2), column(1, ""), column(3, 3))).toContain(
      "ligne 2 : aucune valeur",
    );
  });

  test("are enough, and some bought again", () => {
    expect(message("CLV_FIT", 1, 2, 3)).toContain("customers: 1, at least 10 needed");
    const none = column(...Array.from({ length: 12 }, () => 0));
    expect(message("CLV_FIT", none, none, column(...Array.from({ length: 12 }, () => 9)))).toContain(
      "customers who bought again: 0, at least 3 needed",
    );
  });

  test("are too many for a cell beyond a hundred thousand", () => {
    const million = Array.from({ length: 1_000_000 }, () => [1]);
    inFrench();
    expect(message("CLV_FIT", million, million, million)).toBe(
      "CLV_FIT : lignes : 1 000 000, pas plus de 100 000 dans une cellule. Réduisez la plage, ou regroupez-en les lignes.",
    );
    const some = million.slice(0, 150_000);
    expect(message("CLV_FIT", some, some, some)).toBe(
      "CLV_FIT : lignes : 150 000, pas plus de 100 000 dans une cellule. Choisissez le menu Boussole, « Calculer côté serveur ».",
    );
  });

  test("with amounts of one size are expected to spend that", () => {
    const alike = column("panier", ...customers.map((one) => (one.x > 0 ? 20 : "")));
    const rows = table("CLV_PREDICT", x, recency, age, alike, 12);
    expect(rows[1]?.[2]).toBeCloseTo(20, 1);
    expect(rows[3]?.[2]).toBeCloseTo(20, 1);
  });
});

describe("orders", () => {
  test("are refused where a line is wrong", () => {
    const orders = (date: unknown, amount: unknown, customer: unknown = "b"): string =>
      message(
        "CLV_FROM_ORDERS",
        column("a", customer),
        column("2024-01-01", date),
        column(1, amount),
        "2024-06-01",
        12,
      );
    expect(orders("bientôt", 2)).toContain('"date", row 2: "bientôt" is not a date');
    expect(orders("2024-02-01", -2)).toContain("−2 is negative");
    expect(orders("2024-02-01", "x")).toContain('"x" is not a number');
    expect(orders("2024-02-01", 2, "")).toContain('"customer", row 2: no value');
    expect(orders("2024-02-01", 2)).toContain("at least 10 needed");
  });
});

describe("subscribers", () => {
  test("are followed period by period, then ahead", () => {
    const rows = table("CHURN_SBG", column("left", 1000, 869, 743, 653, 593, 551, 517, 491), 3, 0.1);
    expect(rows).toHaveLength(12);
    expect(rows[1]?.slice(5)).toEqual([expect.closeTo(0.668, 3), expect.closeTo(3.806, 3)]);
    // S(1) = β / (α + β)
    expect(rows[2]?.[2]).toBeCloseTo(3.806095 / (0.668088 + 3.806095), 6);
  });

  test("never grow, and some leave", () => {
    expect(message("CHURN_SBG", column(10, 11, 3))).toContain("row 2: more subscribers than before");
    expect(message("CHURN_SBG", column(10, 10, 10))).toContain("departures: 0");
    // without a discount, those who never leave make the mean endless
    expect(table("CHURN_SBG", column(1000, 631, 468, 382))[1]?.[4]).toBe("—");
  });
});

describe("drivers and chains", () => {
  test("say what each segment did, and end with the total", () => {
    const rows = table(
      "KPI_DRIVERS",
      column("a", "b", "c"),
      column(5000, 3000, 2000),
      column(100, 50, 20),
      column(5500, 5200, 1500),
      column(105, 70, 18),
    );
    expect(rows[1]?.slice(0, 3)).toEqual(["a", expect.closeTo(1.3479485, 7), expect.closeTo(0.43431527, 7)]);
    // 12200 / 193 − 10000 / 170
    expect(rows[4]?.[4]).toBeCloseTo(12200 / 193 - 10000 / 170, 10);
  });

  test("take the factors in the order of the identity", () => {
    const rows = table("KPI_CHAIN", "cpa", column(1.25, 0.04), column(1.4, 0.035));
    expect(rows[1]?.slice(0, 4)).toEqual(["CPC", 1.25, 1.4, expect.closeTo(4.016955697, 8)]);
    expect(rows[2]?.[3]).toBeCloseTo(4.733044303, 8);
    expect(rows[3]?.slice(0, 4)).toEqual(["CPA", 31.25, expect.closeTo(40, 12), expect.closeTo(8.75, 12)]);
    const revenue = table("KPI_CHAINE", "REVENUE", [[10_000, 0.02, 60]], [[12_000, 0.018, 63]]);
    expect(revenue.slice(1, 4).map((row) => row[3])).toEqual([
      expect.closeTo(2331.373784, 5),
      expect.closeTo(-1347.261116, 5),
      expect.closeTo(623.887332, 5),
    ]);
  });

  test("say which KPIs have factors, and how many", () => {
    expect(message("KPI_CHAIN", "NPS", 1, 2)).toMatch(/NPS is not a product of other KPIs. Try .*CPA/);
    expect(message("KPI_CHAIN", "CPA", column(1, 2, 3), column(1, 2))).toContain(
      "values expected 2, given 3",
    );
    expect(message("KPI_CHAIN", "CPA", column(1, 0), column(1, 2))).toContain("CR is 0");
    expect(message("KPI_CHAIN", "CPX", 1, 2)).toContain('"CPX" is not a known KPI');
    expect(table("KPI_DRIVERS", column("a"), column(1), column(2), column(1), column(2))[1]?.[5]).toBe("—");
    expect(message("KPI_DRIVERS", column("a"), column(1), column(0), column(1), column(1))).toContain(
      "nothing but 0",
    );
  });
});

describe("forecasts and objectives", () => {
  const days = column(...Array.from({ length: 70 }, (_, t) => [100, 120, 130, 120, 110, 60, 50][t % 7] ?? 0));

  test("spill a row for each period to come", () => {
    const rows = table("KPI_FORECAST", days, 7, "jour");
    expect(rows[0]).toEqual(["period", "forecast", "low", "high"]);
    expect(rows.slice(1).map((row) => Math.round(Number(row[1])))).toEqual([100, 120, 130, 120, 110, 60, 50]);
    expect(table("KPI_PREVISION", days, 7)).toEqual(rows);
  });

  test("give the chances of a total, either way, and the total for given chances", () => {
    const months = column(...Array.from({ length: 36 }, (_, t) => 1000 + 10 * t + ((t * 37) % 90)));
    const chances = call("OBJECTIVE_PROB", [months, 5000, 9200, 3, "mois"]) as number;
    expect(chances).toBeGreaterThan(0.01);
    expect(chances).toBeLessThan(0.99);
    expect(call("OBJECTIF_PROBA", [months, 5000, 9200, 3, "mois", "au plus"])).toBeCloseTo(1 - chances, 12);
    const reached = call("OBJECTIVE_TARGET", [months, 5000, 3, chances, "mois"]) as number;
    expect(reached).toBeCloseTo(9200, 6);
  });

  test("know what is done once nothing is left", () => {
    expect(call("OBJECTIVE_PROB", [days, 100, 100, 0])).toBe(1);
    expect(call("OBJECTIVE_PROB", [days, 99, 100, 0])).toBe(0);
    expect(call("OBJECTIVE_PROB", [days, 120, 100, 5])).toBe(1);
    expect(call("OBJECTIVE_TARGET", [days, 42, 0, 0.8])).toBe(42);
    expect(call("OBJECTIVE_PROB_RATIO", [days, days, 5, 100, 0.05, 0])).toBe(1);
  });

  test("count a ratio by what it lacks", () => {
    const visits = Array.from({ length: 42 }, (_, t) => 900 + ((t * 53) % 200));
    const orders = visits.map((count, t) => Math.round(count * (0.03 + ((t * 29) % 10) / 1000)));
    const chances = (target: number): number =>
      call("OBJECTIVE_PROB_RATIO", [column(...orders), column(...visits), 60, 2000, target, 14]) as number;
    expect(chances(0.02)).toBeGreaterThan(0.99);
    expect(chances(0.05)).toBeLessThan(0.01);
    expect(chances(0.034)).toBeGreaterThan(chances(0.035));
  });

  test("refuse too little, too much and nothing at all", () => {
    expect(message("KPI_FORECAST", column(1, 2, 3), 2)).toContain("periods of history: 3, at least 6 needed");
    expect(message("KPI_FORECAST", column(0, 0, 0, 0, 0, 0), 2)).toContain("nothing but 0");
    expect(message("KPI_FORECAST", column(1, 2, "", 4, 5, 6, 7), 2)).toContain(
      "row 3: blank cell amid the data",
    );
    expect(message("KPI_FORECAST", days, 401)).toContain(
      "periods to forecast: 401, no more than 400 in a cell. Choose the menu Boussole, “Compute on the server”.",
    );
    expect(message("KPI_FORECAST", column(...Array.from({ length: 2001 }, (_, t) => t)), 2)).toContain(
      "values: 2,001",
    );
    expect(message("KPI_FORECAST", days, 2.5)).toContain("not a whole count");
    expect(message("KPI_FORECAST", days, 7, "lune")).toContain('"lune"');
    expect(
      message(
        "KPI_FORECAST",
        [
          [1, 2],
          [3, 4],
        ],
        7,
      ),
    ).toContain("Give a single column");
    expect(message("OBJECTIVE_TARGET", days, 1, 5, 1)).toContain("1 is not between 0 and 1");
  });
});

describe("anomalies", () => {
  test("stand beside what was expected", () => {
    const dates = column("jour", ...Array.from({ length: 42 }, (_, t) => new Date(Date.UTC(2026, 0, t + 1))));
    const visits = Array.from({ length: 42 }, (_, t) =>
      t === 20 ? 900 : ([100, 120, 130, 120, 110, 60, 50][t % 7] ?? 0) + (t % 5),
    );
    const rows = table("KPI_ANOMALIES", dates, column("visites", ...visits), 7);
    expect(rows.filter((row) => row[4] === true).map((row) => row[1])).toEqual([900]);
    expect(Number(rows[21]?.[2])).toBeLessThan(150);
  });

  test("need dates in order", () => {
    const dates = ["2026-01-02", "2026-01-01", "2026-01-03", "2026-01-04", "2026-01-05", "2026-01-06"];
    expect(message("KPI_ANOMALIES", column(...dates), column(1, 2, 3, 4, 5, 6))).toContain(
      "row 2: date earlier than the one before",
    );
    expect(message("KPI_ANOMALIES", column(...dates.slice(2)), column(1, 2, 3, 4, 5, 6))).toContain("4 rows");
  });
});

describe("budgets", () => {
  const weeks = Array.from(
    { length: 16 },
    (_, t) => [300 + 100 * ((t * 7) % 9), 200 + 60 * ((t * 5) % 8)] as const,
  );
  const spends = [["ads", "seo"], ...weeks.map((row) => [...row])];
  const results = [["ads", "seo"], ...weeks.map(([ads, seo]) => [120 * ads ** 0.6, 60 * seo ** 0.75])];

  test("show their curve", () => {
    const found = values(
      "BUDGET_CURVE",
      column(...weeks.map(([ads]) => ads)),
      column(...weeks.map(([ads]) => 120 * ads ** 0.6)),
    );
    expect(found.a).toBeCloseTo(120, 6);
    expect(found.b).toBeCloseTo(0.6, 9);
  });

  test("are shared out within 30 % of today's and the range seen, and called a correlation", () => {
    const rows = table("BUDGET_ALLOCATE", spends, results, 1100);
    expect(rows[0]?.[2]).toBe("suggested budget (correlation, not proof)");
    expect(rows.slice(1).reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(1100, 6);
    for (const row of rows.slice(1)) expect(Math.abs(Number(row[3]))).toBeLessThanOrEqual(0.3 + 1e-12);
    expect(message("BUDGET_ALLOCATE", spends, results, 5000)).toContain("too far from the budgets observed");
  });

  test("say nothing of thin or steady data", () => {
    expect(message("BUDGET_ALLOCATE", spends.slice(0, 8), results.slice(0, 8), 1100)).toContain(
      "at least 12 needed",
    );
    const steady = column(...weeks.map((_, t) => 100 + (t % 2)));
    expect(message("BUDGET_CURVE", steady, steady)).toContain('"spend": too steady to show an effect');
    expect(
      message(
        "BUDGET_ALLOCATE",
        [
          [1, 2],
          [3, 4],
        ],
        results,
        1100,
      ),
    ).toContain("row of headers");
  });

  test("leave a channel alone whose curve does not flatten", () => {
    const steep = [["ads", "seo"], ...weeks.map(([ads, seo]) => [ads ** 1.2, 60 * seo ** 0.75])];
    const rows = table("BUDGET_ALLOCATE", spends, steep, 1100);
    expect(rows[1]?.[3]).toBe(0);
    expect(rows[1]?.[7]).toBe("unchanged: return not diminishing");
  });
});

test("every statistic has a French name, and the language is asked for only where there are words", () => {
  const names = Object.entries(statisticFunctions).flatMap(([name, { french }]) => [name, french]);
  expect(new Set(names).size).toBe(2 * Object.keys(statisticFunctions).length);
  let asked = 0;
  vi.stubGlobal("Session", { getActiveUserLocale: () => ((asked += 1), "en") });
  call("AB_PROB", [1, 10, 2, 10]);
  expect(asked).toBe(0);
});
