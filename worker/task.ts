// Where a run stands: the next page to read and what lets it in, or why there is none.
import { addDays } from "../shared/period.ts";
import { type Access, accessOf, proveAccess } from "./access.ts";
import type { Connector, Settings, Unit } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import { SourceFailure } from "./failure.ts";
import { type Bounds, dayAt } from "./plan.ts";
import type { Room } from "./room.ts";
import { complete, LEASE_MS } from "./schedule.ts";
import { type ConnectionRow, heldBy, updateConnection } from "./store/connections.ts";
import { nextWindow, restart } from "./store/windows.ts";

/** What a runner is to do next. */
export interface Task {
  readonly connector: string;
  readonly stream: string;
  readonly window: number;
  readonly bounds: Bounds;
  /** Those of the connection, and what the service gave with its token. */
  readonly settings: Settings;
  readonly unit: Unit;
  /** What lets the request in: never stored, never logged. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Failed {
  readonly code: SourceFailure["code"];
  readonly status: number;
  readonly wait: number | undefined;
}

/** How often a window may be begun again because its pages did not agree. */
export const MOST_RESTARTS = 1;

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
    const access = await provenAccess(room, connection, connector);
    if (!heldBy(room.sql, id, run)) return "done";
    updateConnection(room.sql, connection.number, { due: room.now() + LEASE_MS });
    const { first, last, token } = window;
    return {
      connector: connector.name,
      stream: window.stream,
      window: window.id,
      bounds: { first, last, token },
      settings: { ...settingsOf(connection), ...access.settings },
      unit: unitOf(connection),
      headers: access.headers,
    };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return { code: error.code, status: error.status, wait: error.wait };
  }
}

/**
 * What lets a run in. Once a day, before anything is read, the service is asked what its figures are counted in: not
 * every service says it with each page.
 * @throws SourceFailure
 */
async function provenAccess(room: Room, connection: ConnectionRow, connector: Connector): Promise<Access> {
  const access = await accessOf(room, connection, connector);
  const today = dayAt(room.now(), connection.time_zone);
  if (connector.tellsUnit || connection.unit_day === today) return access;
  const page = { from: addDays(today, -7), to: addDays(today, -1), token: null };
  const settings = settingsOf(connection);
  const unit = await proveAccess(room, connector, settings, access, page).catch(async (error: unknown) => {
    if (!(error instanceof SourceFailure) || error.status !== 401) throw error;
    // The token ended since yesterday, as it may at any page.
    room.tokens.expire(connection.id);
    return proveAccess(room, connector, settings, await accessOf(room, connection, connector), page);
  });
  if (isOther(unit, connection)) throw new SourceFailure("unit_changed");
  updateConnection(room.sql, connection.number, { unit_day: today });
  return accessOf(room, connection, connector);
}

/** Whether figures in this unit and those held of a connection do not compare. */
export function isOther({ currency, timeZone }: Unit, held: ConnectionRow): boolean {
  return (currency ?? "") !== held.currency || timeZone !== held.time_zone;
}

/** Begins a window again whose place the service no longer knows. @returns whether it may be. */
export function beginAgain(room: Room, id: string, run: number, window: number): boolean {
  return room.storage.transactionSync(() => {
    const connection = heldBy(room.sql, id, run);
    const current = connection && nextWindow(room.sql, connection.number);
    if (current?.id !== window || current.restarts >= MOST_RESTARTS) return false;
    restart(room.sql, window);
    return true;
  });
}

export function settingsOf({ settings }: Pick<ConnectionRow, "settings">): Settings {
  return JSON.parse(settings) as Settings;
}

export function unitOf({
  currency,
  time_zone: timeZone,
}: Pick<ConnectionRow, "currency" | "time_zone">): Unit {
  return { currency: currency === "" ? null : currency, timeZone };
}
