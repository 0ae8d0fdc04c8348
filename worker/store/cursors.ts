// How far each stream of entities has been read.

export interface CursorRow extends Record<string, SqlStorageValue> {
  stream: string;
  /** The end of the last complete reading; null before the first. */
  until: number | null;
  /** The end of the reading in progress, the same for all its pages. */
  bound: number | null;
  /** When the reading in progress began, where it reads everything. */
  sweep: number | null;
  /** When everything was last read. */
  swept: number | null;
}

export function cursors(sql: SqlStorage, connection: number): Map<string, CursorRow> {
  const rows = sql.exec<CursorRow>("SELECT * FROM cursors WHERE connection = ?", connection).toArray();
  return new Map(rows.map((row) => [row.stream, row]));
}

/** Notes that a reading is planned; `sweep` where it reads everything. */
export function beginReading(
  sql: SqlStorage,
  connection: number,
  stream: string,
  { bound, sweep }: { readonly bound: number; readonly sweep: boolean },
): void {
  sql.exec(
    `INSERT INTO cursors (connection, stream, bound, sweep) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET bound = excluded.bound, sweep = excluded.sweep`,
    connection,
    stream,
    bound,
    sweep ? bound : null,
  );
}

/** Notes that the reading in progress is complete. */
export function endReading(sql: SqlStorage, connection: number, stream: string): void {
  sql.exec(
    `UPDATE cursors SET until = bound, swept = coalesce(sweep, swept), bound = NULL, sweep = NULL
     WHERE connection = ? AND stream = ?`,
    connection,
    stream,
  );
}

/** Moves cursors back to an instant, and forgets the readings in progress. */
export function rewind(sql: SqlStorage, connection: number, until: number): void {
  sql.exec(
    "UPDATE cursors SET until = min(until, ?), bound = NULL, sweep = NULL WHERE connection = ?",
    until,
    connection,
  );
}

/** Forgets how far streams were read. */
export function forgetReadings(sql: SqlStorage, connection: number): void {
  sql.exec("DELETE FROM cursors WHERE connection = ?", connection);
}
