// Things that change at a service: what is held of them, and the figures made of them.
import { afterEach, expect, test, vi } from "vitest";
import { connected, DAY_MS, everything, figures, NOON, openAtelier, query, sync } from "./atelier-world.ts";
import { ask, paired } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const EUROS = 1_000_000;

test("a deal that moves leaves its old day, and one that is reopened takes its revenue with it", async () => {
  const { state, paths, asked } = openAtelier();
  // 23:30 in UTC is half past midnight in Paris.
  state.deals.set("d1", {
    modified: NOON - 5000,
    won: "2030-11-10T23:30:00Z",
    amount: 500 * EUROS,
    channel: "Ads",
  });
  state.deals.set("d2", {
    modified: NOON - 5000,
    won: "2030-11-11T10:00:00Z",
    amount: 300 * EUROS,
    channel: "Ads",
  });
  state.deals.set("d3", { modified: NOON - 5000, lost: "2030-11-11T10:00:00Z", channel: "Mail" });
  const caller = await paired();
  const connection = await connected(caller);
  expect(await figures(caller, "won", "lost")).toEqual({
    "20301111 paid_search opps_won": 2,
    "20301111 paid_search revenue": 800 * EUROS,
    "20301111 email opps_lost": 1,
  });
  expect(paths("won")).toEqual(["/won?since=&until=2030-11-21T12:00:00.000Z&after="]);

  asked.length = 0;
  vi.setSystemTime(NOON + 3_600_000);
  const modified = NOON + 1_800_000;
  state.deals.set("d1", { modified, won: "2030-11-18T09:00:00Z", amount: 450 * EUROS, channel: "Ads" });
  state.deals.set("d2", { modified, won: "", amount: 300 * EUROS, channel: "Ads" });
  await sync(caller, connection);
  expect(await figures(caller, "won", "lost")).toEqual({
    "20301111 email opps_lost": 1,
    "20301118 paid_search opps_won": 1,
    "20301118 paid_search revenue": 450 * EUROS,
  });
  // Ten minutes before the last reading ended.
  expect(paths("won")).toEqual(["/won?since=2030-11-21T11:50:00.000Z&until=2030-11-21T13:00:00.000Z&after="]);
});

test("what two tables tell of one deal is put together", async () => {
  const { state } = openAtelier();
  state.deals.set("d1", {
    modified: NOON - 5000,
    won: "2030-11-10T10:00:00Z",
    amount: 7 * EUROS,
    channel: "Ads",
  });
  const caller = await paired();
  const connection = await connected(caller);
  vi.setSystemTime(NOON + 3_600_000);
  state.deals.set("d1", {
    modified: NOON + 5000,
    lost: "2030-11-20T10:00:00Z",
    amount: 7 * EUROS,
    channel: "Mail",
  });
  await sync(caller, connection);
  // The table of losses says nothing of the win, and the channel it tells is the deal's.
  expect(await figures(caller, "won", "lost")).toEqual({
    "20301110 email opps_won": 1,
    "20301110 email revenue": 7 * EUROS,
    "20301120 email opps_lost": 1,
  });
});

test("a first reading that dies half-way shows nothing, goes on at its page, and asks for nothing twice", async () => {
  const service = openAtelier();
  const { state, paths } = service;
  for (let deal = 10; deal < 50; deal += 1) {
    state.deals.set(`d${deal}`, { modified: NOON - 5000, won: "2030-11-10T10:00:00Z", amount: EUROS });
  }
  state.pageRows = 8;
  state.meet = (url) =>
    url.searchParams.get("after") === "d25" ? new Response(null, { status: 500 }) : undefined;
  const caller = await paired();
  const connection = await connected(caller);
  expect(connection).toMatchObject({ state: "failed", problem: { code: "source_down" } });
  expect(await figures(caller, "won")).toEqual({});
  const before = paths("won").filter((path) => !path.endsWith("d25"));
  expect(before).toHaveLength(2);

  state.meet = undefined;
  service.asked.length = 0;
  vi.setSystemTime(NOON + 3_600_000);
  await sync(caller, connection);
  expect(await figures(caller, "won")).toEqual({
    "20301110 unknown opps_won": 40,
    "20301110 unknown revenue": 40 * EUROS,
  });
  // The end of the reading is still that of its first page.
  expect(
    paths("won").map((path) => path.replace("/won?since=&until=2030-11-21T12:00:00.000Z&after=", "")),
  ).toEqual(["d25", "d33", "d41"]);
});

test("a deal that vanishes without a word is noticed within the week, and not before", async () => {
  const { state } = openAtelier();
  state.deals.set("d1", { modified: NOON - 5000, won: "2030-11-10T10:00:00Z", amount: 5 * EUROS });
  state.deals.set("d2", { modified: NOON - 5000, won: "2030-11-10T10:00:00Z", amount: 3 * EUROS });
  const caller = await paired();
  const connection = await connected(caller);
  state.deals.delete("d1");
  vi.setSystemTime(NOON + 6 * DAY_MS);
  await sync(caller, connection);
  expect((await figures(caller, "won"))["20301110 unknown opps_won"]).toBe(2);
  vi.setSystemTime(NOON + 7 * DAY_MS);
  await sync(caller, connection);
  expect(await figures(caller, "won")).toEqual({
    "20301110 unknown opps_won": 1,
    "20301110 unknown revenue": 3 * EUROS,
  });
  expect(await query(caller, "SELECT COUNT(*) AS n FROM entities")).toEqual([{ n: 1 }]);
});

test("what a service forgets of its own past stays, where it is known to forget", async () => {
  const { state } = openAtelier();
  state.deals.set("d1", { modified: NOON - 5000, lost: "2030-11-10T10:00:00Z" });
  const caller = await paired();
  const connection = await connected(caller);
  await query(caller, "UPDATE cursors SET until = NULL WHERE stream = 'lost'");
  // Still known to the table of wins: a deal that no table shows is gone for good.
  state.deals.set("d1", { modified: NOON - 5000, won: "" });
  vi.setSystemTime(NOON + DAY_MS);
  await sync(caller, connection);
  expect(await figures(caller, "lost")).toEqual({ "20301110 unknown opps_lost": 1 });
});

test("a place in the year 2999 heals itself", async () => {
  const { state } = openAtelier();
  state.deals.set("d1", { modified: NOON - 5000, won: "2030-11-10T10:00:00Z", amount: 5 * EUROS });
  const caller = await paired();
  const connection = await connected(caller);
  await query(caller, "UPDATE cursors SET until = ?", Date.parse("2999-01-01T00:00:00Z"));
  vi.setSystemTime(NOON + DAY_MS);
  state.deals.set("d2", { modified: NOON + 5000, won: "2030-11-20T10:00:00Z", amount: 2 * EUROS });
  await sync(caller, connection);
  expect((await figures(caller, "won"))["20301120 unknown revenue"]).toBe(2 * EUROS);
  const cursors = await query<{ until: number }>(caller, "SELECT until FROM cursors");
  expect(cursors.map(({ until: at }) => at)).toEqual([NOON + DAY_MS, NOON + DAY_MS]);
});

test("the service's own ids are kept nowhere, and no two workspaces hash them alike", async () => {
  const { state } = openAtelier();
  state.pageRows = 1;
  state.deals.set("client-4711", { modified: NOON - 5000, won: "2030-11-10T10:00:00Z", amount: EUROS });
  const callers = [await paired(), await paired()];
  const hashes = [];
  for (const caller of callers) {
    await connected(caller);
    expect(await everything(caller)).not.toContain("4711");
    hashes.push((await query<{ id: string }>(caller, "SELECT id FROM entities"))[0]?.id);
  }
  expect(hashes[0]).toMatch(/^[\w-]{22}$/);
  expect(hashes[0]).not.toBe(hashes[1]);
});

test("a source disconnected with its figures kept keeps nothing of single deals", async () => {
  const { state } = openAtelier();
  state.deals.set("d1", { modified: NOON - 5000, won: "2030-11-10T10:00:00Z", amount: EUROS });
  const caller = await paired();
  const { id } = await connected(caller);
  await ask(caller, "DELETE", `/v1/connections/${id}?data=keep`);
  expect(await query(caller, "SELECT * FROM entities UNION ALL SELECT * FROM entities")).toEqual([]);
  expect((await figures(caller, "won"))["20301110 unknown opps_won"]).toBe(1);
});
