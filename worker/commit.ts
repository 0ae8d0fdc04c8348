// Committing what a page holds, all or nothing: its rows, the place reached, the lease and the log.
import type { Connector, EntityReading, Reading, Stream } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import { hashed } from "./entity-ids.ts";
import { SourceFailure } from "./failure.ts";
import { finishEntities, finishFacts, finishUniques } from "./finish.ts";
import { halves } from "./halves.ts";
import type { Room } from "./room.ts";
import { complete, LEASE_MS, stop } from "./schedule.ts";
import { type ConnectionRow, heldBy, updateConnection } from "./store/connections.ts";
import { countStagedEntities, hasEntities, type StagedEntity, stageEntities } from "./store/entities.ts";
import { countStaged, hasFacts, joinMarks, stage } from "./store/facts.ts";
import { bumpGeneration } from "./store/members.ts";
import { noteUnknown } from "./store/notices.ts";
import { countPage } from "./store/runs.ts";
import {
  advance,
  countWindows,
  finishWindow,
  nextWindow,
  restart,
  splitWindow,
  type WindowRow,
} from "./store/windows.ts";
import { isOther, MOST_RESTARTS } from "./task.ts";

/** A window of days never needs more pages than this; one of entities holds all that a service has. */
const MOST_PAGES = { facts: 400, uniques: 400, entities: 10_000 } as const;

export interface PageRead {
  readonly window: number;
  /** The place the page was asked for. */
  readonly token: string | null;
  readonly reading: Reading | EntityReading;
  /** The digest of the answer. */
  readonly digest: string;
}

/** A page beside the entities of its reading, their ids hashed. */
interface Prepared extends PageRead {
  readonly entities: readonly StagedEntity[];
}

/**
 * Commits a page in one transaction. Refuses the page of a run that no longer holds the connection, or one already
 * committed.
 * @returns whether there is more to read.
 */
export async function commit(room: Room, id: string, run: number, read: PageRead): Promise<boolean> {
  try {
    const prepared = await prepare(room, id, run, read);
    return commitAll(room, id, run, prepared);
  } catch (error) {
    const code = codeOf(error);
    if (!code) throw error;
    abandon(room, id, run, code);
    return false;
  }
}

/** Why a page could not be written: nothing of it was. */
function codeOf(error: unknown): SourceFailure["code"] | undefined {
  if (error instanceof SourceFailure) return error.code;
  const full = error instanceof Error && /SQLITE_FULL|disk is full/i.test(error.message);
  return full ? "storage_full" : undefined;
}

function commitAll(room: Room, id: string, run: number, read: Prepared): boolean {
  return room.storage.transactionSync(() => {
    const found = current(room, id, run);
    if (!found) return false;
    const { connection, window } = found;
    if (window.id !== read.window || window.token !== read.token) return true;
    const refusal = refuse(found, read);
    if (refusal) {
      stop(room, connection, run, refusal);
      return false;
    }
    const before = countWindows(room.sql, connection.number);
    updateConnection(room.sql, connection.number, { due: room.now() + LEASE_MS, lost: 0 });
    noteUnknown(room.sql, connection.number, read.reading.drift ?? [], room.now());
    const kept = keep(room, found, read);
    if (kept === "incomplete") {
      stop(room, connection, run, kept);
      return false;
    }
    const after = countWindows(room.sql, connection.number);
    countPage(room.sql, connection.number, run, {
      rows: kept === "split" ? 0 : countRows(read.reading),
      rejected: kept === "split" ? 0 : (read.reading.rejected ?? 0),
      done: kept === "finished" ? 1 : 0,
      added: Math.max(after - before, 0),
    });
    if (after > 0) return true;
    complete(room, connection, run);
    return false;
  });
}

interface Current {
  readonly connection: ConnectionRow;
  readonly connector: Connector;
  readonly window: WindowRow;
  readonly stream: Stream;
}

/** What a run is reading; undefined once another run took over. */
function current(room: Room, id: string, run: number): Current | undefined {
  const connection = heldBy(room.sql, id, run);
  const connector = connection && findConnector(connection.connector);
  const window = connection && nextWindow(room.sql, connection.number);
  const stream = connector?.streams.find(({ name }) => name === window?.stream);
  return connection && connector && window && stream ? { connection, connector, window, stream } : undefined;
}

/** Hashes ids before anything is written: no transaction may wait for it. */
async function prepare(room: Room, id: string, run: number, read: PageRead): Promise<Prepared> {
  const stream = current(room, id, run)?.stream;
  if (!("entities" in read.reading) || stream?.kind !== "entities") return { ...read, entities: [] };
  return { ...read, entities: await hashed(room, id, stream.entity, read.reading.entities) };
}

/** How many rows a page holds. */
export function countRows(reading: Reading | EntityReading): number {
  return "entities" in reading ? reading.entities.length : reading.facts.length + reading.uniques.length;
}

/** Why a page cannot be kept, if so. */
function refuse(
  { connection, window, stream }: Current,
  { reading, digest }: PageRead,
): SourceFailure["code"] | undefined {
  if (reading.unit && isOther(reading.unit, connection)) return "unit_changed";
  const repeats = window.digest === digest && window.token !== null;
  return repeats || window.pages >= MOST_PAGES[stream.kind] ? "paging_loop" : undefined;
}

type Kept = "staged" | "finished" | "again" | "split" | "incomplete";

function keep(room: Room, found: Current, { reading, digest, entities }: Prepared): Kept {
  const { connection, connector, window, stream } = found;
  const { sql } = room;
  if (reading.capped) {
    const parts = halves(stream, window);
    if (!parts) return "incomplete";
    splitWindow(sql, window, parts);
    return "split";
  }
  if (reading.withdrawn) {
    finishWindow(sql, window.id);
    return "finished";
  }
  const marks = joinMarks(window.marks, reading.marks);
  const rows = "entities" in reading ? { facts: [], uniques: [] } : reading;
  if (stream.kind === "entities") stageEntities(sql, window.id, entities);
  else stage(sql, connection.number, window.id, rows.facts);
  const rejected = window.rejected + (reading.rejected ?? 0);
  if (reading.next !== null && stream.kind !== "uniques") {
    advance(sql, window.id, { token: reading.next, digest, marks, rejected });
    return "staged";
  }
  const met = received(sql, found, rows.uniques.length) + rejected;
  const mayBeginAgain = window.restarts < MOST_RESTARTS;
  const lacking = reading.next !== null || (reading.total !== null && met < reading.total);
  if (lacking && !mayBeginAgain) return "incomplete";
  if (lacking || (mayBeginAgain && met === 0 && emptiesAll(sql, found))) {
    restart(sql, window.id);
    return "again";
  }
  if (stream.kind === "entities") finishEntities(room, connection, connector, stream, window, marks);
  else if (stream.kind === "facts") finishFacts(room, connection, stream, window, marks);
  else finishUniques(room, connection, stream, window, { rows: rows.uniques, marks });
  finishWindow(sql, window.id);
  bumpGeneration(sql);
  return "finished";
}

/** How many rows of a window have come, each once. */
function received(sql: SqlStorage, { window, stream }: Current, uniques: number): number {
  if (stream.kind === "entities") return countStagedEntities(sql, window.id);
  return stream.kind === "facts" ? countStaged(sql, window.id) : uniques;
}

/** Whether a window without a row would take away what was there: a service that says so is asked twice. */
function emptiesAll(sql: SqlStorage, { connection: { number }, window, stream }: Current): boolean {
  if (stream.kind === "facts") {
    return hasFacts(sql, {
      connection: number,
      stream: stream.name,
      from: window.first,
      to: window.last,
    });
  }
  return (
    stream.kind === "entities" &&
    stream.sweep === "weekly" &&
    window.first === "" &&
    hasEntities(sql, number, stream.entity)
  );
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
