// The pages on statistics: every function is there, and every example gives what it says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { statisticFunctions } from "../../shared/statistics/functions.ts";
import { type HeadlessSheet, openHeadlessSheet } from "../../workbench/headless-sheet.ts";
import { builtFile } from "../apps-script/addon.ts";

type Value = string | number | boolean;

describe.each([
  ["statistics.md", "en"],
  ["statistics.fr.md", "fr"],
] as const)("%s", (file, locale) => {
  const page = readFileSync(join(import.meta.dirname, "../../docs", file), "utf8");
  const manifest = JSON.parse(builtFile("appsscript.json")) as { timeZone: string };
  const addOn = { code: builtFile("Code.js"), manifest, files: {} };
  let sheet: HeadlessSheet;
  const examples = page
    .split("```")
    .filter((_, i) => i % 2 === 1)
    .flatMap((block) => block.trim().split(/\n(?==)/))
    .map((block) => block.split("\n→ "));

  beforeAll(() => {
    sheet = openHeadlessSheet({ addOn, tabs: [], locale });
  });

  test("presents every function under both names", () => {
    const titles = page
      .split("\n")
      .filter((line) => line.startsWith("### "))
      .join(", ");
    const presented = new Set(titles.match(/[A-Z_]{5,}/g));
    expect(presented).toEqual(
      new Set(Object.entries(statisticFunctions).flatMap(([name, { french }]) => [name, french])),
    );
  });

  test.each(examples)("%s gives what it says", (formula = "", ...told) => {
    const { value } = sheet.evaluate(formula) as { value?: Value | Value[][] };
    for (const line of told) {
      const [, label, pairs = line] = /^([^;:]+): (.*)$/.exec(line) ?? [];
      for (const pair of pairs.split("; ")) {
        const [, header = "", number = ""] = /^(?:(.*) )?(-?[\d,.]+)$/.exec(pair) ?? [];
        const shown = number.replace(",", ".");
        const found = Array.isArray(value) ? cellOf(value, header, label) : value;
        const half = 0.5 * 10 ** -(shown.split(".")[1]?.length ?? 0);
        expect(Math.abs(Number(found) - Number(shown)), `${pair}: ${String(found)}`).toBeLessThanOrEqual(
          half * 1.0001,
        );
      }
    }
  });
});

/** The value under a header, in the row that begins with the label, or in the first one. */
function cellOf([headers = [], ...rows]: Value[][], header: string, label?: string): Value | undefined {
  const row = label === undefined ? rows[0] : rows.find(([first]) => String(first) === label);
  return row?.[headers.indexOf(header)];
}
