// Who calls: Google ID tokens, verified with Google's keys.
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Door, send } from "./http.ts";

const GOOGLE_KEYS = "https://www.googleapis.com/oauth2/v3/certs";

/** A person, known by the account's `sub`: an e-mail address may change hands. */
export interface Identity {
  readonly sub: string;
  readonly email: string;
}

export type Verdict = Identity | "refused" | "unavailable";

export interface Verifier {
  readonly keys: JWTVerifyGetKey;
  readonly clientIds: readonly string[];
  readonly now: number;
}

/**
 * Verifies an ID token (https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken).
 * Stricter than the library's defaults, which let pass a token without an end, one made for several audiences, or one
 * whose e-mail address is unverified.
 */
export async function verifyIdentity(token: string, { keys, clientIds, now }: Verifier): Promise<Verdict> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ["RS256"],
      issuer: ["https://accounts.google.com", "accounts.google.com"],
      audience: [...clientIds],
      requiredClaims: ["exp", "iat", "sub", "email"],
      maxTokenAge: "1h",
      clockTolerance: 30,
      currentDate: new Date(now),
    });
    const { sub, aud, email, email_verified: verified } = payload;
    if (typeof aud !== "string" || typeof email !== "string" || verified !== true || !sub) return "refused";
    return { sub, email };
  } catch (error) {
    return isOutage(error) ? "unavailable" : "refused";
  }
}

/** The keys could not be fetched: nobody can be told from anybody. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return ["ERR_JWKS_TIMEOUT", "ERR_JWKS_INVALID", "ERR_JOSE_GENERIC"].includes(error.code);
}

const keySets = new Map<string, JWTVerifyGetKey>();

/**
 * Google's signing keys, kept for ten minutes and fetched again for an unknown key id, at most every 30 seconds.
 * `standIn` takes the place of Google's address in a local run.
 */
export function googleKeys(standIn?: string): JWTVerifyGetKey {
  const address = standIn ?? GOOGLE_KEYS;
  const known = keySets.get(address);
  if (known) return known;
  const door: Door = {
    fetch: (_, init) => fetch(address, init),
    hosts: ["www.googleapis.com"],
    deadline: 5000,
  };
  const made = createRemoteJWKSet(new URL(GOOGLE_KEYS), {
    [customFetch]: async (url) => {
      const { body, status } = await send({ method: "GET", url }, door);
      return Response.json(body, { status });
    },
  });
  keySets.set(address, made);
  return made;
}
