// From the store to the sheet: the patch of a refresh, and the values of KPIs.
import { runInDurableObject } from "cloudflare:test";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Connection } from "../../shared/api/sources.ts";
import type { KpiAnswer } from "../../shared/api/kpis.ts";
import type { Objective } from "../../shared/api/objectives.ts";
import type { Refresh, Tab } from "../../shared/api/refresh.ts";
import { dataTab } from "../../worker/data-tab.ts";
import { allConnections } from "../../worker/store/connections.ts";
import { coverage } from "../../worker/store/report.ts";
import { draftOf } from "./objective-drafts.ts";
import { ask, call, type Caller, connect, objectOf, paired, settled, simulate } from "./world.ts";

const NOON = Date.parse("2030-11-21T12:00:00Z");
const [FROM, YESTERDAY] = ["2028-11-01", "2030-11-20"];

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Owner = Awaited<ReturnType<typeof paired>>;
let services: ReturnType<typeof simulate>;
let owner: Owner;
let connection: Connection;

beforeAll(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  services = simulate();
  owner = await paired();
  await connect(owner);
  connection = await settled(owner);
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function tabOf(caller: Caller, key: Tab["key"]): Promise<Tab> {
  const { tabs } = await ask<Refresh>(caller, "GET", "/v1/refresh");
  const tab = tabs.find((candidate) => candidate.key === key);
  if (!tab) throw new Error(key);
  return tab;
}

function column({ header, rows }: Tab, name: string): number {
  return rows.reduce((total, row) => total + Number(row[header.indexOf(name)] ?? 0), 0);
}

test("the data tab holds a row per day, source, channel and campaign, in the language of the sheet", async () => {
  const tab = await tabOf(owner, "data");
  expect(tab.header).toEqual([
    "date",
    "source",
    "compte",
    "canal",
    "campagne",
    "devise",
    "conversions",
    "sessions",
    "sessions avec engagement",
    "durée des sessions (s)",
    "pages vues",
    "nouveaux utilisateurs",
    "commandes",
    "chiffre d'affaires",
    "lu le",
    "qualité",
  ]);
  expect(tab.title).toEqual({ fr: "Données", en: "Data" });
  const texts = tab.header.filter((_, index) => tab.formats[index] === "@");
  expect(texts).toEqual(["source", "compte", "canal", "campagne", "devise", "qualité"]);
  for (const row of tab.rows) expect(row).toHaveLength(tab.header.length);
  // What was read and not found is zero, never blank.
  const figures = tab.rows.flatMap((row) => row.slice(6, -2));
  expect(figures.every((figure) => typeof figure === "number")).toBe(true);
  expect(figures).toContain(0);
  expect(tab.rows.length).toBeLessThanOrEqual(20_000);
  const keys = tab.rows.map((row) => row.slice(0, 5).join("|"));
  expect(new Set(keys).size).toBe(keys.length);

  const { total } = await services.totals(FROM, YESTERDAY);
  expect(column(tab, "sessions")).toBe(total["sessions"]);
  expect(column(tab, "conversions")).toBe(total["conversions"]);
  expect(Math.round(column(tab, "chiffre d'affaires") * 100)).toBe((total["revenueMicros"] ?? 0) / 1e4);
  expect(tab.provenance).toEqual([
    {
      connection: connection.id,
      source: "Boutique",
      account: connection.settings["property"],
      from: FROM,
      to: YESTERDAY,
      timeZone: "Europe/Paris",
      currency: "EUR",
      asOf: connection.asOf,
      rows: tab.rows.length,
      run: 1,
    },
  ]);
});

test("the last three days are said to be provisional, with the time of reading on the sheet's clock", async () => {
  const tab = await tabOf(owner, "data");
  const quality = (day: string) =>
    new Set(tab.rows.filter(([date]) => date === day).map((row) => row.at(-1)));
  expect(quality("2030-11-18")).toEqual(new Set(["provisoire"]));
  expect(quality("2030-11-17")).toEqual(new Set([""]));
  expect(tab.rows[0]?.at(-2)).toBe("2030-11-21 13:00");
});

test("a sheet in English reads in English", async () => {
  const english = await paired(owner.person, "en_GB");
  expect((await tabOf(english, "objectives")).header.slice(0, 5)).toEqual([
    "objective",
    "KPI",
    "scope",
    "status",
    "soundness",
  ]);
});

test("people counted once have a row per period, as the service counts them, and never a sum", async () => {
  const tab = await tabOf(owner, "uniques");
  expect(tab.header.slice(0, 7)).toEqual([
    "période",
    "du",
    "au",
    "source",
    "compte",
    "utilisateurs actifs",
    "utilisateurs",
  ]);
  const users = tab.header.indexOf("utilisateurs");
  for (const [period, from, to] of [
    ["mois", "2030-10-01", "2030-10-31"],
    ["mois", "2030-11-01", YESTERDAY],
    ["semaine", "2030-11-04", "2030-11-10"],
    ["jour", "2030-11-10", "2030-11-10"],
  ] as const) {
    const row = tab.rows.find((candidate) => candidate[0] === period && candidate[1] === from);
    expect(row?.[2], from).toBe(to);
    expect(row?.[users], from).toBe((await services.totals(from, to)).total["users"]);
  }
});

test("nothing changed means 304; an objective, a sync or a new day means a new patch", async () => {
  const first = await call(owner, "GET", "/v1/refresh");
  const etag = first.headers.get("etag") ?? "";
  const again = await call(owner, "GET", "/v1/refresh", undefined, { "if-none-match": etag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const { id } = await ask<Objective>(owner, "POST", "/v1/objectives", { draft: draftOf() });
  expect((await call(owner, "GET", "/v1/refresh", undefined, { "if-none-match": etag })).status).toBe(200);
  await ask(owner, "DELETE", `/v1/objectives/${id}`);
});

test("a bounded tab folds older days into months, keeps every sum, and says so", async () => {
  const whole = await tabOf(owner, "data");
  const { tab } = await runInDurableObject(objectOf(owner.id), (_, { storage: { sql } }) =>
    dataTab(sql, allConnections(sql), coverage(sql), { language: "fr", timeZone: "Europe/Paris" }, 2000),
  );
  const folded: Tab = { ...tab, provenance: [] };
  expect(folded.rows.length).toBeLessThanOrEqual(2000);
  for (const name of ["sessions", "conversions", "nouveaux utilisateurs"])
    expect(column(folded, name)).toBe(column(whole, name));
  const [, month = ""] = /^Avant (\d{4}-\d{2}), une ligne par mois/.exec(tab.note?.fr ?? "") ?? [];
  expect(
    folded.rows.filter(([date]) => String(date) < month).every(([date]) => String(date).endsWith("-01")),
  ).toBe(true);
  expect(folded.rows.at(-1)?.at(-1)).toBe("mois entier");
  expect(whole.note).toBeNull();
});

test("a KPI is the ratio of the service's own sums, whole or split", async () => {
  const { total, groups } = await services.totals("2030-10-01", "2030-10-31");
  const kpi = await ask<KpiAnswer>(owner, "GET", "/v1/kpis/CR?from=2030-10-01&to=2030-10-31&by=channel");
  expect(kpi.totals).toEqual({ conversions: total["conversions"], base: total["sessions"] });
  expect(kpi.value).toBe((total["conversions"] ?? 0) / (total["sessions"] ?? 1));
  const email = kpi.rows?.find(({ key }) => key === "email");
  expect(email?.totals).toEqual({
    conversions: groups["Email"]?.["conversions"],
    base: groups["Email"]?.["sessions"],
  });
  const only = await ask<KpiAnswer>(
    owner,
    "GET",
    "/v1/kpis/taux_conversion?from=2030-10-01&to=2030-10-31&channel=email",
  );
  expect(only.value).toBe(email?.value);
  const monthly = await ask<KpiAnswer>(owner, "GET", "/v1/kpis/CR?from=2030-09-01&to=2030-11-20&by=month");
  expect(monthly.rows?.map(({ key }) => key)).toEqual(["2030-09", "2030-10", "2030-11"]);
  expect(monthly.rows?.[1]?.value).toBe(kpi.value);
});

test("a share of the whole is one of all sessions, in each month", async () => {
  const october = await services.totals("2030-10-01", "2030-10-31");
  const share = (october.groups["Organic Search"]?.["sessions"] ?? 0) / (october.total["sessions"] ?? 1);
  const one = await ask<KpiAnswer>(owner, "GET", "/v1/kpis/ORGANIC_SHARE?from=2030-10-01&to=2030-10-31");
  expect(one.value).toBe(share);
  const months = await ask<KpiAnswer>(
    owner,
    "GET",
    "/v1/kpis/ORGANIC_SHARE?from=2030-09-01&to=2030-10-31&by=month",
  );
  expect(months.rows?.[1]?.value).toBe(share);
  const email = (october.groups["Email"]?.["sessions"] ?? 0) / (october.total["sessions"] ?? 1);
  const part = await ask<KpiAnswer>(
    owner,
    "GET",
    "/v1/kpis/TRAFFIC_SHARE?from=2030-10-01&to=2030-10-31&by=channel",
  );
  expect(part.rows?.find(({ key }) => key === "email")?.value).toBe(email);
  const url = "/v1/kpis/TRAFFIC_SHARE?from=2030-10-01&to=2030-10-31&channel=email";
  expect((await ask<KpiAnswer>(owner, "GET", url)).value).toBe(email);
});

test("an undefined KPI says why, and is never zero", async () => {
  const spend = await ask<KpiAnswer>(owner, "GET", "/v1/kpis/CPA?from=2030-10-01&to=2030-10-31");
  expect(spend).toMatchObject({ value: null, problem: { code: "empty" } });
  const future = await ask<KpiAnswer>(owner, "GET", "/v1/kpis/CR?from=2031-10-01&to=2031-10-31");
  expect(future).toMatchObject({ value: null, problem: { code: "no_rows" } });
  expect((await call(owner, "GET", "/v1/kpis/NOSUCH")).status).toBe(404);
  expect((await call(owner, "GET", "/v1/kpis/CR?from=2030-10-02&to=2030-10-01")).status).toBe(400);
});

test("when a source fails, its rows stay as they were, and the patch says since when and what to do", async () => {
  const before = await tabOf(owner, "data");
  services.change({ faults: [{ match: ":runReport", status: 403, to: null }] });
  await ask(owner, "POST", `/v1/connections/${connection.id}/sync`);
  await settled(owner);
  const { sources, tabs } = await ask<Refresh>(owner, "GET", "/v1/refresh");
  expect(sources).toMatchObject([
    { name: "Boutique", state: "failed", asOf: connection.asOf, problem: { code: "access_denied" } },
  ]);
  expect(tabs[0]?.rows).toEqual(before.rows);
  services.change({ faults: [] });
});

test("amounts in two currencies are never added up", async () => {
  services.change({ currency: "USD" });
  const spare = await connect(owner);
  await vi.waitFor(
    async () => {
      vi.setSystemTime(NOON);
      const { connections } = await ask<{ connections: Connection[] }>(owner, "GET", "/v1/connections");
      expect(connections.find(({ id }) => id === spare.id)?.state).toBe("idle");
    },
    { timeout: 25_000, interval: 100 },
  );
  const mixed = await ask<KpiAnswer>(owner, "GET", "/v1/kpis/AOV?from=2030-10-01&to=2030-10-31");
  expect(mixed).toMatchObject({ value: null, problem: { code: "several_currencies" }, currency: null });
  const one = await ask<KpiAnswer>(
    owner,
    "GET",
    `/v1/kpis/AOV?from=2030-10-01&to=2030-10-31&connection=${spare.id}`,
  );
  expect(one).toMatchObject({ currency: "USD" });
  expect(one.value).toBeGreaterThan(0);
});
