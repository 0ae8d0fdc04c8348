// When connections sync: the alarm gives each due one a run number and a lease, and starts a runner for it.
import type { SourceFailure } from "./failure.ts";
import { log } from "./log.ts";
import { dayAt } from "./plan.ts";
import { planSync } from "./plan-sync.ts";
import type { Room } from "./room.ts";
import { resealIdKey } from "./entity-ids.ts";
import { resealCredentials } from "./sealed.ts";
import * as store from "./store/connections.ts";
import { forgetExpired, nextExpiry } from "./store/consents.ts";
import { bumpGeneration } from "./store/members.ts";
import * as runs from "./store/runs.ts";
import { countWindows, nextWindow, renew } from "./store/windows.ts";

/** A runner that is not heard of for this long is given up. */
export const LEASE_MS = 30_000;
const HOUR_MS = 3_600_000;
/** Runners lost in a row, without a page between them, after which the connection waits for its next hour. */
const MOST_LOST = 5;
/** After these, to go on from the place reached would only fail again. */
const SPOILT: ReadonlySet<SourceFailure["code"]> = new Set([
  "paging_loop",
  "incomplete",
  "cursor_expired",
  "request_refused",
] as const);

/** Starts every connection that is due, replaces every runner whose lease ended, forgets what expired, and sets the next alarm. */
export async function onAlarm(room: Room): Promise<void> {
  await resealIdKey(room);
  forgetExpired(room.sql, room.now());
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
    planSync(room, connection);
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
    runs.endRun(room.sql, number, running, { state: "abandoned", code: null }, room.now());
  const run = room.storage.transactionSync(() => {
    store.updateConnection(room.sql, number, { lost: lost + 1 });
    const [last] = runs.runs(room.sql, 1, number);
    return takeLease(room, connection, last?.done ?? 0);
  });
  await launch(room, id, run);
}

function takeLease(room: Room, { number, run }: store.ConnectionRow, done: number): number {
  const next = run + 1;
  store.updateConnection(room.sql, number, { run: next, running: next, due: room.now() + LEASE_MS });
  runs.insertRun(room.sql, number, next, room.now(), { done, total: done + countWindows(room.sql, number) });
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
  const due = [store.nextDue(storage.sql), nextExpiry(storage.sql)].filter((at) => at !== null);
  if (due.length === 0) await storage.deleteAlarm();
  else await storage.setAlarm(Math.max(Math.min(...due), now));
}

/** Ends a run well: every window is read. */
export function complete(room: Room, connection: store.ConnectionRow, run: number): void {
  const now = room.now();
  const { number, time_zone: timeZone } = connection;
  const [last] = runs.runs(room.sql, 1, number);
  runs.endRun(room.sql, number, run, { state: "ok", code: null }, now);
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
  logEnd(room, connection, run, "ok");
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
  const { number, problem, problem_since: since } = connection;
  const window = SPOILT.has(code) ? nextWindow(room.sql, number) : undefined;
  if (window) renew(room.sql, window.id);
  runs.endRun(room.sql, number, run, { state: later === undefined ? "failed" : "rescheduled", code }, now);
  store.updateConnection(room.sql, number, {
    running: null,
    lost: 0,
    due: later === undefined ? nextHour(room) : now + later,
    problem: code,
    problem_since: problem === code ? since : now,
  });
  bumpGeneration(room.sql);
  logEnd(room, connection, run, code);
}

function logEnd(room: Room, { number, id, connector }: store.ConnectionRow, run: number, code: string): void {
  const [last] = runs.runs(room.sql, 1, number);
  const counts = last && { pages: last.pages, rows: last.rows, ms: room.now() - last.started };
  log({ event: "run_ended", workspace: room.id, connection: id, connector, run, code, ...counts });
}

/** The next hourly slot of this workspace, at least ten minutes away: slots are spread over the hour by its id. */
function nextHour(room: Room): number {
  const offset = (Number.parseInt(room.id.slice(0, 8), 16) % 3600) * 1000;
  const earliest = room.now() + HOUR_MS / 6;
  return Math.ceil((earliest - offset) / HOUR_MS) * HOUR_MS + offset;
}
