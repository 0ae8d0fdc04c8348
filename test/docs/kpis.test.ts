// The page of KPIs: what it says of the catalogue, and that it is the catalogue's.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printPage } from "../../docs/kpi-page.ts";
import type { Kpi } from "../../shared/kpi.ts";
import { contested } from "../../shared/kpis/contested.ts";
import { inFamily, share } from "../../shared/kpis/family.ts";
import { catalogue, findKpi } from "../../shared/kpis/index.ts";

test.each([
  ["kpis.md", "en"],
  ["kpis.fr.md", "fr"],
] as const)("%s is what the catalogue prints, one line a KPI", (file, language) => {
  const page = readFileSync(join(import.meta.dirname, "../../docs", file), "utf8");
  expect(page).toBe(printPage(catalogue, language));
  for (const { name } of catalogue) expect(page.split(`| **${name}** `)).toHaveLength(2);
});

test("a KPI made up in a family's file is on the page", () => {
  const [made] = inFamily("email", [
    {
      name: "FORWARD_RATE",
      alias: "TAUX_TRANSFERT",
      label: { fr: "taux de transfert", en: "forward rate" },
      summary: { fr: "La part des e-mails transférés.", en: "The share of e-mails forwarded." },
      ...share,
      args: [{ name: "forwards", metric: "shares" }, "delivered"],
      formula: "forwards / delivered",
      example: { args: [97, 9700], value: 0.01 },
    },
  ]) as [Kpi];
  expect(printPage([made], "en")).toContain(
    "| **FORWARD_RATE** <br> TAUX_TRANSFERT | Forward rate = shares ÷ delivered e-mails. <br> The share of e-mails forwarded. | rate (0.05 is 5%). <br> Higher is better | `FORWARD_RATE(97, 9700) = 0.01` |",
  );
  expect(printPage([made], "fr")).toContain("## E-mail\n");
});

test("each contested definition names KPIs of the catalogue, and where to read about it", () => {
  for (const { kpis, sources } of contested) {
    for (const name of kpis) expect(findKpi(name).name).toBe(name);
    expect(sources).not.toEqual([]);
  }
});
