// Puts in the queue of a connection what its next sync is to read.
import { findConnector } from "./connectors/index.ts";
import { auditWindows, dayAt, entityWindow, historyWindows, recentWindows } from "./plan.ts";
import type { Room } from "./room.ts";
import { type ConnectionRow, updateConnection } from "./store/connections.ts";
import { beginReading, cursors } from "./store/cursors.ts";
import { openWindows, type PlannedWindow, planWindows } from "./store/windows.ts";

export function planSync({ sql, now }: Pick<Room, "sql" | "now">, connection: ConnectionRow): void {
  const streams = findConnector(connection.connector)?.streams ?? [];
  const today = dayAt(now(), connection.time_zone);
  const { number, planned_day: plannedDay, as_of: asOf } = connection;
  const byDay =
    plannedDay === null
      ? historyWindows(streams, today)
      : recentWindows(streams, today, {
          plannedDay,
          completeDay: asOf === null ? plannedDay : dayAt(asOf, connection.time_zone),
        });
  const audit = plannedDay === null ? [] : auditWindows(streams, today, connection.audited, now());
  planWindows(sql, number, [...byDay, ...audit, ...planEntities(sql, connection, now())]);
  if (plannedDay === null) updateConnection(sql, number, { planned_day: today });
  // The first reading is an audit of everything.
  if (plannedDay === null || audit.length > 0) updateConnection(sql, number, { audited: now() });
}

/** A reading of entities goes on until it is complete: only then may the next one begin where it ended. */
function planEntities(sql: SqlStorage, { connector, number }: ConnectionRow, now: number): PlannedWindow[] {
  const known = cursors(sql, number);
  return (findConnector(connector)?.streams ?? []).flatMap((stream): PlannedWindow[] => {
    if (stream.kind !== "entities") return [];
    const open = openWindows(sql, number, stream.name);
    if (open.length > 0) return open;
    const window = entityWindow(stream, known.get(stream.name), now);
    beginReading(sql, number, stream.name, { bound: now, sweep: window.first === "" });
    return [window];
  });
}
