// Objectives, each with the version that guards it against two editors at once, and every version it ever had.
import type { Retired } from "../../shared/api/objectives.ts";
import type { ObjectiveDraft } from "../../shared/objectives/objective.ts";

export interface StoredObjective {
  readonly id: string;
  readonly version: number;
  readonly draft: ObjectiveDraft;
  readonly retired: Retired | null;
  /** When this version was saved, and the address of who did; null for what no one is known to have saved. */
  readonly savedAt: number;
  readonly savedBy: string | null;
}

type Row = Record<string, SqlStorageValue> & {
  id: string;
  version: number;
  draft: string;
  retired: string | null;
  saved_at: number;
  saved_by: string | null;
};

function read({ id, version, draft, retired, saved_at, saved_by }: Row): StoredObjective {
  return {
    id,
    version,
    draft: JSON.parse(draft) as ObjectiveDraft,
    retired: retired === null ? null : (JSON.parse(retired) as Retired),
    savedAt: saved_at,
    savedBy: saved_by,
  };
}

/** Oldest first. */
export function objectives(sql: SqlStorage): StoredObjective[] {
  return sql.exec<Row>("SELECT * FROM objectives ORDER BY created, id").toArray().map(read);
}

export function objectiveById(sql: SqlStorage, id: string): StoredObjective | undefined {
  return sql.exec<Row>("SELECT * FROM objectives WHERE id = ?", id).toArray().map(read)[0];
}

export function countObjectives(sql: SqlStorage): number {
  return sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM objectives").one().n;
}

/** Who saves, and when (ms). */
export interface Saving {
  readonly at: number;
  readonly by: string | null;
}

export function insertObjective(
  sql: SqlStorage,
  id: string,
  draft: ObjectiveDraft,
  { at, by }: Saving,
): void {
  sql.exec(
    "INSERT INTO objectives (id, version, draft, created, saved_at, saved_by) VALUES (?1, 1, ?2, ?3, ?3, ?4)",
    id,
    JSON.stringify(draft),
    at,
    by,
  );
  note(sql, id, "created");
}

/** Replaces an objective that is still at this version and not retired. @returns whether it was. */
export function replaceObjective(
  sql: SqlStorage,
  id: string,
  version: number,
  draft: ObjectiveDraft,
  { at, by }: Saving,
): boolean {
  const replaced = sql.exec(
    `UPDATE objectives SET version = version + 1, draft = ?, saved_at = ?, saved_by = ?
     WHERE id = ? AND version = ? AND retired IS NULL RETURNING 1`,
    JSON.stringify(draft),
    at,
    by,
    id,
    version,
  );
  if (replaced.toArray().length === 0) return false;
  note(sql, id, "changed");
  return true;
}

/** Ends an objective, and keeps all that is known of it. */
export function retireObjective(sql: SqlStorage, id: string, retired: Retired, { at, by }: Saving): void {
  sql.exec(
    "UPDATE objectives SET version = version + 1, retired = ?, saved_at = ?, saved_by = ? WHERE id = ?",
    JSON.stringify(retired),
    at,
    by,
    id,
  );
  note(sql, id, "retired");
}

/** Forgets an objective with its history. @returns whether there was one. */
export function deleteObjective(sql: SqlStorage, id: string): boolean {
  for (const table of ["changes", "reviews", "assessments"])
    sql.exec(`DELETE FROM ${table} WHERE objective = ?`, id);
  sql.exec(
    "UPDATE objectives SET retired = json_set(retired, '$.replacedBy', NULL) WHERE retired ->> 'replacedBy' = ?",
    id,
  );
  return sql.exec("DELETE FROM objectives WHERE id = ? RETURNING 1", id).toArray().length > 0;
}

export interface ChangeRow extends Record<string, SqlStorageValue> {
  version: number;
  at: number;
  who: string | null;
  did: "created" | "changed" | "retired";
  draft: string;
}

function note(sql: SqlStorage, id: string, did: ChangeRow["did"]): void {
  sql.exec(
    `INSERT INTO changes (objective, version, at, who, did, draft)
     SELECT id, version, saved_at, saved_by, ?, draft FROM objectives WHERE id = ?`,
    did,
    id,
  );
}

/** Every version of an objective, oldest first. */
export function changes(sql: SqlStorage, id: string): ChangeRow[] {
  return sql
    .exec<ChangeRow>(
      "SELECT version, at, who, did, draft FROM changes WHERE objective = ? ORDER BY version",
      id,
    )
    .toArray();
}
