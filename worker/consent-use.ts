// What a consent that was given is good for: letting in, for the one who asked, until a source takes it.
import type { Consent } from "../shared/api/sources.ts";
import { type Access, accessWith } from "./access.ts";
import { consentWay, REFRESH_TOKEN } from "./authorization.ts";
import type { Connector, Settings } from "./connector.ts";
import { type Place, seal, unseal } from "./credentials.ts";
import { instant } from "./describe.ts";
import { SourceFailure } from "./failure.ts";
import { describe } from "./failure-words.ts";
import { Refusal } from "./refusal.ts";
import type { Room } from "./room.ts";
import * as store from "./store/consents.ts";

/** A consent, by its id, and the Google account of the one who uses it. */
export interface GivenConsent {
  readonly consent: string;
  readonly sub: string | undefined;
}

/** What a consent is used for. */
export interface ConsentUse extends GivenConsent {
  readonly connector: Connector;
  readonly settings: Settings;
  /** What was typed beside it. */
  readonly credentials: Settings;
}

export function describeConsent({ id, state, expires, problem }: store.ConsentRow): Consent {
  return { id, state, expires: instant(expires), problem: problem === null ? null : describe(problem) };
}

/** The consent of this id, for the one who asked for it. @throws Refusal */
export function ownConsent({ sql, now }: Room, id: string, sub: string | undefined): store.ConsentRow {
  const row = store.consentById(sql, id);
  if (!row || row.sub !== sub || row.expires <= now()) throw new Refusal("not_found");
  return row;
}

/** What lets in with a consent, and the credentials to keep. @throws Refusal, SourceFailure */
export async function accessByConsent(
  room: Room,
  use: ConsentUse,
): Promise<{ readonly access: Access; readonly credentials: Settings }> {
  granted(room, use);
  // One at a time: some refresh tokens are spent by being used.
  return inTurn(`${room.id} ${use.consent}`, async () => {
    const { id, record } = granted(room, use);
    const refresh = await unseal(record ?? "", placeOf(room, id), room.environment.keyRing);
    if (refresh === undefined) throw new SourceFailure("credentials_unreadable");
    const given = { ...use.credentials, [REFRESH_TOKEN]: refresh };
    const proof = await accessWith(room, use.connector, use.settings, given);
    const renewed = proof.credentials[REFRESH_TOKEN] ?? "";
    if (renewed !== refresh)
      store.updateConsent(room.sql, id, { record: await sealGrant(room, id, renewed) });
    return proof;
  });
}

/** The refresh token for a source to hold. One that is replaced by each use is taken away from the consent. */
export function takeGrant(room: Room, use: ConsentUse): Promise<Settings> {
  return inTurn(`${room.id} ${use.consent}`, async () => {
    const { id, record } = granted(room, use);
    const refresh = await unseal(record ?? "", placeOf(room, id), room.environment.keyRing);
    if (consentWay(use.connector.authorization)?.rotates) store.forgetConsent(room.sql, id);
    return refresh === undefined ? {} : { [REFRESH_TOKEN]: refresh };
  });
}

/** Seals a refresh token that no source holds yet. */
export function sealGrant(room: Room, id: string, refresh: string): Promise<string> {
  return seal(refresh, placeOf(room, id), room.environment.keyRing);
}

/** @throws Refusal where it was not given, to this person, for this service and these settings */
function granted(room: Room, { consent, sub, connector, settings }: ConsentUse): store.ConsentRow {
  const row = store.consentById(room.sql, consent);
  const usable =
    row?.state === "granted" &&
    row.sub === sub &&
    row.connector === connector.name &&
    row.expires > room.now();
  if (!usable) throw new Refusal("invalid_request", { fields: ["consent"], reason: NO_LONGER });
  const changed = Object.entries(JSON.parse(row.settings) as Settings)
    .filter(([name, value]) => (settings[name] ?? "") !== value)
    .map(([name]) => `settings.${name}`);
  if (changed.length > 0) throw new Refusal("invalid_request", { fields: changed, reason: CHANGED });
  return row;
}

const NO_LONGER = {
  fr: "Cet accord n'est plus disponible. Redonnez-le sur la page du service.",
  en: "This consent is no longer available. Give it again on the service's page.",
};
const CHANGED = {
  fr: "L'accord a été donné pour d'autres réglages. Redonnez-le.",
  en: "The consent was given for other settings. Give it again.",
};

function placeOf({ id: workspace }: Room, id: string): Place {
  return { workspace, connection: `consent ${id}`, field: REFRESH_TOKEN };
}

const turns = new Map<string, Promise<unknown>>();

async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(work, work);
  turns.set(key, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(key) === mine) turns.delete(key);
  }
}
