// HubSpot's contacts and deals: listed whole at first, then searched for what changed, in the order of ids.
import * as z from "zod";
import type { EntityFields, EntityPage, EntityReading, EntityRow, SourceRequest } from "../connector.ts";
import { SourceFailure } from "../failure.ts";

export const API = "https://api.hubapi.com";
export const VERSION = "2026-03";
const LIST_ROWS = 100;
const SEARCH_ROWS = 200;

/** A type of objects: its name in addresses, the date of its last change, and what is asked of it. */
export interface CrmType {
  readonly name: "contacts" | "deals";
  readonly modified: string;
  readonly properties: readonly string[];
}

/**
 * Where a reading stands: `all` lists everything; `changed` searches above an id, since a search shows ten thousand
 * objects and no more; `archived` lists what was deleted, which no search shows.
 */
type Phase = "all" | "changed" | "archived";

function placeOf({ since, token }: EntityPage): { phase: Phase; after: string } {
  const [phase, after = ""] = token?.split(":") ?? [since === null ? "all" : "changed"];
  return { phase: phase as Phase, after };
}

/** Sources: https://developers.hubspot.com/docs/api-reference/search/guide and …/crm-objects/guide */
export function crmRequest(type: CrmType, page: EntityPage): SourceRequest {
  const { phase, after } = placeOf(page);
  const objects = `${API}/crm/objects/${VERSION}/${type.name}`;
  if (phase !== "changed") {
    const query = new URLSearchParams({ limit: String(LIST_ROWS), properties: type.properties.join(",") });
    if (phase === "archived") query.set("archived", "true");
    if (after !== "") query.set("after", after);
    return { method: "GET", url: `${objects}?${query.toString()}` };
  }
  const bounds = [
    { propertyName: type.modified, operator: "GTE", value: String(Date.parse(page.since ?? page.until)) },
    { propertyName: type.modified, operator: "LTE", value: String(Date.parse(page.until)) },
    { propertyName: "hs_object_id", operator: "GT", value: after === "" ? "0" : after },
  ];
  return {
    method: "POST",
    url: `${objects}/search`,
    json: {
      filterGroups: [{ filters: bounds }],
      sorts: [{ propertyName: "hs_object_id", direction: "ASCENDING" }],
      properties: type.properties,
      limit: SEARCH_ROWS,
      after: "0",
    },
  };
}

const Answer = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      properties: z.record(z.string(), z.string().nullish()),
      archived: z.boolean().nullish(),
      archivedAt: z.string().nullish(),
    }),
  ),
  paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
});

export type Properties = Readonly<Record<string, string | null | undefined>>;

/** Reads a page of objects; `fieldsOf` keeps what figures are made of. */
export function readCrm(
  body: unknown,
  page: EntityPage,
  fieldsOf: (properties: Properties) => EntityFields,
): EntityReading {
  const parsed = Answer.safeParse(body);
  if (!parsed.success) throw new SourceFailure("source_malformed");
  const { phase } = placeOf(page);
  const { results, paging } = parsed.data;
  const entities = results.flatMap(({ id, properties, archived, archivedAt }): EntityRow[] => {
    if (!archived) return [{ id, fields: fieldsOf(properties) }];
    // What was deleted before the last reading was taken away then.
    const known = page.since !== null && archivedAt && Date.parse(archivedAt) < Date.parse(page.since);
    return known ? [] : [{ id, fields: {}, removed: true }];
  });
  const rest = { entities, total: null, unit: null, marks: [] };
  const after = phase === "changed" ? results.at(-1)?.id : paging?.next?.after;
  if (phase === "changed" && paging?.next && after === undefined) throw new SourceFailure("source_malformed");
  if (paging?.next) return { ...rest, next: `${phase}:${after}` };
  return { ...rest, next: phase === "changed" ? "archived:" : null };
}

/** Millionths of a decimal such as `1234.50`; null where it is none. */
export function microsIn(text: string | null | undefined): number | null {
  const micros = text && /^-?\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * 1e6) : Number.NaN;
  return Number.isSafeInteger(micros) ? micros : null;
}
