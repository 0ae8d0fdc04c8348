// The simulated Google Search Console: one property, the domain of the shop, its days in Pacific time.
import { addDays, dayIn, isDay } from "./days.ts";
import { refuse as googleRefusal, unauthorized } from "./google.ts";
import { invalid, readProto, Refusal, type Shape } from "./proto-json.ts";
import { SEARCH_DIMENSIONS, searches, type SearchRow } from "./shop-search.ts";
import type { Simulation } from "./simulation.ts";
import { today } from "./simulation.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

/** The shop's property. */
export const SITE = "sc-domain:atelier-verveine.example";

const SCOPES = [
  "https://www.googleapis.com/auth/webmasters.readonly",
  "https://www.googleapis.com/auth/webmasters",
];
const PATH = /^\/webmasters\/v3\/sites(?:\/([^/]+)(\/searchAnalytics\/query)?)?$/;
const ZONE = "America/Los_Angeles";
/** Days until a day is final; the days before the last that are known are still incomplete. */
const FINAL_AFTER = 3;
const HISTORY_DAYS = 487;
const LARGEST_PAGE = 25_000;
const TYPES = new Set(["web", "image", "video", "news", "discover", "googleNews"]);

/** Source: https://developers.google.com/webmaster-tools/v1/searchanalytics/query */
const REQUEST = {
  startDate: "string",
  endDate: "string",
  dimensions: ["string"],
  type: "string",
  searchType: "string",
  aggregationType: "string",
  dataState: "string",
  rowLimit: "int64",
  startRow: "int64",
  dimensionFilterGroups: "unsupported",
} as const satisfies Shape;

type Query = {
  startDate?: string;
  endDate?: string;
  dimensions?: string[];
  type?: string;
  searchType?: string;
  aggregationType?: string;
  dataState?: string;
  rowLimit?: number | string;
  startRow?: number | string;
};

export const gsc: Vendor = {
  answer(request, world) {
    const [path, encoded, operation] = PATH.exec(request.path) ?? [];
    if (path === undefined || request.method !== (operation ? "POST" : "GET")) return refuse(404);
    const refusal = unauthorized(request, world, SCOPES);
    if (refusal) return refusal;
    const site = { siteUrl: SITE, permissionLevel: "siteRestrictedUser" };
    const simulation = world.memory.simulation();
    if (encoded === undefined)
      return { status: 200, body: simulation.propertyClosed ? {} : { siteEntry: [site] } };
    const asked = decodeURIComponent(encoded);
    if (asked !== SITE || simulation.propertyClosed)
      return refuse(403, `User does not have sufficient permission for site '${asked}'.`);
    return operation ? query(request, world) : { status: 200, body: site };
  },
  problem: (status) => refuse(status).body,
  page: ({ path, body }) => (path.endsWith("/query") ? summary(body) : ""),
};

/** As all of Google's errors, with the list that its older APIs add. */
function refuse(code: number, message?: string): Answer {
  const { status, body } = googleRefusal(code, message);
  const { error } = body as { error: { code: number; message: string; status: string } };
  const reason = code === 403 ? "forbidden" : code === 429 ? "rateLimitExceeded" : "invalidParameter";
  const errors = [{ message: error.message, domain: "global", reason }];
  return { status, body: { error: { ...error, errors } } };
}

function query({ body }: VendorRequest, { memory, now }: World): Answer {
  const simulation = memory.simulation();
  if (simulation.quota.hour === Math.floor(now / 3_600_000) && simulation.quota.left <= 0)
    return refuse(429, "Search Analytics load quota exceeded. Learn about usage limits.");
  try {
    const asked = readQuery(body);
    const day = pacificDay(simulation, now);
    const known = asked.dataState === "final" ? addDays(day, -FINAL_AFTER) : day;
    const rows = asked.type === "web" ? report(asked, known, day, simulation) : [];
    const end = asked.startRow + Math.min(asked.rowLimit, simulation.mostRows);
    const page = rows.slice(asked.startRow, end);
    const firstIncompleteDate = addDays(day, 1 - FINAL_AFTER);
    const incomplete =
      asked.dataState === "all" && asked.dimensions.includes("date") && asked.to >= firstIncompleteDate;
    return {
      status: 200,
      body: {
        ...(page.length > 0 && { rows: page }),
        responseAggregationType: asked.dimensions.includes("page") ? "byPage" : "byProperty",
        ...(incomplete && { metadata: { firstIncompleteDate } }),
      },
    };
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.code, error.message);
    throw error;
  }
}

/** The day it is in California, or the shop's, when a test has set it. */
function pacificDay(simulation: Simulation, now: number): string {
  return simulation.day === null ? dayIn(ZONE, now) : today(simulation, now);
}

function readQuery(text: string) {
  const body = readProto(text, REQUEST) as Query;
  const { startDate = "", endDate = "", dimensions = [], dataState = "final" } = body;
  const type = body.type ?? body.searchType ?? "web";
  const rowLimit = Number(body.rowLimit ?? 1000);
  const startRow = Number(body.startRow ?? 0);
  if (!isDay(startDate)) invalid(`Invalid value at 'start_date': "${startDate}"`);
  if (!isDay(endDate)) invalid(`Invalid value at 'end_date': "${endDate}"`);
  if (startDate > endDate) invalid("The start date must be before or equal to the end date.");
  if (rowLimit < 1 || rowLimit > LARGEST_PAGE) invalid("rowLimit must be between 1 and 25000.");
  if (startRow < 0) invalid("startRow must not be negative.");
  if (!TYPES.has(type)) invalid(`Invalid value at 'type': "${type}"`);
  if (!["final", "all"].includes(dataState)) invalid(`Invalid value at 'data_state': "${dataState}"`);
  for (const [index, name] of dimensions.entries()) {
    if (name !== "date" && !SEARCH_DIMENSIONS.includes(name))
      invalid(`Invalid value at 'dimensions[${index}]', "${name}"`);
    if (dimensions.indexOf(name) !== index) invalid(`Dimension ${name} is requested twice.`);
  }
  if (body.aggregationType === "byProperty" && dimensions.includes("page"))
    invalid("'BY_PROPERTY' is not a valid aggregation type with this query.");
  return { from: startDate, to: endDate, dimensions, dataState, type, rowLimit, startRow };
}

type Line = { keys?: string[]; clicks: number; impressions: number; ctr: number; position: number };

/** In the order of days where they are told apart, else by clicks. */
function report(
  { from, to, dimensions }: ReturnType<typeof readQuery>,
  known: string,
  day: string,
  { adjustments }: Simulation,
): Line[] {
  const groups = new Map<string, { keys: string[]; clicks: number; impressions: number; weight: number }>();
  const oldest = addDays(day, -HISTORY_DAYS);
  for (let one = from > oldest ? from : oldest; one <= to && one <= known; one = addDays(one, 1)) {
    for (const cell of searches(one, dimensions, adjustments)) {
      const seen = soFar(cell, one === day ? 0.4 : 1);
      const keys = dimensions.map((name) => (name === "date" ? one : (seen.keys[name] ?? "")));
      const group = groups.get(keys.join("\n")) ?? { keys, clicks: 0, impressions: 0, weight: 0 };
      group.clicks += seen.clicks;
      group.impressions += seen.impressions;
      group.weight += seen.impressions * seen.position;
      groups.set(keys.join("\n"), group);
    }
  }
  const lines = [...groups.values()]
    .filter(({ impressions }) => impressions > 0)
    .map(({ keys, clicks, impressions, weight }) => ({
      ...(keys.length > 0 && { keys }),
      clicks,
      impressions,
      ctr: clicks / impressions,
      position: weight / impressions,
    }));
  const date = dimensions.indexOf("date");
  const dayOf = ({ keys = [] }: Line): string => keys[date] ?? "";
  return lines.sort((one, other) => dayOf(one).localeCompare(dayOf(other)) || other.clicks - one.clicks);
}

function soFar(cell: SearchRow, share: number): SearchRow {
  return {
    ...cell,
    clicks: Math.floor(cell.clicks * share),
    impressions: Math.floor(cell.impressions * share),
  };
}

/** `2026-11-01..2026-11-21 date,device web +25000`, or nothing when the body is no request. */
function summary(body: string): string {
  try {
    const { from, to, dimensions, type, startRow } = readQuery(body);
    return `${from}..${to} ${dimensions.join()} ${type} +${startRow}`;
  } catch {
    return "";
  }
}
