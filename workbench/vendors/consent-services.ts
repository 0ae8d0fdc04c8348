// The services whose consent page is simulated, and the clients that they know this machine's Worker by.
import type { ConsentService } from "./consent.ts";
import { googleProblem } from "./google.ts";
import type { OAuthClient, Vendor } from "./vendor.ts";

export const GOOGLE_CONSENT: ConsentService = {
  name: "Google",
  path: "/o/oauth2/v2/auth",
  issuer: "https://accounts.google.com",
};
export const LINKEDIN_CONSENT: ConsentService = { name: "LinkedIn", path: "/oauth/v2/authorization" };

/** The names by which connectors ask for them: `OAUTH_GOOGLE_ID` and so on. */
const CLIENTS = ["google", "linkedin"];

/** A client at each service, all with this secret, for the Worker at this address. */
export async function newClients(
  origin: string,
  secret: string,
): Promise<(OAuthClient & { name: string })[]> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return CLIENTS.map((name) => ({
    name,
    id: `boussole-${name}`,
    secretHash: new Uint8Array(digest).toHex(),
    redirectUris: [`${origin}/connect/callback/${name}`],
  }));
}

/** A host that has a consent page and nothing else. */
export const nothingElse: Vendor = {
  answer: () => ({ status: 404, body: googleProblem(404) }),
  problem: (status) => googleProblem(status),
  page: () => "",
};
