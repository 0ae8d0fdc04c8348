// Values that stand out, and only they.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { standOut } from "../../../shared/statistics/anomalies.ts";
import { median } from "../../../shared/statistics/median.ts";
import { noise } from "./noise.ts";
import { outsideFile, say } from "./reference.ts";

const week = [1, 1.2, 1.3, 1.2, 1.1, 0.6, 0.5];
const visits = Array.from(
  { length: 84 },
  (_, t) => 1000 * (1 + t / 200) * (week[t % 7] ?? 1) * (1 + 0.04 * noise(t)),
);

describe("a series of visits with a week and a trend", () => {
  const flagged = (series: readonly number[]): number[] =>
    standOut(series, 7).flatMap(({ z }, t) => (Math.abs(z) > 3.5 ? [t] : []));

  test("has nothing to tell by itself", () => {
    expect(flagged(visits)).toEqual([]);
  });

  test("shows the day that doubled and the Sunday that halved", () => {
    expect(flagged(visits.map((value, t) => (t === 30 ? 2 * value : t === 48 ? value / 2 : value)))).toEqual([
      30, 48,
    ]);
  });

  test("says what was to be expected, in the unit of the series", () => {
    const [reading] = standOut(
      visits.map((value, t) => (t === 30 ? 2 * value : value)),
      7,
    ).slice(30);
    expect(Math.abs((reading?.expected ?? 0) / (visits[30] ?? 1) - 1)).toBeLessThan(0.1);
  });

  test("follows the unit", () => {
    const [one, hundred] = [visits, visits.map((value) => 100 * value)].map(
      (series) => standOut(series, 7)[40]?.z,
    );
    expect(hundred).toBeCloseTo(one ?? NaN, 9);
  });
});

test("a constant has no anomaly, and one of both signs is taken as it is", () => {
  expect(standOut([5, 5, 5, 5, 5, 5], 1).every(({ z }) => z === 0)).toBe(true);
  const readings = standOut([-1, 1, -1, 1, -1, 1, -1, 40], 1);
  expect(readings[7]?.z).toBeGreaterThan(3.5);
});

test("a median is the middle, or between the two", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("the anomalies of an ad exchange are mostly found, with few false alarms", () => {
  const windows = outsideFile("anomaly/windows.json");
  if (!windows) return;
  const labelled = JSON.parse(readFileSync(windows, "utf8")) as Record<string, [string, string][]>;
  let [found, all, outside, points] = [0, 0, 0, 0];
  for (const [path, spans] of Object.entries(labelled)) {
    const file = outsideFile(`anomaly/${path.split("/")[1]}`);
    const rows = file ? readFileSync(file, "utf8").trim().split("\n").slice(1) : [];
    const at = rows.map((row) => row.split(",")[0] ?? "");
    const flags = standOut(
      rows.map((row) => Number(row.split(",")[1])),
      24,
    ).flatMap(({ z }, t) => (Math.abs(z) > 5 ? [at[t] ?? ""] : []));
    const within = (time: string): boolean =>
      spans.some(([from, to]) => time >= from.slice(0, 19) && time <= to.slice(0, 19));
    found += spans.filter(([from, to]) =>
      flags.some((time) => time >= from.slice(0, 19) && time <= to.slice(0, 19)),
    ).length;
    all += spans.length;
    outside += flags.filter((time) => !within(time)).length;
    points += rows.length;
  }
  say(
    `Anomalies of the ad exchange: ${found} of ${all} windows found, ${outside} flags outside in ${points} hours`,
  );
  expect(found).toBeGreaterThanOrEqual(2);
  expect(outside / points).toBeLessThan(0.006);
});
