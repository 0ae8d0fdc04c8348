// Taking the rows of a range: they become figures in the place of all it held, or nothing changes and the reason is told.
import { MOST_RANGE_ROWS, type SentRange, type SentRows } from "../shared/api/ranges.ts";
import type { SourceProblemCode } from "../shared/api/sources.ts";
import { addDays, type Day } from "../shared/period.ts";
import { convert, type Conversion, type RangeFact } from "../shared/range/convert.ts";
import { mappingIn } from "../shared/range/mapping.ts";
import type { MetricName } from "../shared/metrics.ts";
import type { FactRow } from "./connector.ts";
import { LEVELS, type RangeSettings } from "./connectors/range.ts";
import { scaleOf } from "./figures.ts";
import { dayAt } from "./plan.ts";
import { Refusal } from "./refusal.ts";
import type { Room } from "./room.ts";
import { hashOf } from "./secret.ts";
import { type ConnectionRow, connectionById, updateConnection } from "./store/connections.ts";
import { cover } from "./store/facts.ts";
import { bumpGeneration } from "./store/members.ts";
import { daysOf, emptyTables, fillTable, pushedOf, savePushed } from "./store/pushed.ts";
import { streamsOf } from "./streams.ts";
import { countPage, endRun, insertRun } from "./store/runs.ts";

/** Takes what a spreadsheet sent of a range. The same rows sent twice on one day are read once. @throws Refusal */
export async function takeRows(room: Room, id: string, sent: SentRange): Promise<void> {
  const digest =
    "problem" in sent ? null : await hashOf(JSON.stringify({ first: sent.first, rows: sent.rows }));
  room.storage.transactionSync(() => {
    const connection = connectionById(room.sql, id);
    if (!connection) throw new Refusal("not_found");
    const today = dayAt(room.now(), connection.time_zone);
    const readToday = connection.as_of !== null && dayAt(connection.as_of, connection.time_zone) === today;
    const known = pushedOf(room.sql, connection.number)?.digest;
    if (digest !== null && digest === known && readToday && connection.problem === null) {
      updateConnection(room.sql, connection.number, { as_of: room.now() });
      return;
    }
    const read = "problem" in sent ? sent.problem : readRows(connection, sent, today);
    if (typeof read === "string") refuse(room, connection, read);
    else keep(room, connection, read, { digest, today });
    bumpGeneration(room.sql);
  });
}

/** What rows come to, or why nothing may be made of them. */
function readRows({ settings }: ConnectionRow, sent: SentRows, today: Day): Conversion | SourceProblemCode {
  if (sent.rows.length > MOST_RANGE_ROWS + 1) return "too_large";
  const mapping = mappingIn((JSON.parse(settings) as RangeSettings).mapping);
  const read = mapping && convert(sent, mapping, { today, stored });
  if (!read || "missing" in read) return "header_changed";
  return read.counted === 0 && read.leftOut.count > 0 ? "rows_unreadable" : read;
}

function stored(metric: MetricName, value: number): number {
  return Math.round(value * scaleOf(metric));
}

function refuse(room: Room, connection: ConnectionRow, code: SourceProblemCode): void {
  const { number, problem, problem_since: since } = connection;
  logRun(room, connection, { code, rows: 0, rejected: 0 });
  updateConnection(room.sql, number, {
    problem: code,
    problem_since: problem === code ? since : room.now(),
  });
}

function keep(
  room: Room,
  connection: ConnectionRow,
  { facts, counted, leftOut }: Conversion,
  { digest, today }: { readonly digest: string | null; readonly today: Day },
): void {
  const { sql } = room;
  const { number } = connection;
  const at = room.now();
  emptyTables(sql, number);
  for (const { name: stream, metrics } of streamsOf(connection)) {
    const rows = facts.map((fact) => rowOf(fact, metrics));
    const held = stream === LEVELS ? rows.filter(hasValues) : rows;
    fillTable(sql, number, stream, held);
    const days = stream === LEVELS ? daysOf(held) : between(daysOf(held));
    const marked = days.map((day) => ({ day, marks: day === today ? "provisional" : "" }));
    cover(sql, { connection: number, stream }, marked, at);
  }
  savePushed(sql, number, { digest, leftOut });
  logRun(room, connection, { code: null, rows: counted, rejected: leftOut.count });
  updateConnection(sql, number, { as_of: at, problem: null, problem_since: null });
}

/** What a fact is stored as: the part of its values that a table holds. */
function rowOf(
  { day, channel, source, account, campaign, values }: RangeFact,
  metrics: readonly MetricName[],
): FactRow {
  const held = metrics.flatMap((metric) => {
    const value = values[metric];
    return value === undefined ? [] : [[metric, value]];
  });
  return {
    day,
    key: JSON.stringify([channel, source, account, campaign]),
    channel,
    source,
    medium: "",
    account,
    campaignId: "",
    campaign,
    values: Object.fromEntries(held),
  };
}

function hasValues({ values }: FactRow): boolean {
  return Object.keys(values).length > 0;
}

/** Every day from the first to the last: what has no row in between is zero. */
function between(days: readonly Day[]): Day[] {
  const [first, last] = [days[0], days.at(-1)];
  const all: Day[] = [];
  if (first === undefined || last === undefined) return all;
  for (let day = first; day <= last; day = addDays(day, 1)) all.push(day);
  return all;
}

function logRun(
  { sql, now }: Pick<Room, "sql" | "now">,
  { number, run }: ConnectionRow,
  {
    code,
    rows,
    rejected,
  }: { readonly code: SourceProblemCode | null; readonly rows: number; readonly rejected: number },
): void {
  const next = run + 1;
  insertRun(sql, number, next, now(), { done: 0, total: 1 });
  countPage(sql, number, next, { rows, rejected, done: code === null ? 1 : 0, added: 0 });
  endRun(sql, number, next, { state: code === null ? "ok" : "failed", code }, now());
  updateConnection(sql, number, { run: next });
}
