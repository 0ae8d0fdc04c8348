// Plays a fault at the seventh page of a first sync: for a moment, or for ever.
import { expect } from "vitest";
import { connected, expectHealed, type FaultWorld, QUOTED, type Script, send } from "./world.ts";

const PAGE_7 = /\/visits\?from=2030-01-01.*after=60$/;
/** Plays a script at the pages of this year's visits (or others) until it has played so many times. */
export function times(count: number, script: Script, at = /\/visits\?from=2030-01-01/): Script {
  let played = 0;
  return (met, response) => at.test(met.path) && (played += 1) <= count && script(met, response);
}

export const refuse =
  (status: number, headers: Record<string, string> = {}): Script =>
  (_, response) =>
    send(response, status, JSON.stringify({ error: QUOTED }), headers);

export const text =
  (body: string, type = "application/json"): Script =>
  (_, response) =>
    send(response, 200, body, { "content-type": type });

/** A first sync meets a script for ever: it ends with a code after so many tries, and later nothing is missing. */
export async function lasting(
  world: FaultWorld,
  script: Script,
  { code, tries, state = "failed" }: { code: string; tries: number; state?: string },
): Promise<void> {
  const { engine, id } = await connected(world);
  world.met.length = 0;
  world.script = times(Number.POSITIVE_INFINITY, script, PAGE_7);
  await engine.settle();
  expect(engine.lastRun(id)).toMatchObject({ state, code });
  expect(world.met.filter(({ path }) => PAGE_7.test(path))).toHaveLength(tries);
  // The pages before it are set aside, and not asked for again.
  expect(engine.disk.rows("SELECT 1 FROM staged")).toHaveLength(60);
  const before = world.met.length;
  await expectHealed(world, engine, id);
  const again = world.met.slice(before).filter(({ path }) => path.includes("from=2030-01-01"));
  expect(again.map(({ path }) => path.split("after=")[1])).toEqual(["60", "70", "80", "90"]);
}

/** What fails for a moment costs as many requests more as it failed times, and nothing else. */
export async function passing(world: FaultWorld, script: Script, count = 2): Promise<number[]> {
  const { engine, id } = await connected(world);
  world.met.length = 0;
  world.script = times(count, script, PAGE_7);
  await engine.settle();
  expect(engine.lastRun(id)).toMatchObject({ state: "ok", code: null });
  expect(world.met).toHaveLength(engine.lastRun(id).pages + count);
  await expectHealed(world, engine, id);
  const at = world.met.filter(({ path }) => PAGE_7.test(path)).map((one) => one.at);
  return at.slice(1).map((instant, index) => instant - (at[index] ?? 0));
}
