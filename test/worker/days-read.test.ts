// Which days are known, how things stood on the last of them, and what has them read again.
import { runInDurableObject } from "cloudflare:test";
import { afterEach, expect, test, vi } from "vitest";
import type { KpiAnswer } from "../../shared/api/kpis.ts";
import { dataTab } from "../../worker/data-tab.ts";
import { allConnections } from "../../worker/store/connections.ts";
import * as report from "../../worker/store/report.ts";
import { connected, DAY_MS, figures, NOON, openAtelier, sync } from "./atelier-world.ts";
import { ask, objectOf, paired } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const EUROS = 1_000_000;

test("a day without a deal is zero once deals were read, and blank before", async () => {
  const { state } = openAtelier();
  state.visits.push(
    { day: "2030-11-19", channel: "Ads", sessions: 10 },
    { day: "2030-11-20", channel: "Ads", sessions: 4 },
  );
  state.deals.set("d1", {
    modified: NOON - 5000,
    won: "2030-11-19T10:00:00Z",
    amount: EUROS,
    channel: "Ads",
  });
  state.deals.set("d2", { modified: NOON - 5000, lost: "2030-11-20T10:00:00Z", channel: "Ads" });
  const caller = await paired();
  await connected(caller);
  const { header, rows } = await runInDurableObject(objectOf(caller.id), (_, { storage: { sql } }) => {
    const reader = { language: "en", timeZone: "Europe/Paris" } as const;
    return dataTab(sql, allConnections(sql), report.coverage(sql), reader).tab;
  });
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)]);
  expect(column("date")).toEqual(["2030-11-21", "2030-11-20", "2030-11-19"]);
  expect(column("sessions")).toEqual([null, 4, 10]);
  expect(column("deals won")).toEqual([0, 0, 1]);
  // The service forgets its past: before the first loss that it shows, nothing is known.
  expect(column("deals lost")).toEqual([0, 1, null]);
  expect(column("customers at end")).toEqual([100, null, null]);
});

test("how things stand is that of the last day read, never a sum", async () => {
  const { state, paths } = openAtelier();
  const caller = await paired();
  const connection = await connected(caller);
  expect(paths("members")).toHaveLength(1);
  state.members = 104;
  vi.setSystemTime(NOON + DAY_MS);
  await sync(caller, connection);
  state.members = 120;
  vi.setSystemTime(NOON + 13 * DAY_MS);
  await sync(caller, connection);
  const url = "/v1/kpis/RETENTION?from=2030-11-01&to=2030-12-31";
  const { totals, rows } = await ask<KpiAnswer>(caller, "GET", `${url}&by=month`);
  expect(totals["end"]).toBe(120);
  expect(rows?.map((row) => [row.key, row.totals["end"]])).toEqual([
    ["2030-11", 104],
    ["2030-12", 120],
  ]);
  const sheet = await runInDurableObject(objectOf(caller.id), (_, { storage: { sql } }) =>
    report.dataRows(sql, ["customers_end", "sessions"], 203_101, 0),
  );
  expect(sheet.map(({ day, customers_end: end }) => [day, end])).toEqual([
    [20_301_201, 120],
    [20_301_101, 104],
  ]);
});

test("everything since a day is read again when asked for", async () => {
  const service = openAtelier();
  const { state, paths } = service;
  state.deals.set("d1", { modified: NOON - 5000, won: "2030-11-10T10:00:00Z", amount: EUROS });
  const caller = await paired();
  const connection = await connected(caller);
  service.asked.length = 0;
  state.visits.push({ day: "2029-07-14", channel: "Ads", sessions: 9 });
  vi.setSystemTime(NOON + 3_600_000);
  await ask(caller, "PATCH", `/v1/connections/${connection.id}`, { resyncFrom: "2029-07-01" });
  await sync(caller, connection);
  expect(paths("visits").map((path) => path.replace("&after=", ""))).toEqual([
    "/visits?from=2030-11-18&to=2030-11-20",
    "/visits?from=2030-01-01&to=2030-11-20",
    "/visits?from=2029-07-01&to=2029-12-31",
  ]);
  // Midnight of the 1st in the earliest zone, and the overlap.
  expect(paths("won")[0]).toContain("since=2029-06-30T09:50:00.000Z");
  expect(await figures(caller, "visits")).toEqual({ "20290714 paid_search sessions": 9 });
  const refused = await ask(caller, "PATCH", `/v1/connections/${connection.id}`, {
    resyncFrom: "2031-01-01",
  }).catch(String);
  expect(refused).toContain("resyncFrom");
});

test("a channel may count as another in one connection: its history is read again under it", async () => {
  const { state } = openAtelier();
  state.visits.push({ day: "2029-07-14", channel: "Ads", sessions: 9 });
  state.deals.set("d1", {
    modified: NOON - 5000,
    won: "2030-11-10T10:00:00Z",
    amount: EUROS,
    channel: "Ads",
  });
  const caller = await paired();
  const connection = await connected(caller);
  vi.setSystemTime(NOON + 3_600_000);
  const settings = { account: "verveine", channels: JSON.stringify({ Ads: "display" }) };
  await ask(caller, "PATCH", `/v1/connections/${connection.id}`, { settings });
  await sync(caller, connection);
  expect(await figures(caller, "visits", "won")).toEqual({
    "20290714 display sessions": 9,
    "20301110 display opps_won": 1,
    "20301110 display revenue": EUROS,
  });
  const wrong = { settings: { account: "verveine", channels: '{"Ads":"billboards"}' } };
  const refused = await ask(caller, "PATCH", `/v1/connections/${connection.id}`, wrong).catch(String);
  expect(refused).toContain("settings.channels");
});
