// The simulators' own door, for tests and for the curious: what they received, what they hold, and what goes wrong.
import { isDay } from "./days.ts";
import { emptyCounts, distinct, shopRows, type Counts, type ShopRow } from "./shop.ts";
import { INITIAL, today, type Simulation } from "./simulation.ts";
import type { Answer, VendorRequest, World } from "./vendor.ts";

/**
 * Answers `GET /requests`, `GET /totals?from&to&by=channel|campaign|day`, `GET /control`, `POST /control` and
 * `POST /reset` (both JSON).
 */
export function control(request: VendorRequest, world: World): Answer {
  const { pathname, searchParams } = new URL(request.path, "http://simulator");
  switch (`${request.method} ${pathname}`) {
    case "GET /requests":
      return { status: 200, body: requests(world) };
    case "GET /totals":
      return totals(searchParams, world);
    case "GET /control":
      return { status: 200, body: state(world) };
    case "POST /control":
      return change(request, world);
    case "POST /reset":
      world.memory.forget();
      return { status: 200, body: state(world) };
    default:
      return { status: 404, body: { error: "GET requests, totals or control; POST control or reset." } };
  }
}

function requests({ memory }: World) {
  const pages: Record<string, number> = {};
  for (const { path, page, status } of memory.seen()) {
    if (status === 200 && page !== "") pages[`${path} ${page}`] = (pages[`${path} ${page}`] ?? 0) + 1;
  }
  return { requests: memory.seen(), pages };
}

function state({ memory, now }: Pick<World, "memory" | "now">) {
  const simulation = memory.simulation();
  const tokens = Object.keys(simulation.tokens).length;
  return { ...simulation, tokens, today: today(simulation, now) };
}

type Totals = Omit<Counts, "revenue" | "spend"> & { revenueMicros: number; spendMicros: number };

/** Users are the distinct ones of the whole window, in each group and over all: they do not add up. */
function totals(query: URLSearchParams, { memory, now }: World): Answer {
  const simulation = memory.simulation();
  const from = query.get("from") ?? "";
  const to = query.get("to") ?? "";
  const key = GROUPS.get(query.get("by") ?? "channel");
  if (!isDay(from) || !isDay(to) || !key)
    return { status: 400, body: { error: "from, to and by are wanted." } };
  const rows = shopRows(from, to, today(simulation, now), simulation.adjustments);
  const groups: Record<string, ShopRow[]> = {};
  for (const row of rows) (groups[key(row)] ??= []).push(row);
  const byGroup = Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, sum(group)]));
  return { status: 200, body: { from, to, rows: rows.length, total: sum(rows), groups: byGroup } };
}

const GROUPS = new Map<string, (row: ShopRow) => string>([
  ["channel", ({ line }) => line.channel],
  ["campaign", ({ line }) => line.campaign],
  ["day", ({ day }) => day],
]);

function sum(rows: ShopRow[]): Totals {
  const sums = emptyCounts();
  for (const row of rows) for (const name of Object.keys(sums) as (keyof Counts)[]) sums[name] += row[name];
  const { revenue, spend, ...counts } = sums;
  const users = distinct(rows.map((row) => row.users));
  return { ...counts, users, revenueMicros: revenue * 10_000, spendMicros: spend * 10_000 };
}

const CHANGEABLE = new Set(Object.keys(INITIAL).filter((name) => name !== "tokens" && name !== "quota"));

/**
 * Replaces the parts of the simulation that the body names, as they are in `GET /control`. Also `revokeTokens: true`
 * ends every access token, and `quotaLeft` sets what is left of this hour's quota.
 */
function change(request: VendorRequest, { memory, now }: World): Answer {
  let body: Partial<Simulation> & { revokeTokens?: boolean; quotaLeft?: number };
  try {
    body = JSON.parse(request.body) as typeof body;
  } catch {
    return { status: 400, body: { error: "JSON is wanted." } };
  }
  const { revokeTokens = false, quotaLeft, ...changes } = body;
  const unknown = Object.keys(changes).filter((name) => !CHANGEABLE.has(name));
  if (unknown.length > 0) return { status: 400, body: { error: `Unknown: ${unknown.join(", ")}.` } };
  if (typeof changes.day === "string" && !isDay(changes.day))
    return { status: 400, body: { error: "No such day." } };
  const simulation = memory.simulation();
  memory.keep({
    ...simulation,
    ...changes,
    ...(revokeTokens && { tokens: {} }),
    ...(quotaLeft !== undefined && { quota: { hour: Math.floor(now / 3_600_000), left: quotaLeft } }),
  });
  return { status: 200, body: state({ memory, now }) };
}
