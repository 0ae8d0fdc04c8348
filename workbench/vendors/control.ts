// The simulators' own door, for tests and for the curious: what they received, what they hold, and what goes wrong.
import { isDay } from "./days.ts";
import { INITIAL, today, type Simulation } from "./simulation.ts";
import { totals } from "./totals.ts";
import type { Answer, VendorRequest, World } from "./vendor.ts";

/**
 * Answers `GET /requests`, `GET /totals?from&to&by=channel|campaign|day&with`, `GET /control`, `POST /control` and
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

/** What the services themselves keep account of. */
const THEIR_OWN = new Set(["tokens", "codes", "grants", "quota"]);
const CHANGEABLE = new Set(Object.keys(INITIAL).filter((name) => !THEIR_OWN.has(name)));

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
