// Google's sign-in on one's own machine: the same kind of ID token, signed with a key made here.

/** The OAuth client that tokens are made for. */
export const CLIENT_ID = "boussole-workbench.apps.googleusercontent.com";

const ISSUER = "https://accounts.google.com";
const LIFE_S = 3600;
const KEY_TYPE = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Who can be at the keyboard; the first is, unless another is asked for. */
const USERS = new Map(
  Object.entries({
    camille: {
      sub: "104872605391846271935",
      email: "camille@atelier-verveine.example",
      name: "Camille Roux",
    },
    dominique: {
      sub: "117390458216604859302",
      email: "dominique@atelier-verveine.example",
      name: "Dominique Faure",
    },
    eve: { sub: "101226738450917364528", email: "eve@autre-boutique.example", name: "Eve Martin" },
  }),
);

/** The private signing key, as a JSON Web Key with its `kid`. */
export type SigningKey = JsonWebKey & { kid: string };

/** A new RSA key of 2048 bits, named after its own thumbprint. */
export async function newSigningKey(): Promise<SigningKey> {
  const { privateKey } = await crypto.subtle.generateKey(KEY_TYPE, true, ["sign", "verify"]);
  const key = await crypto.subtle.exportKey("jwk", privateKey);
  const { e, kty, n } = key;
  // RFC 7638
  const thumbprint = await crypto.subtle.digest("SHA-256", utf8(JSON.stringify({ e, kty, n })));
  return { ...key, kid: base64url(new Uint8Array(thumbprint)) };
}

/**
 * Answers `GET /google/oauth2/v3/certs` as https://www.googleapis.com/oauth2/v3/certs does, and
 * `GET /google/identity-token?user=…` with a token of an hour. The token is for the page and for tools on this
 * machine: neither another site nor the sidebar's frame, which lives at localhost, gets one.
 * Source: https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload
 */
export async function handleIssuer(request: Request, key: SigningKey, now: number): Promise<Response> {
  const { hostname, pathname, searchParams } = new URL(request.url);
  if (request.method !== "GET") return new Response(null, { status: 405, headers: { allow: "GET" } });
  if (pathname === "/google/oauth2/v3/certs") {
    const { kid, kty, n, e } = key;
    return Response.json(
      { keys: [{ kid, kty, n, e, alg: "RS256", use: "sig" }] },
      {
        headers: { "cache-control": "public, max-age=600" },
      },
    );
  }
  if (pathname !== "/google/identity-token") return new Response(null, { status: 404 });
  const site = request.headers.get("sec-fetch-site");
  if (hostname !== "127.0.0.1" || (site !== null && site !== "same-origin"))
    return new Response(null, { status: 403 });
  const user = USERS.get(searchParams.get("user") ?? "camille");
  if (!user) return new Response(null, { status: 404 });
  const token = await sign(user, key, Math.floor(now / 1000));
  return Response.json({ token, email: user.email }, { headers: { "cache-control": "no-store" } });
}

async function sign(
  user: { sub: string; email: string; name: string },
  key: SigningKey,
  now: number,
): Promise<string> {
  const header = { alg: "RS256", kid: key.kid, typ: "JWT" };
  const audience = { iss: ISSUER, azp: CLIENT_ID, aud: CLIENT_ID };
  const claims = { ...audience, ...user, email_verified: true, iat: now, exp: now + LIFE_S };
  const text = [header, claims].map((part) => base64url(utf8(JSON.stringify(part)))).join(".");
  const signer = await crypto.subtle.importKey("jwk", key, KEY_TYPE, false, ["sign"]);
  const signature = await crypto.subtle.sign(KEY_TYPE.name, signer, utf8(text));
  return `${text}.${base64url(new Uint8Array(signature))}`;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}
