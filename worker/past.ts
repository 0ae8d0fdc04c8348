// The past of the figures as objectives look at it: the tables held, the days each was read, their sums day by day.
import { type Kpi, type KpiArgument, metricOf } from "../shared/kpi.ts";
import type { MetricName } from "../shared/metrics.ts";
import type { Scope } from "../shared/objectives/objective.ts";
import { scopeKey } from "../shared/objectives/scope.ts";
import { addDays, type Day, firstDayOf } from "../shared/period.ts";
import type { Stream } from "./connector.ts";
import { counting } from "./counting.ts";
import { scaleOf } from "./figures.ts";
import { dayAt } from "./plan.ts";
import { allConnections, type ConnectionRow } from "./store/connections.ts";
import {
  connectionsInScope,
  dailySums,
  peopleByMonth,
  type MonthOfPeople,
  type Wanted,
} from "./store/daily.ts";
import { dayNumber } from "./store/facts.ts";
import { coverage } from "./store/report.ts";
import { streamsOf } from "./streams.ts";

/** One table that one connection reads, or is to read. */
export interface Table {
  readonly connection: ConnectionRow;
  readonly stream: string;
  readonly kind: Stream["kind"];
  readonly metrics: readonly MetricName[];
  /** The marks of each day read, by the day's number. */
  readonly days: ReadonlyMap<number, string>;
  /** Numbers of the first and the last day read: never and 0 before the first sync. */
  readonly first: number;
  readonly last: number;
}

export interface Past {
  readonly sql: SqlStorage;
  readonly today: Day;
  /** The first day looked at. */
  readonly since: Day;
  /** From then until yesterday. */
  readonly days: readonly { readonly day: Day; readonly number: number }[];
  readonly tables: readonly Table[];
  readonly people: readonly MonthOfPeople[];
  /** The sums over a scope by day number and metric; money in its own unit. */
  readonly daily: (scope: Scope) => ReadonlyMap<number, ReadonlyMap<MetricName, number>>;
  /** The numbers of the connections that know a scope. */
  readonly connectionsIn: (scope: Scope) => ReadonlySet<number>;
}

/** Two years to see a season twice, and a month to begin on a whole one. */
const MONTHS = 25;

/** What is needed to tell the past of these KPIs; each table is summed once a scope, whatever the number of objectives. */
export function openPast(sql: SqlStorage, now: number, kpis: readonly Kpi[]): Past {
  const today = todayIn(sql, now);
  const since = monthsBefore(today, MONTHS);
  const tables = tablesHeld(sql);
  const wanted = new Map(
    kpis.flatMap(({ args }) => args.map((argument) => [argument.metric, wantedOf(argument)])),
  );
  return {
    sql,
    today,
    since,
    days: daysFrom(since, today),
    tables,
    people: peopleByMonth(sql, since),
    daily: remembered((scope) => sumTables(sql, tables, [...wanted.values()], scope, since)),
    connectionsIn: remembered((scope) => {
      const all = tables.map(({ connection }) => connection.number);
      return new Set(scope === "all" ? all : connectionsInScope(sql, scope));
    }),
  };
}

/** Today where the data are counted: the earliest one, where sources live in several time zones. */
export function todayIn(sql: SqlStorage, now: number): Day {
  const zones = allConnections(sql).map((connection) => connection.time_zone);
  return zones.map((zone) => dayAt(now, zone)).sort()[0] ?? dayAt(now, "UTC");
}

/** The metric whose facts an argument counts, and in which channels: organic sessions are sessions. */
export function wantedOf(argument: KpiArgument): Wanted {
  const { of, where } = metricOf(argument);
  const stored = (of as MetricName | undefined) ?? argument.metric;
  return { name: argument.metric, stored, channels: where?.values };
}

/** True for people counted once, whose periods never add up. */
export function countsPeople(argument: KpiArgument): boolean {
  const { unit, adds } = metricOf(argument);
  return unit === "count" && adds === "none";
}

function tablesHeld(sql: SqlStorage): Table[] {
  const days = new Map<string, Map<number, string>>();
  for (const { connection, stream, day, marks } of coverage(sql)) {
    const key = `${connection} ${stream}`;
    const read = days.get(key) ?? new Map<number, string>();
    days.set(key, read.set(day, marks));
  }
  const counted = counting(sql);
  return allConnections(sql).flatMap((connection) =>
    streamsOf(connection).map((stream): Table => {
      const { name, kind } = stream;
      const read = days.get(`${connection.number} ${name}`) ?? new Map<number, string>();
      const numbers = [...read.keys()];
      const [first = Infinity, last = 0] = [numbers[0], numbers.at(-1)];
      return {
        connection,
        stream: name,
        kind,
        metrics: counted(connection, stream),
        days: read,
        first,
        last,
      };
    }),
  );
}

function sumTables(
  sql: SqlStorage,
  tables: readonly Table[],
  wanted: readonly Wanted[],
  scope: Scope,
  since: Day,
): Map<number, Map<MetricName, number>> {
  const sums = new Map<number, Map<MetricName, number>>();
  for (const { connection, stream, kind, metrics } of tables) {
    const columns = wanted.filter(({ stored }) => metrics.includes(stored));
    if (kind === "uniques" || columns.length === 0) continue;
    for (const row of dailySums(sql, [connection.number, stream], columns, scope, since)) {
      const day = sums.get(row.day) ?? new Map<MetricName, number>();
      sums.set(row.day, day);
      for (const { name } of columns) {
        const value = row[name];
        if (typeof value === "number") day.set(name, (day.get(name) ?? 0) + value / scaleOf(name));
      }
    }
  }
  return sums;
}

function daysFrom(since: Day, today: Day): Past["days"] {
  const days = [];
  for (let day = since; day < today; day = addDays(day, 1)) days.push({ day, number: dayNumber(day) });
  return days;
}

function monthsBefore(day: Day, count: number): Day {
  let first = firstDayOf(day, "month");
  for (let month = 0; month < count; month += 1) first = firstDayOf(addDays(first, -1), "month");
  return first;
}

function remembered<T>(compute: (scope: Scope) => T): (scope: Scope) => T {
  const known = new Map<string, T>();
  return (scope) => {
    const key = scopeKey(scope);
    const found = known.get(key) ?? compute(scope);
    known.set(key, found);
    return found;
  };
}
