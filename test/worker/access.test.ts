// How sources are let in: keys, clients and consents, and what is kept of each.
import { env } from "cloudflare:workers";
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, expect, test, vi } from "vitest";
import type { AccountChoice, Connection } from "../../shared/api/sources.ts";
import { type KeyRing, parseKeyRing, seal, unseal } from "../../worker/credentials.ts";
import {
  type Caller,
  connected,
  DAY_MS,
  everything,
  form,
  KEY,
  NOON,
  openAtelier,
  query,
  sync,
} from "./atelier-world.ts";
import { ask, call, objectOf, paired, settled, until } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const ring = parseKeyRing((env as unknown as { CRED_KEYS: string }).CRED_KEYS) as KeyRing;
const placeOf = (caller: Caller, { id }: Connection) => ({
  workspace: caller.id,
  connection: id,
  field: "refreshToken",
});

/** A source connected by a consent, whose refresh token is still good. */
async function consented(service: ReturnType<typeof openAtelier>) {
  const caller = await paired();
  const connection = await connected(caller);
  service.state.grants.add("grant-0");
  const record = await seal("grant-0", placeOf(caller, connection), ring);
  await query(caller, "UPDATE credentials SET field = 'refreshToken', record = ?", record);
  service.asked.length = 0;
  return { caller, connection };
}

async function keptGrant(caller: Caller, connection: Connection): Promise<string | undefined> {
  const [row] = await query<{ record: string }>(caller, "SELECT record FROM credentials");
  return unseal(row?.record ?? "", placeOf(caller, connection), ring);
}

const tokenCalls = ({ asked }: ReturnType<typeof openAtelier>) =>
  asked.filter(({ url }) => url.pathname === "/token").length;

test("a key goes with every request, and nowhere else", async () => {
  const { asked } = openAtelier();
  const caller = await paired();
  await connected(caller);
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.every(({ headers }) => headers.get("x-key") === KEY)).toBe(true);
  expect(await everything(caller)).not.toContain(KEY);
});

test("a client's id and secret buy a token, once for a whole sync", async () => {
  const service = openAtelier();
  const caller = await paired();
  const connection = await connected(caller, { id: "c1", secret: "good" });
  expect(connection).toMatchObject({ state: "idle", problem: null });
  expect(JSON.parse(service.asked[0]?.body ?? "")).toEqual({
    grant_type: "client_credentials",
    client_id: "c1",
    client_secret: "good",
  });
  // One to prove it, one for the sync.
  expect(tokenCalls(service)).toBe(2);
  const refused = await call(caller, "POST", "/v1/connections", form({ id: "c1", secret: "bad" }));
  expect(await refused.json()).toMatchObject({
    code: "source_refused",
    source: { code: "credentials_refused" },
  });
});

test("half of the credentials of one way in are none", async () => {
  openAtelier();
  const caller = await paired();
  for (const credentials of [
    {},
    { id: "c1" },
    { key: " " },
    { refreshToken: "x" },
    { key: KEY, other: "x" },
  ]) {
    const refused = await call(caller, "POST", "/v1/connections", form(credentials));
    expect(refused.status, JSON.stringify(credentials)).toBe(400);
  }
});

test("twenty who need a token at once cost one refresh, and the connection lives", async () => {
  const service = openAtelier();
  const { caller, connection } = await consented(service);
  const object = objectOf(caller.id);
  const hold = Promise.withResolvers<undefined>();
  let reached = false;
  service.state.meet = (url) => {
    if (url.pathname === "/token") return undefined;
    reached = true;
    return hold.promise;
  };
  const { run } = await ask<{ run: number }>(caller, "POST", `/v1/connections/${connection.id}/sync`);
  await until(() => reached || undefined);
  for (let round = 1; round <= 5; round += 1) {
    await object.expireToken(connection.id);
    const tasks = await Promise.all(Array.from({ length: 20 }, () => object.where(connection.id, run)));
    const headers = tasks.map((task) =>
      task !== "done" && "headers" in task ? task.headers["authorization"] : task,
    );
    expect(new Set(headers).size).toBe(1);
    expect(tokenCalls(service)).toBe(1 + round);
  }
  hold.resolve(undefined);
  expect(await settled(caller)).toMatchObject({ state: "idle", problem: null });
  expect(service.state.grants).toEqual(new Set([await keptGrant(caller, connection)]));
});

test("the refresh token that takes the place of another is kept before anything is asked with it", async () => {
  const service = openAtelier();
  const { caller, connection } = await consented(service);
  const kept: (string | undefined)[] = [];
  service.state.meet = async (url) => {
    if (url.pathname === "/members") kept.push(await keptGrant(caller, connection));
    return undefined;
  };
  await sync(caller, connection);
  expect(kept).toEqual(["grant-1"]);
});

test("a refresh token lost between the answer and its keeping asks for a new consent, once, and drops nothing", async () => {
  const service = openAtelier();
  const { caller, connection } = await consented(service);
  // The service gave a successor that never arrived.
  service.state.grants = new Set(["grant-77"]);
  const lost = await sync(caller, connection);
  expect(lost).toMatchObject({ state: "failed", problem: { code: "reconnect_needed" }, nextRun: null });
  expect(lost.problem?.action.fr).toContain("Reconnectez");
  expect(lost.asOf).toBe(connection.asOf);
  expect(tokenCalls(service)).toBe(1);
  vi.setSystemTime(NOON + 3 * DAY_MS);
  await runDurableObjectAlarm(objectOf(caller.id));
  await sync(caller, connection);
  expect(tokenCalls(service)).toBe(1);

  await ask(caller, "PATCH", `/v1/connections/${connection.id}`, { credentials: { key: KEY } });
  expect(await sync(caller, connection)).toMatchObject({ state: "idle", problem: null });
});

test("an outage of the token endpoint does not break a consent", async () => {
  const service = openAtelier();
  const { caller, connection } = await consented(service);
  service.state.meet = (url) => (url.pathname === "/token" ? new Response(null, { status: 503 }) : undefined);
  expect(await sync(caller, connection)).toMatchObject({ problem: { code: "source_down" } });
  service.state.meet = undefined;
  expect(await sync(caller, connection)).toMatchObject({ state: "idle", problem: null });
});

test("a setting may change while a sync renews its consent, without spending its token twice", async () => {
  const service = openAtelier();
  const { caller, connection } = await consented(service);
  const object = objectOf(caller.id);
  const hold = Promise.withResolvers<undefined>();
  let reached = false;
  service.state.meet = (url) => {
    if (url.pathname !== "/won") return undefined;
    reached = true;
    return hold.promise;
  };
  const { run } = await ask<{ run: number }>(caller, "POST", `/v1/connections/${connection.id}/sync`);
  await until(() => reached || undefined);
  await object.expireToken(connection.id);
  const change = { settings: { account: "oranger" } };
  await Promise.all([
    object.where(connection.id, run),
    ask(caller, "PATCH", `/v1/connections/${connection.id}`, change),
  ]);
  expect(tokenCalls(service)).toBe(2);
  service.state.meet = undefined;
  hold.resolve(undefined);
  expect(await sync(caller, connection)).toMatchObject({ state: "idle", problem: null });
  expect(service.state.grants).toEqual(new Set([await keptGrant(caller, connection)]));
});

test("a token that expires in the middle of a sync is renewed, and the sync goes on at its page", async () => {
  const service = openAtelier();
  const { caller, connection } = await consented(service);
  let refused = false;
  service.state.meet = (url) => {
    if (url.pathname !== "/won" || refused) return undefined;
    refused = true;
    return Response.json({ error: "expired" }, { status: 401 });
  };
  expect(await sync(caller, connection)).toMatchObject({ state: "idle", problem: null });
  expect(tokenCalls(service)).toBe(2);
  expect(service.paths("members")).toHaveLength(1);
});

test("the accounts that credentials open are listed, page after page, and nothing is kept", async () => {
  openAtelier();
  const caller = await paired();
  const { accounts } = await ask<{ accounts: AccountChoice[] }>(
    caller,
    "POST",
    "/v1/connectors/atelier/accounts",
    { settings: {}, credentials: { key: KEY } },
  );
  expect(accounts).toEqual([
    { id: "a", name: "Atelier" },
    { id: "b", name: "Boutique" },
  ]);
  expect(await query(caller, "SELECT * FROM credentials")).toEqual([]);
});

test("where the key of the ids can no longer be read, reconnecting the source reads its things again", async () => {
  const { state } = openAtelier();
  state.deals.set("d1", { modified: NOON - 5000, won: "2030-11-10T10:00:00Z", amount: 1_000_000 });
  const caller = await paired();
  const connection = await connected(caller);
  await query(caller, "UPDATE keys SET record = 'v1.k1.x.y'");
  expect(await sync(caller, connection)).toMatchObject({ problem: { code: "credentials_unreadable" } });
  await ask(caller, "PATCH", `/v1/connections/${connection.id}`, { credentials: { key: KEY } });
  expect(await sync(caller, connection)).toMatchObject({ state: "idle", problem: null });
  expect(await query(caller, "SELECT COUNT(*) AS n FROM entities")).toEqual([{ n: 1 }]);
  const sums = await runInDurableObject(objectOf(caller.id), (_, { storage }) =>
    storage.sql.exec("SELECT SUM(sums ->> 'opps_won') AS n FROM facts").toArray(),
  );
  expect(sums).toEqual([{ n: 1 }]);
});
