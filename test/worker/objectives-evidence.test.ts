// What the data say about an objective: the simulated shop's own figures, how old they are, and what they cannot say.
import { runInDurableObject } from "cloudflare:test";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { EvidenceQuestion, Objective } from "../../shared/api/objectives.ts";
import type { Connection } from "../../shared/api/sources.ts";
import { sum } from "../../shared/number.ts";
import type { Evidence, Series } from "../../shared/objectives/evidence.ts";
import { draftOf } from "./objective-drafts.ts";
import { ask, type Caller, connect, objectOf, paired, settled, simulate } from "./world.ts";

const NOON = Date.parse("2030-11-21T12:00:00Z");

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

const evidence = (question: Partial<EvidenceQuestion>, caller: Caller = owner): Promise<Evidence> =>
  ask<Evidence>(caller, "POST", "/v1/objectives/evidence", {
    kpi: "CR",
    scope: "all",
    secondary: [],
    cadence: "weekly",
    ...question,
  });
const seriesOf = ({ series }: Evidence, kpi: string): Series => {
  const found = series.find((one) => one.kpi === kpi);
  if (!found) throw new Error(kpi);
  return found;
};
const between = ({ points }: Series, from: string, to: string, name: string): number =>
  sum(points.filter((one) => one.from >= from && one.to <= to).map(({ totals }) => totals[name] ?? NaN));
test("the past of a KPI is a point a day for 25 months, until yesterday", async () => {
  const found = await evidence({});
  const series = seriesOf(found, "CR");
  expect(found.today).toBe("2030-11-21");
  // The history that a first sync reads begins 24 months before this one.
  expect(series.points[0]?.from).toBe("2028-11-01");
  expect(series.points.at(-1)?.to).toBe("2030-11-20");
  expect(series.points).toHaveLength(750); // 30 + 31 days of 2028, 365 of 2029, 324 of 2030
  expect(series).toMatchObject({ step: "day", problem: null });
  const { total } = await services.totals("2030-10-01", "2030-10-31");
  expect(between(series, "2030-10-01", "2030-10-31", "conversions")).toBe(total["conversions"]);
  expect(between(series, "2030-10-01", "2030-10-31", "base")).toBe(total["sessions"]);
  const days = series.points.slice(-4).map(({ provisional }) => provisional === true);
  expect(days).toEqual([false, true, true, true]);
});

test("a scope counts its own rows only, and money comes in its currency", async () => {
  const found = await evidence({ kpi: "AOV", scope: { channel: "email" } });
  const series = seriesOf(found, "AOV");
  const { groups } = await services.totals("2030-10-01", "2030-10-31");
  expect(between(series, "2030-10-01", "2030-10-31", "orders")).toBe(groups["Email"]?.["orders"]);
  const revenue = between(series, "2030-10-01", "2030-10-31", "revenue");
  expect(Math.round(revenue * 100)).toBe((groups["Email"]?.["revenueMicros"] ?? 0) / 1e4);
  expect(series.currency).toBe("EUR");
});

test("visitors come by whole months as the service counted them, and not by channel", async () => {
  const series = seriesOf(await evidence({ kpi: "UNIQUE_VISITORS" }), "UNIQUE_VISITORS");
  expect(series.step).toBe("month");
  expect(series.points).toHaveLength(24);
  const october = series.points.at(-1);
  expect([october?.from, october?.to]).toEqual(["2030-10-01", "2030-10-31"]);
  const { total } = await services.totals("2030-10-01", "2030-10-31");
  expect(Object.values(october?.totals ?? {})).toEqual([total["users"]]);

  const scoped = seriesOf(
    await evidence({ kpi: "UNIQUE_VISITORS", scope: { channel: "email" } }),
    "UNIQUE_VISITORS",
  );
  expect(scoped.points).toEqual([]);
  expect(scoped.problem?.fr).toContain("pas par canal");
});

test("scopes are offered the largest first, with what the sources hold and how fresh it is", async () => {
  const { channels, campaigns, metrics, freshness } = await evidence({ kpi: "SESSIONS" });
  const { groups } = await services.totals("2030-08-23", "2030-11-20");
  const bySessions = Object.entries(groups).sort(
    ([, a], [, b]) => (b["sessions"] ?? 0) - (a["sessions"] ?? 0),
  );
  const names: Record<string, string> = { "Organic Search": "organic_search", "Paid Search": "paid_search" };
  const largest = bySessions[0]?.[0] ?? "";
  expect(channels[0]).toBe(names[largest] ?? largest.toLowerCase().replace(" ", "_"));
  expect(campaigns.length).toBeGreaterThan(0);
  expect(metrics).toEqual(
    expect.arrayContaining(["sessions", "conversions", "organic_sessions", "total_users"]),
  );
  expect(metrics).not.toContain("spend");
  expect(freshness).toEqual({
    asOf: connection.asOf,
    completeness: 1,
    problem: null,
    sources: ["Boutique"],
  });
});

test("a KPI that no source gives says what is missing; nothing is invented", async () => {
  const { series } = await evidence({ kpi: "CPA", secondary: ["CR"] });
  expect(series.find(({ kpi }) => kpi === "CPA")).toMatchObject({ points: [], currency: null });
  expect(series.find(({ kpi }) => kpi === "CPA")?.problem?.en).toContain('No source gives "');
  expect(series.find(({ kpi }) => kpi === "CR")?.problem).toBeNull();
});

test("other objectives and notes are told, but not the objective itself nor those retired", async () => {
  const one = await ask<Objective>(owner, "POST", "/v1/objectives", { draft: draftOf({ title: "Un" }) });
  const two = await ask<Objective>(owner, "POST", "/v1/objectives", { draft: draftOf({ title: "Deux" }) });
  await ask(owner, "POST", "/v1/notes", { day: "2030-11-02", text: "Soldes" });
  const found = await evidence({ exclude: one.id });
  expect(found.neighbours).toEqual([
    {
      id: two.id,
      title: "Deux",
      kpi: "CR",
      scopeKey: "all",
      baseline: 0.03,
      target: 0.04,
      start: "2026-01-01",
      deadline: "2026-12-31",
    },
  ]);
  expect(found.notes.map(({ text }) => text)).toEqual(["Soldes"]);
  await ask(owner, "POST", `/v1/objectives/${two.id}/retire`, { reason: "fini", replacedBy: null });
  expect((await evidence({ exclude: one.id })).neighbours).toEqual([]);
});

test("a day that was not read is missing from the past: it is not a zero", async () => {
  const spare = await paired();
  await connect(spare);
  await settled(spare);
  await runInDurableObject(objectOf(spare.id), (_, { storage }) => {
    storage.sql.exec("DELETE FROM coverage WHERE stream = 'outcomes' AND day = 20301110");
  });
  const series = seriesOf(await evidence({}, spare), "CR");
  const day = series.points.find(({ from }) => from === "2030-11-10");
  expect(Object.keys(day?.totals ?? {})).toEqual(["base"]);
});

test("amounts in two currencies are not added up: the objective says so", async () => {
  const mixed = await paired();
  await connect(mixed);
  await settled(mixed);
  services.change({ currency: "USD" });
  await connect(mixed);
  await vi.waitFor(
    async () => {
      vi.setSystemTime(NOON);
      const { connections } = await ask<{ connections: Connection[] }>(mixed, "GET", "/v1/connections");
      expect(connections.map(({ state }) => state)).toEqual(["idle", "idle"]);
    },
    { timeout: 25_000, interval: 100 },
  );
  services.change({ currency: "EUR" });
  const found = await evidence({ kpi: "AOV" }, mixed);
  expect(seriesOf(found, "AOV")).toMatchObject({ points: [], currency: null });
  expect(seriesOf(found, "AOV").problem?.en).toContain("EUR, USD");
  const people = seriesOf(await evidence({ kpi: "UNIQUE_VISITORS" }, mixed), "UNIQUE_VISITORS");
  expect(people.problem?.fr).toContain("ne s'additionnent pas");
});
