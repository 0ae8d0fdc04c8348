// One definition, several doors: a cell of the built add-on, KPI over a table, and the Worker's route give the same double.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { createContext, runInContext } from "node:vm";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KpiAnswer } from "../../../shared/api/kpis.ts";
import { type Kpi, type KpiArgument, labelOf, metricOf } from "../../../shared/kpi.ts";
import { catalogue } from "../../../shared/kpis/index.ts";
import { metrics, type MetricName } from "../../../shared/metrics.ts";
import { addDays } from "../../../shared/period.ts";
import type { Connector } from "../../../worker/connector.ts";
import { connectors } from "../../../worker/connectors/index.ts";
import type { Room } from "../../../worker/room.ts";
import { kpiRoutes } from "../../../worker/routes/kpis.ts";
import { migrate } from "../../../worker/store/schema.ts";

const INPUTS = 1000;
const FIRST = "2020-01-01";
const MICROS = 1_000_000;
const addOn = join(import.meta.dirname, "../../../dist/addon/Code.js");

/** A service that gives every metric there is. */
const everything = {
  name: "everything",
  streams: [{ kind: "facts", name: "all", metrics: Object.keys(metrics) }],
} as unknown as Connector;
let cells: Record<string, (...args: unknown[]) => unknown>;

beforeAll(() => {
  (connectors as Connector[]).push(everything);
  cells = createContext({ Session: { getActiveUserLocale: () => "en" } });
  runInContext(readFileSync(addOn, "utf8"), cells);
});
afterAll(() => void (connectors as Connector[]).pop());

/** The objects' SQL over the same engine in Node. */
function memory(): SqlStorage {
  const database = new DatabaseSync(":memory:");
  const prepared = new Map<string, StatementSync>();
  const exec = (query: string, ...values: SQLInputValue[]) => {
    if (values.length === 0 && !/^\s*SELECT/i.test(query)) {
      database.exec(query);
      return { toArray: () => [] };
    }
    const statement = prepared.get(query) ?? database.prepare(query);
    prepared.set(query, statement);
    const rows = statement.all(...values);
    return { toArray: () => rows, one: () => rows[0] };
  };
  const sql = { exec } as unknown as SqlStorage;
  migrate({ sql, transactionSync: (work: () => unknown) => work() } as unknown as DurableObjectStorage);
  return sql;
}

/** Figures as people have them: whole counts, cents, rates to four decimals; zeros among them. */
function figure(argument: KpiArgument): fc.Arbitrary<number> {
  const { unit } = metricOf(argument);
  if (unit === "rate") return fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10_000);
  const whole = fc.integer({ min: 0, max: 100_000_000 });
  return unit === "count" ? whole : whole.map((value) => value / 100);
}

/** The metric whose facts an argument counts, and the channel they are of. */
function placeOf(argument: KpiArgument): { metric: MetricName; channel: number } {
  const { of, where } = metricOf(argument);
  return { metric: (of ?? argument.metric) as MetricName, channel: where ? 1 : 2 };
}

/** The Worker's answers where each day holds one of these inputs. */
async function answers(kpi: Kpi, inputs: readonly number[][]): Promise<Map<string, KpiAnswer>> {
  const sql = memory();
  sql.exec(
    `INSERT INTO connections (number, id, connector, name, account, settings, currency, time_zone, created, due)
     VALUES (1, 'c1', 'everything', 'All', '1', '{}', 'EUR', 'Europe/Paris', 0, ?)`,
    0,
  );
  const series = "INSERT INTO series VALUES (?, 1, ?, ?, '', '', '', '', '')";
  ["organic_search", "email"].forEach((channel, at) => sql.exec(series, at + 1, channel, channel));
  inputs.forEach((input, at) => {
    const day = Number(addDays(FIRST, at).replaceAll("-", ""));
    sql.exec("INSERT INTO coverage VALUES (1, 'all', ?, 0, '')", day);
    const sums: Record<number, Record<string, number>> = { 1: {}, 2: {} };
    kpi.args.forEach((argument, place) => {
      const { metric, channel } = placeOf(argument);
      const micros =
        metricOf(argument).unit === "money" ? Math.round((input[place] ?? 0) * MICROS) : input[place];
      sums[channel]![metric] = micros ?? 0;
    });
    for (const [number, values] of Object.entries(sums)) {
      sql.exec("INSERT INTO facts VALUES (1, 'all', ?, ?, ?)", day, Number(number), JSON.stringify(values));
    }
  });
  const query = { from: FIRST, to: addDays(FIRST, inputs.length - 1), by: "day" };
  const call = { params: { name: kpi.name }, query } as never;
  const { body } = await kpiRoutes[0]!.handle({ sql, now: Date.now } as unknown as Room, call);
  return new Map((body as KpiAnswer).rows?.map((row) => [row.key, row as unknown as KpiAnswer]));
}

/** A cell's value, or the sentence that stands for it. */
function inACell(name: string, ...args: unknown[]): unknown {
  try {
    return cells[name]!(...args);
  } catch (error) {
    return (error as Error).message.replace(/^\w+: /, "");
  }
}

const formulas = catalogue.filter(({ kind }) => kind === "formula");

describe.each(formulas.map((kpi) => [kpi.name, kpi] as const))("%s", (name, kpi) => {
  test("is the same in a cell, over a table and from the Worker, and as what was put in", async () => {
    const inputs = fc.sample(fc.tuple(...kpi.args.map(figure)), { numRuns: INPUTS, seed: 2026 });
    const header = kpi.args.map((argument) => labelOf(argument).en);
    const found = await answers(kpi, inputs);
    expect(found.size).toBe(INPUTS);
    const worker: unknown[] = [];
    const cell: unknown[] = [];
    const table: unknown[] = [];
    const strayed: unknown[] = [];
    inputs.forEach((input, at) => {
      const { value, problem, totals } = found.get(addDays(FIRST, at))!;
      const sums = kpi.args.map((argument) => totals[argument.name]);
      worker.push(problem ? problem.words.en : value);
      cell.push(inACell(name, ...sums));
      table.push(inACell("KPI", name, [header, sums]));
      // What several arguments share is stored once: their sums are not what was put in.
      if (kpi.args.some((argument) => metricOf(argument).of)) return;
      kpi.args.forEach((argument, place) => {
        const [put = 0, held = Number.NaN] = [input[place], sums[place]];
        const most = metricOf(argument).unit === "money" ? 1e-12 * put : 0;
        if (!(Math.abs(held - put) <= most)) strayed.push({ argument: argument.name, put, held });
      });
    });
    expect(cell).toEqual(worker);
    expect(table).toEqual(worker);
    expect(strayed).toEqual([]);
  });
});
