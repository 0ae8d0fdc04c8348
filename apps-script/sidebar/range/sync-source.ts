// Having a source read now: a service is asked by the Worker, a range is read again in the sheet.
import { RANGE } from "../../../shared/api/ranges.ts";
import type { Connection } from "../../../shared/api/sources.ts";
import { type Result, startSync } from "../worker.ts";
import { rereadRange } from "./save.ts";

export function isRange({ connector }: Connection): boolean {
  return connector === RANGE;
}

export function syncSource(connection: Connection): Promise<Result<unknown>> {
  return isRange(connection) ? rereadRange(connection) : startSync(connection.id);
}
