// Connections and their sealed credentials.
import type { SourceProblemCode } from "../../shared/api/sources.ts";
import { dropEntities } from "./entities.ts";
import { forgetUnknown } from "./notices.ts";

export interface ConnectionRow extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  connector: string;
  name: string;
  account: string;
  /** JSON. */
  settings: string;
  currency: string;
  time_zone: string;
  created: number;
  paused: number;
  /** 1 once its reader disconnected it and kept its figures. */
  removed: number;
  /** When the alarm must look at it: the next sync, or the end of the running one's lease. */
  due: number;
  /** The number of the run that holds the lease. */
  running: number | null;
  /** The number of the last run. */
  run: number;
  /** Runners lost in a row without a page committed. */
  lost: number;
  /** The day, in the account's zone, on which the last complete sync began (the first one, while there is none). */
  planned_day: string | null;
  /** When the last complete sync ended. */
  as_of: number | null;
  problem: SourceProblemCode | null;
  problem_since: number | null;
  /** When the last weekly audit of its days was planned. */
  audited: number | null;
  /** The day on which the service last told what its figures are counted in. */
  unit_day: string | null;
}

export type NewConnection = Pick<
  ConnectionRow,
  "id" | "connector" | "name" | "account" | "settings" | "currency" | "time_zone" | "created" | "due"
>;

export function insertConnection(sql: SqlStorage, row: NewConnection): ConnectionRow {
  return sql
    .exec<ConnectionRow>(
      `INSERT INTO connections (id, connector, name, account, settings, currency, time_zone, created, due)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      row.id,
      row.connector,
      row.name,
      row.account,
      row.settings,
      row.currency,
      row.time_zone,
      row.created,
      row.due,
    )
    .one();
}

/** Every connection, those removed with their figures kept included. */
export function allConnections(sql: SqlStorage): ConnectionRow[] {
  return sql.exec<ConnectionRow>("SELECT * FROM connections ORDER BY number").toArray();
}

export function connections(sql: SqlStorage): ConnectionRow[] {
  return allConnections(sql).filter(({ removed }) => removed === 0);
}

export function connectionById(sql: SqlStorage, id: string): ConnectionRow | undefined {
  return sql.exec<ConnectionRow>("SELECT * FROM connections WHERE id = ? AND removed = 0", id).toArray()[0];
}

/** The connection while this run holds it; undefined once another run took over, or it was paused or removed. */
export function heldBy(sql: SqlStorage, id: string, run: number): ConnectionRow | undefined {
  return sql
    .exec<ConnectionRow>("SELECT * FROM connections WHERE id = ? AND running = ?", id, run)
    .toArray()[0];
}

/** Without a consent there is nothing to try until someone gives a new one; what is sent here is never asked for. */
const WAITING = `paused = 0 AND removed = 0 AND (running IS NOT NULL OR problem IS NOT 'reconnect_needed')
  AND number NOT IN (SELECT connection FROM pushed)`;

export function dueConnections(sql: SqlStorage, now: number): ConnectionRow[] {
  return sql
    .exec<ConnectionRow>(`SELECT * FROM connections WHERE ${WAITING} AND due <= ? ORDER BY due`, now)
    .toArray();
}

export function nextDue(sql: SqlStorage): number | null {
  return sql.exec<{ due: number | null }>(`SELECT MIN(due) AS due FROM connections WHERE ${WAITING}`).one()
    .due;
}

/** Changes columns of a connection; `fields` are column names of this module's callers, never of a request. */
export function updateConnection(sql: SqlStorage, number: number, fields: Partial<ConnectionRow>): void {
  const names = Object.keys(fields);
  const values = Object.values(fields).map((value) => value ?? null);
  sql.exec(
    `UPDATE connections SET ${names.map((name) => `${name} = ?`).join(", ")} WHERE number = ?`,
    ...values,
    number,
  );
}

/** Forgets the secrets of a connection, its entities and all it had still to read; its figures stay. */
export function disconnect(sql: SqlStorage, number: number): void {
  sql.exec("DELETE FROM credentials WHERE connection = ?", number);
  sql.exec("DELETE FROM pushed WHERE connection = ?", number);
  forgetWork(sql, number);
  dropEntities(sql, number);
  forgetUnknown(sql, number);
  updateConnection(sql, number, { removed: 1, running: null });
}

/** Forgets what a connection had still to read. */
export function forgetWork(sql: SqlStorage, number: number): void {
  for (const table of ["staged", "staged_entities"]) {
    sql.exec(`DELETE FROM ${table} WHERE window IN (SELECT id FROM windows WHERE connection = ?)`, number);
  }
  sql.exec("DELETE FROM windows WHERE connection = ?", number);
}

/** Forgets a connection altogether, once its figures are dropped. */
export function deleteConnection(sql: SqlStorage, number: number): void {
  disconnect(sql, number);
  sql.exec("DELETE FROM runs WHERE connection = ?", number);
  sql.exec("DELETE FROM connections WHERE number = ?", number);
}

export interface CredentialRow extends Record<string, SqlStorageValue> {
  connection: number;
  field: string;
  record: string;
  /** When the secret was given (ms); null for one of before this was kept. */
  since: number | null;
}

export function credentialsOf(sql: SqlStorage, connection: number): CredentialRow[] {
  return sql.exec<CredentialRow>("SELECT * FROM credentials WHERE connection = ?", connection).toArray();
}

/** Stores records in the place of all there were. */
export function saveCredentials(
  sql: SqlStorage,
  connection: number,
  records: readonly Pick<CredentialRow, "field" | "record" | "since">[],
): void {
  sql.exec("DELETE FROM credentials WHERE connection = ?", connection);
  for (const { field, record, since } of records) {
    sql.exec("INSERT INTO credentials VALUES (?, ?, ?, ?)", connection, field, record, since);
  }
}

/** Puts a record in the place of another, if that one is still there. @returns whether it was. */
export function swapCredential(
  sql: SqlStorage,
  connection: number,
  field: string,
  from: string,
  to: string,
): boolean {
  const swapped = sql.exec(
    "UPDATE credentials SET record = ? WHERE connection = ? AND field = ? AND record = ? RETURNING 1",
    to,
    connection,
    field,
    from,
  );
  return swapped.toArray().length > 0;
}
