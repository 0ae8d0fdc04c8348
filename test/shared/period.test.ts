// Days and periods, checked against calendars.
import { expect, test } from "vitest";
import { nearestDay, parseDay, periodOf } from "../../shared/period.ts";

test("a date cell is its own day in Paris and in New York, winter and summer", () => {
  expect(nearestDay(new Date("2026-01-30T23:00:00Z"))).toBe("2026-01-31");
  expect(nearestDay(new Date("2026-07-30T22:00:00Z"))).toBe("2026-07-31");
  expect(nearestDay(new Date("2026-01-31T05:00:00Z"))).toBe("2026-01-31");
  expect(nearestDay(new Date("2026-07-31T04:00:00Z"))).toBe("2026-07-31");
});

test.each([
  ["2026-01-31", "2026-01-31"],
  ["2026-01-31T10:00:00Z", "2026-01-31"],
  ["20260131", "2026-01-31"],
  ["31/01/2026", "2026-01-31"],
  ["01/31/2026", "2026-01-31"],
  ["5/5/2026", "2026-05-05"],
])("%s is the day %s", (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test.each(["2026-02-30", "03/04/2026", "31/31/2026", "hier", "2026", "12,5"])("%s is not one day", (text) => {
  expect(parseDay(text)).toBeUndefined();
});

// ISO 8601 weeks at the turn of the year, as the standard's own examples: https://en.wikipedia.org/wiki/ISO_week_date
test.each([
  ["2005-01-01", "2004-W53"],
  ["2005-12-31", "2005-W52"],
  ["2007-01-01", "2007-W01"],
  ["2008-12-28", "2008-W52"],
  ["2008-12-29", "2009-W01"],
  ["2010-01-03", "2009-W53"],
])("%s is in week %s", (day, week) => {
  expect(periodOf(day, "week")).toBe(week);
});

test("months, quarters and years sort as texts", () => {
  expect(periodOf("2026-11-21", "month")).toBe("2026-11");
  expect(periodOf("2026-11-21", "quarter")).toBe("2026-Q4");
  expect(periodOf("2026-11-21", "year")).toBe("2026");
});
