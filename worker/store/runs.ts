// Runs of syncs, the last of each connection.
import type { RunState, SourceProblemCode } from "../../shared/api/sources.ts";

export interface RunRow extends Record<string, SqlStorageValue> {
  connection: number;
  number: number;
  state: RunState;
  started: number;
  ended: number | null;
  pages: number;
  rows: number;
  rejected: number;
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

export interface PageCount {
  readonly rows: number;
  readonly rejected: number;
  /** Windows that this page finished, and those that it added. */
  readonly done: number;
  readonly added: number;
}

/** Adds a page to a run's counts. */
export function countPage(
  sql: SqlStorage,
  connection: number,
  number: number,
  { rows, rejected, done, added }: PageCount,
): void {
  sql.exec(
    `UPDATE runs SET pages = pages + 1, rows = rows + ?, rejected = rejected + ?, done = done + ?, total = total + ?
     WHERE connection = ? AND number = ?`,
    rows,
    rejected,
    done,
    added,
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
