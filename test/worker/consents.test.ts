// A person's consent: given on the service's page, confirmed for the right spreadsheet, and then a source.
import { exports } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AccountChoice, Connection, Tested } from "../../shared/api/sources.ts";
import type { Invitation, Pairing } from "../../shared/api/workspace.ts";
import { everything, query } from "./atelier-world.ts";
import {
  answered,
  askFor,
  browser,
  CALLBACK,
  granted,
  nothingKept,
  openService,
  service,
  stateOf,
  wanted,
} from "./consent-flow.ts";
import { ask, call, dominique, eve, objectOf, paired, settled, sheet } from "./world.ts";

vi.setConfig({ testTimeout: 60_000 });
beforeEach(openService);
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("the way of a consent", () => {
  test("leads to the service's page with PKCE and a state, and leaves the browser a cookie of this host alone", async () => {
    const caller = await paired();
    const consent = await askFor(caller);
    expect(consent).toMatchObject({ state: "asked", problem: null, expires: "2030-11-21T12:10:00.000Z" });
    const { answer, page } = await browser().open(consent);
    expect(answer.status).toBe(302);
    expect(page.origin + page.pathname).toBe("https://api.atelier.example/consent");
    expect(Object.fromEntries(page.searchParams)).toEqual({
      response_type: "code",
      client_id: "client-1",
      redirect_uri: CALLBACK,
      scope: "read",
      state: expect.stringMatching(new RegExp(`^${caller.id}\\.[\\w-]{43}$`)) as string,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: "S256",
    });
    expect(answer.headers.get("set-cookie")).toMatch(
      /^__Host-boussole-consent=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await stateOf(caller, consent)).toMatchObject({ state: "opened" });
  });

  test("asks before anything is kept, naming the account, the spreadsheet and what will be read", async () => {
    const caller = await paired();
    const { answer, text, consent } = await answered(caller);
    expect(answer.status).toBe(200);
    for (const named of ["camille@example.com", "Plan marketing", "Atelier", "Visits, members and deals."]) {
      expect(text).toContain(named);
    }
    expect(text).not.toContain("<script");
    expect(answer.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'nonce-[\w-]{43}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(await stateOf(caller, consent)).toMatchObject({ state: "answered" });
    await nothingKept(caller);
  });

  test("ends in a source that syncs, once confirmed; the refresh token is nowhere to be read", async () => {
    const caller = await paired();
    const consent = await granted(caller);
    expect(consent).toMatchObject({ state: "granted", expires: "2030-11-21T12:30:00.000Z" });
    expect(await everything(caller)).not.toMatch(/grant-\d|CODE-71c2/);
    const question = { settings: {}, credentials: {}, consent: consent.id };
    const { accounts } = await ask<{ accounts: AccountChoice[] }>(
      caller,
      "POST",
      "/v1/connectors/atelier/accounts",
      question,
    );
    expect(accounts).toEqual([
      { id: "a", name: "Atelier" },
      { id: "b", name: "Boutique" },
    ]);
    const tested = { ...question, settings: { account: "verveine" } };
    expect(await ask<Tested>(caller, "POST", "/v1/connectors/atelier/test", tested)).toEqual({
      currency: "EUR",
      timeZone: "Europe/Paris",
    });
    await ask<Connection>(caller, "POST", "/v1/connections", wanted(consent.id));
    expect(await settled(caller)).toMatchObject({ state: "idle", problem: null });
    expect(await everything(caller)).not.toMatch(/grant-\d/);
    expect(service.state.grants.size).toBe(1);
    // Each use of it replaces it: the source alone holds it now.
    expect((await call(caller, "GET", `/v1/consents/${consent.id}`)).status).toBe(404);
  });

  test("is worth one refresh at a time, however many ask at once", async () => {
    const caller = await paired();
    const { id } = await granted(caller);
    const question = { settings: {}, credentials: {}, consent: id };
    const all = await Promise.all(
      Array.from({ length: 5 }, () => call(caller, "POST", "/v1/connectors/atelier/accounts", question)),
    );
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await ask<Connection>(caller, "POST", "/v1/connections", wanted(id));
    expect(await settled(caller)).toMatchObject({ state: "idle", problem: null });
  });

  test("gives a source whose consent was withdrawn a new one, its figures kept", async () => {
    const caller = await paired();
    const { id } = await ask<Connection>(
      caller,
      "POST",
      "/v1/connections",
      wanted((await granted(caller)).id),
    );
    await settled(caller);
    service.state.grants.clear();
    await objectOf(caller.id).expireToken(id);
    await ask(caller, "POST", `/v1/connections/${id}/sync`);
    expect((await settled(caller)).problem?.code).toBe("reconnect_needed");
    const again = await granted(caller);
    await ask(caller, "PATCH", `/v1/connections/${id}`, { consent: again.id });
    await ask(caller, "POST", `/v1/connections/${id}/sync`);
    expect(await settled(caller)).toMatchObject({ state: "idle", problem: null });
  });

  test("names the operator's variable that is missing, and asks nothing", async () => {
    const caller = await paired();
    const { connectors } = await import("../../worker/connectors/index.ts");
    const atelier = connectors.find(({ name }) => name === "atelier");
    if (!atelier || !("length" in atelier.authorization)) throw new Error("No such connector.");
    const way = atelier.authorization.find(({ kind }) => kind === "authorization_code") as { client: string };
    way.client = "elsewhere";
    try {
      const refused = await call(caller, "POST", "/v1/consents", { connector: "atelier", settings: {} });
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({
        code: "not_configured",
        variable: "OAUTH_ELSEWHERE_ID",
        detail: expect.stringContaining("OAUTH_ELSEWHERE_ID and OAUTH_ELSEWHERE_SECRET") as string,
      });
      type Summary = { name: string; ways: { kind: string; missing?: string[] }[] };
      const { connectors: shown } = await ask<{ connectors: Summary[] }>(caller, "GET", "/v1/connectors");
      expect(shown.find(({ name }) => name === "atelier")?.ways.at(-1)).toEqual({
        kind: "consent",
        fields: [],
        missing: ["OAUTH_ELSEWHERE_ID", "OAUTH_ELSEWHERE_SECRET"],
        several: false,
      });
    } finally {
      way.client = "atelier";
    }
  });
});

describe("a consent belongs to the one who asked", () => {
  test("no other member sees or uses it, and only an owner asks", async () => {
    const caller = await paired();
    const { id } = await granted(caller);
    const { code } = await ask<Invitation>(caller, "POST", "/v1/invitations");
    const spreadsheet = sheet();
    const { key } = await ask<Pairing>({ person: dominique }, "POST", "/v1/workspaces/join", {
      code,
      spreadsheet,
    });
    const colleague = { person: dominique, key, spreadsheet: spreadsheet.id, id: caller.id };
    const asked = { connector: "atelier", settings: {} };
    expect((await call(colleague, "POST", "/v1/consents", asked)).status).toBe(403);
    await query(caller, "UPDATE members SET role = 'owner'");
    expect((await call(colleague, "GET", `/v1/consents/${id}`)).status).toBe(404);
    expect((await call(colleague, "POST", "/v1/connections", wanted(id))).status).toBe(400);
    const stranger = await paired(eve);
    expect((await call(stranger, "GET", `/v1/consents/${id}`)).status).toBe(404);
    expect((await call(stranger, "POST", "/v1/connections", wanted(id))).status).toBe(400);
  });

  test("it is good for its own service and settings, and for no others", async () => {
    const caller = await paired();
    const { id } = await granted(caller, { host: "api.atelier.example" });
    const other = await call(caller, "POST", "/v1/connections", wanted(id));
    expect(await other.json()).toMatchObject({ code: "invalid_request", fields: ["settings.host"] });
    const elsewhere = {
      settings: { customer: "4820163957" },
      credentials: { developerToken: "d" },
      consent: id,
    };
    const ads = await call(caller, "POST", "/v1/connectors/google-ads/test", elsewhere);
    expect(await ads.json()).toMatchObject({ code: "invalid_request", fields: ["consent"] });
    const unknown = { connector: "atelier", settings: { other: "x" } };
    expect((await call(caller, "POST", "/v1/consents", unknown)).status).toBe(400);
  });

  test("what merely looks at a link does not use it up", async () => {
    const consent = await askFor(await paired());
    const looked = await exports.default.fetch(new Request(consent.url, { method: "HEAD" }));
    expect(looked.status).toBe(405);
    expect((await browser().open(consent)).answer.status).toBe(302);
  });

  test("nothing is said without HTTPS, but on one's own machine, where the cookie cannot ask for it", async () => {
    const caller = await paired();
    const { url } = await askFor(caller);
    expect((await browser().go(url.replace("https:", "http:"))).status).toBe(410);
    const here = await browser().go(url.replace("https://boussole.example", "http://127.0.0.1:8787"));
    expect(here.status).toBe(302);
    expect(here.headers.get("set-cookie")).toMatch(
      /^boussole-consent=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test("one browser may give two consents at a time", async () => {
    const caller = await paired();
    const person = browser();
    const [first, second] = [await askFor(caller), await askFor(caller)];
    const opened = await person.open(first);
    await person.open(second);
    expect((await person.back(opened.state)).status).toBe(200);
  });
});
