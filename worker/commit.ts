// The two halves of reading a page: where a run stands, and committing what it read, all or nothing.
import type { Page, Reading, Settings, Stream } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import { SourceFailure } from "./failure.ts";
import { addDays, type Day } from "../shared/period.ts";
import { tokenFor } from "./access.ts";
import { dayAt } from "./plan.ts";
import type { Room } from "./room.ts";
import { complete, LEASE_MS, stop } from "./schedule.ts";
import { countPage, type ConnectionRow, heldBy, updateConnection } from "./store/connections.ts";
import * as figures from "./store/facts.ts";
import { bumpGeneration } from "./store/members.ts";
import { advance, finishWindow, nextWindow, restart, type WindowRow } from "./store/windows.ts";

/** What a runner is to do next. */
export interface Task {
  readonly connector: string;
  readonly stream: string;
  readonly window: number;
  readonly page: Page;
  readonly settings: Settings;
  /** The bearer token of the service: never stored, never logged. */
  readonly token: string;
}

export interface Failed {
  readonly code: SourceFailure["code"];
  readonly status: number;
  readonly wait: number | undefined;
}

const MOST_PAGES = 400;
const MOST_RESTARTS = 1;

/** The next page of a run, its lease renewed; `done` where another run took over or nothing is left. */
export async function where(room: Room, id: string, run: number): Promise<Task | Failed | "done"> {
  const connection = heldBy(room.sql, id, run);
  const connector = connection && findConnector(connection.connector);
  if (!connection || !connector) return "done";
  const window = nextWindow(room.sql, connection.number);
  if (!window) {
    complete(room, connection, run);
    return "done";
  }
  try {
    const token = await tokenFor(room, connection, connector);
    if (!heldBy(room.sql, id, run)) return "done";
    updateConnection(room.sql, connection.number, { due: room.now() + LEASE_MS });
    return {
      connector: connector.name,
      stream: window.stream,
      window: window.id,
      page: pageOf(window),
      settings: JSON.parse(connection.settings) as Settings,
      token,
    };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return { code: error.code, status: error.status, wait: error.wait };
  }
}

function pageOf({ first, last, token }: WindowRow): Page {
  return { from: first, to: last, token };
}

export interface PageRead {
  readonly window: number;
  /** The place the page was asked for. */
  readonly token: string | null;
  readonly reading: Reading;
  /** The digest of the answer. */
  readonly digest: string;
}

/**
 * Commits a page: its rows, the place reached, the lease and the log in one transaction. Refuses the page of a run that
 * no longer holds the connection, or one already committed.
 * @returns whether there is more to read.
 */
export function commit(room: Room, id: string, run: number, read: PageRead): boolean {
  return room.storage.transactionSync(() => {
    const connection = heldBy(room.sql, id, run);
    if (!connection) return false;
    const window = nextWindow(room.sql, connection.number);
    const stream = findConnector(connection.connector)?.streams.find(({ name }) => name === window?.stream);
    if (!window || !stream) return false;
    if (window.id !== read.window || window.token !== read.token) return true;
    const refusal = refuse(connection, window, read);
    if (refusal) {
      stop(room, connection, run, refusal);
      return false;
    }
    updateConnection(room.sql, connection.number, { due: room.now() + LEASE_MS, lost: 0 });
    const finished = keep(room, connection, window, stream, read);
    if (finished === "incomplete") {
      stop(room, connection, run, finished);
      return false;
    }
    countPage(
      room.sql,
      connection.number,
      run,
      read.reading.facts.length + read.reading.uniques.length,
      finished,
    );
    if (nextWindow(room.sql, connection.number)) return true;
    complete(room, connection, run);
    return false;
  });
}

/** Why a page cannot be kept, if so. */
function refuse(
  { currency, time_zone: timeZone }: ConnectionRow,
  window: WindowRow,
  { reading, digest }: PageRead,
): SourceFailure["code"] | undefined {
  const { unit } = reading;
  if (unit && (unit.currency !== currency || unit.timeZone !== timeZone)) return "unit_changed";
  if (window.pages >= MOST_PAGES || (window.digest === digest && window.token !== null)) return "paging_loop";
  return undefined;
}

/** @returns whether the window is finished; `incomplete` where it lacks rows, even read again. */
function keep(
  room: Room,
  connection: ConnectionRow,
  window: WindowRow,
  stream: Stream,
  read: PageRead,
): boolean | "incomplete" {
  const { reading, digest } = read;
  const marks = figures.joinMarks(window.marks, reading.marks);
  figures.stage(room.sql, connection.number, window.id, reading.facts);
  if (reading.next !== null && stream.kind === "facts") {
    advance(room.sql, window.id, { token: reading.next, digest, marks });
    return false;
  }
  const received =
    stream.kind === "facts" ? figures.countStaged(room.sql, window.id) : reading.uniques.length;
  if (reading.next !== null || (reading.total !== null && received < reading.total)) {
    if (window.restarts >= MOST_RESTARTS) return "incomplete";
    restart(room.sql, window.id);
    return false;
  }
  const days = {
    connection: connection.number,
    stream: stream.name,
    from: window.first,
    to: window.last,
  };
  const now = room.now();
  if (stream.kind === "facts") {
    figures.replaceFacts(room.sql, window.id, days);
    figures.cover(room.sql, days, daysRead(window, stream, dayAt(now, connection.time_zone), marks), now);
  } else {
    const calendar = stream.starts;
    figures.replaceUniques(room.sql, days, calendar, reading.uniques, now, marks);
  }
  finishWindow(room.sql, window.id);
  bumpGeneration(room.sql);
  return true;
}

/** The days of a window, those that the service may still restate marked so. */
function daysRead(
  { first, last }: WindowRow,
  { lookBack }: Stream,
  today: Day,
  marks: string,
): { day: Day; marks: string }[] {
  const settled = addDays(today, -lookBack.eachRun);
  const days: { day: Day; marks: string }[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    days.push({ day, marks: day >= settled ? figures.joinMarks(marks, ["provisional"]) : marks });
  }
  return days;
}

/** Ends a run that cannot go on, or puts it off (`later`, ms). */
export function abandon(
  room: Room,
  id: string,
  run: number,
  code: SourceFailure["code"],
  later?: number,
): void {
  room.storage.transactionSync(() => {
    const connection = heldBy(room.sql, id, run);
    if (connection) stop(room, connection, run, code, later);
  });
}
