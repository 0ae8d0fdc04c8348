// Connections and runs as the API shows them.
import type { Connection, ConnectionState, Run } from "../shared/api/sources.ts";
import { metrics as catalogue } from "../shared/metrics.ts";
import type { Day } from "../shared/period.ts";
import { leftOutWords } from "../shared/range/rejection.ts";
import { authorizationFor } from "./authorization.ts";
import type { Connector } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import { describe } from "./failure-words.ts";
import { type Noticed, noticesOf } from "./notices.ts";
import { dayAt } from "./plan.ts";
import { type ConnectionRow, credentialsOf } from "./store/connections.ts";
import { unknownNames } from "./store/notices.ts";
import { pushedOf } from "./store/pushed.ts";
import { lastDay } from "./store/report.ts";
import { type RunRow, runs } from "./store/runs.ts";

export function instant(at: number): string;
export function instant(at: number | null): string | null;
export function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

export function describeConnection(sql: SqlStorage, row: ConnectionRow, now: number): Connection {
  const [last] = runs(sql, 1, row.number);
  const connector = findConnector(row.connector);
  const version = connector?.version ?? null;
  const pushed = pushedOf(sql, row.number);
  return {
    id: row.id,
    connector: row.connector,
    name: row.name,
    settings: JSON.parse(row.settings) as Record<string, string>,
    state: stateOf(row),
    currency: row.currency || null,
    timeZone: row.time_zone,
    lastRun: last ? describeRun(last, row.id) : null,
    nextRun: isWaiting(row) && !pushed ? instant(row.due) : null,
    asOf: instant(row.as_of),
    lastDay: lastDay(sql, row.number),
    problem: problemOf(row),
    notices: noticesOf(
      {
        ...notedOf(unknownNames(sql, row.number), connector),
        rejected: pushed ? 0 : (last?.rejected ?? 0),
        leftOut: pushed && leftOutWords(pushed.leftOut),
        version,
        keyEnds: keyEnd(sql, row, connector),
      },
      dayAt(now, row.time_zone),
    ),
    version,
  };
}

/** A table's own name stands for what it held: the service no longer gives it. */
function notedOf(
  names: readonly string[],
  connector: Connector | undefined,
): Pick<Noticed, "unknown" | "withdrawn"> {
  const gone = (connector?.streams ?? []).filter(({ name }) => names.includes(name));
  const metrics = new Set(gone.flatMap((stream) => stream.metrics));
  return {
    unknown: names.filter((name) => !gone.some((stream) => stream.name === name)),
    withdrawn: [...metrics].map((metric) => catalogue[metric].label),
  };
}

/** The last day of a key that does not last for ever. */
function keyEnd(
  sql: SqlStorage,
  { number, time_zone: timeZone }: ConnectionRow,
  connector?: Connector,
): Day | null {
  const held = credentialsOf(sql, number);
  const fields = Object.fromEntries(held.map(({ field }) => [field, field]));
  const way = connector && authorizationFor(connector.authorization, fields);
  if (way?.kind !== "key" || way.days === undefined) return null;
  const since = held.find(({ field }) => field === way.field)?.since ?? null;
  return since === null ? null : dayAt(since + way.days * 86_400_000, timeZone);
}

/** Whether another sync will come by itself. */
function isWaiting({ paused, running, problem }: ConnectionRow): boolean {
  return !paused && running === null && problem !== "reconnect_needed";
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
    rejected: row.rejected,
    progress: { done: row.done, total: row.total },
    problem: row.code === null ? null : describe(row.code),
  };
}
