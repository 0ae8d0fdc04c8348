// Kills the server in the middle of first syncs, then sees whether every figure has arrived, once.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { assertAgreement, assertWholeDays } from "./agreement.ts";
import type { Stack } from "./stack.ts";
import { newWorkspace, shopAt, type Workspace } from "./workspace.ts";

/** A lost runner is replaced when its lease of 30 s ends. */
const RECOVERY_MS = 120_000;
/** Less than a month of figures, so that windows are read in several pages. */
const PAGE_ROWS = 400;

export type Outcome = { kills: number; lostRunners: number; served: number; again: number };

/**
 * Starts a first sync in a new workspace and kills the process group at a random moment of it, as many times as asked;
 * after each restart, whatever is already held must be whole. Then waits until every sync has completed by itself.
 * `tell` hears of each step.
 * @throws AssertionError when a figure is missing, doubled or wrong, or a finished page was fetched again
 */
export async function surviveKills(
  stack: Stack,
  kills: number,
  random: () => number,
  tell: (sentence: string) => void = () => {},
): Promise<Outcome> {
  const shop = shopAt(stack.url);
  await shop.order({ mostRows: PAGE_ROWS });
  const workspaces: Workspace[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    const workspace = await newWorkspace(stack.url);
    workspaces.push(workspace);
    await workspace.connectDemo();
    const { done, total } = await atRandomMoment(workspace, random);
    await stack.kill();
    tell(`Kill ${kill} of ${kills}: page ${done} of ${total}.`);
    await stack.start();
    for (const one of workspaces) await assertWholeDays(await one.refresh(), shop);
  }
  let lostRunners = 0;
  let committed = 0;
  for (const workspace of workspaces) {
    const last = await workspace.settled(RECOVERY_MS);
    assert.deepEqual([last.state, last.problem, last.progress.done], ["ok", null, last.progress.total]);
    await assertAgreement(await workspace.refresh(), shop);
    const runs = await workspace.runs();
    lostRunners += runs.filter(({ state }) => state === "abandoned").length;
    committed += runs.reduce((sum, { pages }) => sum + pages, 0);
  }
  // The first page served is none of the history: with it, each connection has proven its credentials.
  const [proof, ...times] = Object.values(await shop.served());
  assert.equal(proof, kills);
  assert.equal(committed, kills * times.length);
  const served = times.reduce((sum, count) => sum + count, 0);
  const again = served - committed;
  // A lost runner may lose the page it was reading, and no other.
  assert.ok(again >= 0 && again <= lostRunners, `${again} pages served again, ${lostRunners} runners lost`);
  return { kills, lostRunners, served, again };
}

/** Waits until some page of the first sync, drawn at random, and a little more. */
async function atRandomMoment(
  workspace: Workspace,
  random: () => number,
): Promise<{ done: number; total: number }> {
  const drawn = random();
  for (;;) {
    const { state, progress } = (await workspace.runs())[0]!;
    if (progress.done >= Math.floor(drawn * progress.total) || state !== "running") {
      await pause(150 * random());
      return progress;
    }
    await pause(20);
  }
}
