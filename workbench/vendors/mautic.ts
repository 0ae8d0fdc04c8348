// The simulated Mautic of the shop, as Webmecanik hosts it: client credentials, lists, and the tables of its events.
import { mauticLists } from "./mautic-lists.ts";
import { mauticProblem, refuse } from "./mautic-problem.ts";
import { mauticStats } from "./mautic-stats.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

/** The shop's instance, and the client made for it in Settings, API credentials. */
export const MAUTIC_HOST = "atelier-verveine.webmecanik.com";
export const MAUTIC_CLIENT = { id: "7_verveine", secret: "5ecret0atelier0verveine" };

const SCOPE = "mautic";
const VERSION = { "mautic-version": "6.0.3" };

export const mautic: Vendor = {
  async answer(request, world) {
    const url = new URL(request.path, `https://${MAUTIC_HOST}`);
    if (url.pathname === "/oauth/v2/token") return token(request, world);
    const simulation = world.memory.simulation();
    const [, bearer = ""] = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    const granted = simulation.tokens[bearer];
    if (granted?.scope !== SCOPE) return refuse(401, "The access token provided is invalid.");
    if (granted.expires <= world.now) return refuse(401, "The access token provided has expired.");
    if (request.method !== "GET") return refuse(404);
    if (simulation.quota.hour === Math.floor(world.now / 3_600_000) && simulation.quota.left <= 0)
      return refuse(429);
    const body =
      url.pathname === "/api/stats" || url.pathname.startsWith("/api/stats/")
        ? mauticStats(url.pathname.slice("/api/stats/".length), url.searchParams, world)
        : mauticLists(url, world);
    return body === null ? refuse(404) : { status: 200, body, headers: VERSION };
  },
  problem: mauticProblem,
  page: ({ path }) => (path.startsWith("/api/") ? path.replace(/^[^?]*\??/, "") : ""),
};

/** No renewal comes with it: a new one is asked for instead. */
function token({ method, headers, body }: VendorRequest, world: World): Answer {
  const json = /^application\/json\b/.test(headers.get("content-type") ?? "");
  const form = readForm(body, json);
  if (method !== "POST" || form["grant_type"] !== "client_credentials")
    return refused("unsupported_grant_type", "Invalid grant_type parameter or parameter missing");
  const simulation = world.memory.simulation();
  const known = form["client_id"] === MAUTIC_CLIENT.id && form["client_secret"] === MAUTIC_CLIENT.secret;
  if (!known || simulation.grantWithdrawn)
    return refused("invalid_client", "The client credentials are invalid");
  const access = `OTJk${world.random()}`;
  const alive = Object.entries(simulation.tokens).filter(([, { expires }]) => expires > world.now);
  const granted = {
    account: MAUTIC_CLIENT.id,
    scope: SCOPE,
    expires: world.now + simulation.tokenSeconds * 1000,
  };
  world.memory.keep({ ...simulation, tokens: { ...Object.fromEntries(alive), [access]: granted } });
  const answer = {
    access_token: access,
    expires_in: simulation.tokenSeconds,
    token_type: "bearer",
    scope: null,
  };
  return { status: 200, body: answer, headers: { "cache-control": "no-store, private" } };
}

function readForm(body: string, json: boolean): Record<string, unknown> {
  if (!json) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function refused(error: string, error_description: string): Answer {
  const errors = [{ message: error_description, code: 400, type: error }];
  return { status: 400, body: { errors, error, error_description } };
}
