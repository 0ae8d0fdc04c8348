// Entities by hashed id, what each adds to the figures, and the figures made of what all of them add.
import type { EntityFields, Sums } from "../connector.ts";

export interface StagedEntity {
  /** A keyed hash of the service's own id. */
  readonly id: string;
  readonly fields: EntityFields;
  readonly removed: boolean;
}

/** How many entities are put together at a time. */
export const BATCH = 500;

/** Sets aside the entities of a page until their window is complete; what one page lacks of another's is added to it. */
export function stageEntities(sql: SqlStorage, window: number, rows: readonly StagedEntity[]): void {
  for (let start = 0; start < rows.length; start += BATCH) {
    stageBatch(sql, window, rows.slice(start, start + BATCH));
  }
}

function stageBatch(sql: SqlStorage, window: number, rows: readonly StagedEntity[]): void {
  const staged = new Map(rows.map((row) => [row.id, row]));
  type Row = { id: string; fields: string };
  const known = sql.exec<Row>(
    "SELECT id, fields FROM staged_entities WHERE window = ? AND id IN (SELECT value FROM json_each(?))",
    window,
    JSON.stringify([...staged.keys()]),
  );
  const before = new Map(known.toArray().map(({ id, fields }) => [id, JSON.parse(fields) as EntityFields]));
  for (const row of rows) {
    const fields = { ...before.get(row.id), ...row.fields };
    before.set(row.id, fields);
    staged.set(row.id, { ...row, fields });
  }
  sql.exec(
    `INSERT OR REPLACE INTO staged_entities
     SELECT ?, value ->> 0, value -> 1, value ->> 2 FROM json_each(?)`,
    window,
    JSON.stringify([...staged.values()].map(({ id, fields, removed }) => [id, fields, removed ? 1 : 0])),
  );
}

/** How many entities, each once, a window has set aside. */
export function countStagedEntities(sql: SqlStorage, window: number): number {
  return sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM staged_entities WHERE window = ?", window).one()
    .n;
}

export type StagedRow = {
  id: string;
  staged: string;
  removed: number;
  /** The fields already held; null for a new entity. */
  known: string | null;
};

/** The entities of a kind that a connection holds. */
export interface Kind {
  readonly connection: number;
  readonly entity: string;
  /** The streams whose figures are derived from them. */
  readonly streams: readonly string[];
}

/** The next staged entities after an id, beside what is held of them. */
export function stagedAfter(
  sql: SqlStorage,
  window: number,
  { connection, entity }: Kind,
  after: string,
): StagedRow[] {
  return sql
    .exec<StagedRow>(
      `SELECT s.id, s.fields AS staged, s.removed, e.fields AS known
       FROM staged_entities AS s LEFT JOIN entities AS e ON e.connection = ? AND e.entity = ? AND e.id = s.id
       WHERE s.window = ? AND s.id > ? ORDER BY s.id LIMIT ${BATCH}`,
      connection,
      entity,
      window,
      after,
    )
    .toArray();
}

export function saveEntities(
  sql: SqlStorage,
  { connection, entity }: Kind,
  rows: readonly { readonly id: string; readonly fields: string }[],
  seen: number,
): void {
  sql.exec(
    `INSERT OR REPLACE INTO entities
     SELECT ?1, ?2, value ->> 0, value ->> 1, ?4 FROM json_each(?3)`,
    connection,
    entity,
    JSON.stringify(rows.map(({ id, fields }) => [id, fields])),
    seen,
  );
}

export function deleteEntities(sql: SqlStorage, { connection, entity }: Kind, ids: readonly string[]): void {
  sql.exec(
    "DELETE FROM entities WHERE connection = ? AND entity = ? AND id IN (SELECT value FROM json_each(?))",
    connection,
    entity,
    JSON.stringify(ids),
  );
}

export function hasEntities(sql: SqlStorage, connection: number, entity: string): boolean {
  const found = sql.exec(
    "SELECT 1 FROM entities WHERE connection = ? AND entity = ? LIMIT 1",
    connection,
    entity,
  );
  return found.toArray().length > 0;
}

/** Some of the entities that were last seen before an instant. */
export function unseenSince(sql: SqlStorage, { connection, entity }: Kind, instant: number): string[] {
  return sql
    .exec<{ id: string }>(
      `SELECT id FROM entities WHERE connection = ? AND entity = ? AND seen < ? LIMIT ${BATCH}`,
      connection,
      entity,
      instant,
    )
    .toArray()
    .map(({ id }) => id);
}

/** A day and a series of a stream whose sum must be made again. */
export interface Place {
  readonly stream: string;
  readonly day: number;
  readonly series: number;
}

/** Takes away what entities added. @returns the places that they added to */
export function deleteDerived(
  sql: SqlStorage,
  { connection, streams }: Kind,
  ids: readonly string[],
): Place[] {
  return streams.flatMap((stream) =>
    sql
      .exec<{ stream: string; day: number; series: number }>(
        // Left to choose, SQLite reads all that the stream's entities add.
        `DELETE FROM derived INDEXED BY derived_by_id
         WHERE connection = ? AND stream = ? AND id IN (SELECT value FROM json_each(?))
         RETURNING stream, day, series`,
        connection,
        stream,
        JSON.stringify(ids),
      )
      .toArray(),
  );
}

export interface DerivedRow extends Place {
  readonly id: string;
  readonly sums: Sums;
}

export function saveDerived(sql: SqlStorage, connection: number, rows: readonly DerivedRow[]): void {
  sql.exec(
    `INSERT INTO derived
     SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value -> 4 FROM json_each(?)`,
    connection,
    JSON.stringify(rows.map(({ stream, day, series, id, sums }) => [stream, day, series, id, sums])),
  );
}

/** Makes again the figures of some places of a stream: the sum of what its entities add there. */
export function sumDerived(
  sql: SqlStorage,
  connection: number,
  stream: string,
  places: readonly Place[],
): void {
  const json = JSON.stringify(places.map(({ day, series }) => [day, series]));
  sql.exec(
    `DELETE FROM facts WHERE connection = ?1 AND stream = ?2
       AND (day, series) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?3))`,
    connection,
    stream,
    json,
  );
  sql.exec(
    `INSERT INTO facts SELECT ?1, ?2, day, series, json_group_object(name, total) FROM (
       SELECT d.day, d.series, sum.key AS name, SUM(sum.value) AS total
       FROM json_each(?3) AS place
       CROSS JOIN derived AS d
         ON d.connection = ?1 AND d.stream = ?2 AND d.day = place.value ->> 0 AND d.series = place.value ->> 1
       CROSS JOIN json_each(d.sums) AS sum
       GROUP BY 1, 2, 3
     ) WHERE total <> 0 GROUP BY day, series`,
    connection,
    stream,
    json,
  );
}

/** The first day that entities add anything to. */
export function firstDerivedDay(sql: SqlStorage, connection: number, stream: string): number | null {
  type Row = { day: number | null };
  return sql
    .exec<Row>("SELECT MIN(day) AS day FROM derived WHERE connection = ? AND stream = ?", connection, stream)
    .one().day;
}

/** Forgets the entities of a connection; the figures made of them stay. */
export function dropEntities(sql: SqlStorage, connection: number): void {
  for (const table of ["entities", "derived", "cursors"]) {
    sql.exec(`DELETE FROM ${table} WHERE connection = ?`, connection);
  }
}

/** Forgets the entities of a connection and the figures made of them, so that both are read again. */
export function dropDerivedFigures(sql: SqlStorage, connection: number): void {
  sql.exec(
    "DELETE FROM facts WHERE connection = ?1 AND stream IN (SELECT stream FROM cursors WHERE connection = ?1)",
    connection,
  );
  dropEntities(sql, connection);
}
