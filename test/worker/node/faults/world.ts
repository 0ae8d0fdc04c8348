// A made-up service on 127.0.0.1 that misbehaves by script, and an engine connected to it over real requests.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import type { Settings } from "../../../../worker/connector.ts";
import { type RunRow, runs } from "../../../../worker/store/runs.ts";
import { atelierService } from "../../atelier-service.ts";
import type { Disk } from "../engine/disk.ts";
import { type Engine, type Outside, startEngine } from "../engine/engine.ts";

export const NOON = Date.parse("2030-11-21T12:00:00Z");
export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
const KEY = "KEY-9f3a-of-the-atelier";
/** What a refused or doubtful answer quotes: found nowhere afterwards. */
export const QUOTED = "camille@atelier.example";
const EUROS = 1_000_000;

/** A request as the service met it, and when by the engine's clock. */
export interface Met {
  readonly path: string;
  readonly at: number;
  readonly headers: IncomingMessage["headers"];
}

/** Answers in the place of the service, or lets it answer (false). */
export type Script = (met: Met, response: ServerResponse) => boolean | Promise<boolean>;

export type FaultWorld = Awaited<ReturnType<typeof openWorld>>;

/** The service with a hundred visits in pages of ten, and five deals. */
export async function openWorld() {
  const service = atelierService();
  const clock = { now: NOON };
  const met: Met[] = [];
  const world = { script: undefined as Script | undefined };
  fill(service.state);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const one = { path, at: clock.now, headers: request.headers };
    met.push(one);
    if (await world.script?.(one, response)) return;
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const body = request.method === "POST" ? { body: Buffer.concat(chunks) } : {};
    const init = { method: request.method ?? "GET", headers: plain(request), ...body };
    const answered = await service.answer(new Request(`https:/${path}`, init));
    response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(await answered.text());
  }

  const server = createServer((request, response) => void answer(request, response));
  const origin = await listen(server);

  function outside(more: Partial<Outside> = {}): Outside {
    const oauthClients = { atelier: { id: "client-1", secret: "CLIENT-SECRET-31" } };
    return { clock, fetch, ...more, environment: { vendors: origin, oauthClients, ...more.environment } };
  }
  return Object.assign(world, {
    service,
    state: service.state,
    clock,
    met,
    origin,
    outside,
    start: (disk?: Disk, more?: Partial<Outside>) => startEngine(outside(more), disk),
    /** What was asked of one table. */
    asked: (table: string) => met.filter(({ path }) => new URL(`http:/${path}`).pathname === `/${table}`),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => {
        server.close(done);
      });
    },
  });
}

/** An engine whose source is connected; its first sync waits. */
export async function connected(
  world: FaultWorld,
  { settings = {}, credentials = { key: KEY }, since, ...more }: Partial<Outside> & Partial<Given> = {},
): Promise<{ engine: Engine; id: string }> {
  const engine = await world.start(undefined, more);
  return { engine, id: await connect(engine, settings, credentials, since) };
}

interface Given {
  readonly settings: Settings;
  readonly credentials: Settings;
  /** The first day to read. */
  readonly since: string | undefined;
}

export function connect(
  engine: Engine,
  settings: Settings = {},
  credentials: Settings = { key: KEY },
  since?: string,
): Promise<string> {
  const wanted = {
    connector: "atelier",
    name: "Atelier",
    settings: { account: "verveine", ...settings },
    credentials,
  };
  return engine.connect(wanted, since);
}

/** The same, its first sync done and found good. */
export async function synced(...given: Parameters<typeof connected>) {
  const all = await connected(...given);
  await all.engine.settle();
  expectWhole(given[0], all.engine);
  given[0].met.length = 0;
  return all;
}

/** The fault is over: one sync later, the store is the source, and every row of it is there once. */
export async function expectHealed(world: FaultWorld, engine: Engine, id: string): Promise<void> {
  world.script = undefined;
  world.state.meet = undefined;
  world.clock.now += HOUR_MS;
  await engine.sync(id);
  expect(engine.lastRun(id)).toMatchObject({ state: "ok", code: null });
  expectWhole(world, engine);
}

/** The store is the source, to the last unit; nothing of what it quoted is kept. */
export function expectWhole({ state }: FaultWorld, { disk }: Engine): void {
  const held = disk.rows<{ place: string; sums: string }>(
    `SELECT stream || ' ' || day || ' ' || key AS place, sums FROM facts JOIN series ON series.number = facts.series
     WHERE stream = 'visits' ORDER BY 1`,
  );
  const visits = state.visits.filter(({ sessions }) => sessions !== null && sessions !== 0);
  const wanted = visits.map(({ day, channel, sessions }) => ({
    place: `visits ${day.replaceAll("-", "")} ${channel}`,
    sums: JSON.stringify({ sessions }),
  }));
  expect(held).toEqual(wanted.sort((one, other) => (one.place < other.place ? -1 : 1)));
  const [won] = disk.rows<{ deals: number; revenue: number }>(
    "SELECT total(sums ->> 'opps_won') AS deals, total(sums ->> 'revenue') AS revenue FROM facts WHERE stream = 'won'",
  );
  const deals = [...state.deals.values()].filter((deal) => deal.won);
  const revenue = deals.reduce((sum, { amount = 0 }) => sum + amount, 0);
  expect(won).toEqual({ deals: deals.length, revenue });
  expect(disk.everything()).not.toContain(QUOTED);
  expect(disk.everything()).not.toContain(KEY);
}

export function lastRuns({ room }: Engine, limit = 20): RunRow[] {
  return runs(room.sql, limit);
}

export function send(
  response: ServerResponse,
  status: number,
  body = "",
  headers: Record<string, string> = {},
): true {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  return true;
}

/** A server that notes every request it gets. */
export async function openCanary() {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.url} ${JSON.stringify(request.headers)}`);
    response.end("{}");
  });
  const origin = await listen(server);
  return { origin, seen, close: () => void server.close() };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function fill(state: ReturnType<typeof atelierService>["state"]): void {
  state.pageRows = 10;
  for (let day = 1; day <= 20; day += 1) {
    for (let line = 0; line < 5; line += 1) {
      const text = `2030-11-${String(day).padStart(2, "0")}`;
      state.visits.push({ day: text, channel: `line ${line}`, sessions: 10 * day + line });
    }
  }
  for (let deal = 1; deal <= 5; deal += 1) {
    const won = `2030-11-${String(deal + 9)}T10:00:00Z`;
    state.deals.set(`d${deal}`, { modified: NOON - DAY_MS, won, amount: deal * EUROS + 1, channel: "Ads" });
  }
}

function plain({ headers }: IncomingMessage): Record<string, string> {
  const { host: _, connection: __, ...rest } = headers;
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
}
