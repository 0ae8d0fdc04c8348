// Saving a range and having its rows read at once; and reading them again when asked.
import type { Connection } from "../../../shared/api/sources.ts";
import { askedColumns } from "../../../shared/range/mapping.ts";
import type { ApiAnswer } from "../../backend.ts";
import { ask } from "../server.ts";
import { changeRange, createRange, type Result, resultOf, type Trouble } from "../worker.ts";
import { knownRange, mappingOf, type RangeDraft } from "./draft.ts";

export interface Saved {
  /** Undefined while nothing is saved. */
  readonly id: string | undefined;
  readonly trouble?: Trouble;
}

/** @param id the range to change, undefined for a new one */
export async function saveRange(id: string | undefined, name: string, draft: RangeDraft): Promise<Saved> {
  const mapping = mappingOf(draft);
  const wanted = { name, place: draft.shown.place, mapping };
  const saved = await (id === undefined ? createRange(wanted) : changeRange(id, wanted));
  if ("trouble" in saved) return { id, trouble: saved.trouble };
  const sent = await sendRows(saved.body.id, wanted.place, mapping);
  return "trouble" in sent ? { id: saved.body.id, trouble: sent.trouble } : { id: saved.body.id };
}

/** Reads a range again, and refreshes the sheet with what it holds. */
export async function rereadRange(connection: Connection): Promise<Result<Connection>> {
  const known = knownRange(connection);
  if (!known) return { trouble: { kind: "unexpected" } };
  return sendRows(connection.id, known.place, known.mapping);
}

async function sendRows(
  id: string,
  place: RangeDraft["shown"]["place"],
  mapping: RangeDraft["mapping"],
): Promise<Result<Connection>> {
  const answer = await ask("sendRange", { id, place, columns: askedColumns(mapping) });
  const result = resultOf(answer as { value: ApiAnswer<Connection> });
  if ("body" in result) await ask("refresh");
  return result;
}
