// A made-up service, which misbehaves on command.
import { createHash } from "node:crypto";

export interface Deal {
  modified: number;
  won?: string;
  lost?: string;
  amount?: number;
  channel?: string;
}

/** RFC 7636, 4.2. */
const challengeOf = (verifier: string): string => createHash("sha256").update(verifier).digest("base64url");

/** The service: what it holds, how it misbehaves, and what it was asked. */
export function atelierService() {
  const state = {
    currency: "EUR" as string | null,
    timeZone: "Europe/Paris",
    members: 100,
    visits: [] as { day: string; channel: string; sessions: number | null; note?: string }[],
    deals: new Map<string, Deal>(),
    pageRows: 100,
    /** The most deals that one question may find. */
    cap: Number.POSITIVE_INFINITY,
    headers: {} as Record<string, string>,
    /** Refresh tokens that may still be spent, once each. */
    grants: new Set<string>(),
    /** Codes of consents, each with the challenge that it was given for. */
    codes: new Map<string, string>(),
    redirectUri: "",
    instance: undefined as string | undefined,
    /** May answer instead. */
    meet: undefined as ((url: URL) => Response | undefined | Promise<Response | undefined>) | undefined,
  };
  const asked: { readonly url: URL; readonly headers: Headers; readonly body: string }[] = [];
  let tokens = 0;

  function dealsIn(url: URL): object {
    const ask = (name: string): string => url.searchParams.get(name) ?? "";
    const outcome = url.pathname === "/won" ? "won" : "lost";
    const since = ask("since") === "" ? Number.NEGATIVE_INFINITY : Date.parse(ask("since"));
    const all = [...state.deals].filter(
      ([, deal]) =>
        deal[outcome] !== undefined && deal.modified >= since && deal.modified <= Date.parse(ask("until")),
    );
    if (all.length > state.cap) return { rows: [], next: null, capped: true };
    const found = all.filter(([id]) => id > ask("after")).sort(([a], [b]) => (a < b ? -1 : 1));
    const page = found.slice(0, state.pageRows);
    const rows = page.map(([id, deal]) => ({
      id,
      fields: {
        [outcome]: deal[outcome] || null,
        amount: deal.amount ?? null,
        channel: deal.channel ?? null,
      },
    }));
    return { rows, next: found.length > page.length ? page.at(-1)?.[0] : null };
  }

  function tokenFor(body: string): Response {
    const wanted = body.startsWith("{")
      ? (JSON.parse(body) as Record<string, string>)
      : Object.fromEntries(new URLSearchParams(body));
    tokens += 1;
    if (wanted["grant_type"] === "client_credentials") {
      if (wanted["client_secret"] !== "good")
        return Response.json({ error: "invalid_client" }, { status: 401 });
      return Response.json({ access_token: `t${tokens}`, expires_in: "3600", instance: state.instance });
    }
    if (wanted["grant_type"] === "authorization_code") {
      const expected = state.codes.get(wanted["code"] ?? "");
      state.codes.delete(wanted["code"] ?? "");
      const fits =
        expected !== undefined &&
        expected === challengeOf(wanted["code_verifier"] ?? "") &&
        wanted["redirect_uri"] === state.redirectUri;
      if (!fits) return Response.json({ error: "invalid_grant" }, { status: 400 });
      const refresh = `grant-${tokens}`;
      state.grants.add(refresh);
      return Response.json({ access_token: `t${tokens}`, expires_in: 3600, refresh_token: refresh });
    }
    if (!state.grants.delete(wanted["refresh_token"] ?? "")) {
      // Spent before: whoever holds its successor may be a thief.
      state.grants.clear();
      return Response.json({ error: "invalid_grant" }, { status: 400 });
    }
    const refresh = `grant-${tokens}`;
    state.grants.add(refresh);
    return Response.json({ access_token: `t${tokens}`, expires_in: 3600, refresh_token: refresh });
  }

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const body = request.method === "POST" ? new TextDecoder().decode(await request.arrayBuffer()) : "";
    asked.push({ url, headers: request.headers, body });
    const met = await state.meet?.(url);
    if (met) return met;
    const { headers } = state;
    const ask = (name: string): string => url.searchParams.get(name) ?? "";
    switch (url.pathname) {
      case "/token":
        return tokenFor(body);
      case "/account":
        return Response.json({ currency: state.currency, timeZone: state.timeZone });
      case "/accounts":
        return Response.json(
          ask("after") === ""
            ? { accounts: [{ id: "b", name: "Boutique" }], next: "2" }
            : { accounts: [{ id: "a", name: "Atelier" }], next: null },
        );
      case "/members":
        return Response.json({ members: state.members });
      case "/visits": {
        const rows = state.visits.filter(({ day }) => day >= ask("from") && day <= ask("to"));
        const start = Number(ask("after"));
        const page = rows.slice(start, start + state.pageRows);
        const next = start + page.length < rows.length ? String(start + page.length) : null;
        return Response.json({ rows: page, next, total: rows.length }, { headers });
      }
      default:
        return Response.json(dealsIn(url), { headers });
    }
  }

  return {
    state,
    answer,
    asked,
    /** The paths and queries asked for, of one table or all. */
    paths: (table = "") =>
      asked.map(({ url }) => url.pathname + url.search).filter((path) => path.startsWith(`/${table}`)),
  };
}
