// Services that misbehave in their own ways: what the engine makes of each, and what the reader is told.
import { runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, expect, test, vi } from "vitest";
import { connected, DAY_MS, figures, NOON, openAtelier, query, runsOf, sync } from "./atelier-world.ts";
import { objectOf, paired, settled } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const HOUR_MS = 3_600_000;
const refusal = (status: number, message: string) =>
  Response.json({ errors: [{ code: status, message }] }, { status });

test("an error that comes as a success is an error, and how long to wait is the connector's to know", async () => {
  const { state } = openAtelier();
  state.visits.push({ day: "2030-11-10", channel: "Ads", sessions: 9 });
  const caller = await paired();
  const connection = await connected(caller);
  const before = await figures(caller, "visits");
  state.meet = () => refusal(200, "not yours");
  expect(await sync(caller, connection)).toMatchObject({
    state: "failed",
    problem: { code: "access_denied" },
  });
  state.meet = () => refusal(200, "slow down");
  expect(await sync(caller, connection)).toMatchObject({
    lastRun: { state: "rescheduled" },
    problem: { code: "rate_limited" },
    nextRun: new Date(NOON + HOUR_MS).toISOString(),
  });
  expect(await figures(caller, "visits")).toEqual(before);
});

test("a quota that is used up is respected before the service has to refuse", async () => {
  const { state, paths } = openAtelier();
  state.visits.push({ day: "2030-11-10", channel: "Ads", sessions: 9 });
  state.headers = { "x-quota": String(2 * HOUR_MS) };
  const caller = await paired();
  const waiting = await connected(caller);
  expect(waiting).toMatchObject({
    lastRun: { state: "rescheduled" },
    nextRun: new Date(NOON + 2 * HOUR_MS).toISOString(),
  });
  const asked = paths("won").length + paths("visits").length;
  expect(asked).toBe(1);
  state.headers = { "x-wait": "20" };
  vi.setSystemTime(NOON + 2 * HOUR_MS);
  await runDurableObjectAlarm(objectOf(caller.id));
  expect(await settled(caller)).toMatchObject({ state: "idle", problem: null });
  expect(await figures(caller, "visits")).toEqual({ "20301110 paid_search sessions": 9 });
});

test("a place that the service has forgotten is begun again once, and nothing counts twice", async () => {
  const service = openAtelier();
  const { state, paths } = service;
  for (let day = 10; day < 16; day += 1) {
    state.visits.push({ day: `2030-11-${day}`, channel: "Ads", sessions: day });
  }
  state.pageRows = 2;
  let forgets = 1;
  state.meet = (url) => {
    if (url.searchParams.get("after") !== "4" || forgets === 0) return undefined;
    forgets -= 1;
    return refusal(400, "this place is too old");
  };
  const caller = await paired();
  const connection = await connected(caller);
  expect(connection).toMatchObject({ state: "idle", problem: null });
  const sums = await figures(caller, "visits");
  expect(Object.values(sums)).toEqual([10, 11, 12, 13, 14, 15]);
  expect(paths("visits?from=2030-01-01").map((path) => path.split("after=")[1])).toEqual([
    "",
    "2",
    "4",
    "",
    "2",
    "4",
  ]);
  expect((await runsOf(caller))[0]).toMatchObject({ state: "ok", pages: 2 + 3 + 2 + 3 });

  vi.setSystemTime(NOON + DAY_MS);
  state.visits = state.visits.map((row) => ({
    ...row,
    day: "2030-11-20",
    channel: `${row.channel}${row.sessions}`,
  }));
  forgets = Number.POSITIVE_INFINITY;
  state.meet = (url) =>
    url.searchParams.get("after") === "4" ? refusal(400, "this place is too old") : undefined;
  service.asked.length = 0;
  expect(await sync(caller, connection)).toMatchObject({
    state: "failed",
    problem: { code: "cursor_expired" },
  });
  expect(paths("visits")).toHaveLength(6);
  expect(await figures(caller, "visits")).toEqual(sums);
});

test("where a service gives no more than so many rows, the time is halved until they fit", async () => {
  const { state, paths } = openAtelier();
  for (let deal = 10; deal < 22; deal += 1) {
    const modified = NOON - (deal - 9) * 100 * DAY_MS;
    state.deals.set(`d${deal}`, { modified, won: "2030-11-10T10:00:00Z", amount: 1_000_000 });
  }
  state.cap = 5;
  const caller = await paired();
  expect(await connected(caller)).toMatchObject({ state: "idle", problem: null });
  expect((await figures(caller, "won"))["20301110 unknown opps_won"]).toBe(12);
  expect(paths("won").length).toBeGreaterThan(3);
  expect((await runsOf(caller))[0]?.progress).toMatchObject({ done: expect.any(Number) as number });
  const [run] = await runsOf(caller);
  expect(run?.progress.done).toBe(run?.progress.total);
});

test("where even a second holds too many rows, the source says that it is incomplete", async () => {
  const { state } = openAtelier();
  for (let deal = 0; deal < 9; deal += 1) {
    state.deals.set(`d${deal}`, { modified: NOON - DAY_MS, won: "2030-11-10T10:00:00Z" });
  }
  state.cap = 5;
  const caller = await paired();
  expect(await connected(caller)).toMatchObject({ state: "failed", problem: { code: "incomplete" } });
  expect(await figures(caller, "won")).toEqual({});
});

test("rows that lack what they cannot do without are left out, counted and told; the others stay", async () => {
  const { state } = openAtelier();
  state.visits.push(
    { day: "2030-11-19", channel: "Ads", sessions: 4 },
    { day: "2030-11-19", channel: "Mail", sessions: null },
  );
  const caller = await paired();
  const connection = await connected(caller);
  expect(connection).toMatchObject({ state: "idle", lastRun: { rejected: 1 } });
  expect(connection.notices.map(({ fr }) => fr)).toContainEqual(
    expect.stringContaining("une ligne a été écartée"),
  );
  expect(await figures(caller, "visits")).toEqual({ "20301119 paid_search sessions": 4 });
});

test("a field and a value never seen before are told once, and change nothing else", async () => {
  const { state } = openAtelier();
  state.visits.push({ day: "2030-11-19", channel: "Metaverse", sessions: 4, note: "new" });
  const caller = await paired();
  const connection = await connected(caller);
  const told = (notices: typeof connection.notices) =>
    notices.map(({ fr }) => fr).filter((fr) => fr.includes("Metaverse"));
  expect(told(connection.notices)).toHaveLength(1);
  expect(told((await sync(caller, connection)).notices)).toEqual(told(connection.notices));
  expect(await query(caller, "SELECT name FROM notices ORDER BY name")).toEqual([
    { name: "channel Metaverse" },
    { name: "note" },
  ]);
  expect(await figures(caller, "visits")).toEqual({ "20301119 other sessions": 4 });
});

test("the end of an API version is told in time", async () => {
  openAtelier();
  const caller = await paired();
  const { version, notices } = await connected(caller);
  expect(version).toEqual({ name: "v7", expires: "2030-12-31" });
  expect(notices[0]?.en).toBe(
    "The service will end version v7 of its API on 2030-12-31. Update the server before.",
  );
});

test("a full database is said, what was there stays, and room made is room used", async () => {
  const { state } = openAtelier();
  state.visits.push({ day: "2030-11-19", channel: "Ads", sessions: 4 });
  const caller = await paired();
  const connection = await connected(caller);
  state.visits.push({ day: "2030-11-20", channel: "Ads", sessions: 5 });
  await query(
    caller,
    `CREATE TRIGGER full BEFORE INSERT ON staged BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
  );
  expect(await sync(caller, connection)).toMatchObject({
    state: "failed",
    problem: { code: "storage_full" },
  });
  expect(await figures(caller, "visits")).toEqual({ "20301119 paid_search sessions": 4 });
  await query(caller, "DROP TRIGGER full");
  expect(await sync(caller, connection)).toMatchObject({ state: "idle", problem: null });
  expect(Object.values(await figures(caller, "visits"))).toEqual([4, 5]);
});

test("a service that suddenly shows nothing at all is asked twice before it is believed", async () => {
  const service = openAtelier();
  const { state, paths } = service;
  state.visits.push({ day: "2030-11-20", channel: "Ads", sessions: 9 });
  state.deals.set("d1", { modified: NOON - 5000, won: "2030-11-20T10:00:00Z", amount: 1_000_000 });
  const caller = await paired();
  const connection = await connected(caller);
  const before = await figures(caller, "visits", "won");
  vi.setSystemTime(NOON + 7 * DAY_MS);
  service.asked.length = 0;
  const glitches = new Set<string>();
  state.meet = (url) => {
    if (!["/visits", "/won"].includes(url.pathname) || glitches.has(url.pathname)) return undefined;
    glitches.add(url.pathname);
    return Response.json({ rows: [], next: null, total: 0 });
  };
  await sync(caller, connection);
  expect(await figures(caller, "visits", "won")).toEqual(before);
  expect(paths("won")).toHaveLength(2);

  vi.setSystemTime(NOON + 14 * DAY_MS);
  state.deals.clear();
  state.meet = undefined;
  await sync(caller, connection);
  expect(await figures(caller, "won")).toEqual({});
});

test("an answer that nobody foresaw ends the sync in words, and what was there stays", async () => {
  const { state } = openAtelier();
  state.deals.set("d1", { modified: NOON - 5000, won: "2030-11-20T10:00:00Z", amount: 1_000_000 });
  const caller = await paired();
  const connection = await connected(caller);
  const before = await figures(caller, "won");
  state.deals.set("d2", { modified: NOON, won: "the day before yesterday" });
  expect(await sync(caller, connection)).toMatchObject({
    state: "failed",
    problem: { code: "source_malformed" },
  });
  expect(await figures(caller, "won")).toEqual(before);
  state.deals.set("d2", { modified: NOON, won: "2030-11-20T11:00:00Z" });
  expect(await sync(caller, connection)).toMatchObject({ state: "idle", problem: null });
});
