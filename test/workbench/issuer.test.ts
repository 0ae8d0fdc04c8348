// Google's sign-in on one's own machine: tokens that any verifier of Google's accepts, for this machine only.
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { CLIENT_ID, handleIssuer, newSigningKey, type SigningKey } from "../../workbench/google/issuer.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");
let key: SigningKey;

beforeAll(async () => {
  key = await newSigningKey();
});

const ask = (
  path: string,
  headers: Record<string, string> = {},
  host = "127.0.0.1:8787",
): Promise<Response> => handleIssuer(new Request(`http://${host}/google/${path}`, { headers }), key, NOW);
const tokenOf = async (path: string): Promise<string> =>
  ((await (await ask(path)).json()) as { token: string }).token;
const keySet = async () => createLocalJWKSet((await (await ask("oauth2/v3/certs")).json()) as JSONWebKeySet);
const verification = {
  issuer: "https://accounts.google.com",
  audience: CLIENT_ID,
  currentDate: new Date(NOW),
};

describe("an identity token", () => {
  it("is what Google signs: verified by the published key, for an hour", async () => {
    const token = await tokenOf("identity-token");
    const { payload } = await jwtVerify(token, await keySet(), { ...verification, algorithms: ["RS256"] });
    expect(payload).toMatchObject({
      email: "camille@atelier-verveine.example",
      email_verified: true,
      azp: CLIENT_ID,
    });
    expect(payload.sub).toMatch(/^\d{21}$/);
    expect([payload.iat, payload.exp]).toEqual([NOW / 1000, NOW / 1000 + 3600]);
    expect(decodeProtectedHeader(token)).toEqual({ alg: "RS256", typ: "JWT", kid: key.kid });
  });

  it("is about another person on request, and about nobody unknown", async () => {
    const first = await jwtVerify(await tokenOf("identity-token"), await keySet(), verification);
    const second = await jwtVerify(
      await tokenOf("identity-token?user=dominique"),
      await keySet(),
      verification,
    );
    expect(second.payload.sub).not.toBe(first.payload.sub);
    expect((await ask("identity-token?user=nobody")).status).toBe(404);
    expect((await ask("identity-token?user=constructor")).status).toBe(404);
  });

  it("is given neither to another site nor to the sidebar's frame", async () => {
    expect((await ask("identity-token", { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await ask("identity-token", { "sec-fetch-site": "same-site" })).status).toBe(403);
    expect((await ask("identity-token", {}, "localhost:8787")).status).toBe(403);
    expect((await ask("identity-token", { "sec-fetch-site": "same-origin" })).status).toBe(200);
  });
});

describe("the published keys", () => {
  it("hold nothing private", async () => {
    const { keys } = (await (await ask("oauth2/v3/certs")).json()) as JSONWebKeySet;
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0]!).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  });
});
