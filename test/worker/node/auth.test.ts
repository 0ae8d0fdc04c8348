// Google ID tokens: the good one and the sixteen that must be refused, all alike.
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { expect, test } from "vitest";
import { type Verdict, verifyIdentity } from "../../../worker/auth.ts";

const OURS = "123456789-ours.apps.googleusercontent.com";
const NOW = Date.parse("2026-11-21T08:00:00Z");
const google = await generateKeyPair("RS256");
const stranger = await generateKeyPair("RS256");
const jwk = { ...(await exportJWK(google.publicKey)), kid: "g1", alg: "RS256", use: "sig" };
const keys = createLocalJWKSet({ keys: [jwk] });
const seconds = NOW / 1000;
const good: JWTPayload = {
  iss: "https://accounts.google.com",
  aud: OURS,
  sub: "1001",
  email: "camille@example.com",
  email_verified: true,
  iat: seconds - 60,
  exp: seconds + 3540,
};

function signed(
  claims: JWTPayload,
  header: Record<string, unknown> = {},
  key: CryptoKey = google.privateKey,
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "g1", ...header }).sign(key);
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function without(claim: string): JWTPayload {
  return Object.fromEntries(Object.entries(good).filter(([name]) => name !== claim));
}

function withClaims(token: string, claims: JWTPayload): string {
  const [header, , signature] = token.split(".");
  return [header, encoded(claims), signature].join(".");
}

const verify = (token: string): Promise<Verdict> =>
  verifyIdentity(token, { keys, clientIds: [OURS], now: NOW });

test("a token that Google signed for us names its person", async () => {
  const camille = { sub: "1001", email: "camille@example.com" };
  expect(await verify(await signed(good))).toEqual(camille);
  expect(await verify(await signed({ ...good, iss: "accounts.google.com" }))).toEqual(camille);
});

const publicKeyAsSecret = new TextEncoder().encode(await exportSPKI(google.publicKey));

const bad: [why: string, make: () => string | Promise<string>][] = [
  ["alg none", () => `${encoded({ alg: "none" })}.${encoded(good)}.`],
  [
    "HS256 with the public key as secret",
    () => new SignJWT(good).setProtectedHeader({ alg: "HS256", kid: "g1" }).sign(publicKeyAsSecret),
  ],
  ["another key under a known id", () => signed(good, {}, stranger.privateKey)],
  ["an unknown key id", () => signed(good, { kid: "g2" }, stranger.privateKey)],
  [
    "a key set of its own (jku)",
    () => signed(good, { jku: "https://evil.example/keys" }, stranger.privateKey),
  ],
  ["altered claims", () => signed(good).then((token) => withClaims(token, { ...good, sub: "1002" }))],
  ["expired", () => signed({ ...good, iat: seconds - 7200, exp: seconds - 3600 })],
  ["no expiry", () => signed(without("exp"))],
  ["issued in the future", () => signed({ ...good, iat: seconds + 600, exp: seconds + 4200 })],
  ["another issuer", () => signed({ ...good, iss: "https://evil.example" })],
  ["made for another client", () => signed({ ...good, aud: "other.apps.googleusercontent.com" })],
  ["made for several clients", () => signed({ ...good, aud: [OURS, "evil.apps.googleusercontent.com"] })],
  ["an unverified address", () => signed({ ...good, email_verified: false })],
  ["issued more than an hour ago", () => signed({ ...good, iat: seconds - 7200 })],
  ["garbage", () => "a.b.c"],
  ["empty", () => ""],
  ["no address", () => signed(without("email"))],
  ["a verified address said in a text", () => signed({ ...good, email_verified: "true" })],
];

test.each(bad)("refused: %s", async (_, make) => {
  expect(await verify(await make())).toBe("refused");
});

test("without Google's keys nobody is let in, and it is said to be an outage", async () => {
  const token = await signed(good);
  const broken = async () => {
    throw new TypeError("fetch failed");
  };
  expect(await verifyIdentity(token, { keys: broken, clientIds: [OURS], now: NOW })).toBe("unavailable");
});
