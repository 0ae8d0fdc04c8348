// Lets time go by for a stopped workbench: its record of the last sync becomes days old, since nobody can set its clock.
import { globSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const DAY_MS = 86_400_000;

/** The next sync then reads again what may have changed since, as after a pause. */
export function lapse(state: string, days: number): void {
  for (const file of globSync(join(state, "v3/do/boussole-Workspace/*.sqlite"))) {
    if (file.endsWith("metadata.sqlite")) continue;
    const database = new DatabaseSync(file);
    database
      .prepare("UPDATE connections SET as_of = as_of - ?, planned_day = date(planned_day, ?)")
      .run(days * DAY_MS, `-${days} days`);
    database.close();
  }
}
