// Access tokens of Google service accounts: a signed assertion against a token good for an hour.
import { importPKCS8, SignJWT } from "jose";
import * as z from "zod";
import type { GoogleServiceAccount } from "./authorization.ts";
import { SourceFailure } from "./failure.ts";
import type { Door } from "./http.ts";
import { buyToken, refusals } from "./token-answer.ts";
import type { AccessToken } from "./tokens.ts";

const TOKEN_ENDPOINT = "https://oauth2.googleapis.com/token";

const KeyFile = z.object({
  client_email: z.string().includes("@"),
  private_key: z.string().includes("PRIVATE KEY"),
  private_key_id: z.string().optional(),
});

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
  const request = { method: "POST", url: TOKEN_ENDPOINT, form } as const;
  const { token, expires } = await buyToken({ request, rules: refusals("credentials_refused") }, door, now);
  return { token, expires };
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
