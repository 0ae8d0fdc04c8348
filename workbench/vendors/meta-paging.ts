// Meta's lists: pages told by a cursor, beside an address that holds the caller's token.
import { invalid } from "./meta-problem.ts";

export type Parameters = ReadonlyMap<string, string>;

/** One page of a list: `most` bounds what may be asked for. */
export function paged(all: unknown[], path: string, parameters: Parameters, most: number): unknown {
  const limit = Number(parameters.get("limit") ?? 25);
  if (!Number.isInteger(limit) || limit < 1) invalid("param limit must be a positive number.");
  const start = placeOf(parameters.get("after"));
  const end = Math.min(start + Math.min(limit, most), all.length);
  const data = all.slice(start, end);
  if (data.length === 0) return { data: [] };
  const cursors = { before: cursorOf(start), after: cursorOf(end) };
  const next = `https://graph.facebook.com${path}?access_token=EAAT-SECRET-OF-THE-CALLER&limit=${limit}&after=${cursors.after}`;
  return { data, paging: { cursors, ...(end < all.length && { next }) } };
}

function cursorOf(place: number): string {
  return btoa(`verveine:${place}`);
}

function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  let text = "";
  try {
    text = atob(cursor);
  } catch {
    // What is no cursor is no place either.
  }
  const [, place] = /^verveine:(\d+)$/.exec(text) ?? [];
  return place === undefined ? invalid("Invalid cursors values") : Number(place);
}

/** @throws MetaRefusal for a parameter that is not one of these */
export function only(parameters: Parameters, ...names: string[]): void {
  for (const name of parameters.keys()) {
    if (!names.includes(name)) invalid(`Unknown parameter: ${name}`);
  }
}

/** The fields asked for, each one of these. @throws MetaRefusal */
export function fieldsOf(parameters: Parameters, known: readonly string[]): string[] {
  const fields = (parameters.get("fields") ?? "").split(/,(?![^{(]*[})])/).filter((name) => name !== "");
  for (const field of fields) {
    if (!known.includes(field)) invalid(`Tried accessing nonexisting field (${field})`);
  }
  return fields;
}

/** An object with the fields asked for. */
export function picked(fields: string[], object: Record<string, unknown>): Record<string, unknown> {
  const names = fields.map((field) => field.replace(/[.{(].*$/, ""));
  return Object.fromEntries(
    names.filter((name) => object[name] !== undefined).map((name) => [name, object[name]]),
  );
}
