// What is read of things that change, and how a window is halved.
import { expect, test } from "vitest";
import type { EntityStream, FactStream, Reading } from "../../../worker/connector.ts";
import { halves } from "../../../worker/halves.ts";
import { entityPage, entityWindow, historyWindows, recentWindows } from "../../../worker/plan.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
const DAY_MS = 86_400_000;
const deals: EntityStream = {
  kind: "entities",
  name: "deals",
  entity: "deal",
  metrics: ["opps_won"],
  overlapMinutes: 60,
  sweep: "weekly",
  request: () => ({ method: "GET", url: "https://x.example" }),
  read: () => ({ entities: [], next: null, total: null, unit: null, marks: [] }),
  derive: () => [],
};
const nothing: Reading = { facts: [], uniques: [], next: null, total: null, unit: null, marks: [] };
const followers: FactStream = {
  kind: "facts",
  name: "followers",
  history: "today",
  metrics: ["customers_end"],
  starts: "day",
  slice: "day",
  lookBack: { eachRun: 0, daily: 0 },
  request: () => ({ method: "GET", url: "https://x.example" }),
  read: () => nothing,
};
const cursor = (until: number | null, swept: number | null) => ({
  stream: "deals",
  until,
  swept,
  bound: null,
  sweep: null,
});
const LAST = "2026-11-21T12:00:00.000Z";

test("the first reading, a weekly one and one whose place lies in the future read everything", () => {
  const all = { stream: "deals", first: "", last: LAST, kind: "history" };
  expect(entityWindow(deals, undefined, NOW)).toEqual(all);
  expect(entityWindow(deals, cursor(NOW - 3_600_000, NOW - 7 * DAY_MS), NOW)).toEqual(all);
  expect(entityWindow(deals, cursor(NOW + DAY_MS, NOW), NOW)).toEqual(all);
  expect(entityPage({ first: "", last: LAST, token: null })).toEqual({
    since: null,
    until: LAST,
    token: null,
  });
});

test("the others begin an hour before the last one ended, be it a clock that is a little ahead", () => {
  const changes = entityWindow(deals, cursor(NOW - 3_600_000, NOW - 6 * DAY_MS), NOW);
  expect(changes).toEqual({ stream: "deals", first: "2026-11-21T10:00:00.000Z", last: LAST, kind: "recent" });
  expect(entityWindow(deals, cursor(NOW + 60_000, NOW), NOW).first).toBe("2026-11-21T11:00:00.000Z");
  const forgets = { ...deals, sweep: "never" } as const;
  expect(entityWindow(forgets, cursor(NOW - 3_600_000, null), NOW).first).toBe("2026-11-21T10:00:00.000Z");
});

test("what only tells how things stand is read once a sync, for today", () => {
  const today = { stream: "followers", first: "2026-11-21", last: "2026-11-21", kind: "recent" };
  expect(historyWindows([followers, deals], "2026-11-21")).toEqual([today]);
  const progress = { plannedDay: "2026-11-18", completeDay: "2026-11-18" };
  expect(recentWindows([followers, deals], "2026-11-21", progress)).toEqual([today]);
});

test("slices of a day are days", () => {
  const daily: FactStream = { ...followers, history: "full", slice: "day" };
  const windows = historyWindows([daily], "2026-03-02", "2026-02-27");
  expect(windows.map(({ first, last }) => `${first} ${last}`)).toEqual([
    "2026-02-27 2026-02-27",
    "2026-02-28 2026-02-28",
    "2026-03-01 2026-03-01",
  ]);
});

test("days are halved without a gap, until a day is left", () => {
  expect(halves(followers, { first: "2026-02-27", last: "2026-03-02" })).toEqual([
    { first: "2026-02-27", last: "2026-02-28" },
    { first: "2026-03-01", last: "2026-03-02" },
  ]);
  expect(halves(followers, { first: "2026-03-01", last: "2026-03-01" })).toBeUndefined();
});

test("time is halved too; of everything the last year comes first", () => {
  expect(halves(deals, { first: "", last: LAST })).toEqual([
    { first: "", last: "2025-11-21T12:00:00.000Z" },
    { first: "2025-11-21T12:00:00.000Z", last: LAST },
  ]);
  const day = halves(deals, { first: "2026-11-20T12:00:00.000Z", last: LAST });
  expect(day?.[0].last).toBe("2026-11-21T00:00:00.000Z");
  expect(day?.[1].first).toBe("2026-11-21T00:00:00.000Z");
  expect(halves(deals, { first: "2026-11-21T11:59:59.000Z", last: LAST })).toBeUndefined();
});
