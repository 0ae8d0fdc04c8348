// The windows of days that a sync has still to read, and the place reached in each.

export interface WindowRow extends Record<string, SqlStorageValue> {
  id: number;
  connection: number;
  stream: string;
  /** Days, both included; for entities instants, the first one empty where everything is to be read. */
  first: string;
  last: string;
  kind: "recent" | "history";
  /** The next page to read, null at the beginning. */
  token: string | null;
  /** Pages committed. */
  pages: number;
  /** How often the window was begun again because its pages did not agree. */
  restarts: number;
  /** The digest of the last page, so that a page that repeats itself is noticed. */
  digest: string | null;
  /** Quality marks met so far, with spaces between. */
  marks: string;
  /** Rows left out so far. */
  rejected: number;
}

export type PlannedWindow = Pick<WindowRow, "stream" | "first" | "last" | "kind">;

/**
 * Replaces the recent windows still to read by new ones and adds what is missing of the history. A window that is
 * planned again keeps the place reached in it.
 */
export function planWindows(sql: SqlStorage, connection: number, planned: readonly PlannedWindow[]): void {
  const json = JSON.stringify(planned);
  const dropped = sql
    .exec<{ id: number }>(
      `DELETE FROM windows WHERE connection = ? AND kind = 'recent' AND NOT EXISTS (
         SELECT 1 FROM json_each(?) AS p WHERE p.value ->> 'stream' = stream AND p.value ->> 'first' = first
           AND p.value ->> 'last' = last
       ) RETURNING id`,
      connection,
      json,
    )
    .toArray();
  for (const { id } of dropped) unstage(sql, id);
  sql.exec(
    `INSERT INTO windows (connection, stream, first, last, kind)
     SELECT ?, value ->> 'stream', value ->> 'first', value ->> 'last', value ->> 'kind' FROM json_each(?) WHERE true
     ON CONFLICT DO NOTHING`,
    connection,
    json,
  );
}

/** The next window to read: what is recent first, then the history from its end. */
export function nextWindow(sql: SqlStorage, connection: number): WindowRow | undefined {
  return sql
    .exec<WindowRow>(
      "SELECT * FROM windows WHERE connection = ? ORDER BY kind = 'history', last DESC, id LIMIT 1",
      connection,
    )
    .toArray()[0];
}

export function countWindows(sql: SqlStorage, connection: number): number {
  return sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM windows WHERE connection = ?", connection).one()
    .n;
}

/** Notes the place reached. */
export function advance(
  sql: SqlStorage,
  id: number,
  { token, digest, marks, rejected }: Pick<WindowRow, "token" | "digest" | "marks" | "rejected">,
): void {
  sql.exec(
    "UPDATE windows SET token = ?, digest = ?, marks = ?, rejected = ?, pages = pages + 1 WHERE id = ?",
    token,
    digest,
    marks,
    rejected,
    id,
  );
}

/** Begins a window again. */
export function restart(sql: SqlStorage, id: number): void {
  unstage(sql, id);
  sql.exec(
    `UPDATE windows SET token = NULL, digest = NULL, marks = '', pages = 0, rejected = 0, restarts = restarts + 1
     WHERE id = ?`,
    id,
  );
}

/** Has a window begin again at the next sync, as if it had never been read. */
export function renew(sql: SqlStorage, id: number): void {
  restart(sql, id);
  sql.exec("UPDATE windows SET restarts = 0 WHERE id = ?", id);
}

/** Puts windows in the place of one whose rows do not fit in one reading. */
export function splitWindow(
  sql: SqlStorage,
  { id, connection, stream, kind }: WindowRow,
  halves: readonly Pick<WindowRow, "first" | "last">[],
): void {
  finishWindow(sql, id);
  for (const { first, last } of halves) {
    sql.exec(
      `INSERT INTO windows (connection, stream, first, last, kind) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      connection,
      stream,
      first,
      last,
      kind,
    );
  }
}

export function finishWindow(sql: SqlStorage, id: number): void {
  unstage(sql, id);
  sql.exec("DELETE FROM windows WHERE id = ?", id);
}

/** What a connection has still to read of a stream. */
export function openWindows(sql: SqlStorage, connection: number, stream: string): WindowRow[] {
  return sql
    .exec<WindowRow>("SELECT * FROM windows WHERE connection = ? AND stream = ?", connection, stream)
    .toArray();
}

function unstage(sql: SqlStorage, id: number): void {
  sql.exec("DELETE FROM staged WHERE window = ?", id);
  sql.exec("DELETE FROM staged_entities WHERE window = ?", id);
}
