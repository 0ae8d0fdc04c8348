// Forgetting single entities whose figures are long past.
import type { Kind } from "./entities.ts";

/** Forgets what entities added before a day, and those that added nothing since. */
export function forgetBefore(sql: SqlStorage, { connection, entity, streams }: Kind, day: number): void {
  const ids = streams.flatMap((stream) =>
    sql
      .exec<{ id: string }>(
        "DELETE FROM derived WHERE connection = ? AND stream = ? AND day < ? RETURNING id",
        connection,
        stream,
        day,
      )
      .toArray()
      .map(({ id }) => id),
  );
  if (ids.length === 0) return;
  sql.exec(
    `DELETE FROM entities WHERE connection = ?1 AND entity = ?2 AND id IN (SELECT value FROM json_each(?3))
       AND NOT EXISTS (
         SELECT 1 FROM json_each(?4) AS stream CROSS JOIN derived AS d
           ON d.connection = ?1 AND d.stream = stream.value AND d.id = entities.id
       )`,
    connection,
    entity,
    JSON.stringify(ids),
    JSON.stringify(streams),
  );
}
