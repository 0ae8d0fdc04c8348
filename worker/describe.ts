// Connections and runs as the API shows them.
import type { Connection, ConnectionState, Run } from "../shared/api/sources.ts";
import { describe } from "./failure.ts";
import { type ConnectionRow, type RunRow, runs } from "./store/connections.ts";
import { lastDay } from "./store/report.ts";

export function instant(at: number): string;
export function instant(at: number | null): string | null;
export function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

export function describeConnection(sql: SqlStorage, row: ConnectionRow): Connection {
  const [last] = runs(sql, 1, row.number);
  return {
    id: row.id,
    connector: row.connector,
    name: row.name,
    settings: JSON.parse(row.settings) as Record<string, string>,
    state: stateOf(row),
    currency: row.currency,
    timeZone: row.time_zone,
    lastRun: last ? describeRun(last, row.id) : null,
    nextRun: row.paused ? null : row.running === null ? instant(row.due) : null,
    asOf: instant(row.as_of),
    lastDay: lastDay(sql, row.number),
    problem: problemOf(row),
  };
}

export function stateOf({ paused, running, problem }: ConnectionRow): ConnectionState {
  if (paused) return "paused";
  if (running !== null) return "running";
  return problem === null ? "idle" : "failed";
}

export function problemOf({ problem, problem_since: since, created }: ConnectionRow): Connection["problem"] {
  return problem === null ? null : { ...describe(problem), since: instant(since ?? created) };
}

export function describeRun(row: RunRow, connection: string): Run {
  return {
    connection,
    number: row.number,
    state: row.state,
    started: instant(row.started),
    ended: instant(row.ended),
    pages: row.pages,
    rows: row.rows,
    progress: { done: row.done, total: row.total },
    problem: row.code === null ? null : describe(row.code),
  };
}
