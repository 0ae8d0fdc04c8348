// The page on which a person agrees that a program reads their account, as services show it, and the codes it gives.
import { consentPage } from "./consent-page.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

export type ConsentService = {
  name: string;
  /** Where the page is, on the host of the service. */
  path: string;
  /** What the service calls itself when it sends the person back (RFC 9207), where it does. */
  issuer?: string;
};

/** What a person agreed to, once. */
export type Code = { client: string; redirectUri: string; challenge: string; scope: string; expires: number };

const CODE_MS = 10 * 60_000;
/** RFC 7636, 4.1 and 4.2: both are 43 characters of base64url at least. */
const CHALLENGE = /^[\w-]{43}$/;

/**
 * A service with its page; `rest` answers everything else.
 * Sources: RFC 6749, 4.1; https://developers.google.com/identity/protocols/oauth2/web-server
 */
export function withConsent(service: ConsentService, rest: Vendor): Vendor {
  return {
    ...rest,
    answer: (request, world) =>
      request.path.split("?")[0] === service.path
        ? page(service, request, world)
        : rest.answer(request, world),
  };
}

function page(service: ConsentService, { method, path, body }: VendorRequest, world: World): Answer {
  const asked = new URL(path, "http://service").searchParams;
  const client = world.clients?.find(({ id }) => id === asked.get("client_id"));
  const redirectUri = asked.get("redirect_uri") ?? "";
  // A service that does not know the program sends nobody anywhere.
  if (!client)
    return html(400, consentPage.wrong(service.name, "invalid_client", "The OAuth client was not found."));
  if (!client.redirectUris.includes(redirectUri))
    return html(400, consentPage.wrong(service.name, "redirect_uri_mismatch", redirectUri));
  const challenge = asked.get("code_challenge") ?? "";
  const proper =
    asked.get("response_type") === "code" &&
    asked.get("code_challenge_method") === "S256" &&
    CHALLENGE.test(challenge);
  if (!proper) return html(400, consentPage.wrong(service.name, "invalid_request", "code, S256"));
  const scope = asked.get("scope") ?? "";
  if (method === "GET") return html(200, consentPage.question(service.name, scope.split(" ")));
  const back = new URL(redirectUri);
  back.searchParams.set("state", asked.get("state") ?? "");
  if (service.issuer !== undefined) back.searchParams.set("iss", service.issuer);
  if (new URLSearchParams(body).get("answer") === "yes") {
    const code = `4/0A${world.random()}`;
    const simulation = world.memory.simulation();
    const alive = Object.entries(simulation.codes).filter(([, { expires }]) => expires > world.now);
    const given: Code = { client: client.id, redirectUri, challenge, scope, expires: world.now + CODE_MS };
    world.memory.keep({ ...simulation, codes: { ...Object.fromEntries(alive), [code]: given } });
    back.searchParams.set("code", code);
  } else back.searchParams.set("error", "access_denied");
  return { status: 303, body: "", headers: { location: back.href } };
}

function html(status: number, body: string): Answer {
  return { status, body, headers: { "content-type": "text/html; charset=utf-8" } };
}

/** A token endpoint where the codes are those that people gave, each exchanged once by whoever it was given to. */
export function checkingCodes(endpoint: Vendor): Vendor {
  const refused = (status: number, error: string): Answer => ({
    status,
    body: { error, error_description: error },
  });
  return {
    ...endpoint,
    async answer(request, world) {
      const form = new URLSearchParams(request.method === "POST" ? request.body : "");
      if (form.get("grant_type") === "authorization_code") {
        if (!(await knowsClient(form, world))) return refused(401, "invalid_client");
        if (!(await spendCode(form, world))) return refused(400, "invalid_grant");
      }
      return endpoint.answer(request, world);
    },
  };
}

/** Whether a token is asked for by a program that the service knows. */
export async function knowsClient(form: URLSearchParams, { clients = [] }: World): Promise<boolean> {
  const hash = (await sha256(form.get("client_secret") ?? "")).toHex();
  return clients.some(({ id, secretHash }) => id === form.get("client_id") && secretHash === hash);
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** What a code was given for, if it is exchanged as it should be; it is good once, whatever comes of it. */
export async function spendCode(form: URLSearchParams, world: World): Promise<Code | null> {
  const simulation = world.memory.simulation();
  const code = form.get("code") ?? "";
  const given = simulation.codes[code];
  const { [code]: _, ...codes } = simulation.codes;
  world.memory.keep({ ...simulation, codes });
  const digest = await sha256(form.get("code_verifier") ?? "");
  const fits =
    given !== undefined &&
    given.expires > world.now &&
    given.client === form.get("client_id") &&
    given.redirectUri === form.get("redirect_uri") &&
    given.challenge === digest.toBase64({ alphabet: "base64url", omitPadding: true });
  return fits ? given : null;
}
