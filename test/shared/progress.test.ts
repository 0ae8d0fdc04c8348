// How far an objective has come, and the days that bound its periods.
import { expect, test } from "vitest";
import { progress } from "../../shared/objectives/progress.ts";
import { addDays, firstDayOf } from "../../shared/period.ts";

test("progress is 0 at the baseline, 1 at the target, whichever way is good", () => {
  // From 2 to 4, 3 is half-way; from 50 down to 40, 42 is four fifths of the way.
  expect(progress({ baseline: 2, target: 4 }, 3)).toBe(0.5);
  expect(progress({ baseline: 50, target: 40 }, 42)).toBe(0.8);
  expect(progress({ baseline: 2, target: 4 }, 1)).toBe(-0.5);
  expect(() => progress({ baseline: 2, target: 2 }, 2)).toThrow(RangeError);
});

test("days are added over months, leap days and changes of clocks", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});

test.each([
  ["week", "2026-01-01", "2025-12-29"],
  ["week", "2026-01-05", "2026-01-05"],
  ["week", "2026-01-11", "2026-01-05"],
  ["month", "2026-11-21", "2026-11-01"],
  ["quarter", "2026-11-21", "2026-10-01"],
  ["quarter", "2026-03-31", "2026-01-01"],
  ["year", "2026-11-21", "2026-01-01"],
] as const)("the %s of %s begins on %s", (calendar, day, first) => {
  expect(firstDayOf(day, calendar)).toBe(first);
});
