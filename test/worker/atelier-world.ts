// The made-up service in place among the simulated ones, its connector in the catalogue of this process, and its figures.
import { runInDurableObject } from "cloudflare:test";
import { vi } from "vitest";
import type { Connection, Run, SyncStarted } from "../../shared/api/sources.ts";
import type { Connector } from "../../worker/connector.ts";
import { connectors } from "../../worker/connectors/index.ts";
import { atelier } from "./atelier.ts";
import { atelierService } from "./atelier-service.ts";
import { ask, objectOf, type paired, settled, simulate } from "./world.ts";

// In the process of one test file only: the product's own catalogue stays as it is.
(connectors as Connector[]).push(atelier);

export const NOON = Date.parse("2030-11-21T12:00:00Z");
export const DAY_MS = 86_400_000;
/** Found nowhere but in sealed records. */
export const KEY = "KEY-9f3a";

export type Caller = Awaited<ReturnType<typeof paired>>;

/** The service at noon on 21 November 2030, the clock stopped. */
export function openAtelier() {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  vi.spyOn(Math, "random").mockReturnValue(0);
  simulate();
  const others = vi.mocked(globalThis.fetch).getMockImplementation();
  const service = atelierService();
  vi.mocked(globalThis.fetch).mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    if (/\.atelier\.(example|test)$/.test(new URL(request.url).hostname)) return service.answer(request);
    return others?.(input, init) ?? new Response(null, { status: 599 });
  });
  return service;
}

export const form = (credentials: object = { key: KEY }, settings: object = {}) => ({
  connector: "atelier",
  name: "Atelier",
  settings: { account: "verveine", ...settings },
  credentials,
});

export async function connected(caller: Caller, ...given: Parameters<typeof form>): Promise<Connection> {
  await ask(caller, "POST", "/v1/connections", form(...given));
  return settled(caller);
}

export async function sync(caller: Caller, { id }: Pick<Connection, "id">): Promise<Connection> {
  await ask<SyncStarted>(caller, "POST", `/v1/connections/${id}/sync`);
  return settled(caller);
}

export const runsOf = async (caller: Caller) => (await ask<{ runs: Run[] }>(caller, "GET", "/v1/runs")).runs;

/** Looks into the workspace's own tables. */
export function query<Row extends Record<string, SqlStorageValue>>(
  caller: Caller,
  sql: string,
  ...values: SqlStorageValue[]
): Promise<Row[]> {
  return runInDurableObject(objectOf(caller.id), (_, { storage }) =>
    storage.sql.exec<Row>(sql, ...values).toArray(),
  );
}

/** What is held of some tables, as `day channel metric` and its sum. */
export async function figures(caller: Caller, ...streams: string[]): Promise<Record<string, number>> {
  const rows = await query<{ place: string; total: number }>(
    caller,
    `SELECT day || ' ' || channel || ' ' || sum.key AS place, SUM(sum.value) AS total
     FROM facts JOIN series ON series.number = facts.series, json_each(sums) AS sum
     WHERE stream IN (SELECT value FROM json_each(?)) GROUP BY 1 ORDER BY 1`,
    JSON.stringify(streams),
  );
  return Object.fromEntries(rows.map(({ place, total }) => [place, total]));
}

/** Every cell of every table. */
export async function everything(caller: Caller): Promise<string> {
  const tables = await query<{ name: string }>(
    caller,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  );
  const rows = await Promise.all(tables.map(({ name }) => query(caller, `SELECT * FROM "${name}"`)));
  return JSON.stringify(rows);
}
