// Reading again what was read before: all of it, or since a day.
import type { Day } from "../shared/period.ts";
import { findConnector } from "./connectors/index.ts";
import { dayAt, historyWindows } from "./plan.ts";
import type { Room } from "./room.ts";
import * as store from "./store/connections.ts";
import { forgetReadings, rewind } from "./store/cursors.ts";
import { endRun } from "./store/runs.ts";
import { finishWindow, openWindows, planWindows } from "./store/windows.ts";

/** The furthest that a zone's midnight lies before that of UTC (Kiritimati). */
const EARLIEST_MIDNIGHT_MS = 14 * 3_600_000;

/** Ends the run in progress, if any: what it committed stays. */
export function interrupt(room: Room, { number, running }: store.ConnectionRow): void {
  if (running === null) return;
  endRun(room.sql, number, running, { state: "abandoned", code: null }, room.now());
  store.updateConnection(room.sql, number, { running: null });
}

/** Has the next sync read everything. */
export function readAgain({ sql }: Pick<Room, "sql">, { number }: store.ConnectionRow): void {
  store.forgetWork(sql, number);
  forgetReadings(sql, number);
  store.updateConnection(sql, number, { planned_day: null });
}

/** Has the next sync read everything since a day, beside what it would read anyway. */
export function readAgainFrom(room: Room, connection: store.ConnectionRow, from: Day): void {
  const { sql } = room;
  const { number, time_zone: timeZone } = connection;
  interrupt(room, connection);
  const streams = findConnector(connection.connector)?.streams ?? [];
  for (const { name, kind } of streams) {
    if (kind !== "entities") continue;
    for (const { id } of openWindows(sql, number, name)) finishWindow(sql, id);
  }
  rewind(sql, number, Date.parse(from) - EARLIEST_MIDNIGHT_MS);
  planWindows(sql, number, historyWindows(streams, dayAt(room.now(), timeZone), from));
  store.updateConnection(sql, number, { due: room.now() });
}
