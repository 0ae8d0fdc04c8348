// From a service to the store: what a sync reads, commits, resumes and gives up.
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import type { Connection, Run, SyncStarted } from "../../shared/api/sources.ts";
import type { KpiAnswer } from "../../shared/api/kpis.ts";
import { type KeyRing, parseKeyRing, seal } from "../../worker/credentials.ts";
import { ask, call, connect, keyFile, MARKER, objectOf, paired, settled, simulate, until } from "./world.ts";

const FROM = "2028-11-01";
/** Far ahead, so that no alarm of the Worker rings unless a test rings it. */
const NOON = Date.parse("2030-11-21T12:00:00Z");
const YESTERDAY = "2030-11-20";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Caller = Awaited<ReturnType<typeof paired>>;

/** Stops the clock of the Worker, timers excepted. */
function stopClock(at: number = NOON): void {
  vi.useFakeTimers({ now: at, toFake: ["Date"] });
}

async function connected(caller: Caller): Promise<Connection> {
  await connect(caller);
  return settled(caller);
}

/** Sums per metric, in the units of the API, straight from the tables. */
function stored(caller: Caller, from = FROM, to = YESTERDAY): Promise<Record<string, number>> {
  return runInDurableObject(objectOf(caller.id), (_, { storage }) => {
    const rows = storage.sql
      .exec<{ name: string; total: number }>(
        "SELECT key AS name, SUM(value) AS total FROM facts, json_each(sums) WHERE day BETWEEN ? AND ? GROUP BY 1",
        Number(from.replaceAll("-", "")),
        Number(to.replaceAll("-", "")),
      )
      .toArray();
    return Object.fromEntries(rows.map(({ name, total }) => [name, total]));
  });
}

/** The same sums as the simulator's own. */
async function expected(
  services: ReturnType<typeof simulate>,
  from = FROM,
  to = YESTERDAY,
): Promise<Record<string, number>> {
  const { total } = await services.totals(from, to);
  return {
    sessions: total["sessions"] ?? 0,
    engaged_sessions: total["engaged"] ?? 0,
    screen_page_views: total["pages"] ?? 0,
    new_users: total["newUsers"] ?? 0,
    session_seconds: total["seconds"] ?? 0,
    conversions: total["conversions"] ?? 0,
    orders: total["orders"] ?? 0,
    revenue: total["revenueMicros"] ?? 0,
  };
}

/** A workspace whose first sync is done, shared by the tests that only need one. */
let shared: Promise<{ caller: Caller; connection: Connection }> | undefined;

async function synced(): Promise<{ caller: Caller; connection: Connection }> {
  shared ??= paired().then(async (caller) => ({ caller, connection: await connected(caller) }));
  const { caller, connection } = await shared;
  await sync(caller, connection);
  return { caller, connection: await settled(caller) };
}

const sync = (caller: Caller, { id }: Connection) =>
  ask<SyncStarted>(caller, "POST", `/v1/connections/${id}/sync`);
const lastRuns = async (caller: Caller) => (await ask<{ runs: Run[] }>(caller, "GET", "/v1/runs")).runs;

test("a first sync reads 24 months once, the next only what may have changed, to the last unit", async () => {
  stopClock();
  const services = simulate();
  const caller = await paired();
  const connection = await connected(caller);
  expect(connection).toMatchObject({
    state: "idle",
    currency: "EUR",
    timeZone: "Europe/Paris",
    lastDay: YESTERDAY,
  });
  expect(await stored(caller)).toEqual(await expected(services));
  const reports = services.reports().slice(1);
  // 25 months of two tables, and three years of three counts of people.
  expect(reports).toHaveLength(2 * 25 + 3 * 3);
  expect(new Set(reports).size).toBe(reports.length);
  const [run] = await lastRuns(caller);
  expect(run).toMatchObject({ number: 1, state: "ok", pages: 59, progress: { done: 59, total: 59 } });

  services.forget();
  services.change({
    adjustments: [{ from: "2030-11-19", to: "2030-11-19", channel: "Email", removed: true }],
  });
  await sync(caller, connection);
  await settled(caller);
  expect(services.reports()).toHaveLength(5);
  expect(await stored(caller)).toEqual(await expected(services));
  const { rows = [] } = await ask<KpiAnswer>(
    caller,
    "GET",
    "/v1/kpis/CR?from=2030-11-19&to=2030-11-19&by=channel",
  );
  expect(rows.map(({ key }) => key)).not.toContain("email");
});

test("ten requests to sync at once are one run, and one sync's worth of requests", async () => {
  stopClock();
  const services = simulate();
  const { caller, connection } = await synced();
  services.forget();
  const started = await Promise.all(Array.from({ length: 10 }, () => sync(caller, connection)));
  expect(new Set(started.map(({ run }) => run)).size).toBe(1);
  expect(started.filter(({ joined }) => !joined)).toHaveLength(1);
  await settled(caller);
  expect(services.reports()).toHaveLength(new Set(services.reports()).size);
});

/** Where the sync of the only connection stands. */
function place(caller: Caller): Promise<{ id: number; token: string | null }> {
  return runInDurableObject(objectOf(caller.id), (_, { storage }) =>
    storage.sql
      .exec<{ id: number; token: string | null }>(
        "SELECT id, token FROM windows ORDER BY kind = 'history', last DESC, id LIMIT 1",
      )
      .one(),
  );
}

test("a sync whose runners are lost again and again says so and waits for its hour", async () => {
  stopClock();
  const hold = Promise.withResolvers<undefined>();
  let asked = 0;
  simulate({ meet: () => ((asked += 1) > 5 ? hold.promise : undefined) });
  const caller = await paired();
  await connect(caller);
  await until(() => asked > 5 || undefined);
  const object = objectOf(caller.id);
  for (let ends = 1; ends <= 6; ends += 1) {
    vi.setSystemTime(NOON + ends * 31_000);
    await runDurableObjectAlarm(object);
  }
  hold.resolve(undefined);
  expect(await settled(caller)).toMatchObject({ state: "failed", problem: { code: "interrupted" } });
  expect(await lastRuns(caller)).toHaveLength(6);
});

test("a runner that is lost is replaced when its lease ends, from its page; what it brings later is refused", async () => {
  stopClock();
  const holds = new Map([9, 12].map((request) => [request, Promise.withResolvers<void>()]));
  let asked = 0;
  const services = simulate({
    pageRows: 300,
    async meet() {
      asked += 1;
      await holds.get(asked)?.promise;
      return undefined;
    },
  });
  const caller = await paired();
  const { id } = await connect(caller);
  const object = objectOf(caller.id);
  await until(() => asked === 9 || undefined);
  const before = services.reports();

  vi.setSystemTime(NOON + 29_000);
  await runDurableObjectAlarm(object);
  expect(await lastRuns(caller)).toMatchObject([{ number: 1, state: "running" }]);
  vi.setSystemTime(NOON + 31_000);
  await runDurableObjectAlarm(object);
  expect(await lastRuns(caller)).toMatchObject([
    { number: 2, state: "running" },
    { number: 1, state: "abandoned" },
  ]);

  await until(() => asked === 12 || undefined);
  const { id: window, token } = await place(caller);
  const held = await stored(caller);
  const reading = { facts: [], uniques: [], next: null, total: null, unit: null, marks: [] };
  expect(await object.where(id, 1)).toBe("done");
  expect(await object.commit(id, 1, { window, token, reading, digest: "z" })).toBe(false);
  await object.abandon(id, 1, "source_down");
  expect(await place(caller)).toEqual({ id: window, token });
  expect(await stored(caller)).toEqual(held);

  holds.get(12)?.resolve();
  expect(await settled(caller)).toMatchObject({ problem: null });
  const [run] = await lastRuns(caller);
  expect(run).toMatchObject({ number: 2, state: "ok", progress: { done: 59, total: 59 } });
  const reports = services.reports();
  expect(reports.slice(0, before.length)).toEqual(before);
  expect(new Set(reports).size).toBe(reports.length);
  holds.get(9)?.resolve();
  await until(() => services.reports().length > reports.length || undefined);
  expect(await stored(caller)).toEqual(await expected(services));
});

test("figures already there stay until the pages that replace them are all in", async () => {
  stopClock();
  const hold = Promise.withResolvers<void>();
  let held = false;
  let armed = false;
  const services = simulate({
    pageRows: 20,
    async meet(body) {
      if (!armed || !body.includes('"offset":"20"')) return undefined;
      held = true;
      await hold.promise;
      return undefined;
    },
  });
  const { caller, connection } = await synced();
  const before = await stored(caller);
  services.change({ adjustments: [{ from: "2030-11-18", sessions: 3 }] });
  armed = true;
  await sync(caller, connection);
  await until(() => held || undefined);
  expect(await stored(caller)).toEqual(before);
  hold.resolve();
  await settled(caller);
  expect(await stored(caller)).toEqual(await expected(services));
});

test("a page that comes twice is kept once, and a service that repeats itself is stopped", async () => {
  stopClock();
  let first: object | undefined;
  let loops = false;
  const services = simulate({
    pageRows: 20,
    meet: () => (loops ? Response.json(first) : undefined),
  });
  const { caller, connection } = await synced();
  const before = await stored(caller);
  const row = {
    dimensionValues: ["20261119", "Email", "a", "b", "c"].map((value) => ({ value })),
    metricValues: [{ value: "999" }],
  };
  first = {
    dimensionHeaders: [
      "date",
      "sessionDefaultChannelGroup",
      "sessionSource",
      "sessionMedium",
      "sessionCampaignName",
    ].map((name) => ({ name })),
    metricHeaders: [{ name: "sessions" }],
    rows: [row],
    rowCount: 100_000,
  };
  loops = true;
  services.forget();
  await sync(caller, connection);
  expect(await settled(caller)).toMatchObject({ state: "failed", problem: { code: "paging_loop" } });
  expect(await stored(caller)).toEqual(before);
});

test("rows missing from an announced total are read again once, then the sync says it is incomplete", async () => {
  stopClock();
  let short = false;
  let asked = 0;
  simulate({
    meet() {
      asked += short ? 1 : 0;
      return short
        ? Response.json({ dimensionHeaders: [], metricHeaders: [], rows: [], rowCount: 7 })
        : undefined;
    },
  });
  const { caller, connection } = await synced();
  const before = await stored(caller);
  short = true;
  await sync(caller, connection);
  expect(await settled(caller)).toMatchObject({ state: "failed", problem: { code: "incomplete" } });
  expect(asked).toBe(2);
  expect(await stored(caller)).toEqual(before);
});

test("another currency stops the source with its reason; reconnected, it reads everything again", async () => {
  stopClock();
  const services = simulate();
  const caller = await paired();
  const connection = await connected(caller);
  const before = await stored(caller);
  services.change({ currency: "USD" });
  await sync(caller, connection);
  const failed = await settled(caller);
  expect(failed).toMatchObject({ state: "failed", problem: { code: "unit_changed" }, asOf: connection.asOf });
  expect(failed.problem?.words.fr).toContain("devise");
  expect(await stored(caller)).toEqual(before);

  services.forget();
  await ask(caller, "PATCH", `/v1/connections/${connection.id}`, {
    credentials: { serviceAccount: keyFile },
  });
  await runDurableObjectAlarm(objectOf(caller.id));
  expect(await settled(caller)).toMatchObject({ state: "idle", currency: "USD", problem: null });
  expect(services.reports().length).toBeGreaterThan(50);
});

test("what fails for a moment is tried again, and nothing is lost", async () => {
  stopClock();
  vi.spyOn(Math, "random").mockReturnValue(0);
  const services = simulate();
  const { caller, connection } = await synced();
  const report = { match: ":runReport" };
  for (const fault of [
    { ...report, status: 500, to: 2 },
    { ...report, status: 503, to: 4 },
    { ...report, status: 429 },
    { ...report, status: 429, retryAfter: "0" },
    { ...report, status: 429, retryAfter: new Date(NOON + 1000).toUTCString() },
    { ...report, truncate: true },
    { ...report, status: 408 },
  ]) {
    services.forget();
    services.change({
      faults: [fault],
      adjustments: [{ from: "2030-11-18", sessions: 1 + Math.floor(services.tries() + 1) }],
    });
    await sync(caller, connection);
    expect(await settled(caller), JSON.stringify(fault)).toMatchObject({ state: "idle", problem: null });
    expect(new Set(services.reports()).size).toBe(5);
    expect(await stored(caller)).toEqual(await expected(services));
  }
});

test("what lasts ends the sync with its reason; the old figures stay, and the next sync goes on", async () => {
  stopClock();
  vi.spyOn(Math, "random").mockReturnValue(0);
  const services = simulate();
  const { caller, connection } = await synced();
  const before = await stored(caller);
  const always = { match: ":runReport", to: null };
  for (const [fault, code, tries] of [
    [{ ...always, status: 500 }, "source_down", 5],
    [{ ...always, html: true }, "source_not_json", 1],
    [{ ...always, truncate: true }, "source_malformed", 5],
    [{ ...always, status: 403 }, "access_denied", 1],
    [{ ...always, status: 301 }, "source_redirects", 1],
  ] as const) {
    services.forget();
    services.change({ faults: [fault] });
    await sync(caller, connection);
    const failed = await settled(caller);
    expect(failed, code).toMatchObject({ state: "failed", problem: { code }, lastRun: { state: "failed" } });
    expect(services.tries(), code).toBe(tries);
    expect(failed.problem?.action.fr.length).toBeGreaterThan(10);
    expect(failed.asOf).toBe(connection.asOf);
    expect(await stored(caller)).toEqual(before);
  }
  services.change({ faults: [] });
  await sync(caller, connection);
  expect(await settled(caller)).toMatchObject({ state: "idle", problem: null });
});

test("a source that asks for two hours is left alone for two hours", async () => {
  stopClock();
  const services = simulate();
  const { caller, connection } = await synced();
  services.forget();
  services.change({ faults: [{ match: ":runReport", status: 429, retryAfter: "7200" }] });
  await sync(caller, connection);
  const waiting = await settled(caller);
  expect(waiting).toMatchObject({ lastRun: { state: "rescheduled" }, problem: { code: "rate_limited" } });
  expect(waiting.nextRun).toBe(new Date(NOON + 7_200_000).toISOString());
  expect(services.tries()).toBe(1);
  vi.setSystemTime(NOON + 7_200_000);
  await runDurableObjectAlarm(objectOf(caller.id));
  expect(await settled(caller)).toMatchObject({ state: "idle", problem: null });
});

test("a sync that failed at its tenth window starts again at the tenth", async () => {
  stopClock();
  vi.spyOn(Math, "random").mockReturnValue(0);
  // The first report is the trial of the credentials.
  const services = simulate({
    changes: { faults: [{ match: ":runReport", from: 11, to: null, status: 500 }] },
  });
  const caller = await paired();
  const connection = await connected(caller);
  expect(connection).toMatchObject({
    state: "failed",
    asOf: null,
    lastRun: { progress: { done: 9, total: 59 } },
  });
  services.change({ faults: [] });
  await sync(caller, connection);
  await settled(caller);
  const reports = services.reports().slice(1);
  expect(new Set(reports).size).toBe(reports.length);
  expect(await stored(caller)).toEqual(await expected(services));
});

test("an expired token is bought again once; a withdrawn grant is said", async () => {
  stopClock();
  const services = simulate();
  const { caller, connection } = await synced();
  services.forget();
  services.revokeTokens();
  await sync(caller, connection);
  expect(await settled(caller)).toMatchObject({ state: "idle", problem: null });
  expect(services.tokenCalls()).toBe(1);
  services.revokeTokens();
  services.change({ grantWithdrawn: true });
  await sync(caller, connection);
  expect(await settled(caller)).toMatchObject({ state: "failed", problem: { code: "credentials_refused" } });
});

test("the schedule goes on by itself every hour, at this workspace's own minute", async () => {
  stopClock();
  const services = simulate();
  const { caller, connection } = await synced();
  const { nextRun } = connection;
  const next = Date.parse(nextRun ?? "");
  expect(next - NOON).toBeGreaterThanOrEqual(600_000);
  expect(next - NOON).toBeLessThanOrEqual(4_200_000);
  services.forget();
  vi.setSystemTime(next);
  await runDurableObjectAlarm(objectOf(caller.id));
  const after = await settled(caller);
  expect(Date.parse(after.nextRun ?? "")).toBe(next + 3_600_000);
  expect(services.reports()).toHaveLength(5);
});

test("a paused source is left alone, and a removed one keeps or loses its figures as asked", async () => {
  stopClock();
  const services = simulate();
  const caller = await paired();
  const { id } = await connected(caller);
  await ask(caller, "PATCH", `/v1/connections/${id}`, { paused: true });
  services.forget();
  vi.setSystemTime(NOON + 86_400_000);
  await runDurableObjectAlarm(objectOf(caller.id));
  expect(services.tries()).toBe(0);
  expect((await call(caller, "POST", `/v1/connections/${id}/sync`)).status).toBe(409);
  await ask(caller, "DELETE", `/v1/connections/${id}?data=keep`);
  expect((await stored(caller))["sessions"]).toBeGreaterThan(0);
  expect((await call(caller, "GET", `/v1/runs?connection=${id}`)).status).toBe(404);
  const again = await connected(caller);
  await ask(caller, "DELETE", `/v1/connections/${again.id}?data=drop`);
  const { connections } = await ask<{ connections: Connection[] }>(caller, "GET", "/v1/connections");
  expect(connections).toEqual([]);
});

/** Every cell of every table, and every line of the log. */
async function everything(caller: Caller): Promise<string> {
  return runInDurableObject(objectOf(caller.id), (_, { storage }) => {
    type Name = { name: string };
    const tables = storage.sql.exec<Name>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
    );
    return JSON.stringify(
      tables.toArray().map(({ name }) => storage.sql.exec(`SELECT * FROM "${name}"`).toArray()),
    );
  });
}

test("secrets are found in no table, no log, no answer, and addresses in no log", async () => {
  const logged = vi.spyOn(console, "log").mockImplementation(() => undefined);
  stopClock();
  simulate();
  const { caller, connection } = await synced();
  const { id } = connection;
  const answers = await Promise.all(
    ["/v1/workspace", "/v1/connections", "/v1/runs", "/v1/refresh"].map(async (path) =>
      (await call(caller, "GET", path)).text(),
    ),
  );
  const parts = JSON.parse(keyFile) as { private_key: string };
  const secrets = [MARKER, btoa(MARKER), parts.private_key.slice(60, 120), caller.key.split(".")[1] ?? "?"];
  const logs = JSON.stringify(logged.mock.calls);
  expect(logs).toContain(id);
  for (const secret of secrets) {
    expect(await everything(caller)).not.toContain(secret);
    expect(logs).not.toContain(secret);
    expect(answers.join("")).not.toContain(secret);
  }
  expect(logs).not.toContain(caller.person.email);
});

test("records sealed under an old key are sealed again with the next sync", async () => {
  stopClock();
  const services = simulate();
  const { caller, connection } = await synced();
  const { id, nextRun } = connection;
  const ring = parseKeyRing((env as unknown as { CRED_KEYS: string }).CRED_KEYS) as KeyRing;
  const old = await seal(
    keyFile,
    { workspace: caller.id, connection: id, field: "serviceAccount" },
    { ...ring, current: "k1" },
  );
  const record = () =>
    runInDurableObject(
      objectOf(caller.id),
      (_, { storage }) => storage.sql.exec<{ record: string }>("SELECT record FROM credentials").one().record,
    );
  await runInDurableObject(
    objectOf(caller.id),
    (_, { storage }) => void storage.sql.exec("UPDATE credentials SET record = ?", old),
  );
  services.revokeTokens();
  vi.setSystemTime(Date.parse(nextRun ?? ""));
  await runDurableObjectAlarm(objectOf(caller.id));
  expect(await settled(caller)).toMatchObject({ state: "idle", problem: null });
  expect(await record()).toMatch(/^v1\.k2\./);
});
