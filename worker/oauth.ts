// Access tokens of Google service accounts: a signed assertion against a token good for an hour.
import { importPKCS8, SignJWT } from "jose";
import * as z from "zod";
import type { GoogleServiceAccount } from "./connector.ts";
import { failureOf, SourceFailure } from "./failure.ts";
import { type Door, send } from "./http.ts";

const TOKEN_ENDPOINT = "https://oauth2.googleapis.com/token";
/** A token is renewed this long before its end. */
const MARGIN_MS = 60_000;

export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

const KeyFile = z.object({
  client_email: z.string().includes("@"),
  private_key: z.string().includes("PRIVATE KEY"),
  private_key_id: z.string().optional(),
});
const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/**
 * Asks Google for an access token (https://developers.google.com/identity/protocols/oauth2/service-account#httprest).
 * The endpoint is Google's own, whatever the key file names.
 * @throws SourceFailure
 */
export async function accessToken(
  keyFile: string,
  { scope }: GoogleServiceAccount,
  door: Door,
  now: number,
): Promise<AccessToken> {
  const signer = await signingKey(keyFile);
  if (!signer) throw new SourceFailure("credentials_refused");
  const issued = Math.floor(now / 1000);
  const assertion = await new SignJWT({ scope })
    .setProtectedHeader({
      alg: "RS256",
      typ: "JWT",
      ...(signer.kid === undefined ? {} : { kid: signer.kid }),
    })
    .setIssuer(signer.email)
    .setAudience(TOKEN_ENDPOINT)
    .setIssuedAt(issued)
    .setExpirationTime(issued + 3600)
    .sign(signer.key);
  const form = { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion };
  const answer = await send({ method: "POST", url: TOKEN_ENDPOINT, form }, door);
  const rules = [{ status: 400, says: /invalid_grant|invalid_client/, code: "credentials_refused" } as const];
  const failure = failureOf(answer, rules, now);
  if (failure) throw failure;
  const parsed = TokenAnswer.safeParse(answer.body);
  if (!parsed.success) throw new SourceFailure("source_malformed");
  return { token: parsed.data.access_token, expires: now + parsed.data.expires_in * 1000 };
}

async function signingKey(
  text: string,
): Promise<{ email: string; kid: string | undefined; key: CryptoKey } | undefined> {
  try {
    const { client_email, private_key, private_key_id } = KeyFile.parse(JSON.parse(text));
    return { email: client_email, kid: private_key_id, key: await importPKCS8(private_key, "RS256") };
  } catch {
    return undefined;
  }
}

/**
 * Tokens in memory, by connection. Those who ask while one is being fetched wait for that one: a second request
 * would waste a token, or with services that rotate them, break the first.
 */
export class TokenCache {
  readonly #tokens = new Map<string, Promise<AccessToken>>();

  /** The token of a connection, fetched when there is none or its end is near. */
  async get(connection: string, now: number, fetchToken: () => Promise<AccessToken>): Promise<string> {
    for (let kept = this.#tokens.get(connection); kept; kept = this.#tokens.get(connection)) {
      const { token, expires } = await kept;
      if (expires - MARGIN_MS > now) return token;
      // Whoever comes back first takes the old one away; the others find the new one.
      if (this.#tokens.get(connection) === kept) this.#tokens.delete(connection);
    }
    const fetched = fetchToken();
    this.#tokens.set(connection, fetched);
    fetched.catch(() => {
      if (this.#tokens.get(connection) === fetched) this.#tokens.delete(connection);
    });
    return (await fetched).token;
  }

  forget(connection: string): void {
    this.#tokens.delete(connection);
  }
}
