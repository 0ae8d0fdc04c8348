// OAuth grants: an account's own id and secret, or a person's consent, and the tokens they are worth.
import { type AuthorizationCode, type ClientCredentials, REFRESH_TOKEN } from "./authorization.ts";
import type { Settings } from "./connector.ts";
import type { OAuthClient } from "./environment.ts";
import { SourceFailure } from "./failure.ts";
import type { Door } from "./http.ts";
import { buyToken, refusals } from "./token-answer.ts";
import type { AccessToken } from "./tokens.ts";

/** The consent page's address (RFC 6749, 4.1.1; RFC 7636, 4.3); `challenge` is the SHA-256 of the verifier, base64url. */
export function consentUrl(
  { authorizeUrl, scopes, extra }: AuthorizationCode,
  client: OAuthClient,
  asked: { readonly redirectUri: string; readonly state: string; readonly challenge: string },
): string {
  const url = new URL(authorizeUrl);
  const parameters = {
    ...extra,
    response_type: "code",
    client_id: client.id,
    redirect_uri: asked.redirectUri,
    scope: scopes.join(" "),
    state: asked.state,
    code_challenge: asked.challenge,
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * Exchanges the code of a consent for the credentials to store. A consent without a refresh token is refused: it would
 * end within the hour.
 * @throws SourceFailure
 */
export async function exchangeCode(
  { tokenUrl }: AuthorizationCode,
  client: OAuthClient,
  given: { readonly code: string; readonly verifier: string; readonly redirectUri: string },
  door: Door,
  now: number,
): Promise<Settings> {
  const form = {
    grant_type: "authorization_code",
    code: given.code,
    code_verifier: given.verifier,
    redirect_uri: given.redirectUri,
    client_id: client.id,
    client_secret: client.secret,
  };
  const request = { method: "POST", url: tokenUrl, form } as const;
  const { refreshToken } = await buyToken({ request, rules: refusals("credentials_refused") }, door, now);
  if (refreshToken === undefined) throw new SourceFailure("credentials_refused");
  return { [REFRESH_TOKEN]: refreshToken };
}

/**
 * Buys an access token with a refresh token. `renewed` is the refresh token that takes its place, undefined where the
 * old one stays good.
 * @throws SourceFailure `reconnect_needed` where the consent was withdrawn or the refresh token already spent
 */
export async function renew(
  { tokenUrl, instance }: AuthorizationCode,
  client: OAuthClient,
  refreshToken: string,
  door: Door,
  now: number,
): Promise<{ readonly token: AccessToken; readonly renewed: string | undefined }> {
  const form = {
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    client_id: client.id,
    client_secret: client.secret,
  };
  const purchase = {
    request: { method: "POST", url: tokenUrl, form },
    // A wrong client is the operator's to mend: the consent is not lost for it.
    rules: [
      { status: 400, says: /invalid_grant/, code: "reconnect_needed" },
      { status: 401, says: /invalid_grant/, code: "reconnect_needed" },
      ...refusals("credentials_refused"),
    ],
    instance,
  } as const;
  const { refreshToken: next, ...token } = await buyToken(purchase, door, now);
  return { token, renewed: next === refreshToken ? undefined : next };
}

/** Buys an access token with the id and the secret of an account's own client. @throws SourceFailure */
export async function clientToken(
  { tokenUrl, body, scope, instance }: ClientCredentials,
  client: OAuthClient,
  settings: Settings,
  door: Door,
  now: number,
): Promise<AccessToken> {
  const wanted = {
    grant_type: "client_credentials",
    client_id: client.id,
    client_secret: client.secret,
    ...(scope === undefined ? {} : { scope }),
  };
  const sent = body === "json" ? { json: wanted } : { form: wanted };
  const request = { method: "POST", url: tokenUrl(settings), ...sent } as const;
  const rules = refusals("credentials_refused");
  const { refreshToken: _, ...token } = await buyToken({ request, rules, instance }, door, now);
  return token;
}
