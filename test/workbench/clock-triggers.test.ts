// The hours of the workbench: what the add-on put on the clock runs each minute, one at a time.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PageRuntime } from "../../workbench/google/page-runtime.ts";
import { runClockTriggers } from "../../workbench/sheet/clock-triggers.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;
const hourly = JSON.stringify({ handler: "refreshOnSchedule", everyHours: 1 });
const runtimeOf = (entry: PageRuntime["entry"]) => ({ entry }) as PageRuntime;

test("a trigger runs once its hours have passed, until it is deleted", async () => {
  const runs: string[] = [];
  const kept: Record<string, string> = {};
  const runtime = runtimeOf(async (name, mode) => void runs.push(`${name} ${mode}`));
  runClockTriggers(runtime, () => kept);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(runs).toEqual([]);
  kept["a"] = hourly;
  kept["b"] = JSON.stringify({ handler: "twoHourly", everyHours: 2 });
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(runs).toEqual(["refreshOnSchedule FULL", "twoHourly FULL", "refreshOnSchedule FULL"]);
  delete kept["a"];
  delete kept["b"];
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(runs).toHaveLength(3);
});

test("a run that lasts is not joined by another", async () => {
  const ends: (() => void)[] = [];
  const runtime = runtimeOf(() => new Promise((resolve) => void ends.push(resolve)));
  runClockTriggers(runtime, () => ({ a: hourly }));
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(ends).toHaveLength(2);
});

test("a run that fails does not keep the next from running", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  let runs = 0;
  const runtime = runtimeOf(async () => {
    runs += 1;
    throw new Error("The script failed.");
  });
  runClockTriggers(runtime, () => ({ a: hourly }));
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(runs).toBe(2);
  expect(told).toHaveBeenCalledTimes(2);
});
