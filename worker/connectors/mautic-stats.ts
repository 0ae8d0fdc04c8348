// Asks Mautic's tables of events for what is new, in the order of ids, and reads its rows: every value is a text.
import * as z from "zod";
import type { EntityPage, EntityRow, PageEnd, Settings, SourceAnswer, SourceRequest } from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { typedHost } from "../hosts.ts";

/** Rows carry whole texts of messages: a thousand of them stay well under the 8 MiB that an answer may weigh. */
const PAGE_ROWS = 1000;

export interface Condition {
  readonly col: string;
  readonly expr: "eq" | "gt" | "gte" | "lt";
  readonly val: string;
}

export function api(settings: Settings, path: string): string {
  return `https://${typedHost(settings["host"] ?? "")}/api/${path}`;
}

/**
 * The next rows of a table above a key (`after`), with the events of the page's window in the column `date`.
 * Source: https://devdocs.mautic.org/en/latest/rest_api/stats.html
 */
export function statsRequest(
  settings: Settings,
  table: string,
  { since, until }: EntityPage,
  {
    date,
    key = "id",
    after,
    only = [],
  }: {
    readonly date: string;
    readonly key?: string;
    readonly after: string;
    readonly only?: readonly Condition[];
  },
): SourceRequest {
  const conditions: Condition[] = [
    { col: key, expr: "gt", val: after },
    { col: date, expr: "lt", val: written(until) },
    ...(since === null ? [] : [{ col: date, expr: "gte" as const, val: written(since) }]),
    ...only,
  ];
  const parameters = [
    ["start", "0"],
    ["limit", String(PAGE_ROWS)],
    ["order[0][col]", key],
    ["order[0][dir]", "asc"],
    ...conditions.flatMap(({ col, expr, val }, index) => [
      [`where[${index}][col]`, col],
      [`where[${index}][expr]`, expr],
      [`where[${index}][val]`, val],
    ]),
  ];
  return {
    method: "GET",
    url: api(settings, `stats/${table}?${new URLSearchParams(parameters).toString()}`),
  };
}

export type Row = Readonly<Record<string, string | null>>;

const Text = z.union([
  z.string(),
  z.number().transform(String),
  z.boolean().transform(Number).transform(String),
]);
const Stats = z.object({
  total: z.coerce.number().int().nonnegative(),
  // PHP writes an empty list and an empty object alike, and numbers a list that lost its first items.
  stats: z.union([
    z.array(z.record(z.string(), z.unknown())),
    z.record(z.string(), z.record(z.string(), z.unknown())).transform((rows) => Object.values(rows)),
  ]),
});

/**
 * Reads rows into entities; a row that `entityOf` cannot place is counted as left out.
 * @returns them, and the last key as the place reached, null at the end
 */
export function readStats(
  { body }: SourceAnswer,
  entityOf: (row: Row) => EntityRow | null | undefined,
  key = "id",
): PageEnd & { readonly entities: EntityRow[] } {
  const parsed = Stats.safeParse(body);
  if (!parsed.success) throw new SourceFailure("source_malformed");
  const { total, stats } = parsed.data;
  const rows = stats.map(textsOf);
  const entities: EntityRow[] = [];
  let rejected = 0;
  for (const row of rows) {
    const entity = entityOf(row);
    if (entity) entities.push(entity);
    else if (entity === undefined) rejected += 1;
  }
  const last = rows.at(-1)?.[key];
  if (rows.length > 0 && !/^\d+$/.test(last ?? "")) throw new SourceFailure("source_malformed");
  // The service counts the rows above the key: the last page holds all of them.
  const next = rows.length === 0 || rows.length >= total ? null : (last ?? null);
  return { entities, next, total: null, unit: null, marks: [], ...(rejected > 0 && { rejected }) };
}

function textsOf(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Text.nullable()
        .catch(null)
        .parse(value ?? null),
    ]),
  );
}

/** `2026-11-21T08:00:00.000Z` as the database writes it: UTC, without a zone. */
function written(instant: string): string {
  return instant.slice(0, 19).replace("T", " ");
}

/** The instant in `2026-11-21 08:00:00`, in UTC; null where there is none. */
export function instantIn(text: string | null | undefined): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(text ?? "");
  const instant = `${found?.[1]}T${found?.[2]}Z`;
  return found && !Number.isNaN(Date.parse(instant)) ? instant : null;
}
