// HubSpot's lists and searches of contacts and deals, with their limits.
import { objectsOf, type CrmObject, type CrmType } from "./hubspot-objects.ts";
import { invalid } from "./hubspot-problem.ts";
import { instantOf } from "./simulation.ts";
import type { World } from "./vendor.ts";

export { PIPELINES } from "./hubspot-objects.ts";

export function isCrmType(name: string): name is CrmType {
  return name === "contacts" || name === "deals";
}

const LIST_PARAMETERS = new Set(["limit", "after", "archived", "properties"]);
const LARGEST_LIST = 100;

/** `GET /crm/objects/{type}`: everything, by id; deleted objects only when they are asked for. */
export function crmList(type: CrmType, query: URLSearchParams, world: World): unknown {
  const unknown = [...query.keys()].find((name) => !LIST_PARAMETERS.has(name));
  if (unknown !== undefined) invalid(`Unknown query parameter ${unknown}.`);
  const limit = whole(query.get("limit") ?? "10", "limit");
  if (limit < 1 || limit > LARGEST_LIST) invalid("limit must be between 1 and 100.");
  const after = whole(query.get("after") ?? "0", "after");
  const wanted = query.get("archived") === "true";
  const simulation = world.memory.simulation();
  const objects = objectsOf(type, instantOf(simulation, world.now), simulation.adjustments);
  const all = objects.filter((one) => one.archived === wanted);
  const rest = all.filter(({ id }) => Number(id) > after);
  const page = rest.slice(0, Math.min(limit, simulation.mostRows));
  const properties = (query.get("properties") ?? "").split(",");
  return {
    results: page.map((one) => shown(one, properties)),
    ...(rest.length > page.length && {
      paging: { next: { after: page.at(-1)?.id, link: "https://api.hubapi.com/…" } },
    }),
  };
}

type Filter = { propertyName?: string; operator?: string; value?: string; values?: string[] };
type Search = {
  filterGroups?: { filters?: Filter[] }[];
  sorts?: (string | { propertyName?: string; direction?: string })[];
  properties?: string[];
  limit?: number;
  after?: string | number;
  query?: string;
};

const SEARCH_FIELDS = new Set(["filterGroups", "sorts", "properties", "limit", "after", "query"]);
const LARGEST_SEARCH = 200;

/** Numbers compare as numbers, dates as instants, the rest as texts. */
const COMPARISONS: Readonly<Record<string, (value: string | null, filter: Filter) => boolean>> = {
  EQ: (value, { value: wanted }) => value === wanted,
  NEQ: (value, { value: wanted }) => value !== wanted,
  GT: (value, { value: least }) => order(value) > order(least),
  GTE: (value, { value: least }) => order(value) >= order(least),
  LT: (value, { value: most }) => order(value) < order(most),
  LTE: (value, { value: most }) => order(value) <= order(most),
  IN: (value, { values = [] }) => value !== null && values.includes(value),
  HAS_PROPERTY: (value) => value !== null,
  NOT_HAS_PROPERTY: (value) => value === null,
};

function order(text: string | null | undefined): number {
  if (text === null || text === undefined) return Number.NaN;
  return /^-?[\d.]+$/.test(text) ? Number(text) : Date.parse(text);
}

/**
 * `POST /crm/objects/{type}/search`: never what is deleted, and no further than its cap.
 * Source: https://developers.hubspot.com/docs/api-reference/search/guide
 */
export function crmSearch(type: CrmType, text: string, world: World): unknown {
  const simulation = world.memory.simulation();
  const search = readSearch(text, simulation.searchCap);
  const objects = objectsOf(type, instantOf(simulation, world.now), simulation.adjustments);
  const found = objects.filter(
    (one) =>
      !one.archived && search.groups.every((filters) => filters.every((filter) => passes(one, filter))),
  );
  const sorted = search.sort === undefined ? found : ordered(found, search.sort);
  const end = search.after + Math.min(search.limit, simulation.mostRows);
  return {
    total: found.length,
    results: sorted.slice(search.after, end).map((one) => shown(one, search.properties)),
    ...(end < found.length && { paging: { next: { after: String(end), link: "https://api.hubapi.com/…" } } }),
  };
}

function readSearch(text: string, cap: number) {
  let body: Search;
  try {
    body = JSON.parse(text) as Search;
  } catch {
    return invalid("Invalid input JSON on line 1, column 1.");
  }
  const unknown = Object.keys(body).find((name) => !SEARCH_FIELDS.has(name));
  if (unknown !== undefined) invalid(`Invalid input JSON: unknown field ${unknown}.`);
  const { filterGroups = [], sorts = [], properties = [], limit = 10 } = body;
  const groups = filterGroups.map(({ filters = [] }) => filters);
  if (groups.length > 1) invalid("Several filter groups are not simulated.");
  if (groups.flat().length > 6) invalid("A filter group holds at most 6 filters.");
  for (const { propertyName, operator = "", value, values } of groups.flat()) {
    if (propertyName === undefined) invalid("A filter has no propertyName.");
    if (!Object.hasOwn(COMPARISONS, operator)) invalid(`${operator} is not a valid operator.`);
    if (!operator.includes("HAS_PROPERTY") && typeof value !== "string" && !Array.isArray(values))
      invalid(`The filter of ${propertyName} has no value.`);
  }
  if (sorts.length > 1) invalid("Only one sort is allowed.");
  const after = whole(String(body.after ?? "0"), "after");
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_SEARCH)
    invalid("limit must be between 1 and 200.");
  if (after + limit > cap) invalid(`The total number of results is limited to ${cap}.`);
  const [sort] = sorts.map((one) => (typeof one === "string" ? { propertyName: one } : one));
  return { groups, sort, properties, limit, after };
}

function passes(one: CrmObject, filter: Filter): boolean {
  const value = one.properties[filter.propertyName ?? ""];
  if (value === undefined) return invalid(`There is no property ${filter.propertyName}.`);
  return COMPARISONS[filter.operator ?? ""]?.(value, filter) ?? false;
}

function ordered(found: CrmObject[], sort: { propertyName?: string; direction?: string }): CrmObject[] {
  const sign = sort.direction === "DESCENDING" ? -1 : 1;
  const key = (one: CrmObject): number => order(one.properties[sort.propertyName ?? ""]) || 0;
  return [...found].sort((one, other) => sign * (key(one) - key(other)));
}

const ALWAYS = new Set(["hs_object_id", "createdate", "lastmodifieddate", "hs_lastmodifieddate"]);

/** Only the properties asked for, with the few that always come. */
function shown({ id, archived, archivedAt, createdAt, updatedAt, properties }: CrmObject, wanted: string[]) {
  const kept = Object.entries(properties).filter(([name]) => wanted.includes(name) || ALWAYS.has(name));
  return {
    id,
    properties: Object.fromEntries(kept),
    createdAt,
    updatedAt,
    archived,
    ...(archivedAt !== null && { archivedAt }),
  };
}

function whole(text: string, name: string): number {
  if (!/^\d+$/.test(text)) invalid(`${name} is not valid: ${text}.`);
  return Number(text);
}
