// The tab of objectives in a sheet, written by the built add-on: each row in its own unit, and read by a cell.
import { expect, test } from "vitest";
import type { Tab } from "../../shared/api/refresh.ts";
import { dataTab, openPairedSheet, type PairedSheet, patchOf } from "./paired-sheet.ts";

const tab: Tab = {
  key: "objectives",
  title: { fr: "Objectifs", en: "Objectives" },
  header: ["objectif", "statut", "valeur", "cible", "échéance", "remarque"],
  formats: ["@", "@", "#,##0.##", "#,##0.##", "yyyy-mm-dd", "@"],
  rowFormats: [2, 3].map((column) => ({ column, formats: ["0.0%", "#,##0.00"] })),
  rows: [
    ["Convertir", "En retard", 0.031, 0.04, "2026-12-31", ""],
    ["Panier", "Sans donnée", null, 72, "2027-03-31", "Boutique\u00a0: accès refusé."],
  ],
  note: null,
  provenance: [],
};

const patch = (change: Partial<Tab> = {}) => {
  const { tabs, ...rest } = patchOf(dataTab([["2026-11-20", "soldes", 1, 1]]));
  return { ...rest, tabs: [...tabs.filter(({ key }) => key !== "objectives"), { ...tab, ...change }] };
};
const filled = (): PairedSheet => {
  const sheet = openPairedSheet();
  sheet.gives(patch());
  sheet.refresh();
  return sheet;
};

test("a rate and an amount of one column are each shown in their own format", () => {
  const sheet = filled();
  expect(sheet.cell("Objectifs", 1, 2)).toMatchObject({ value: 0.031, formattedValue: "3,1%" });
  expect(sheet.cell("Objectifs", 1, 3)).toMatchObject({ value: 0.04, formattedValue: "4,0%" });
  expect(sheet.cell("Objectifs", 2, 3)).toMatchObject({ value: 72, formattedValue: "72,00" });
});

test.each([
  ["of a column that is not there", [{ column: 6, formats: ["0", "0"] }]],
  ["fewer than the rows", [{ column: 2, formats: ["0"] }]],
  ["that are no texts", [{ column: 2, formats: [1, 2] }]],
  ["without a shape", "0.0%"],
])("formats %s are refused, and the tab stays as it was", (_, rowFormats) => {
  const sheet = filled();
  const before = sheet.values("Objectifs").slice(1);
  sheet.gives(
    patch({ rowFormats, rows: tab.rows.map((row) => ["autre", ...row.slice(1)]) } as Partial<Tab>),
    '"2"',
  );
  sheet.refresh();
  expect(sheet.values("Objectifs").slice(1)).toEqual(before);
  expect(sheet.toasts.at(-1)).toContain("ne répond pas");
});

test("a cell reads an objective in the tab, a day as a day, and says why where there is no value", () => {
  const sheet = filled();
  expect(sheet.evaluate('=OBJECTIF("convertir";Objectifs!A:Z;"cible")')).toEqual({ value: 0.04 });
  expect(sheet.evaluate('=OBJECTIVE("PANIER";Objectifs!A:Z;"status")')).toEqual({ value: "Sans donnée" });
  expect(sheet.evaluate('=OBJECTIVE("Convertir";Objectifs!A:Z;"deadline")')).toEqual({ value: "2026-12-31" });
  expect(JSON.stringify(sheet.evaluate('=OBJECTIVE("Panier";Objectifs!A:Z;"valeur")'))).toContain(
    "accès refusé",
  );
});
