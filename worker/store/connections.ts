// Connections, their sealed credentials and their runs.
import type { RunState, SourceProblemCode } from "../../shared/api/sources.ts";

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

export function dueConnections(sql: SqlStorage, now: number): ConnectionRow[] {
  return sql
    .exec<ConnectionRow>(
      "SELECT * FROM connections WHERE paused = 0 AND removed = 0 AND due <= ? ORDER BY due",
      now,
    )
    .toArray();
}

export function nextDue(sql: SqlStorage): number | null {
  return sql
    .exec<{ due: number | null }>("SELECT MIN(due) AS due FROM connections WHERE paused = 0 AND removed = 0")
    .one().due;
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

/** Forgets the secrets of a connection and all it had still to read; its figures stay. */
export function disconnect(sql: SqlStorage, number: number): void {
  sql.exec("DELETE FROM credentials WHERE connection = ?", number);
  forgetWork(sql, number);
  updateConnection(sql, number, { removed: 1, running: null });
}

/** Forgets what a connection had still to read. */
export function forgetWork(sql: SqlStorage, number: number): void {
  sql.exec("DELETE FROM staged WHERE window IN (SELECT id FROM windows WHERE connection = ?)", number);
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
}

export function credentialsOf(sql: SqlStorage, connection: number): CredentialRow[] {
  return sql.exec<CredentialRow>("SELECT * FROM credentials WHERE connection = ?", connection).toArray();
}

export function saveCredential(sql: SqlStorage, connection: number, field: string, record: string): void {
  sql.exec("INSERT OR REPLACE INTO credentials VALUES (?, ?, ?)", connection, field, record);
}

export interface RunRow extends Record<string, SqlStorageValue> {
  connection: number;
  number: number;
  state: RunState;
  started: number;
  ended: number | null;
  pages: number;
  rows: number;
  done: number;
  total: number;
  code: SourceProblemCode | null;
}

const KEPT_RUNS = 200;

/** Notes a run that starts; one that replaces a lost one goes on with its count of windows. */
export function insertRun(
  sql: SqlStorage,
  connection: number,
  number: number,
  now: number,
  { done, total }: Pick<RunRow, "done" | "total">,
): void {
  sql.exec(
    "INSERT INTO runs (connection, number, state, started, done, total) VALUES (?, ?, 'running', ?, ?, ?)",
    connection,
    number,
    now,
    done,
    total,
  );
  sql.exec("DELETE FROM runs WHERE connection = ? AND number <= ?", connection, number - KEPT_RUNS);
}

/** Adds a page to a run's counts, and a window when that page was its last. */
export function countPage(
  sql: SqlStorage,
  connection: number,
  number: number,
  rows: number,
  done: boolean,
): void {
  sql.exec(
    "UPDATE runs SET pages = pages + 1, rows = rows + ?, done = done + ? WHERE connection = ? AND number = ?",
    rows,
    done ? 1 : 0,
    connection,
    number,
  );
}

export interface RunEnd {
  readonly state: RunState;
  readonly code: SourceProblemCode | null;
}

export function endRun(
  sql: SqlStorage,
  connection: number,
  number: number,
  { state, code }: RunEnd,
  now: number,
): void {
  sql.exec(
    "UPDATE runs SET state = ?, code = ?, ended = ? WHERE connection = ? AND number = ? AND ended IS NULL",
    state,
    code,
    now,
    connection,
    number,
  );
}

/** The last runs, newest first; of one connection or of all. */
export function runs(sql: SqlStorage, limit: number, connection: number | null = null): RunRow[] {
  return sql
    .exec<RunRow>(
      "SELECT * FROM runs WHERE ?1 IS NULL OR connection = ?1 ORDER BY started DESC, number DESC LIMIT ?2",
      connection,
      limit,
    )
    .toArray();
}
