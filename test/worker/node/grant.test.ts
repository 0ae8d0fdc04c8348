// A person's consent: where it is asked for, and what the code that it comes back as is worth.
import { createHash } from "node:crypto";
import { expect, test, vi } from "vitest";
import { type AuthorizationCode, authorizationFor } from "../../../worker/authorization.ts";
import { readEnvironment } from "../../../worker/environment.ts";
import { consentUrl, exchangeCode, renew } from "../../../worker/grant.ts";

const NOW = Date.parse("2026-11-21T08:00:00Z");
const client = { id: "client-1", secret: "s3cret" };
const way: AuthorizationCode = {
  kind: "authorization_code",
  authorizeUrl: "https://login.vendor.example/authorize?tenant=eu",
  tokenUrl: "https://api.vendor.example/token",
  scopes: ["ads.read", "offline"],
  client: "vendor",
  extra: { access_type: "offline" },
  rotates: true,
};

function vendor(body: object, status = 200) {
  return {
    hosts: ["api.vendor.example"],
    fetch: vi.fn<typeof fetch>(async () => Response.json(body, { status })),
  };
}

const given = { code: "c0de", verifier: "v".repeat(43), redirectUri: "https://boussole.example/callback" };

test("the consent page is asked for with a challenge, never with a secret", () => {
  const challenge = createHash("sha256").update(given.verifier).digest("base64url");
  const url = new URL(consentUrl(way, client, { redirectUri: given.redirectUri, state: "st4te", challenge }));
  expect(url.origin + url.pathname).toBe("https://login.vendor.example/authorize");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    tenant: "eu",
    access_type: "offline",
    response_type: "code",
    client_id: "client-1",
    redirect_uri: "https://boussole.example/callback",
    scope: "ads.read offline",
    state: "st4te",
    code_challenge: challenge,
    code_challenge_method: "S256",
  });
});

test("a code is exchanged with its verifier for the refresh token to keep", async () => {
  const door = vendor({ access_token: "a", expires_in: 3600, refresh_token: "r1" });
  expect(await exchangeCode(way, client, given, door, NOW)).toEqual({ refreshToken: "r1" });
  const [url = "", init] = door.fetch.mock.calls[0] ?? [];
  const sent = new URLSearchParams(await new Request(url, init).text());
  expect(Object.fromEntries(sent)).toEqual({
    grant_type: "authorization_code",
    code: "c0de",
    code_verifier: given.verifier,
    redirect_uri: given.redirectUri,
    client_id: "client-1",
    client_secret: "s3cret",
  });
});

test("a consent that would end within the hour is refused", async () => {
  const door = vendor({ access_token: "a", expires_in: 3600 });
  await expect(exchangeCode(way, client, given, door, NOW)).rejects.toMatchObject({
    code: "credentials_refused",
  });
});

test("a renewal that brings no refresh token leaves the old one good", async () => {
  const plain = vendor({ access_token: "a", expires_in: 60 });
  expect(await renew(way, client, "r1", plain, NOW)).toEqual({
    token: { token: "a", expires: NOW + 60_000, instance: undefined },
    renewed: undefined,
  });
  const rotating = vendor({ access_token: "a", expires_in: 60, refresh_token: "r2" });
  expect(await renew(way, client, "r1", rotating, NOW)).toMatchObject({ renewed: "r2" });
});

test.each([
  [400, { error: "invalid_grant" }, "reconnect_needed"],
  [401, { error: "invalid_client" }, "credentials_refused"],
  [500, { error: "invalid_grant" }, "source_down"],
  [503, {}, "source_down"],
  [429, {}, "rate_limited"],
])("a renewal refused with %d %j is %s", async (status, body, code) => {
  await expect(renew(way, client, "r1", vendor(body, status), NOW)).rejects.toMatchObject({ code });
});

test("the credentials given decide the way in; half of a pair is none", () => {
  const clients = {
    kind: "client_credentials",
    tokenUrl: () => "https://api.vendor.example/token",
    id: "id",
    secret: "secret",
    body: "form",
  } as const;
  const ways = [clients, way];
  expect(authorizationFor(ways, { id: "a", secret: "b" })).toBe(clients);
  expect(authorizationFor(ways, { refreshToken: "r" })).toBe(way);
  expect(authorizationFor(ways, { id: "a", secret: " " })).toBeUndefined();
  expect(authorizationFor(way, {})).toBeUndefined();
});

test("the operator's clients and hosts are read, and half of one or a wrong one is named", () => {
  const ring = JSON.stringify({
    cur: "k1",
    k1: Buffer.from(Array.from({ length: 32 }, (_, k) => k)).toString("base64"),
  });
  const base = { CRED_KEYS: ring, GOOGLE_CLIENT_IDS: "123456789-abc.apps.googleusercontent.com" };
  expect(
    readEnvironment({
      ...base,
      OAUTH_HUBSPOT_ID: "h1",
      OAUTH_HUBSPOT_SECRET: "h2",
      INSTANCE_HOSTS: '{"mautic":["crm.example.com","*.example.org"]}',
    }),
  ).toMatchObject({
    oauthClients: { hubspot: { id: "h1", secret: "h2" } },
    operatorHosts: { mautic: ["crm.example.com", "*.example.org"] },
  });
  expect(readEnvironment({ ...base, OAUTH_HUBSPOT_ID: "h1" })).toEqual({ faulty: "OAUTH_HUBSPOT_SECRET" });
  for (const hosts of ["*", "*.com", "127.0.0.1", "localhost", "https://crm.example.com", "a.b:8443"]) {
    const read = readEnvironment({ ...base, INSTANCE_HOSTS: JSON.stringify({ mautic: [hosts] }) });
    expect(read, hosts).toEqual({ faulty: "INSTANCE_HOSTS" });
  }
});
