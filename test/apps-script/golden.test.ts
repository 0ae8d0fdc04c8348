// Values computed elsewhere, typed as formulas in French and in English in a spreadsheet with the built add-on.
import { describe, expect, test } from "vitest";
import { findKpi } from "../../shared/kpis/index.ts";
import { openHeadlessSheet } from "../../workbench/headless-sheet.ts";
import { builtFile } from "./addon.ts";

const COLUMN = (...cells: number[]): string => `{${cells.join(";")}}`;

/** A function, its arguments, and the value to the digits given. */
const golden: [name: string, args: (number | string)[], value: number][] = [
  ["CR", [50, 2500], 0.02],
  ["CPA", [1000, 48, 200], 25],
  ["CAC", [80000, 60000, 200], 700],
  ["CPL", [3000, 120], 25],
  ["CPC", [1500, 1200], 1.25],
  ["CPM", [1500, 300000], 5],
  ["CTR", [1200, 300000], 0.004],
  // 1010 / 100100: the mean of the two rates would be 0.055
  ["CTR", [COLUMN(10, 1000), COLUMN(100, 100000)], 0.01008991008991],
  ["ROAS", [9000, 1500], 6],
  ["MER", [120000, 18000], 6.666666666667],
  ["ROI", [40000, 10000], 3],
  ["ROMI", [40000, 10000, 0.6], 1.4],
  ["BREAKEVEN_ROAS", [0.6], 1.666666666667],
  // one mailing: 10,000 sent, 9,700 delivered, 2,910 opens, 291 clicks, 29 unsubscribes, 300 bounces
  ["DELIVERY_RATE", [9700, 10000], 0.97],
  ["OPEN_RATE", [2910, 9700], 0.3],
  ["OPEN_RATE", [2910, 10000], 0.291],
  ["EMAIL_CTR", [291, 9700], 0.03],
  ["CTOR", [291, 2910], 0.1],
  ["UNSUB_RATE", [29, 9700], 0.0029896907216],
  ["EMAIL_BOUNCE_RATE", [300, 10000], 0.03],
  ["NPS", [62, 25, 13], 49],
  ["NPS", [5, 3, 2], 30],
  ["NPS", [COLUMN(10, 9, 9, 9, 10, 8, 7, 8, 0, 6)], 30],
  ["CLV", [60, 4, 3], 720],
  ["CLV_CHURN", [50, 0.7, 0.05], 700],
  ["CLV_DISCOUNTED", [40, 0.8, 0.1], 146.66666666667],
  ["CLV_DISCOUNTED", [40, 0.8, 0.1, 12], 143.45523235],
  // without a discount, 40 / (1 − 0.8)
  ["CLV_DISCOUNTED", [40, 0.8, 0], 200],
  ["CHURN", [50, 550], 0.0909090909091],
  ["RETENTION", [540, 40, 550], 0.9090909090909],
  ["NRR", [100000, 12000, 3000, 5000], 1.04],
  ["GRR", [100000, 3000, 5000], 0.92],
  ["CAC_PAYBACK", [700, 50, 0.7], 20],
  ["PIPELINE_VELOCITY", [40, 0.25, 8000, 60], 1333.333333333],
  ["GROSS_MARGIN_RATE", [100000, 40000], 0.6],
  ["MARKUP_RATE", [100000, 40000], 1.5],
  ["FOLLOWER_GROWTH", [10000, 10500], 0.05],
];

describe.each(["fr", "en"] as const)("in a sheet in %s", (locale) => {
  const addOn = {
    code: builtFile("Code.js"),
    manifest: JSON.parse(builtFile("appsscript.json")) as { timeZone: string },
    files: {},
  };
  const sheet = openHeadlessSheet({ addOn, tabs: [], locale });
  const [separator, mark] = locale === "fr" ? [";", ","] : [",", "."];

  test.each(golden)("%s(%j) is %d, under both names", (name, args, value) => {
    const typed = args.map((arg) => (typeof arg === "number" ? String(arg).replace(".", mark) : arg));
    for (const called of [name, findKpi(name).alias]) {
      const evaluated = sheet.evaluate(`=${called}(${typed.join(separator)})`) as { value: number };
      expect(Math.abs(evaluated.value / value - 1), JSON.stringify(evaluated)).toBeLessThan(1e-9);
    }
  });
});
