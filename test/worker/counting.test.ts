// One sale told by two services counts once: by the first connected, until someone chooses otherwise.
import { afterEach, expect, test, vi } from "vitest";
import type { Counting } from "../../shared/api/counting.ts";
import type { KpiAnswer } from "../../shared/api/kpis.ts";
import type { Refresh } from "../../shared/api/refresh.ts";
import type { Connection } from "../../shared/api/sources.ts";
import { type Caller, connected, form, NOON, openAtelier } from "./atelier-world.ts";
import { ask, connect, paired, until } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const DAY = "2030-11-11";
/** One deal of 800 €, won that day. */
const DEAL = { modified: NOON - 5000, won: `${DAY}T10:00:00Z`, amount: 800_000_000, channel: "Ads" };

const revenue = async (caller: Caller, more = ""): Promise<number | null> =>
  (await ask<KpiAnswer>(caller, "GET", `/v1/kpis/REVENUE?from=${DAY}&to=${DAY}${more}`)).value;

const counting = async (caller: Caller): Promise<readonly Counting[]> =>
  (await ask<{ metrics: Counting[] }>(caller, "GET", "/v1/counting")).metrics;

/** Waits until nothing syncs. */
function quiet(caller: Caller): Promise<readonly Connection[]> {
  return until(async () => {
    const { connections } = await ask<{ connections: Connection[] }>(caller, "GET", "/v1/connections");
    return connections.every(({ state }) => state !== "running") ? connections : undefined;
  });
}

async function shopThenCrm(): Promise<{ caller: Caller; shop: number; crm: Connection }> {
  const { state } = openAtelier();
  state.deals.set("d1", DEAL);
  const caller = await paired();
  await connect(caller);
  await quiet(caller);
  const shop = (await revenue(caller)) ?? 0;
  expect(shop).toBeGreaterThan(0);
  await ask(caller, "POST", "/v1/connections", form());
  const crm = (await quiet(caller)).find(({ connector }) => connector === "atelier");
  if (!crm) throw new Error("no CRM");
  return { caller, shop, crm };
}

test("the first service connected counts, in every figure and in the tab of data", async () => {
  const { caller, shop, crm } = await shopThenCrm();
  expect(await revenue(caller)).toBe(shop);
  expect(await revenue(caller, `&connection=${crm.id}`)).toBe(800);
  const [found, ...others] = await counting(caller);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ metric: "revenue", by: "ga4" });
  expect(found?.connectors.map(({ name }) => name)).toEqual(["ga4", "atelier"]);

  const { tabs } = await ask<Refresh>(caller, "GET", "/v1/refresh");
  const data = tabs.find(({ key }) => key === "data");
  const at = (name: string): number => data?.header.indexOf(name) ?? -1;
  const ofCrm = data?.rows.filter((row) => row[at("source")] === "Atelier" && row[0] === DAY) ?? [];
  expect(ofCrm.map((row) => [row[at("affaires gagnées")], row[at("chiffre d'affaires")]])).toEqual([
    [1, null],
  ]);
});

test("someone may choose the other, or both where they tell different sales", async () => {
  const { caller, shop } = await shopThenCrm();
  await ask(caller, "PUT", "/v1/counting/revenue", { by: "atelier" });
  expect(await revenue(caller)).toBe(800);
  await ask(caller, "PUT", "/v1/counting/revenue", { by: "all" });
  expect(await revenue(caller)).toBeCloseTo(shop + 800, 6);
});

test("a service that tells none of it is no choice, and neither is a figure that one service tells", async () => {
  const { caller } = await shopThenCrm();
  await expect(ask(caller, "PUT", "/v1/counting/revenue", { by: "hubspot" })).rejects.toThrow();
  await expect(ask(caller, "PUT", "/v1/counting/sessions", { by: "ga4" })).rejects.toThrow();
  expect((await counting(caller))[0]?.by).toBe("ga4");
});

test("a service connected for other things, that tells no sale, does not count them", async () => {
  openAtelier();
  const caller = await paired();
  await connected(caller);
  await connect(caller);
  await quiet(caller);
  expect(await counting(caller)).toEqual([]);
  expect(await revenue(caller)).toBeGreaterThan(0);
});
