// Which days a sync reads, and how a long past fits in a tab.
import { expect, test } from "vitest";
import { addDays } from "../../../shared/period.ts";
import { ga4 } from "../../../worker/connectors/ga4.ts";
import { foldPlan } from "../../../worker/fold.ts";
import { dayAt, historyWindows, recentWindows } from "../../../worker/plan.ts";

const TODAY = "2026-11-21";
const of = (windows: ReturnType<typeof historyWindows>, stream: string) =>
  windows.filter((window) => window.stream === stream);

test("the history is 24 whole months and the current one until yesterday, each day once", () => {
  const traffic = of(historyWindows(ga4.streams, TODAY), "traffic");
  expect(traffic).toHaveLength(25);
  expect(traffic[0]).toMatchObject({ first: "2024-11-01", last: "2024-11-30" });
  expect(traffic.at(-1)).toMatchObject({ first: "2026-11-01", last: "2026-11-20" });
  traffic.slice(1).forEach(({ first }, index) => expect(first).toBe(addDays(traffic[index]?.last ?? "", 1)));
});

test("windows of people counted by week begin on Mondays and leave none out", () => {
  const weeks = of(historyWindows(ga4.streams, TODAY), "users_by_week");
  // 28 October 2024, 30 December 2024 and 29 December 2025 are the Mondays of the weeks of 1 November and 1 January.
  expect(weeks.map(({ first, last }) => [first, last])).toEqual([
    ["2024-10-28", "2024-12-29"],
    ["2024-12-30", "2025-12-28"],
    ["2025-12-29", "2026-11-20"],
  ]);
});

test("on the first of a month, no window is upside down", () => {
  for (const { first, last } of historyWindows(ga4.streams, "2026-11-01")) expect(first <= last).toBe(true);
  expect(of(historyWindows(ga4.streams, "2026-11-01"), "traffic").at(-1)?.last).toBe("2026-10-31");
});

test("an hourly sync re-reads three days, the first of a day thirty for conversions", () => {
  const hourly = recentWindows(ga4.streams, TODAY, { plannedDay: TODAY, completeDay: TODAY });
  expect(of(hourly, "traffic")).toMatchObject([{ first: "2026-11-18", last: "2026-11-20" }]);
  expect(of(hourly, "outcomes")).toMatchObject([{ first: "2026-11-18", last: "2026-11-20" }]);
  const daily = recentWindows(ga4.streams, TODAY, { plannedDay: "2026-11-20", completeDay: TODAY });
  expect(of(daily, "outcomes").map(({ first, last }) => [first, last])).toEqual([
    ["2026-10-22", "2026-10-31"],
    ["2026-11-01", "2026-11-20"],
  ]);
});

test("after ten days of silence, the look-back starts where the last complete sync ended", () => {
  const late = recentWindows(ga4.streams, TODAY, { plannedDay: "2026-11-11", completeDay: "2026-11-11" });
  expect(of(late, "traffic")).toMatchObject([{ first: "2026-11-08", last: "2026-11-20" }]);
});

test("days are those of the account's zone, through a change of clocks", () => {
  expect(dayAt(Date.parse("2026-03-28T22:59:00Z"), "Europe/Paris")).toBe("2026-03-28");
  expect(dayAt(Date.parse("2026-03-28T23:00:00Z"), "Europe/Paris")).toBe("2026-03-29");
  expect(dayAt(Date.parse("2026-10-25T22:59:00Z"), "Europe/Paris")).toBe("2026-10-25");
  expect(dayAt(Date.parse("2026-11-21T04:59:00Z"), "America/New_York")).toBe("2026-11-20");
});

const months = (...sizes: [month: number, daily: number, folded: number][]) =>
  sizes.map(([month, daily, folded]) => ({ month, daily, folded }));

test("as many new months as fit stay day by day; older ones fold", () => {
  // 100 + 90 daily and 5 folded are 195; the third month day by day would make 290.
  const plan = foldPlan(months([202611, 100, 4], [202610, 90, 4], [202609, 100, 5]), 200);
  expect(plan).toEqual({ foldBefore: 202610, dropBefore: 0 });
});

test("what fits is shown whole", () => {
  expect(foldPlan(months([202611, 100, 4], [202610, 90, 4]), 200)).toEqual({
    foldBefore: 202610,
    dropBefore: 0,
  });
});

test("when even months do not fit, the oldest are left out", () => {
  const plan = foldPlan(months([202611, 900, 150], [202610, 900, 150], [202609, 900, 150]), 300);
  expect(plan).toEqual({ foldBefore: 999_999, dropBefore: 202610 });
});
