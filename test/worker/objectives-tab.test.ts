// Objectives at a refresh: the tab that is written, what stays when a source fails, and why one slips.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { DiagnosisAnswer, Objective, Objectives } from "../../shared/api/objectives.ts";
import type { Cell, Refresh, Tab } from "../../shared/api/refresh.ts";
import { draftOf } from "./objective-drafts.ts";
import { ask, type Caller, connect, paired, settled, simulate } from "./world.ts";

const NOON = Date.parse("2030-11-21T12:00:00Z");
const DAY_MS = 86_400_000;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Owner = Awaited<ReturnType<typeof paired>>;
let services: ReturnType<typeof simulate>;
let owner: Owner;

beforeAll(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  services = simulate();
  owner = await paired();
  await connect(owner);
  await settled(owner);
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The rows of the tab of objectives, each by its headers. */
const tabRows = async (caller: Caller = owner): Promise<{ tab: Tab; rows: Record<string, Cell>[] }> => {
  const { tabs } = await ask<Refresh>(caller, "GET", "/v1/refresh");
  const tab = tabs.find(({ key }) => key === "objectives");
  if (!tab) throw new Error("No tab");
  const named = (row: readonly Cell[]) =>
    Object.fromEntries(tab.header.map((name, at) => [name, row[at] ?? null]));
  return { tab, rows: tab.rows.map(named) };
};

test("the tab shows each objective in its own unit, in the language of the sheet", async () => {
  const sheet = await paired(owner.person, "fr_FR");
  await connect(sheet);
  await settled(sheet);
  const during = { start: "2030-10-01", deadline: "2031-03-31" };
  const rate = draftOf({ ...during, title: "=IMPORTXML(1)" });
  const money = draftOf({ ...during, title: "Panier", kpi: "AOV", target: { as: "percent", value: 0.2 } });
  const baseline = { ...money.baseline, value: 60 };
  await ask(sheet, "POST", "/v1/objectives", { draft: rate });
  await ask(sheet, "POST", "/v1/objectives", { draft: { ...money, baseline } });
  const { tab, rows } = await tabRows(sheet);
  const rowOf = (title: string): Record<string, Cell> | undefined =>
    rows.find(({ objectif }) => objectif === title);
  expect(tab.header).toEqual([
    "objectif",
    "KPI",
    "périmètre",
    "statut",
    "solidité",
    "valeur",
    "départ",
    "cible",
    "progression",
    "progression attendue",
    "probabilité",
    "prochaine revue",
    "début",
    "échéance",
    "lu le",
    "remarque",
  ]);
  const { total } = await services.totals("2030-10-01", "2030-11-20");
  expect(rowOf("=IMPORTXML(1)")).toMatchObject({
    objectif: "=IMPORTXML(1)",
    KPI: "taux de conversion",
    périmètre: "tout",
    départ: 0.03,
    cible: 0.04,
    début: "2030-10-01",
    échéance: "2031-03-31",
    "lu le": "2030-11-21 13:00",
    remarque: "",
  });
  expect(rowOf("=IMPORTXML(1)")?.["valeur"]).toBeCloseTo(
    (total["conversions"] ?? 0) / (total["sessions"] ?? 1),
    10,
  );
  // 60 and 20 % more
  expect(rowOf("Panier")).toMatchObject({ objectif: "Panier", départ: 60, cible: 72 });
  expect(tab.formats[0]).toBe("@");
  const value = tab.rowFormats?.find(({ column }) => tab.header[column] === "valeur");
  expect(rows.map(({ objectif }, at) => [objectif, value?.formats[at]])).toEqual(
    expect.arrayContaining([
      ["=IMPORTXML(1)", "0.0%"],
      ["Panier", "#,##0.00"],
    ]),
  );
});

test("when a source fails, an objective keeps its last value, with its age and the reason", async () => {
  const sheet = await paired(owner.person, "fr_FR");
  await connect(sheet);
  const { id, asOf } = await settled(sheet);
  const draft = draftOf({ start: "2030-10-01", deadline: "2031-03-31" });
  await ask(sheet, "POST", "/v1/objectives", { draft });
  const before = (await tabRows(sheet)).rows[0];
  services.change({ faults: [{ match: ":runReport", status: 403, to: null }] });
  vi.setSystemTime(NOON + 3 * DAY_MS);
  await ask(sheet, "POST", `/v1/connections/${id}/sync`);
  await settled(sheet);
  const after = (await tabRows(sheet)).rows[0];
  expect(after?.["valeur"]).toBe(before?.["valeur"]);
  expect(after?.["valeur"]).toBeGreaterThan(0);
  expect(after?.["lu le"]).toBe("2030-11-21 13:00");
  expect(after?.["remarque"]).toMatch(/^Dernière valeur connue\. Boutique\u00a0: /);
  const { objectives } = await ask<Objectives>(sheet, "GET", "/v1/objectives");
  expect(objectives[0]?.freshness).toMatchObject({ asOf, sources: ["Boutique"] });
  // Of the thirty days of a monthly cadence, the last three were never read.
  expect(objectives[0]?.freshness.completeness).toBeCloseTo(27 / 30, 12);
  services.change({ faults: [] });
  await ask(sheet, "POST", `/v1/connections/${id}/sync`);
  await settled(sheet);
  const healed = (await tabRows(sheet)).rows[0];
  expect(healed?.["valeur"]).not.toBe(before?.["valeur"]);
  expect(healed?.["remarque"]).toBe("");
  vi.setSystemTime(NOON);
});

test("the diagnosis of an objective that slips names the channel that fell", async () => {
  const shop = await paired();
  services.change({ adjustments: [{ from: "2030-11-08", channel: "Email", conversions: 0.1 }] });
  await connect(shop);
  await settled(shop);
  const draft = draftOf({ start: "2030-10-01", deadline: "2031-03-31", cadence: "weekly" });
  const { id } = await ask<Objective>(shop, "POST", "/v1/objectives", { draft });
  const { diagnosis, budget } = await ask<DiagnosisAnswer>(shop, "GET", `/v1/objectives/${id}/diagnosis`);
  services.change({ adjustments: [] });
  // No source of this shop tells what was spent.
  expect(budget).toBeNull();
  expect(diagnosis?.change).toBeLessThan(0);
  const [most] = [...(diagnosis?.channels ?? [])].sort((a, b) => a.mix + a.rate - (b.mix + b.rate));
  expect(most?.channel).toBe("email");
});
