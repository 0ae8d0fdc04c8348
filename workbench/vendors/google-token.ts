// Google's token endpoint: a signed assertion, a person's consent or its renewal for an access token that lives an hour.
import { knowsClient, spendCode } from "./consent.ts";
import { googleProblem } from "./google.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const AUDIENCE = "https://oauth2.googleapis.com/token";
const LONGEST_LIFE_S = 3600;
const TOLERANCE_S = 300;
const KEY_TYPE = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const NOT_SHORT_LIVED =
  "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.";

/**
 * Sources: https://developers.google.com/identity/protocols/oauth2/service-account#httprest,
 * https://developers.google.com/identity/protocols/oauth2/web-server#exchange-authorization-code
 */
export const googleToken: Vendor = {
  answer: (request, world) =>
    request.path === "/token" ? token(request, world) : { status: 404, body: googleProblem(404) },
  problem: (status) =>
    status === 400 ? { error: "invalid_grant", error_description: "Bad Request" } : googleProblem(status),
  page: () => "",
};

async function token(request: VendorRequest, world: World): Promise<Answer> {
  if (request.method !== "POST") return { status: 404, body: googleProblem(404) };
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers.get("content-type") ?? "")) {
    return refused("unsupported_grant_type", "Invalid grant_type: ");
  }
  const form = new URLSearchParams(request.body);
  const grant = form.get("grant_type") ?? "";
  if (grant === "authorization_code" || grant === "refresh_token") return consented(grant, form, world);
  if (grant !== GRANT) return refused("unsupported_grant_type", `Invalid grant_type: ${grant}`);
  const simulation = world.memory.simulation();
  if (simulation.grantWithdrawn) return refused("invalid_grant", "Invalid grant: account not found");
  const claims = await verified(form.get("assertion") ?? "", world);
  if (typeof claims === "string") return refused("invalid_grant", claims);
  if (claims.scope === "")
    return refused("invalid_scope", "Invalid OAuth scope or ID token audience provided.");

  return { status: 200, body: bearer(claims.iss, claims.scope, world), headers: NOT_STORED };
}

const NOT_STORED = { "cache-control": "no-store" };

/** A person's consent, then each renewal of it. */
async function consented(grant: string, form: URLSearchParams, world: World): Promise<Answer> {
  if (!(await knowsClient(form, world)))
    return { status: 401, body: { error: "invalid_client", error_description: "Unauthorized" } };
  if (world.memory.simulation().grantWithdrawn)
    return refused("invalid_grant", "Token has been expired or revoked.");
  if (grant === "refresh_token") {
    const known = world.memory.simulation().grants[form.get("refresh_token") ?? ""];
    if (known?.client !== form.get("client_id")) return refused("invalid_grant", "Bad Request");
    return { status: 200, body: bearer(PERSON, known.scope, world), headers: NOT_STORED };
  }
  const code = await spendCode(form, world);
  if (!code) return refused("invalid_grant", "Malformed auth code.");
  const { client, scope } = code;
  const refresh = `1//0${world.random()}`;
  const simulation = world.memory.simulation();
  world.memory.keep({ ...simulation, grants: { ...simulation.grants, [refresh]: { client, scope } } });
  const body = { ...bearer(PERSON, scope, world), refresh_token: refresh, scope };
  return { status: 200, body, headers: NOT_STORED };
}

const PERSON = "camille@atelier-verveine.example";

/** A new access token, and what is said of it. */
function bearer(account: string, scope: string, { memory, now, random }: World) {
  const simulation = memory.simulation();
  const access = `ya29.${random()}`;
  const alive = Object.entries(simulation.tokens).filter(([, { expires }]) => expires > now);
  const granted = { account, scope, expires: now + simulation.tokenSeconds * 1000 };
  memory.keep({ ...simulation, tokens: { ...Object.fromEntries(alive), [access]: granted } });
  return { access_token: access, expires_in: simulation.tokenSeconds - 1, token_type: "Bearer" };
}

function refused(error: string, error_description: string): Answer {
  return { status: 400, body: { error, error_description } };
}

/** The assertion's claims, or why it is refused, in Google's words. */
async function verified(assertion: string, world: World): Promise<{ iss: string; scope: string } | string> {
  const [head = "", claims = "", signature = "", ...more] = assertion.split(".");
  const header = decoded(head);
  const payload = decoded(claims);
  if (!header || !payload || more.length > 0) return "Bad Request";
  const { iss, scope, aud, iat, exp } = payload;
  const account = world.accounts.find(({ email }) => email === iss);
  if (!account) return "Invalid grant: account not found";
  const key = await crypto.subtle.importKey("jwk", account.key, KEY_TYPE, false, ["verify"]);
  const signed = new TextEncoder().encode(`${head}.${claims}`);
  const genuine = await crypto.subtle.verify(KEY_TYPE, key, bytes(signature), signed);
  if (header["alg"] !== "RS256" || !genuine) return "Invalid JWT Signature.";
  if (aud !== AUDIENCE) return "Invalid JWT: Failed audience check.";
  const now = world.now / 1000;
  if (typeof iat !== "number" || typeof exp !== "number") return NOT_SHORT_LIVED;
  const timely =
    exp > now - TOLERANCE_S && iat < now + TOLERANCE_S && exp > iat && exp - iat <= LONGEST_LIFE_S;
  if (!timely) return NOT_SHORT_LIVED;
  return { iss: account.email, scope: typeof scope === "string" ? scope : "" };
}

function decoded(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes(part)));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Empty when the text is not base64url: no signature, and no JSON. */
function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.fromBase64(base64url, { alphabet: "base64url" });
  } catch {
    return new Uint8Array();
  }
}
