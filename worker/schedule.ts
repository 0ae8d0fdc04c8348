// When connections sync: the alarm gives each due one a run number and a lease, and starts a runner for it.
import { findConnector } from "./connectors/index.ts";
import type { SourceFailure } from "./failure.ts";
import { log } from "./log.ts";
import { dayAt, historyWindows, recentWindows } from "./plan.ts";
import type { Room } from "./room.ts";
import { resealCredentials } from "./access.ts";
import * as store from "./store/connections.ts";
import { bumpGeneration } from "./store/members.ts";
import { countWindows, planWindows } from "./store/windows.ts";

/** A runner that is not heard of for this long is given up. */
export const LEASE_MS = 30_000;
const HOUR_MS = 3_600_000;
/** Runners lost in a row, without a page between them, after which the connection waits for its next hour. */
const MOST_LOST = 5;

/** Starts every connection that is due, replaces every runner whose lease ended, and sets the next alarm. */
export async function onAlarm(room: Room): Promise<void> {
  for (const connection of store.dueConnections(room.sql, room.now())) {
    if (connection.running === null) {
      const resealed = await resealCredentials(room, connection);
      if (resealed > 0)
        log({ event: "resealed", workspace: room.id, connection: connection.id, rows: resealed });
      await startRun(room, connection.id);
    } else await replaceRunner(room, connection);
  }
  await arm(room);
}

/** The run in progress, or a new one. */
export async function startRun(
  room: Room,
  id: string,
): Promise<{ run: number; joined: boolean } | undefined> {
  const run = room.storage.transactionSync(() => {
    const connection = store.connectionById(room.sql, id);
    if (!connection || connection.running !== null) return connection?.running;
    plan(room, connection);
    return -takeLease(room, connection, 0);
  });
  if (typeof run !== "number") return undefined;
  if (run > 0) return { run, joined: true };
  await launch(room, id, -run);
  return { run: -run, joined: false };
}

/** The runner is gone, whatever the reason: another takes over where the committed pages end. */
async function replaceRunner(room: Room, connection: store.ConnectionRow): Promise<void> {
  const { id, number, running, lost } = connection;
  if (running !== null && lost >= MOST_LOST) {
    stop(room, connection, running, "interrupted");
    return;
  }
  if (running !== null)
    store.endRun(room.sql, number, running, { state: "abandoned", code: null }, room.now());
  const run = room.storage.transactionSync(() => {
    store.updateConnection(room.sql, number, { lost: lost + 1 });
    const [last] = store.runs(room.sql, 1, number);
    return takeLease(room, connection, last?.done ?? 0);
  });
  await launch(room, id, run);
}

function plan(room: Room, connection: store.ConnectionRow): void {
  const streams = findConnector(connection.connector)?.streams ?? [];
  const today = dayAt(room.now(), connection.time_zone);
  const { planned_day: plannedDay, as_of: asOf } = connection;
  const windows =
    plannedDay === null
      ? historyWindows(streams, today)
      : recentWindows(streams, today, {
          plannedDay,
          completeDay: asOf === null ? plannedDay : dayAt(asOf, connection.time_zone),
        });
  planWindows(room.sql, connection.number, windows);
  if (plannedDay === null) store.updateConnection(room.sql, connection.number, { planned_day: today });
}

function takeLease(room: Room, { number, run }: store.ConnectionRow, done: number): number {
  const next = run + 1;
  store.updateConnection(room.sql, number, { run: next, running: next, due: room.now() + LEASE_MS });
  store.insertRun(room.sql, number, next, room.now(), { done, total: done + countWindows(room.sql, number) });
  bumpGeneration(room.sql);
  return next;
}

async function launch(room: Room, connection: string, run: number): Promise<void> {
  log({ event: "run_started", workspace: room.id, connection, run });
  await room.startRunner({ workspace: room.id, connection, run });
  await arm(room);
}

/** Sets the alarm for whatever is due first. */
export function arm(room: Room): Promise<void> {
  return setNextAlarm(room.storage, room.now());
}

export async function setNextAlarm(storage: DurableObjectStorage, now: number): Promise<void> {
  const due = store.nextDue(storage.sql);
  if (due === null) await storage.deleteAlarm();
  else await storage.setAlarm(Math.max(due, now));
}

/** Ends a run well: every window is read. */
export function complete(room: Room, connection: store.ConnectionRow, run: number): void {
  const now = room.now();
  const { number, id, time_zone: timeZone } = connection;
  const [last] = store.runs(room.sql, 1, number);
  store.endRun(room.sql, number, run, { state: "ok", code: null }, now);
  const fields = {
    running: null,
    lost: 0,
    due: nextHour(room),
    planned_day: dayAt(last?.started ?? now, timeZone),
    as_of: now,
    problem: null,
    problem_since: null,
  };
  store.updateConnection(room.sql, number, fields);
  bumpGeneration(room.sql);
  log({ event: "run_ended", workspace: room.id, connection: id, run, code: "ok" });
}

/** Ends a run without its last windows, which stay to be read; `later` (ms) sets the next attempt sooner than its hour. */
export function stop(
  room: Room,
  connection: store.ConnectionRow,
  run: number,
  code: SourceFailure["code"],
  later?: number,
): void {
  const now = room.now();
  const { number, id, problem, problem_since: since } = connection;
  store.endRun(room.sql, number, run, { state: later === undefined ? "failed" : "rescheduled", code }, now);
  store.updateConnection(room.sql, number, {
    running: null,
    lost: 0,
    due: later === undefined ? nextHour(room) : now + later,
    problem: code,
    problem_since: problem === code ? since : now,
  });
  bumpGeneration(room.sql);
  log({ event: "run_ended", workspace: room.id, connection: id, run, code });
}

/** The next hourly slot of this workspace, at least ten minutes away: slots are spread over the hour by its id. */
function nextHour(room: Room): number {
  const offset = (Number.parseInt(room.id.slice(0, 8), 16) % 3600) * 1000;
  const earliest = room.now() + HOUR_MS / 6;
  return Math.ceil((earliest - offset) / HOUR_MS) * HOUR_MS + offset;
}
