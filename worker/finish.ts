// The end of a window: what it set aside takes the place of what was there, and its days are noted as read.
import { addDays, type Day } from "../shared/period.ts";
import type { Connector, DayStream, EntityStream, FactStream, UniqueRow } from "./connector.ts";
import { type Holder, mergeWindow, removeUnseen } from "./entities.ts";
import { dayAt, historyStart, isSnapshot, retentionStart } from "./plan.ts";
import type { Room } from "./room.ts";
import type { ConnectionRow } from "./store/connections.ts";
import { cursors, endReading } from "./store/cursors.ts";
import { firstDerivedDay } from "./store/entities.ts";
import * as figures from "./store/facts.ts";
import { openWindows, type WindowRow } from "./store/windows.ts";
import { settingsOf, unitOf } from "./task.ts";

/** Days are noted as read for ten years at most: what lies before is a slip of the hand. */
const MOST_DAYS = 3653;

/** The facts of a window in the place of those that its days held. */
export function finishFacts(
  { sql, now }: Pick<Room, "sql" | "now">,
  connection: ConnectionRow,
  stream: FactStream,
  window: WindowRow,
  marks: string,
): void {
  const at = now();
  const days = daysOf(connection, window);
  figures.replaceFacts(sql, window.id, days);
  const settled = isSnapshot(stream)
    ? addDays(window.last, 1)
    : addDays(dayAt(at, connection.time_zone), -stream.lookBack.eachRun);
  figures.cover(sql, days, marked(days.from, days.to, settled, marks), at);
}

/** Counts of people in the place of those whose period begins in a window. */
export function finishUniques(
  { sql, now }: Pick<Room, "sql" | "now">,
  connection: ConnectionRow,
  { starts }: DayStream,
  window: WindowRow,
  { rows, marks }: { readonly rows: readonly UniqueRow[]; readonly marks: string },
): void {
  figures.replaceUniques(sql, daysOf(connection, window), starts, rows, now(), marks);
}

/** The entities of a window among the others, and the figures made of them. */
export function finishEntities(
  { sql, now }: Pick<Room, "sql" | "now">,
  connection: ConnectionRow,
  connector: Connector,
  stream: EntityStream,
  window: WindowRow,
  marks: string,
): void {
  const at = now();
  const holder: Holder = {
    connection: connection.number,
    connector,
    settings: settingsOf(connection),
    unit: unitOf(connection),
    oldest: retentionStart(dayAt(at, connection.time_zone)),
  };
  const sweep = cursors(sql, connection.number).get(stream.name)?.sweep ?? null;
  const touched = mergeWindow(sql, holder, stream.entity, {
    window: window.id,
    now: at,
    all: sweep !== null,
  });
  const days = new Set(touched.get(stream.name));
  if (openWindows(sql, connection.number, stream.name).length === 1) {
    if (sweep !== null && stream.sweep === "weekly") {
      const left = removeUnseen(sql, holder, stream.entity, sweep);
      for (const day of left.get(stream.name) ?? []) days.add(day);
    }
    endReading(sql, connection.number, stream.name);
  }
  coverEntities(sql, connection, stream, { window, days, sweep: sweep !== null, marks, at });
}

interface EntityReadings {
  readonly window: WindowRow;
  /** The days whose figures changed. */
  readonly days: ReadonlySet<number>;
  readonly sweep: boolean;
  readonly marks: string;
  readonly at: number;
}

/**
 * Days are known from the start of the history, or from the first figure where the service forgets its past; a reading
 * of changes knows again the days since it began, and those that it changed. Today is not over.
 */
function coverEntities(
  sql: SqlStorage,
  { number, time_zone: timeZone }: ConnectionRow,
  { name, sweep: forgets }: EntityStream,
  { window, days, sweep, marks, at }: EntityReadings,
): void {
  const today = dayAt(at, timeZone);
  const first = firstDerivedDay(sql, number, name);
  const firstFigure = first === null ? today : figures.dayText(first);
  const known = forgets === "weekly" && historyStart(today) < firstFigure ? historyStart(today) : firstFigure;
  const earliest = addDays(today, -MOST_DAYS);
  const began = known < earliest ? earliest : known;
  const from = sweep ? began : dayAt(Date.parse(window.first), timeZone);
  const changed = [...days]
    .map((day) => figures.dayText(day))
    .filter((day) => day < from && day >= began)
    .map((day) => ({ day, marks }));
  const stream = { connection: number, stream: name };
  figures.cover(sql, stream, [...changed, ...marked(from, today, today, marks)], at);
}

function daysOf({ number }: ConnectionRow, { stream, first, last }: WindowRow): figures.WindowOfDays {
  return { connection: number, stream, from: first, to: last };
}

/** Days with their marks, those that may still change (from `settled` on) marked so. */
function marked(first: Day, last: Day, settled: Day, marks: string): { day: Day; marks: string }[] {
  const days: { day: Day; marks: string }[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    days.push({ day, marks: day >= settled ? figures.joinMarks(marks, ["provisional"]) : marks });
  }
  return days;
}
