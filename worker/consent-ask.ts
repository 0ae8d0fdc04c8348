// Asking for a person's consent: the link that they open, or what keeps it from being asked for.
import type { AskedConsent } from "../shared/api/sources.ts";
import type { Identity } from "./auth.ts";
import { type AuthorizationCode, consentWay } from "./authorization.ts";
import type { Connector, Settings } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import { describeConsent } from "./consent-use.ts";
import { Refusal } from "./refusal.ts";
import type { Room } from "./room.ts";
import { arm } from "./schedule.ts";
import { hashOf, newSecret, newShortId } from "./secret.ts";
import * as store from "./store/consents.ts";

/** How long a person has to give a consent. */
const TO_GIVE_MS = 10 * 60_000;
/** Consents that a workspace waits for at a time. */
const MOST = 20;

/** Prepares a consent for the one who asks. @throws Refusal */
export async function askConsent(
  room: Room,
  asked: { readonly connector: string; readonly settings: Settings },
  by: { readonly identity: Identity; readonly spreadsheet: string; readonly origin: string },
): Promise<AskedConsent> {
  const connector = findConnector(asked.connector);
  const way = connector && consentWay(connector.authorization);
  if (!connector || !way) throw new Refusal("invalid_request", { fields: ["connector"] });
  const known = new Set(connector.settings.map(({ name }) => name));
  const strange = Object.keys(asked.settings).filter((name) => !known.has(name));
  if (strange.length > 0) {
    throw new Refusal("invalid_request", { fields: strange.map((name) => `settings.${name}`) });
  }
  const [variable] = missingVariables(room, way);
  if (variable !== undefined) throw notRegistered(connector, way, variable);
  store.forgetExpired(room.sql, room.now());
  if (store.countConsents(room.sql) >= MOST) throw new Refusal("too_many_requests", { retryAfter: 600 });
  const [id, ticket] = [newShortId(), newSecret()];
  const key = await hashOf(ticket);
  store.insertConsent(room.sql, {
    id,
    connector: connector.name,
    settings: JSON.stringify(asked.settings),
    ...by.identity,
    spreadsheet: by.spreadsheet,
    expires: room.now() + TO_GIVE_MS,
    key,
  });
  await arm(room);
  const row = store.consentById(room.sql, id);
  if (!row) throw new Refusal("not_found");
  return { ...describeConsent(row), url: `${by.origin}/connect/start?ticket=${room.id}.${ticket}` };
}

/** The settings of the Worker that a consent of this kind still lacks. */
export function missingVariables(
  { environment }: Pick<Room, "environment">,
  way: AuthorizationCode,
): string[] {
  const client = way.client.toUpperCase();
  return environment.oauthClients[way.client.toLowerCase()]
    ? []
    : [`OAUTH_${client}_ID`, `OAUTH_${client}_SECRET`];
}

function notRegistered({ label }: Connector, { client }: AuthorizationCode, variable: string): Refusal {
  const names = [`OAUTH_${client.toUpperCase()}_ID`, `OAUTH_${client.toUpperCase()}_SECRET`];
  return new Refusal("not_configured", {
    variable,
    reason: {
      fr: `Ce serveur n'est pas encore inscrit auprès de ${label.fr}. La personne qui l'administre doit renseigner ${names.join(" et ")}.`,
      en: `This server is not registered with ${label.en} yet. The person who runs it must fill in ${names.join(" and ")}.`,
    },
  });
}
