// The simulated consent page and what its codes are worth: as strict as the services', or it would prove nothing.
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { handleVendor } from "../../../workbench/vendors/door.ts";
import { newClients } from "../../../workbench/vendors/consent-services.ts";
import { INITIAL, type Simulation } from "../../../workbench/vendors/simulation.ts";
import type { World } from "../../../workbench/vendors/vendor.ts";

const ORIGIN = "http://127.0.0.1:8787";
const SECRET = "s3cret";
const VERIFIER = "v".repeat(43);
const REDIRECT = `${ORIGIN}/connect/callback/google`;
const PAGE = "accounts.google.com/o/oauth2/v2/auth";
const asked = {
  response_type: "code",
  client_id: "boussole-google",
  redirect_uri: REDIRECT,
  scope: "https://www.googleapis.com/auth/adwords",
  state: "st4te",
  code_challenge: createHash("sha256").update(VERIFIER).digest("base64url"),
  code_challenge_method: "S256",
};
const clients = await newClients(ORIGIN, SECRET);
let simulation: Simulation;
let now: number;
let drawn: number;

beforeEach(() => {
  [simulation, now, drawn] = [INITIAL, Date.parse("2026-11-21T12:00:00Z"), 0];
});

function ask(path: string, init?: RequestInit): Promise<Response> {
  const memory: World["memory"] = {
    simulation: () => simulation,
    keep: (next) => void (simulation = next),
    note: () => {},
    seen: () => [],
    forget: () => {},
  };
  const random = () => String((drawn += 1));
  const world = { memory, accounts: [], clients, now, random };
  return handleVendor(new Request(`http://127.0.0.1/vendors/${path}`, init), world);
}

const form = (fields: Record<string, string>): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(fields),
});
const page = (change: Partial<typeof asked> = {}): string =>
  `${PAGE}?${new URLSearchParams({ ...asked, ...change })}`;

async function agree(): Promise<string> {
  const answer = await ask(page(), form({ answer: "yes" }));
  return new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
}

const token = (fields: Record<string, string>) =>
  ask(
    "oauth2.googleapis.com/token",
    form({ client_id: "boussole-google", client_secret: SECRET, ...fields }),
  );
const exchange = (code: string, change: Record<string, string> = {}) =>
  token({
    grant_type: "authorization_code",
    code,
    code_verifier: VERIFIER,
    redirect_uri: REDIRECT,
    ...change,
  });

describe("the page", () => {
  test("asks, and sends the person back with a code, the state and who answers", async () => {
    const shown = await ask(page());
    expect(shown.headers.get("content-type")).toContain("text/html");
    expect(await shown.text()).toContain("simulée");
    const back = await ask(page(), form({ answer: "yes" }));
    expect(back.status).toBe(303);
    expect(back.headers.get("location")).toBe(
      `${REDIRECT}?state=st4te&iss=https%3A%2F%2Faccounts.google.com&code=4%2F0A1`,
    );
  });

  test("sends a refusal back as one", async () => {
    const back = await ask(page(), form({ answer: "no" }));
    expect(new URL(back.headers.get("location") ?? "").searchParams.get("error")).toBe("access_denied");
    expect(simulation.codes).toEqual({});
  });

  test.each([
    ["a program it does not know", { client_id: "other" }],
    ["an address that was not registered", { redirect_uri: "https://evil.example/" }],
    ["no challenge", { code_challenge: "" }],
    ["a plain challenge", { code_challenge_method: "plain" }],
    ["another kind of answer", { response_type: "token" }],
  ])("sends nobody anywhere for %s", async (_, change) => {
    for (const init of [undefined, form({ answer: "yes" })]) {
      const refused = await ask(page(change), init);
      expect(refused.status).toBe(400);
      expect(refused.headers.get("location")).toBeNull();
    }
  });

  test("shows what it was sent as text", async () => {
    const shown = await ask(page({ scope: "<script>alert(1)</script>" }));
    expect(await shown.text()).not.toContain("<script>");
  });
});

describe("a code", () => {
  test("is worth a token that opens what was agreed to, and a refresh token that brings others", async () => {
    const answer = await exchange(await agree());
    const body = (await answer.json()) as Record<string, string>;
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 3599, scope: asked.scope });
    expect(simulation.tokens[body["access_token"] ?? ""]).toMatchObject({ scope: asked.scope });
    const refresh = { grant_type: "refresh_token", refresh_token: body["refresh_token"] ?? "" };
    expect((await token(refresh)).status).toBe(200);
    expect((await token({ ...refresh, client_secret: "wrong" })).status).toBe(401);
    expect((await token({ ...refresh, refresh_token: "made-up" })).status).toBe(400);
    simulation = { ...simulation, grantWithdrawn: true };
    expect(await (await token(refresh)).json()).toMatchObject({ error: "invalid_grant" });
  });

  test("is worth nothing twice, late, or without the verifier, the client and the address it was given for", async () => {
    const code = await agree();
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).status).toBe(400);
    for (const change of [
      { code_verifier: "w".repeat(43) },
      { redirect_uri: `${ORIGIN}/elsewhere` },
      { client_id: "boussole-linkedin" },
    ] as Record<string, string>[]) {
      expect((await exchange(await agree(), change)).status, JSON.stringify(change)).toBe(400);
    }
    expect((await exchange(await agree(), { client_secret: "wrong" })).status).toBe(401);
    const late = await agree();
    now += 600_001;
    expect((await exchange(late)).status).toBe(400);
  });

  test("of LinkedIn is checked the same way", async () => {
    const callback = `${ORIGIN}/connect/callback/linkedin`;
    const mine = { ...asked, client_id: "boussole-linkedin", redirect_uri: callback };
    const back = await ask(
      `www.linkedin.com/oauth/v2/authorization?${new URLSearchParams(mine)}`,
      form({ answer: "yes" }),
    );
    const { searchParams } = new URL(back.headers.get("location") ?? "");
    expect(searchParams.has("iss")).toBe(false);
    const fields = {
      grant_type: "authorization_code",
      client_id: "boussole-linkedin",
      client_secret: SECRET,
      redirect_uri: callback,
      code_verifier: VERIFIER,
    };
    const code = searchParams.get("code") ?? "";
    const buy = (value: string) =>
      ask("www.linkedin.com/oauth/v2/accessToken", form({ ...fields, code: value }));
    expect((await buy("made-up")).status).toBe(400);
    expect((await buy(code)).status).toBe(200);
    expect((await buy(code)).status).toBe(400);
  });
});
