// The whole way of a figure, from the vendor to the refresh, on the stack that `npm start` runs.
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Refresh } from "../../shared/api/refresh.ts";
import { addDays } from "../../workbench/vendors/days.ts";
import { assertAgreement, dataOf } from "./agreement.ts";
import { newStack, type Stack } from "./stack.ts";
import { newWorkspace, type Shop, shopAt, type Workspace } from "./workspace.ts";

let stack: Stack;
let shop: Shop;
let workspace: Workspace;
/**
 * The shop's day: it does not move on unless it is told to, and stays behind the clock's, so that what a midnight in Paris
 * adds to a sync is empty.
 */
const day = addDays(new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date()), -1);

beforeAll(async () => {
  stack = await newStack();
  await stack.start();
  shop = shopAt(stack.url);
  await shop.order({ day });
  workspace = await newWorkspace(stack.url);
});

afterAll(() => stack.remove());

const figures = ({ tabs }: Refresh) => tabs.map(({ key, rows }) => ({ key, rows }));
const reports = (pages: Record<string, number>): string[] =>
  Object.keys(pages).filter((page) => page.includes(":runReport"));

describe("the first sync", () => {
  it("reads two years page by page, and tells how far it is", async () => {
    const connected = await workspace.connectDemo();
    expect(connected).toMatchObject({
      connector: "ga4",
      state: "running",
      currency: "EUR",
      timeZone: "Europe/Paris",
    });
    const progress: number[] = [];
    for (let state = "running"; state === "running"; await pause(200)) {
      const [run] = await workspace.runs();
      state = run!.state;
      progress.push(run!.progress.done);
    }
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(new Set(progress).size).toBeGreaterThan(5);
    const [run] = await workspace.runs();
    expect(run).toMatchObject({ number: 1, state: "ok", problem: null });
    expect(run!.progress.done).toBe(run!.progress.total);
    const { from, to, rows } = dataOf(await workspace.refresh()).provenance[0]!;
    expect(from! <= addDays(day, -728)).toBe(true);
    // Yesterday, whichever side of midnight the sync was planned.
    expect([day, addDays(day, 1)]).toContain(to);
    expect(rows).toBeGreaterThan(10_000);
  });

  it("brings the shop's own figures, to the last micro, by day, channel and campaign", async () => {
    await assertAgreement(await workspace.refresh(), shop);
  });

  it("brings people counted once a period, never their sum", async () => {
    const { tabs } = await workspace.refresh();
    const { header, rows } = tabs.find(({ key }) => key === "uniques")!;
    const periods = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
    for (const name of ["day", "week", "month"]) {
      const some = periods.filter(({ period }) => period === name).slice(0, 6);
      expect(some).toHaveLength(6);
      for (const { from, to, users } of some) expect(users).toBe(await shop.people(String(from), String(to)));
    }
  });

  it("asks for each page once", async () => {
    expect(Object.values(await shop.served()).filter((times) => times > 1)).toEqual([]);
  });

  it("makes KPIs of sums, by channel too", async () => {
    const [from, to] = [addDays(day, -60), addDays(day, -31)];
    const groups = Object.entries(await shop.totals(from, to, "channel"));
    const rate = (some: [string, { conversions: number; sessions: number }][]): number =>
      some.reduce((sum, [, { conversions }]) => sum + conversions, 0) /
      some.reduce((sum, [, { sessions }]) => sum + sessions, 0);
    const all = await workspace.kpi(`CR?from=${from}&to=${to}`);
    expect(all.value).toBeCloseTo(rate(groups), 12);
    const split = await workspace.kpi(`CR?from=${from}&to=${to}&by=channel`);
    const email = split.rows.find((row: any) => row.key === "email");
    expect(email.value).toBeCloseTo(rate(groups.filter(([name]) => name === "Email")), 12);
  });
});

describe("a later sync", () => {
  it("follows what the shop has learnt since, of recent days only", async () => {
    const before = await workspace.refresh();
    const already = await shop.served();
    await shop.order({
      day: addDays(day, 1),
      adjustments: [{ from: addDays(day, -1), to: addDays(day, -1), campaign: "Marque", removed: true }],
    });
    await workspace.sync();
    expect(await workspace.settled()).toMatchObject({ number: 2, state: "ok" });
    const after = await workspace.refresh();
    expect(figures(after)).not.toEqual(figures(before));
    const asked = reports(await shop.served()).filter((page) => !(page in already));
    expect(asked.length).toBeGreaterThan(0);
    for (const page of asked)
      expect(/ (\d{4}-\d{2}-\d{2})\.\./.exec(page)![1]! >= addDays(day, -61)).toBe(true);
    // Of the days before the look-back the shop has learnt too, and nobody has asked again.
    const recent = addDays(day, -2);
    const rows = dataOf(after).rows.filter(([date]) => String(date) >= recent);
    const tab = { ...dataOf(after), rows, provenance: [{ ...dataOf(after).provenance[0]!, from: recent }] };
    await assertAgreement({ ...after, tabs: [tab] }, shop);
    expect(rows.some((row) => row[0] === addDays(day, -1) && row.includes("Marque"))).toBe(false);
  });

  it("joins the one under way instead of starting another", async () => {
    const [first, second] = await Promise.all([workspace.sync(), workspace.sync()]);
    expect(second.run).toBe(first.run);
    expect(first.joined).not.toBe(second.joined);
    await workspace.settled();
  });
});

describe("a source that fails", () => {
  const report = ":runReport";
  it.each([
    ["is down", { faults: [{ match: report, to: null, status: 503, retryAfter: "0" }] }, "source_down"],
    ["answers a web page", { faults: [{ match: report, to: null, html: true }] }, "source_not_json"],
    [
      "has revoked the token and the grant",
      { revokeTokens: true, grantWithdrawn: true },
      "credentials_refused",
    ],
    ["has closed the property", { propertyClosed: true }, "access_denied"],
  ])("because it %s leaves the last figures, with the reason and what to do", async (_, order, code) => {
    const before = await workspace.refresh();
    await shop.order(order);
    await workspace.sync();
    expect(await workspace.settled()).toMatchObject({ state: "failed", problem: { code } });
    const after = await workspace.refresh();
    expect(figures(after)).toEqual(figures(before));
    const problem = {
      code,
      words: { fr: expect.stringMatching(/\w\.$/), en: expect.stringMatching(/\w\.$/) },
      action: { fr: expect.stringMatching(/\w\.$/), en: expect.stringMatching(/\w\.$/) },
    };
    expect(after.sources).toEqual([
      expect.objectContaining({
        state: "failed",
        asOf: before.sources[0]!.asOf,
        problem: expect.objectContaining(problem),
      }),
    ]);
    await shop.order({ faults: [], grantWithdrawn: false, propertyClosed: false });
    await workspace.sync();
    expect(await workspace.settled()).toMatchObject({ state: "ok" });
    expect((await workspace.refresh()).sources[0]).toMatchObject({ state: "idle", problem: null });
  });
});

it("a source that cuts an answer, or is overloaded for a moment, is asked again", async () => {
  await shop.order({
    faults: [
      { match: ":runReport", truncate: true },
      { match: ":runReport", from: 3, status: 503 },
    ],
  });
  await workspace.sync();
  expect(await workspace.settled()).toMatchObject({ state: "ok", problem: null });
  await shop.order({ faults: [] });
});

describe("a restart", () => {
  it("keeps everything, and the schedule goes on by itself", async () => {
    // The source asks to come back later than a runner waits: the next attempt is the alarm's.
    await shop.order({ faults: [{ match: ":runReport", status: 429, retryAfter: "16" }] });
    await workspace.sync();
    expect(await workspace.settled()).toMatchObject({
      state: "rescheduled",
      problem: { code: "rate_limited" },
    });
    const before = await workspace.refresh();
    const served = async (): Promise<number> =>
      Object.values(await shop.served()).reduce((sum, times) => sum + times, 0);
    const already = await served();
    await stack.stop();
    await expect(workspace.refresh()).rejects.toThrow();
    await stack.start();
    expect(figures(await workspace.refresh())).toEqual(figures(before));
    // Only the simulators are asked: nobody wakes the workspace.
    for (let waited = 0; (await served()) === already; waited += 200) {
      expect(waited).toBeLessThan(25_000);
      await pause(200);
    }
    expect(await workspace.settled()).toMatchObject({ state: "ok" });
    expect((await workspace.refresh()).sources[0]!.problem).toBeNull();
  });
});
