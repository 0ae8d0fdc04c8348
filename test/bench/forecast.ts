// How good the forecasts are: their errors, their intervals and their probabilities, beside published figures.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Forecast, forecast } from "../../shared/statistics/forecast/backtest.ts";
import { probabilityOfSum, sumReachedWith } from "../../shared/statistics/forecast/objective.ts";
import { median } from "./measure.ts";

interface Series {
  readonly period: string;
  readonly m: number;
  readonly h: number;
  /** The history, and what came next. */
  readonly x: number[];
  readonly xx: number[];
}

/** Published on the same 900 series: sMAPE of the Theta method (Mcomp, forecasts shipped with the data). */
const THETA: Readonly<Record<string, number>> = {
  YEARLY: 16.16,
  QUARTERLY: 8.87,
  MONTHLY: 13.33,
  OTHER: 4.2,
  ALL: 12.28,
};

export async function bench(): Promise<void> {
  const folder = join(process.env.BOUSSOLE_REFERENCE_DATA ?? "", "stats/forecast");
  if (!existsSync(join(folder, "m3_dev.json"))) {
    console.log(
      "  Left out: BOUSSOLE_REFERENCE_DATA names no folder with stats/forecast (data under other licences).",
    );
    return;
  }
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  competition(JSON.parse(read("m3_dev.json")) as Series[]);
  const { hyndsight } = JSON.parse(read("hyndsight.json")) as { hyndsight: number[] };
  dailyPages(hyndsight);
  const passengers = read("airpassengers.csv").trim().split("\n").slice(1);
  airPassengers(
    passengers.map((line) => Number(line.split(",")[1])),
    JSON.parse(read("airpassengers_R_reference.json")) as Record<
      string,
      { mean?: number[]; mean_log?: number[] }
    >,
  );
  speed(hyndsight.slice(0, 180));
}

function competition(series: readonly Series[]): void {
  const scores = new Map<string, Score[]>();
  for (const { period, m, h, x, xx } of series) {
    const score = scoreOf(forecast(x, m, h), x, xx);
    for (const name of [period, "ALL"]) scores.set(name, [...(scores.get(name) ?? []), score]);
  }
  console.log("  M3, 900 series. sMAPE: mean over series. The rest is about the sum over the horizon.");
  head("series");
  for (const [name, list] of scores) row(name, list, THETA[name]);
  console.log("  Published sMAPE on the same series: THETA 12.28, ForecastPro 12.94, NAIVE2 14.24.");
}

function dailyPages(pages: readonly number[]): void {
  console.log("\n  Daily page views of a blog (hyndsight), 28 days ahead, a window every 7 days.");
  head("windows");
  for (const days of [42, 180]) {
    const scores: Score[] = [];
    for (let end = days; end + 28 <= pages.length; end += 7) {
      const x = pages.slice(end - days, end);
      scores.push(scoreOf(forecast(x, 7, 28), x, pages.slice(end, end + 28)));
    }
    row(`${days} days`, scores);
  }
}

function airPassengers(
  values: readonly number[],
  others: Readonly<Record<string, { mean?: number[]; mean_log?: number[] }>>,
): void {
  const actual = values.slice(132);
  console.log("\n  AirPassengers, 1960 from the years before: sMAPE");
  console.log(`    ours ${smape(stepsOf(forecast(values.slice(0, 132), 12, 12)), actual).toFixed(2)}`);
  for (const [name, { mean, mean_log: log }] of Object.entries(others)) {
    const means = mean ?? log?.map(Math.exp);
    if (means) console.log(`    R ${name} ${smape(means, actual).toFixed(2)}`);
  }
}

function speed(history: readonly number[]): void {
  const times: number[] = [];
  for (let run = 0; run < 40; run += 1) {
    const start = process.cpuUsage();
    forecast(history, 7, 28);
    const { user, system } = process.cpuUsage(start);
    if (run >= 10) times.push((user + system) / 1000);
  }
  console.log(`\n  180 days, 28 ahead: ${median(times).toFixed(1)} ms of processor, median of 30 (bar: 60)`);
}

interface Score {
  readonly smape: number;
  readonly in80: boolean;
  readonly in95: boolean;
  /** Mean square of the distance between what was said of five targets and what happened. */
  readonly brier: number;
  /** The same for who says yes if the last periods would have reached the target, and no otherwise. */
  readonly pace: number;
}

/** Targets, as shares of the last sum over as long a time. */
const TARGETS = [0.8, 0.9, 1, 1.1, 1.25];

function scoreOf(seen: Forecast, past: readonly number[], actual: readonly number[]): Score {
  const [came, last] = [total(actual), total(past.slice(-actual.length))];
  const within = (share: number): boolean =>
    came >= sumReachedWith(seen, (1 + share) / 2) && came <= sumReachedWith(seen, (1 - share) / 2);
  const miss = (said: (target: number) => number): number =>
    total(TARGETS.map((target) => (said(target * last) - Number(came >= target * last)) ** 2)) /
    TARGETS.length;
  return {
    smape: smape(stepsOf(seen), actual),
    in80: within(0.8),
    in95: within(0.95),
    brier: miss((target) => probabilityOfSum(seen, target)),
    pace: miss((target) => Number(last >= target)),
  };
}

function stepsOf({ steps, scale }: Forecast): number[] {
  return steps.map((step) => step - scale.shift);
}

function smape(means: readonly number[], actual: readonly number[]): number {
  return (
    total(
      actual.map(
        (real, h) => (200 * Math.abs(real - (means[h] ?? 0))) / (Math.abs(real) + Math.abs(means[h] ?? 0)),
      ),
    ) / actual.length
  );
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

const COLUMNS = ["n", "sMAPE", "THETA", "in 80%", "in 95%", "Brier", "pace", "ratio"];

function head(what: string): void {
  console.log(`    ${what.padEnd(11)}${COLUMNS.map((name) => name.padStart(8)).join("")}`);
}

function row(name: string, scores: readonly Score[], theta?: number): void {
  const mean = (of: (score: Score) => number): number => total(scores.map(of)) / scores.length;
  const [brier, pace] = [mean((score) => score.brier), mean((score) => score.pace)];
  const cells = [
    String(scores.length),
    mean((score) => score.smape).toFixed(2),
    theta?.toFixed(2) ?? "",
    mean((score) => Number(score.in80)).toFixed(3),
    mean((score) => Number(score.in95)).toFixed(3),
    brier.toFixed(3),
    pace.toFixed(3),
    (brier / pace).toFixed(2),
  ];
  console.log(`    ${name.padEnd(11)}${cells.map((cell) => cell.padStart(8)).join("")}`);
}
