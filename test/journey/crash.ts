// Kills the server in the middle of first syncs, then sees whether every figure has arrived, once.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { Refresh } from "../../shared/api/refresh.ts";
import type { Stack } from "./stack.ts";
import { newWorkspace, type Shop, shopAt, type Workspace } from "./workspace.ts";

/** A lost runner is replaced when its lease of 30 s ends. */
const RECOVERY_MS = 120_000;

/** A source whose first sync is interrupted. */
export interface Interrupted {
  readonly name: string;
  /** The most rows of a page, so that there are many of them. */
  readonly pageRows: number;
  /** How many pages a first sync reads, more or less. */
  readonly pages: number;
  /** Pages that are served before the first sync, to prove the credentials. */
  readonly proofs: number;
  readonly connect: (workspace: Workspace) => Promise<unknown>;
  /** What is held in the middle of a sync is whole, as far as it goes. @throws AssertionError */
  readonly assertWhole: (refresh: Refresh, shop: Shop) => Promise<void>;
  /** What is held is all there is. @throws AssertionError */
  readonly assertAgreement: (refresh: Refresh, shop: Shop) => Promise<void>;
}

export type Outcome = { kills: number; lostRunners: number; rows: number; served: number; again: number };

/**
 * Starts a first sync in a new workspace and kills the process group at a random moment of it, as many times as asked;
 * after each restart, whatever is already held must be whole. Then waits until every sync has completed by itself.
 * `tell` hears of each step.
 * @throws AssertionError when a figure is missing, doubled or wrong, or a finished page was fetched again
 */
export async function surviveKills(
  stack: Stack,
  source: Interrupted,
  kills: number,
  random: () => number,
  tell: (sentence: string) => void = () => {},
): Promise<Outcome> {
  const shop = shopAt(stack.url);
  await shop.forget();
  // The shop learns nothing new meanwhile, not even at midnight.
  await shop.order({ mostRows: source.pageRows, day: await shop.today() });
  const workspaces: Workspace[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    const workspace = await newWorkspace(stack.url);
    workspaces.push(workspace);
    await source.connect(workspace);
    const page = await atRandomMoment(workspace, source.pages, random);
    await stack.kill();
    tell(`${source.name}, kill ${kill} of ${kills}: after page ${page}.`);
    await stack.start();
    for (const one of workspaces) await source.assertWhole(await one.refresh(), shop);
  }
  let [lostRunners, committed, rows] = [0, 0, 0];
  for (const workspace of workspaces) {
    const last = await workspace.settled(RECOVERY_MS);
    assert.deepEqual([last.state, last.problem, last.progress.done], ["ok", null, last.progress.total]);
    for (const run of await workspace.runs()) {
      lostRunners += Number(run.state === "abandoned");
      committed += run.pages;
      rows += run.rows;
    }
  }
  const all = Object.values(await shop.served()).reduce((sum, count) => sum + count, 0);
  const served = all - kills * source.proofs;
  const again = served - committed;
  // A lost runner may lose the page it was reading, and no other.
  assert.ok(again >= 0 && again <= lostRunners, `${again} pages served again, ${lostRunners} runners lost`);
  for (const workspace of workspaces) await source.assertAgreement(await workspace.refresh(), shop);
  return { kills, lostRunners, rows, served, again };
}

/** Waits until some page of the first sync, drawn at random, and a little more. */
async function atRandomMoment(workspace: Workspace, count: number, random: () => number): Promise<number> {
  const drawn = Math.floor(count * random());
  for (;;) {
    const { state, pages } = (await workspace.runs())[0]!;
    if (pages >= drawn || state !== "running") {
      await pause(300 * random());
      return pages;
    }
    // A workspace answers six hundred calls a minute.
    await pause(110);
  }
}
