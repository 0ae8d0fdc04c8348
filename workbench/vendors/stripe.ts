// The simulated Stripe: the movements of the shop's till and the contracts of its professional customers.
import { listOf, type Thing } from "./stripe-list.ts";
import { expanded, movements, subscriptions } from "./stripe-objects.ts";
import { instantOf } from "./simulation.ts";
import type { Answer, Vendor } from "./vendor.ts";

/** The shop's restricted key: it reads the balance, customers and subscriptions. */
export const STRIPE_KEY = "rk_live_51VeRvEiNe5e11ce00AteLier";

const VERSION = "2026-10-28.endive";

export const stripe: Vendor = {
  answer(request, world) {
    const { pathname, searchParams: query } = new URL(request.path, "https://api.stripe.com");
    const simulation = world.memory.simulation();
    const [, key = ""] = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    if (key !== STRIPE_KEY || simulation.grantWithdrawn) return refuse(401);
    if (request.headers.get("stripe-version") !== VERSION)
      return refuse(400, "Invalid Stripe API version: the header Stripe-Version is wanted.");
    if (simulation.quota.hour === Math.floor(world.now / 3_600_000) && simulation.quota.left <= 0)
      return refuse(429);
    if (request.method !== "GET") return refuse(404);
    const now = instantOf(simulation, world.now);
    if (pathname === "/v1/balance_transactions") {
      if (simulation.propertyClosed) return refuse(403);
      return page(
        pathname,
        query,
        movements(now, simulation.adjustments),
        ["created", "currency", "type"],
        simulation.mostRows,
      );
    }
    if (pathname === "/v1/subscriptions") {
      const all = subscriptions(now, simulation.adjustments);
      const status = query.get("status");
      const shown = all.filter((one) => status === "all" || (status ?? one.status) === one.status);
      const kept =
        status === null
          ? shown.filter((one) => !["canceled", "incomplete_expired"].includes(one.status))
          : shown;
      const answer = page(
        pathname,
        query,
        kept,
        ["status", "customer", "created", "expand[]"],
        simulation.mostRows,
      );
      return answer.status === 200 ? expanded(answer, query.getAll("expand[]"), all) : answer;
    }
    // A restricted key never reads the account.
    return pathname === "/v1/account" ? refuse(403) : refuse(404);
  },
  problem: (status) => refuse(status).body,
  page: ({ path }) => (path.startsWith("/v1/") ? path : ""),
};

function page(path: string, query: URLSearchParams, all: Thing[], allowed: string[], most: number): Answer {
  const list = listOf(query, all, allowed, most);
  return "refusal" in list
    ? refuse(400, list.refusal, list.code)
    : { status: 200, body: { object: "list", url: path, data: list.data, has_more: list.more } };
}

const MESSAGES: Readonly<Record<number, string>> = {
  401: "Invalid API Key provided: rk_live_****",
  403: "The provided key does not have the required permissions for this endpoint.",
  404: "Unrecognized request URL.",
  429: "Request rate limit exceeded.",
};

/** https://docs.stripe.com/api/errors */
function refuse(status: number, message?: string, code?: string): Answer {
  const type = status >= 500 ? "api_error" : "invalid_request_error";
  const known = code ?? (status === 429 ? "rate_limit" : undefined);
  const words = message ?? MESSAGES[status] ?? "Something went wrong on our end.";
  return { status, body: { error: { type, message: words, ...(known !== undefined && { code: known }) } } };
}
