// The custom functions, called as the spreadsheet calls them.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "../../apps-script/call.ts";
import { cellFunctions } from "../../apps-script/functions.ts";
import { catalogue } from "../../shared/kpis/index.ts";

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const inFrench = (): void => {
  vi.stubGlobal("Session", { getActiveUserLocale: () => "fr" });
};
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

describe("a KPI in a cell", () => {
  const functions = catalogue.filter(({ kind }) => kind !== "quantity");
  test.each(functions.map((kpi) => [kpi.name, kpi] as const))(
    "%s gives its documented example under both names",
    (_, { name, alias, example }) => {
      const args = example.args.map((one) => (typeof one === "object" ? column(...one) : one));
      for (const called of [name, alias]) expect(call(called, args)).toBeCloseTo(example.value, 12);
    },
  );

  test("a range is a ratio of sums, never a mean of ratios", () => {
    // 1010 / 100100; the mean of 10/100 and 1000/100000 would be 0.055
    expect(call("CTR", [column(10, 1000), column(100, 100000)])).toBeCloseTo(0.01008991008991, 14);
  });

  test("blanks add nothing, text numbers count, a header row is passed over", () => {
    expect(call("CPA", [column("Dépenses", 100, "", "1 100,50 €"), column("Clients", 3, 1, "")])).toBe(
      1200.5 / 4,
    );
  });

  test("a column of numbers written as texts has no header", () => {
    expect(call("CPC", [column("10 €", "20 €"), column("5", "5")])).toBe(3);
  });

  test("a whole column ends in blanks", () => {
    const blanks = Array.from({ length: 900 }, () => "");
    expect(call("CPC", [column("Spent", 10, 20, ...blanks), column("Clicks", 5, 5, ...blanks)])).toBe(3);
  });

  test("a total stands beside a column, and an optional cost may be left out or blank", () => {
    expect(call("CPA", [1000, column(20, 28), 200])).toBe(25);
    expect(call("CPA", [1200, 48, ""])).toBe(25);
    expect(call("CPA", [1200, 48, undefined])).toBe(25);
  });

  test("NPS takes the scores or the three counts", () => {
    // 3 promoters, 1 passive, 1 detractor of 5 who answered
    expect(call("NPS", [column("note", 10, 9, 9, 8, 3, "")])).toBe(40);
    expect(call("NPS", [62, 25, 13])).toBe(49);
  });
});

describe("an error is a short sentence", () => {
  test("nothing is divided by zero", () => {
    expect(message("CPA", 100, 0)).toBe(
      'CPA: "acquisitions" is 0 against 100 of "spend": the result is undefined. Check the range or the period.',
    );
    inFrench();
    expect(message("CPA", 1200, 0)).toBe(
      "CPA : « acquisitions » vaut 0 pour 1 200 de « dépenses » : le résultat n'est pas défini. Vérifiez la plage ou la période.",
    );
    expect(message("CPA", 0, 0)).toContain("valent 0");
    expect(message("CAC", 800, 0, 0)).toContain(
      "vaut 0 pour 800 de « coûts marketing » + « coûts commerciaux »",
    );
  });

  test("a text that is no number is named with its argument and its row", () => {
    inFrench();
    expect(message("CPA", "abc", 3)).toBe(
      "CPA : « dépenses » : « abc » n'est pas un nombre. Corrigez la cellule ou videz-la.",
    );
    expect(message("COUT_PAR_ACQUISITION", column(1, 2, "abc"), column(1, 2, 3))).toContain(
      "« dépenses », ligne 3 : « abc »",
    );
    expect(
      message(
        "CPA",
        [
          [1, 2],
          [3, "abc"],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).toContain("ligne 2, colonne 2");
  });

  test("booleans, dates, errors and ambiguous texts are not numbers", () => {
    for (const cell of [true, new Date("2026-01-31"), "#N/A", "1,234"]) {
      expect(message("CPA", column(1, cell), column(1, 1))).toMatch(
        /^CPA: "spend", row 2: ".*" is not a number/,
      );
    }
  });

  test("ranges of two shapes tell the way out", () => {
    expect(message("CPA", column(1, 2, 3), column(1, 2, 3, 4))).toBe(
      'CPA: "spend" is 3 rows and "acquisitions" is 4 rows. Give ranges of one size, or totals with SUM(…).',
    );
  });

  test("a score out of its scale is named with its row", () => {
    expect(message("NPS", column(9, 10, 11, 3, 7))).toContain(
      '"scores", row 3: 11 is not a whole score from 0 to 10',
    );
    expect(message("NPS", 7.5)).toContain("7.5 is not a whole score");
  });

  test("an argument without any number is empty, not zero", () => {
    expect(message("CPA", column("", ""), column(1, 2))).toContain('"spend": no value');
    expect(message("CPA", 100)).toContain('"acquisitions": no value');
    expect(message("NPS", column("", ""))).toContain('"scores": no value');
  });

  test("a count below zero, a rate above one and a sum of rates are refused", () => {
    expect(message("CTR", column(5, -5), column(10, 10))).toContain('"clicks", row 2: −5 is negative');
    expect(message("CLV", 60, 4, 3, 60)).toContain("60 is not between 0 and 1");
    expect(message("CLV", column(60, 50), column(4, 5), column(3, 3))).toContain(
      "one value is expected, 2 were found",
    );
  });

  test("too many arguments are counted", () => {
    expect(message("CTR", 1, 2, 3)).toContain("3 arguments given, 2 at most");
  });

  test("an infinite result is refused", () => {
    expect(message("CPM", 1e308, 1e-308)).toContain("beyond what numbers can hold");
  });
});

test("every function has a help in words, French under a French name", () => {
  for (const { name, description, parameters } of cellFunctions) {
    expect(description, name).toMatch(/\S/);
    expect(description, name).not.toMatch(/[\n<>*]/);
    const names = parameters.map((parameter) => parameter.name);
    expect(new Set(names).size, name).toBe(names.length);
    for (const parameter of names) expect(parameter, name).toMatch(/^[a-z][a-z0-9_]*$/);
  }
  const french = cellFunctions.find(({ name }) => name === "COUT_PAR_ACQUISITION");
  expect(french).toEqual({
    name: "COUT_PAR_ACQUISITION",
    description: "Coût par acquisition = (dépenses + coûts de conversion) ÷ acquisitions",
    parameters: [
      { name: "depenses", description: "" },
      { name: "acquisitions", description: "" },
      { name: "couts_de_conversion", description: "(facultatif)" },
    ],
  });
});
