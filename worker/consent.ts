// A person's consent, step by step inside the object: its page opened, answered, confirmed.
import type { Consent } from "../shared/api/sources.ts";
import type { Words } from "../shared/language.ts";
import { type AuthorizationCode, consentWay, REFRESH_TOKEN } from "./authorization.ts";
import { doorOf } from "./access.ts";
import type { Connector, Settings } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import { sealGrant } from "./consent-use.ts";
import type { OAuthClient } from "./environment.ts";
import { SourceFailure } from "./failure.ts";
import { consentUrl, exchangeCode } from "./grant.ts";
import { standInFor } from "./http.ts";
import type { Room } from "./room.ts";
import { arm } from "./schedule.ts";
import { hashOf, newSecret } from "./secret.ts";
import * as store from "./store/consents.ts";
import { roleOf, spreadsheets, workspace } from "./store/members.ts";

/** How long a person has to make a source of a consent, once given. */
const TO_USE_MS = 30 * 60_000;

/** A step as a browser takes it: what it shows, and the secret that only it was given. */
export type ConsentStep = { readonly origin: string; readonly key: string; readonly browser: string } & (
  | { readonly step: "open" }
  | {
      readonly step: "answer";
      /** The client of whose service this is the answer. */
      readonly client: string;
      readonly iss: string | undefined;
      readonly code: string | undefined;
      readonly error: string | undefined;
    }
  | { readonly step: "confirm"; readonly code: string; readonly agreed: boolean }
);

/** What the browser is shown next. */
export type ConsentOutcome =
  | { readonly shows: "service"; readonly url: string }
  | {
      readonly shows: "question";
      readonly proof: string;
      readonly code: string;
      readonly about: ConsentAbout;
    }
  | { readonly shows: "granted"; readonly about: ConsentAbout }
  | { readonly shows: "refused" | "gone" | "other_browser" | "other_service" }
  | { readonly shows: "failed"; readonly code: SourceFailure["code"] };

/** What a person should see before they agree. */
export interface ConsentAbout {
  readonly service: Words;
  readonly gives: Words;
  readonly email: string;
  readonly spreadsheet: string;
  readonly workspace: string;
}

/** Where a service sends people back to: what its operator registers there. */
function redirectUri(origin: string, client: string): string {
  return `${origin}/connect/callback/${client.toLowerCase()}`;
}

/** A consent at one step of its way, with what it is for. */
interface Going {
  readonly row: store.ConsentRow;
  readonly connector: Connector;
  readonly way: AuthorizationCode;
  readonly client: OAuthClient;
}

/** Takes a step. Whatever does not fit changes nothing that the person who asked could miss. */
export async function takeStep(room: Room, step: ConsentStep): Promise<ConsentOutcome> {
  const [key, browser] = await Promise.all([hashOf(step.key), hashOf(step.browser)]);
  const before: Consent["state"] = ({ open: "asked", answer: "opened", confirm: "answered" } as const)[
    step.step
  ];
  const going = at(room, key, before);
  if (!going) return { shows: "gone" };
  if (step.step !== "open" && going.row.browser !== browser) return { shows: "other_browser" };
  if (step.step === "open") return open(room, going, step);
  return step.step === "answer" ? answer(room, going, step) : confirm(room, going, step);
}

/** What a secret opens, if its time is not over and whoever asked may still connect sources from that spreadsheet. */
function at({ sql, now, environment }: Room, key: string, state: Consent["state"]): Going | undefined {
  const row = store.consentByKey(sql, key);
  if (!row || row.state !== state || row.expires <= now()) return undefined;
  const attached = spreadsheets(sql).some(({ id }) => id === row.spreadsheet);
  if (!attached || roleOf(sql, row.sub) !== "owner") return undefined;
  const connector = findConnector(row.connector);
  const way = connector && consentWay(connector.authorization);
  const client = way && environment.oauthClients[way.client.toLowerCase()];
  return client && { row, connector, way, client };
}

async function open(room: Room, { row, way, client }: Going, step: ConsentStep): Promise<ConsentOutcome> {
  const state = newSecret();
  const [key, browser] = await Promise.all([hashOf(state), hashOf(step.browser)]);
  const challenge = await sha256(await verifierOf(step.browser, row.id));
  // Someone else may have opened it meanwhile.
  if (store.consentByKey(room.sql, row.key ?? "")?.id !== row.id) return { shows: "gone" };
  store.updateConsent(room.sql, row.id, { state: "opened", key, browser });
  const url = consentUrl(way, client, {
    redirectUri: redirectUri(step.origin, way.client),
    state: `${room.id}.${state}`,
    challenge,
  });
  const { vendors } = room.environment;
  return { shows: "service", url: vendors === undefined ? url : standInFor(new URL(url), vendors) };
}

async function answer(
  room: Room,
  { row, connector, way }: Going,
  step: Extract<ConsentStep, { step: "answer" }>,
): Promise<ConsentOutcome> {
  const end = (fields: Partial<store.ConsentRow>): void =>
    store.updateConsent(room.sql, row.id, { ...fields, key: null, browser: null });
  if (step.client !== way.client.toLowerCase() || (way.issuer !== undefined && step.iss !== way.issuer)) {
    end({ state: "failed", problem: "request_refused" });
    return { shows: "other_service" };
  }
  if (step.error !== undefined && REFUSALS.test(step.error)) {
    end({ state: "refused" });
    return { shows: "refused" };
  }
  if (step.error !== undefined || !step.code) {
    end({ state: "failed", problem: "request_refused" });
    return { shows: "failed", code: "request_refused" };
  }
  const proof = newSecret();
  const [key, code] = await Promise.all([hashOf(proof), hashOf(step.code)]);
  if (store.consentByKey(room.sql, row.key ?? "")?.id !== row.id) return { shows: "gone" };
  store.updateConsent(room.sql, row.id, { state: "answered", key, code });
  return {
    shows: "question",
    proof: `${room.id}.${proof}`,
    code: step.code,
    about: about(room, row, connector),
  };
}

/** What services say where a person refuses (RFC 6749, 4.1.2.1; LinkedIn has words of its own). */
const REFUSALS = /^(access_denied|user_denied|user_cancelled_(login|authorize))$/;

/** Nothing is bought of the service before the person has confirmed: a code that is given up ends by itself. */
async function confirm(
  room: Room,
  { row, connector, way, client }: Going,
  step: Extract<ConsentStep, { step: "confirm" }>,
): Promise<ConsentOutcome> {
  const code = await hashOf(step.code);
  if (code !== row.code || store.consentByKey(room.sql, row.key ?? "")?.id !== row.id)
    return { shows: "gone" };
  const spent = { key: null, browser: null, code: null };
  if (!step.agreed) {
    store.updateConsent(room.sql, row.id, { ...spent, state: "refused" });
    return { shows: "refused" };
  }
  store.updateConsent(room.sql, row.id, spent);
  try {
    const verifier = await verifierOf(step.browser, row.id);
    const door = doorOf(room, connector, JSON.parse(row.settings) as Settings);
    const given = { code: step.code, verifier, redirectUri: redirectUri(step.origin, way.client) };
    const credentials = await exchangeCode(way, client, given, door, room.now());
    const record = await sealGrant(room, row.id, credentials[REFRESH_TOKEN] ?? "");
    store.updateConsent(room.sql, row.id, { state: "granted", record, expires: room.now() + TO_USE_MS });
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    store.updateConsent(room.sql, row.id, { state: "failed", problem: error.code });
    return { shows: "failed", code: error.code };
  }
  await arm(room);
  return { shows: "granted", about: about(room, row, connector) };
}

function about({ sql }: Room, row: store.ConsentRow, { label, gives }: Connector): ConsentAbout {
  const sheet = spreadsheets(sql).find(({ id }) => id === row.spreadsheet);
  return {
    service: label,
    gives,
    email: row.email,
    spreadsheet: sheet?.name ?? "",
    workspace: workspace(sql).name,
  };
}

/** The PKCE verifier (RFC 7636, 4.1): made of what only the browser and this consent know together, so that none is stored. */
function verifierOf(browser: string, id: string): Promise<string> {
  return sha256(`pkce|${browser}|${id}`);
}

/** SHA-256 of a text, base64url. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toBase64({ alphabet: "base64url", omitPadding: true });
}
