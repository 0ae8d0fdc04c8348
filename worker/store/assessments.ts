// What was worked out about each objective, kept until the figures or the objectives change.
export interface AssessmentRow extends Record<string, SqlStorageValue> {
  objective: string;
  /** The state of figures, objectives and calendar that `shown` was worked out from. */
  edition: string;
  /** The same without the objectives, and the version of this one: what `feasibility` depends on. */
  figures: string;
  version: number;
  /** JSON. */
  feasibility: string;
  shown: string;
}

export function assessments(sql: SqlStorage): Map<string, AssessmentRow> {
  const rows = sql.exec<AssessmentRow>("SELECT * FROM assessments").toArray();
  return new Map(rows.map((row) => [row.objective, row]));
}

export function keepAssessment(sql: SqlStorage, row: AssessmentRow): void {
  sql.exec(
    "INSERT OR REPLACE INTO assessments VALUES (?, ?, ?, ?, ?, ?)",
    row.objective,
    row.edition,
    row.figures,
    row.version,
    row.feasibility,
    row.shown,
  );
}
