// The statistics through the built add-on, typed in a spreadsheet.
import { expect, test } from "vitest";
import { openHeadlessSheet } from "../../workbench/headless-sheet.ts";
import { readCsv } from "../../workbench/sheet/csv.ts";
import { LAST_DAY, MADE_FROM, makeOrders } from "../shared/statistics/synthetic-orders.ts";
import { builtFile } from "./addon.ts";

const addOn = {
  code: builtFile("Code.js"),
  manifest: JSON.parse(builtFile("appsscript.json")) as { timeZone: string },
  files: {},
};

type Table = (string | number)[][];

/** What formulas give, each typed in a sheet whose one tab holds these rows. */
function typed(rows: Table, locale: "fr" | "en", ...formulas: string[]): Table[] {
  const sheet = openHeadlessSheet({ addOn, tabs: [{ name: "T", rows: readCsv(csvOf(rows)) }], locale });
  return formulas.map((formula) => {
    const evaluated = sheet.evaluate(formula) as { value?: Table; error?: string };
    if (!evaluated.value) throw new Error(`${formula} ${evaluated.error}`);
    return evaluated.value;
  });
}

function csvOf(rows: Table): string {
  return rows.map((row) => row.join(",")).join("\n");
}

test("an A/B test spills with its headers, in French and in English", () => {
  const [english] = typed([], "en", "=AB_TEST(200,10000,246,10000)");
  const [french] = typed([], "fr", "=TEST_AB(200;10000;246;10000)");
  expect(english?.[0]?.slice(0, 3)).toEqual(["rate A", "rate B", "lift"]);
  expect(french?.[0]?.slice(0, 3)).toEqual(["taux A", "taux B", "gain relatif"]);
  expect(english?.[1]).toEqual(french?.[1]);
  expect(english?.[1]?.[5]).toBeCloseTo(2.202863539, 9);
  expect(english?.[1]?.[6]).toBeCloseTo(0.027604368, 9);
});

test("a table of orders gives back the customers it was made from", () => {
  const orders = makeOrders(1500);
  const lines = orders.map(({ customer, date, amount }) => [customer, date, amount]);
  const rows = orders.length + 1;
  const [found = []] = typed(
    [["customer", "date", "amount"], ...lines],
    "en",
    `=CLV_FROM_ORDERS(A1:A${rows},B1:B${rows},C1:C${rows},"${LAST_DAY}",12)`,
  );
  expect(found).toHaveLength(1501);
  expect(found[0]).toEqual([
    "customer",
    "repeat purchases",
    "recency (weeks)",
    "age (weeks)",
    "mean value",
    "expected purchases",
    "P(alive)",
    "expected spend",
    "CLV",
    "note",
  ]);
  const [fit = [], spending = []] = typed(
    found.map((row) => row.slice(1, 5)),
    "en",
    "=CLV_FIT(A1:A1501,B1:B1501,C1:C1501)",
    "=CLV_SPEND_FIT(A1:A1501,D1:D1501)",
  );
  // 1,500 customers leave standard errors of 4 to 13 %
  const { r, alpha, a, b, p, q, v } = MADE_FROM;
  [r, alpha, a, b].forEach((made, i) =>
    expect(Math.abs(Number(fit[1]?.[i]) / made - 1), String(fit[0]?.[i])).toBeLessThan(0.25),
  );
  [p, q, v].forEach((made, i) =>
    expect(Math.abs(Number(spending[1]?.[i]) / made - 1), String(spending[0]?.[i])).toBeLessThan(0.25),
  );
  // means are surer than parameters: rate of purchase r / alpha, leaving a / (a + b), basket p v / (q − 1)
  const [fr = 0, falpha = 0, fa = 0, fb = 0] = (fit[1] ?? []).map(Number);
  const [fp = 0, fq = 0, fv = 0] = (spending[1] ?? []).map(Number);
  expect(Math.abs(fr / falpha / (r / alpha) - 1)).toBeLessThan(0.1);
  expect(Math.abs(fa / (fa + fb) / (a / (a + b)) - 1)).toBeLessThan(0.1);
  expect(Math.abs((fp * fv) / (fq - 1) / ((p * v) / (q - 1)) - 1)).toBeLessThan(0.05);
}, 30_000);
