// Statistics computed by the Worker: the same numbers as in a cell, for more data than a cell takes.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ComputeAnswer } from "../../shared/api/compute.ts";
import type { ApiProblem } from "../../shared/api/call.ts";
import type { Argument } from "../../shared/cell.ts";
import { explain, ProblemError } from "../../shared/problem.ts";
import { type Answer, worded } from "../../shared/statistics/answer.ts";
import { statisticFunctions } from "../../shared/statistics/functions.ts";
import { IN_A_CELL } from "../../shared/statistics/limits.ts";
import { sentArgument } from "../../shared/statistics/sent.ts";
import { ask, call, type Caller, camille, eve, paired, simulate } from "./world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
let ours: Required<Caller>;

beforeEach(async () => {
  simulate();
  ours = await paired(camille);
});
afterEach(() => void vi.restoreAllMocks());

/** What a cell computes, or the sentence it shows. */
function inACell(name: string, ...args: Argument[]): Answer | string {
  try {
    return statisticFunctions[name]!.compute(args, IN_A_CELL);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return explain(error.problem, "en", name);
  }
}

const request = (name: string, args: readonly Argument[]) => ({
  function: name,
  arguments: args.map(sentArgument),
});
const compute = (name: string, ...args: Argument[]): Promise<ComputeAnswer> =>
  ask<ComputeAnswer>(ours, "POST", "/v1/compute", request(name, args));
/** What the Worker says of arguments that it refuses. */
const refusal = async (language: string, name: string, ...args: Argument[]): Promise<ApiProblem> => {
  const answer = await call(ours, "POST", "/v1/compute", request(name, args), {
    "accept-language": language,
  });
  expect(answer.status).toBe(422);
  return (await answer.json()) as ApiProblem;
};
const column = (cells: readonly Argument[]): Argument => cells.map((cell) => [cell]) as Argument;

/** Orders as a sheet holds them: a header, dates, and blank rows at the end. */
function orders(customers: number): Argument[] {
  let drawn = 1;
  // Park & Miller 1988, doi:10.1145/63039.63042
  const uniform = (): number => (drawn = (drawn * 48_271) % 2_147_483_647) / 2_147_483_647;
  const made: { customer: string; date: string; amount: number }[] = [];
  for (let k = 0; k < customers; k += 1) {
    const rate = -0.1 * Math.log(uniform());
    const leaving = uniform() ** 2;
    const basket = 20 + 60 * uniform();
    for (let week = 52 * uniform(); week < 60; week -= Math.log(uniform()) / rate) {
      const date = new Date(Date.UTC(2025, 0, 1 + Math.round(7 * week))).toISOString().slice(0, 10);
      made.push({
        customer: `client ${k}`,
        date,
        amount: Math.round(100 * basket * (0.5 + uniform())) / 100,
      });
      if (uniform() < leaving) break;
    }
  }
  const blanks = ["", "", ""];
  return [
    column(["customer", ...made.map(({ customer }) => customer), ...blanks]),
    column(["date", ...made.map(({ date }) => new Date(`${date}T00:00:00Z`)), ...blanks]),
    column(["amount", ...made.map(({ amount }) => amount), ...blanks]),
    "2026-03-31",
    12,
  ];
}

test("the value of customers is the cell's own, to the last bit", async () => {
  const args = orders(400);
  const cell = inACell("CLV_FROM_ORDERS", ...args);
  if (typeof cell !== "object") throw new Error(`A table was expected: ${cell}`);
  const answer = await compute("CLV_FROM_ORDERS", ...args);
  if (!("rows" in answer)) throw new Error("A table was expected.");
  expect(answer.header[0]).toEqual({ fr: "client", en: "customer" });
  expect(answer.rows).toHaveLength(400);
  // A blank cell travels as null.
  const shown = answer.rows.map((row) => row.map((value) => value ?? ""));
  expect([answer.header.map(({ en }) => en), ...shown]).toEqual(worded(cell, "en"));
});

test("a number, a text, a date and a choice arrive as they were typed", async () => {
  expect(await compute("AB_PROB", 200, 10_000, 246, "10 000")).toEqual({
    value: inACell("AB_PROB", 200, 10_000, 246, 10_000),
  });
  const days = Array.from({ length: 20 }, (_, t) => new Date(Date.UTC(2026, 0, 1 + t)));
  const values = days.map((_, t) => (t === 12 ? 900 : 100 + (t % 7)));
  const answer = await compute("KPI_ANOMALIES", column(days), column(values), "day");
  if (!("rows" in answer)) throw new Error("A table was expected.");
  expect(answer.rows[12]).toEqual([
    { date: Date.UTC(2026, 0, 13) },
    900,
    ...answer.rows[12]!.slice(2, 4),
    true,
  ]);
});

test("a history too long for a cell is forecast, and says in a cell where", async () => {
  const history = column(Array.from({ length: 3000 }, (_, t) => 100 + (t % 7)));
  expect(inACell("KPI_FORECAST", history, 7)).toBe(
    "KPI_FORECAST: values: 3,000, no more than 2,000 in a cell. Choose the menu Boussole, “Compute on the server”.",
  );
  const answer = await compute("KPI_FORECAST", history, 7);
  if (!("rows" in answer)) throw new Error("A table was expected.");
  // The week repeats itself exactly: day 3000 is the fourth of its week, 3000 = 428 × 7 + 4.
  expect(answer.rows.map(([, value]) => Math.round(Number(value)))).toEqual([
    104, 105, 106, 100, 101, 102, 103,
  ]);
});

test("what is too large for the Worker too, or makes no sense, gets the sentence of the cell, in French or English", async () => {
  const much = column(Array.from({ length: 20_001 }, (_, t) => t));
  expect(await refusal("en", "KPI_FORECAST", much, 7)).toMatchObject({
    code: "not_computable",
    detail:
      "KPI_FORECAST: values: 20,001, no more than 20,000 on the server. Shorten the range, or group its rows.",
  });
  const { detail } = await refusal("fr", "KPI_FORECAST", much, 7);
  expect(detail.replaceAll(/[\u00a0\u202f]/g, " ")).toBe(
    "KPI_PREVISION : valeurs : 20 001, pas plus de 20 000 côté serveur. Réduisez la plage, ou regroupez-en les lignes.",
  );
  expect((await refusal("en", "KPI_FORECAST", column([1, 2, "x", 4, 5, 6]), 7)).detail).toBe(
    'KPI_FORECAST: "history", row 3: "x" is not a number. Correct the cell or clear it.',
  );
});

test("computing is a member's work", async () => {
  const body = request("AB_PROB", [1, 2, 1, 2]);
  const reader = { key: ours.key, spreadsheet: ours.spreadsheet };
  expect((await call(reader, "POST", "/v1/compute", body)).status).toBe(401);
  expect((await call({ ...ours, person: eve }, "POST", "/v1/compute", body)).status).toBe(403);
});

test.each([
  ["a function that is none of ours", { function: "constructor", arguments: [] }],
  ["a range larger than a sheet", { function: "AB_SRM", arguments: [{ rows: 1e9, columns: 1, cells: [] }] }],
  ["more cells than it says", { function: "AB_SRM", arguments: [{ rows: 1, columns: 1, cells: [1, 2] }] }],
  ["a cell that is an object", { function: "AB_SRM", arguments: [{ rows: 1, columns: 1, cells: [{}] }] }],
])("%s is refused before anything is computed", async (_, body) => {
  expect((await call(ours, "POST", "/v1/compute", body)).status).toBe(400);
});

test("a body of some megabytes is taken here, and nowhere else", async () => {
  const body = request("CLV_FIT", [column(Array.from({ length: 60_000 }, (_, k) => `customer ${k}`))]);
  expect(JSON.stringify(body).length).toBeGreaterThan(900_000);
  expect((await call(ours, "POST", "/v1/compute", body)).status).toBe(422);
  expect((await call(ours, "POST", "/v1/objectives", body)).status).toBe(413);
});

test("past ten computations a minute the workspace waits, but only to compute", async () => {
  vi.useFakeTimers({ now: Date.parse("2031-06-01T00:00:00Z"), toFake: ["Date"] });
  const busy = await paired(camille);
  const body = request("AB_PROB", [1, 2, 1, 2]);
  const statuses: number[] = [];
  for (let n = 0; n < 11; n += 1) statuses.push((await call(busy, "POST", "/v1/compute", body)).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
  expect((await call(busy, "GET", "/v1/workspace")).status).toBe(200);
  vi.useRealTimers();
});
