// One connector under test: its service opened at an instant, itself connected, and its first sync done or ready to begin.
import { expect } from "vitest";
import type { Simulation } from "../../../../workbench/vendors/simulation.ts";
import type { Connector, Settings } from "../../../../worker/connector.ts";
import type { ConnectionRow } from "../../../../worker/store/connections.ts";
import { type Engine, type Outside, startEngine } from "../engine/engine.ts";
import { type Asked, openShop, type Shop } from "../engine/shop.ts";
import type { Fixture } from "./fixtures.ts";

export interface Subject {
  readonly connector: Connector;
  readonly fixture: Fixture;
}

/** What a connector must stand; a sentence instead of nothing says why it cannot be asked to. */
export interface Case {
  readonly name: string;
  readonly run: (subject: Subject) => Promise<string | void>;
}

/** The shop has known leads for a week. */
export const NOON = Date.parse("2024-10-08T12:00:00Z");
export const SINCE = "2024-10-01";
export const DAY_MS = 86_400_000;

export function shopOf({ fixture }: Subject, changes: Partial<Simulation> = {}, now = NOON): Shop {
  return openShop(now, {
    ...fixture.simulation,
    ...changes,
    adjustments: [...(fixture.simulation?.adjustments ?? []), ...(changes.adjustments ?? [])],
  });
}

interface Opened {
  readonly engine: Engine;
  readonly id: string;
}

/** Connects the source; its first sync, cut down to the days since `since`, waits. The engine's clock is its own. */
export async function opened(
  { connector, fixture }: Subject,
  shop: Shop,
  more: Partial<Outside> & { readonly since?: string; readonly settings?: Settings } = {},
): Promise<Opened> {
  const { since = SINCE, settings = {}, ...outside } = more;
  const engine = await startEngine({ clock: { now: shop.clock.now }, fetch: shop.fetch, ...outside });
  const wanted = {
    connector: connector.name,
    name: "Boutique",
    settings: { ...fixture.settings, ...settings },
    credentials: fixture.credentials,
  };
  const id = await engine.connect(wanted, since);
  return { engine, id };
}

/** The same, its first sync done. */
export async function pulled(...given: Parameters<typeof opened>): Promise<Opened> {
  const all = await opened(...given);
  await all.engine.settle();
  expectOk(all.engine, all.id);
  return all;
}

export function expectOk(engine: Engine, id: string): void {
  const { state, code } = engine.lastRun(id);
  expect({ state, code }).toEqual({ state: "ok", code: null });
  const { problem }: ConnectionRow = engine.connection(id);
  expect(problem).toBeNull();
}

/** What tells two requests apart, those for tokens left out: they carry the time. */
export function questions(asked: readonly Asked[]): string[] {
  return asked.filter(({ url }) => !/token/.test(new URL(url).pathname)).map(({ url, body }) => url + body);
}

export function hasEntities({ connector }: Subject): boolean {
  return connector.streams.some(({ kind }) => kind === "entities");
}
