// What was decided about objectives, and what was written beside the figures.
import type { Review } from "../../shared/api/objectives.ts";
import type { Note } from "../../shared/objectives/evidence.ts";

/** A review as it was made: its effect is measured from the figures each time. */
export type StoredReview = Omit<Review, "effect">;

type ReviewRow = {
  objective: string;
  id: string;
  on_day: string;
  decision: Review["decision"];
  what: string;
  who: string;
  value_then: number | null;
  probability_then: number | null;
};

export function insertReview(sql: SqlStorage, objective: string, review: StoredReview, now: number): void {
  sql.exec(
    "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    review.id,
    objective,
    review.on,
    review.decision,
    review.what,
    review.by,
    review.valueThen,
    review.probabilityThen,
    now,
  );
}

/** The reviews of all objectives by objective, oldest first. */
export function reviews(sql: SqlStorage): ReadonlyMap<string, readonly StoredReview[]> {
  const found = new Map<string, StoredReview[]>();
  for (const row of sql.exec<ReviewRow>("SELECT * FROM reviews ORDER BY at, id")) {
    const review: StoredReview = {
      id: row.id,
      on: row.on_day,
      decision: row.decision,
      what: row.what,
      by: row.who,
      valueThen: row.value_then,
      probabilityThen: row.probability_then,
    };
    found.set(row.objective, [...(found.get(row.objective) ?? []), review]);
  }
  return found;
}

export function countReviews(sql: SqlStorage, objective: string): number {
  return sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM reviews WHERE objective = ?", objective).one().n;
}

export function insertNote(sql: SqlStorage, { id, day, text, by }: Note, now: number): void {
  sql.exec("INSERT INTO notes VALUES (?, ?, ?, ?, ?)", id, day, text, by, now);
}

/** Oldest day first. */
export function notes(sql: SqlStorage): Note[] {
  type Row = { id: string; day: string; text: string; by: string };
  return sql.exec<Row>("SELECT id, day, text, who AS by FROM notes ORDER BY day, at, id").toArray();
}

export function countNotes(sql: SqlStorage): number {
  return sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM notes").one().n;
}

/** @returns whether there was one. */
export function deleteNote(sql: SqlStorage, id: string): boolean {
  return sql.exec("DELETE FROM notes WHERE id = ? RETURNING 1", id).toArray().length > 0;
}
