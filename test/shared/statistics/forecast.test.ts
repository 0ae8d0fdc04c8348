// Forecasts: the closed form of their spread, what they do with seasons, zeros and outliers, and the chances of a sum.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { forecast } from "../../../shared/statistics/forecast/backtest.ts";
import { withoutOutliers } from "../../../shared/statistics/forecast/clean.ts";
import { PLAIN } from "../../../shared/statistics/forecast/combine.ts";
import { cycleOf } from "../../../shared/statistics/forecast/cycle.ts";
import { etsMeans, stepDeviations, sumDeviation } from "../../../shared/statistics/forecast/ets.ts";
import { fitEts } from "../../../shared/statistics/forecast/ets-fit.ts";
import {
  probabilityOfSum,
  stepBetween,
  sumReachedWith,
} from "../../../shared/statistics/forecast/objective.ts";
import { isSeasonal, seasonalIndices } from "../../../shared/statistics/forecast/season.ts";
import { thetaMeans } from "../../../shared/statistics/forecast/theta.ts";
import { trendOf } from "../../../shared/statistics/trend.ts";
import { noise } from "./noise.ts";
import { outsideFile, reference, relative, say } from "./reference.ts";

const series = (length: number, at: (t: number) => number): number[] =>
  Array.from({ length }, (_, t) => at(t));
const week = [10, 5, 0, -2, -3, -12, 2];

describe("exponential smoothing with given parameters", () => {
  interface Case {
    readonly input: {
      alpha: number;
      beta: number;
      gamma: number;
      phi: number;
      l: number;
      b: number;
      s: number[];
      sigma2: number;
      H: number;
    };
    readonly expected: { mean: number[]; sd: number[]; sum: number; sum_sd: number };
  }

  test.each(reference<{ cases: Case[] }>("ets.json").cases)(
    "has the spread of its state space, $input",
    (one) => {
      const { alpha, beta, gamma, phi, l: level, b: slope, s: season, sigma2: variance, H } = one.input;
      const model = { alpha, beta, gamma, phi, level, slope, season, variance };
      const means = etsMeans(model, H);
      const deviations = stepDeviations(model, H);
      one.expected.mean.forEach((mean, h) => expect(relative(means[h] ?? 0, mean)).toBeLessThan(1e-9));
      one.expected.sd.forEach((deviation, h) =>
        expect(relative(deviations[h] ?? 0, deviation)).toBeLessThan(1e-9),
      );
      const summed = sumDeviation(
        model,
        means.map(() => 1),
      );
      expect(relative(summed, one.expected.sum_sd)).toBeLessThan(1e-9);
      expect(
        relative(
          means.reduce((sum, mean) => sum + mean, 0),
          one.expected.sum,
        ),
      ).toBeLessThan(1e-9);
    },
  );
});

describe("a fitted model", () => {
  test("goes on with a season that repeats exactly", () => {
    const history = series(35, (t) => 100 + (week[t % 7] ?? 0));
    const means = etsMeans(fitEts(history, seasonalIndices(history, 7)), 7);
    week.forEach((effect, h) => expect(means[h]).toBeCloseTo(100 + effect, 6));
  });

  test("takes no season where there is none to gain", () => {
    const history = series(40, (t) => 50 + noise(t));
    expect(fitEts(history, seasonalIndices(history, 7)).season).toEqual([]);
  });

  test("Theta goes on with half of the slope, from the last value of a straight line", () => {
    const [first = 0, second = 0] = thetaMeans(
      series(30, (t) => 10 + 2 * t),
      2,
    );
    expect(second - first).toBeCloseTo(1, 9);
    expect(first).toBeGreaterThan(68);
    expect(first).toBeLessThan(70);
  });
});

describe("a season", () => {
  const seasonal = series(42, (t) => 100 + (week[t % 7] ?? 0) + noise(t));

  test("is seen, and its indices add up to 0", () => {
    expect(isSeasonal(seasonal, 7)).toBe(true);
    expect(isSeasonal(series(42, noise), 7)).toBe(false);
    expect(isSeasonal(seasonal.slice(0, 20), 7)).toBe(false);
    const indices = seasonalIndices(seasonal, 7);
    expect(indices.reduce((sum, index) => sum + index, 0)).toBeCloseTo(0, 12);
    indices.forEach((index, phase) => expect(Math.abs(index - (week[phase] ?? 0))).toBeLessThan(2));
  });

  test("of an even length is told from a trend exactly", () => {
    const quarters = [3, -1, -4, 2];
    const indices = seasonalIndices(
      series(20, (t) => 5 * t + (quarters[t % 4] ?? 0)),
      4,
    );
    quarters.forEach((effect, phase) => expect(indices[phase]).toBeCloseTo(effect, 12));
  });

  test("is found in a series that does not say", () => {
    expect(cycleOf(seasonal)).toBe(7);
    expect(cycleOf(series(48, (t) => 100 + 3 * t + 20 * Math.sin((2 * Math.PI * t) / 12) + noise(t)))).toBe(
      12,
    );
    expect(cycleOf(series(60, (t) => 100 + t + noise(t)))).toBe(1);
    expect(cycleOf([1, 2, 3, 4, 5, 6])).toBe(1);
  });
});

test("a value that stands out is brought back, the others are not touched", () => {
  const history = series(42, (t) => 100 + (week[t % 7] ?? 0) + noise(t));
  const cleaned = withoutOutliers(
    history.map((value, t) => (t === 20 ? 10 * value : value)),
    7,
  );
  expect(cleaned[20]).toBeLessThan(150);
  expect(cleaned[20]).toBeGreaterThan(90);
  expect(cleaned.filter((value, t) => t !== 20 && Math.abs(value - (history[t] ?? 0)) > 1e-9)).toEqual([]);
});

describe("a forecast", () => {
  const history = series(60, (t) => (100 + (week[t % 7] ?? 0)) * (1 + 0.05 * noise(t)));

  test("is the same each time", () => {
    expect(forecast(history, 7, 14)).toEqual(forecast(history, 7, 14));
  });

  test("follows the unit: a hundred times the values, a hundred times the forecast, the same chances", () => {
    const small = forecast(history, 7, 14);
    const large = forecast(
      history.map((value) => 100 * value),
      7,
      14,
    );
    expect(relative(large.total, 100 * small.total)).toBeLessThan(1e-6);
    const chances = probabilityOfSum(small, 1400);
    expect(chances).toBeGreaterThan(0.05);
    expect(chances).toBeLessThan(0.95);
    expect(probabilityOfSum(large, 140_000)).toBeCloseTo(chances, 4);
  });

  test("stays at or above 0 where values may be 0, and says what 0 or less takes", () => {
    const seen = forecast(
      series(40, (t) => (t % 5 === 0 ? 3 : 0)),
      1,
      6,
    );
    expect(stepBetween(seen, 0, 0.99)[0]).toBe(0);
    expect(probabilityOfSum(seen, 0)).toBe(1);
    expect(sumReachedWith(seen, 0.9999)).toBeGreaterThanOrEqual(0);
  });

  test("takes values of both signs as they are", () => {
    const seen = forecast(
      series(40, (t) => noise(t)),
      1,
      5,
    );
    expect(seen.scale).toEqual(PLAIN);
    expect(stepBetween(seen, 0, 0.8)[0]).toBeLessThan(0);
  });

  test("is sure of a constant", () => {
    const seen = forecast(
      series(20, () => 5),
      1,
      4,
    );
    expect(seen.total).toBeCloseTo(20, 9);
    expect(probabilityOfSum(seen, 19.9)).toBeCloseTo(1, 9);
    expect(probabilityOfSum(seen, 20.1)).toBeCloseTo(0, 9);
  });

  test("the sum reached with a probability is reached with that probability", () => {
    const seen = forecast(history, 7, 14);
    for (const probability of [0.05, 0.5, 0.8, 0.95]) {
      expect(probabilityOfSum(seen, sumReachedWith(seen, probability))).toBeCloseTo(probability, 9);
    }
  });

  test("has longer tails where no past forecast could be checked", () => {
    expect(forecast(history.slice(-8), 7, 7).degrees).toBe(3);
    expect(forecast(history, 7, 7).degrees).toBe(11);
  });
});

test("a trend has the slope and the error of R's sandwich package", () => {
  const [data, values] = [
    outsideFile("forecast/hyndsight.json"),
    outsideFile("forecast/airpassengers_R_reference.json"),
  ];
  if (!data || !values) return;
  const { hyndsight } = JSON.parse(readFileSync(data, "utf8")) as { hyndsight: number[] };
  const { newey_west: expected } = JSON.parse(readFileSync(values, "utf8")) as {
    newey_west: Record<string, number>;
  };
  const { slope, intercept, standardError } = trendOf(hyndsight.slice(-90), 6);
  expect(relative(slope, expected.slope ?? 0)).toBeLessThan(1e-9);
  expect(relative(intercept, expected.intercept ?? 0)).toBeLessThan(1e-9);
  expect(relative(standardError, expected.se_lag6_noadjust ?? 0)).toBeLessThan(1e-9);
  // the small-sample factor is n / (n − 2)
  expect(relative(standardError * Math.sqrt(90 / 88), expected.se_lag6_adjust ?? 0)).toBeLessThan(1e-9);
});

test("a straight line has a slope without error", () => {
  expect(trendOf([1, 3, 5, 7, 9], 2)).toEqual({ slope: 2, intercept: -1, standardError: 0 });
});

test("the passengers of 1960 are forecast from the years before", () => {
  const file = outsideFile("forecast/airpassengers.csv");
  const others = outsideFile("forecast/airpassengers_R_reference.json");
  if (!file || !others) return;
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const values = lines.map((line) => Number(line.split(",")[1]));
  const actual = values.slice(132);
  const smape = (means: readonly number[]): number =>
    means.reduce(
      (sum, mean, h) => sum + (200 * Math.abs(mean - (actual[h] ?? 0))) / (mean + (actual[h] ?? 0)),
      0,
    ) / 12;
  const ours = smape(forecast(values.slice(0, 132), 12, 12).steps);
  const theirs = JSON.parse(readFileSync(others, "utf8")) as Record<
    string,
    { mean?: number[]; mean_log?: number[] }
  >;
  const peers = Object.entries(theirs).flatMap(([name, { mean, mean_log: log }]) => {
    const means = mean ?? log?.map(Math.exp);
    return means ? [`${name} ${smape(means).toFixed(2)}`] : [];
  });
  say(`sMAPE of AirPassengers in 1960: ours ${ours.toFixed(2)}; ${peers.join(", ")}`);
  expect(ours).toBeLessThan(4.7);
});
