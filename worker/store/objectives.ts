// Objectives, each with the version that guards it against two editors at once.
import type { ObjectiveDraft } from "../../shared/api/objectives.ts";

export interface StoredObjective extends ObjectiveDraft {
  readonly id: string;
  readonly version: number;
}

type Row = { id: string; version: number; draft: string };

function read({ id, version, draft }: Row): StoredObjective {
  return { ...(JSON.parse(draft) as ObjectiveDraft), id, version };
}

export function objectives(sql: SqlStorage): StoredObjective[] {
  return sql.exec<Row>("SELECT id, version, draft FROM objectives ORDER BY created, id").toArray().map(read);
}

export function objectiveById(sql: SqlStorage, id: string): StoredObjective | undefined {
  return sql.exec<Row>("SELECT id, version, draft FROM objectives WHERE id = ?", id).toArray().map(read)[0];
}

export function insertObjective(sql: SqlStorage, id: string, draft: ObjectiveDraft, now: number): void {
  sql.exec("INSERT INTO objectives VALUES (?, 1, ?, ?)", id, JSON.stringify(draft), now);
}

/** Replaces an objective that is still at this version. @returns whether it was. */
export function replaceObjective(
  sql: SqlStorage,
  id: string,
  version: number,
  draft: ObjectiveDraft,
): boolean {
  return (
    sql
      .exec(
        "UPDATE objectives SET version = version + 1, draft = ? WHERE id = ? AND version = ? RETURNING 1",
        JSON.stringify(draft),
        id,
        version,
      )
      .toArray().length > 0
  );
}

/** @returns whether there was one. */
export function deleteObjective(sql: SqlStorage, id: string): boolean {
  return sql.exec("DELETE FROM objectives WHERE id = ? RETURNING 1", id).toArray().length > 0;
}
