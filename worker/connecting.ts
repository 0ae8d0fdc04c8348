// Connecting a source: its form checked, its credentials proven on the service itself, and what a change of either means.
import { addDays } from "../shared/period.ts";
import { type Access, proveAccess } from "./access.ts";
import { authorizationFor, REFRESH_TOKEN } from "./authorization.ts";
import { channelChoices, CHANNELS_SETTING } from "./channels.ts";
import { type GivenConsent, takeGrant } from "./consent-use.ts";
import type { Connector, Settings, Unit } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import { mendIdKey } from "./entity-ids.ts";
import { SourceFailure } from "./failure.ts";
import { describe } from "./failure-words.ts";
import { dayAt } from "./plan.ts";
import { Refusal } from "./refusal.ts";
import { interrupt, readAgain } from "./resync.ts";
import type { Room } from "./room.ts";
import { startRun } from "./schedule.ts";
import { sealCredentials } from "./sealed.ts";
import { newShortId } from "./secret.ts";
import * as store from "./store/connections.ts";
import { dropFigures } from "./store/facts.ts";
import { forgetUnknown } from "./store/notices.ts";
import { accessBy, credentialsToCheck, wayAgain, type WayGiven } from "./way-given.ts";

export const MOST_CONNECTIONS = 50;

/** What a form says of a source. */
export interface WantedSource {
  readonly connector: string;
  readonly name: string;
  readonly settings: Settings;
  readonly credentials: Settings;
}

/** Connects a source once its way in is proven good, and starts its first sync. @throws Refusal */
export async function connectSource(
  room: Room,
  wanted: WantedSource,
  consent?: GivenConsent,
): Promise<store.ConnectionRow> {
  const { name, settings } = wanted;
  const way: WayGiven = { credentials: wanted.credentials, consent };
  const connector = checkedConnector(wanted.connector, settings, credentialsToCheck(way));
  if (store.connections(room.sql).length >= MOST_CONNECTIONS) throw new Refusal("too_many_connections");
  const { credentials, unit } = await proven(room, connector, settings, way);
  const connection = store.insertConnection(room.sql, {
    id: newShortId(),
    connector: connector.name,
    name,
    created: room.now(),
    due: room.now(),
    ...located(connector, settings, unit),
  });
  store.updateConnection(room.sql, connection.number, { unit_day: dayAt(room.now(), unit.timeZone) });
  await sealCredentials(room, connection, credentials ?? {});
  await startRun(room, connection.id);
  return connection;
}

/**
 * Gives a source new settings or credentials, once proven. Another account or unit empties it; other settings make it
 * read everything again, and its figures stay until they are replaced.
 * @throws Refusal
 */
export async function reconnectSource(
  room: Room,
  connection: store.ConnectionRow,
  change: { readonly settings?: Settings | undefined; readonly credentials?: Settings | undefined },
  consent?: GivenConsent,
): Promise<void> {
  const settings = change.settings ?? (JSON.parse(connection.settings) as Settings);
  const way = await wayAgain(room, connection, change.credentials, consent);
  const connector = checkedConnector(connection.connector, settings, credentialsToCheck(way));
  const { credentials, unit } = await proven(room, connector, settings, way);
  const next = located(connector, settings, unit);
  const same = (["account", "currency", "time_zone"] as const).every((key) => next[key] === connection[key]);
  interrupt(room, connection);
  if (!same) dropFigures(room.sql, connection.number);
  if (!same || next.settings !== connection.settings) readAgain(room, connection);
  forgetUnknown(room.sql, connection.number);
  await mendIdKey(room);
  store.updateConnection(room.sql, connection.number, {
    ...next,
    problem: null,
    problem_since: null,
    unit_day: dayAt(room.now(), unit.timeZone),
    due: room.now(),
    ...(same ? {} : { as_of: null }),
  });
  if (credentials) await sealCredentials(room, connection, credentials);
}

/** Tries a way in, and keeps nothing. @throws Refusal */
export async function testSource(room: Room, name: string, settings: Settings, way: WayGiven): Promise<Unit> {
  const connector = checkedConnector(name, settings, credentialsToCheck(way));
  return asRefusal(async () => {
    const { access } = await accessBy(room, connector, settings, way);
    return prove(room, connector, settings, access);
  });
}

/** The connector named, if these are exactly its fields. @throws Refusal naming those that are wrong */
function checkedConnector(name: string, settings: Settings, credentials: Settings): Connector {
  const connector = findConnector(name);
  if (!connector) throw new Refusal("invalid_request", { fields: ["connector"] });
  const wrong = [
    ...wrongFields(connector.settings, settings, connector.channels ? [CHANNELS_SETTING] : []).map(
      (field) => `settings.${field}`,
    ),
    ...wrongFields(connector.credentials, credentials, [REFRESH_TOKEN]).map(
      (field) => `credentials.${field}`,
    ),
  ];
  if (!channelChoices(settings[CHANNELS_SETTING] ?? "")) wrong.push(`settings.${CHANNELS_SETTING}`);
  if (wrong.length === 0 && !connector.checkSettings(settings)) wrong.push("settings");
  if (wrong.length === 0 && !authorizationFor(connector.authorization, credentials))
    wrong.push("credentials");
  if (wrong.length > 0) throw new Refusal("invalid_request", { fields: wrong });
  return connector;
}

/** Fields left empty, filled in with what is no choice, or unknown. */
function wrongFields(
  fields: Connector["settings"],
  values: Settings,
  further: readonly string[],
): readonly string[] {
  const known = new Set([...fields.map(({ name }) => name), ...further]);
  const wrong = fields.filter(({ name, optional, choices }) => {
    const value = values[name]?.trim() ?? "";
    if (value === "") return optional !== true;
    return choices !== undefined && !choices.some((choice) => choice.value === value);
  });
  return [...wrong.map(({ name }) => name), ...Object.keys(values).filter((name) => !known.has(name))];
}

/** Proves a way in on the service itself. @returns also the credentials to keep, where they are new. @throws Refusal */
function proven(room: Room, connector: Connector, settings: Settings, way: WayGiven) {
  return asRefusal(async () => {
    const { access, credentials } = await accessBy(room, connector, settings, way);
    const unit = await prove(room, connector, settings, access);
    const { consent } = way;
    if (!consent) return { unit, credentials };
    const use = { ...consent, connector, settings, credentials: way.credentials };
    return { unit, credentials: { ...credentials, ...(await takeGrant(room, use)) } };
  });
}

/** Tries an access on the week before today. */
function prove(room: Room, connector: Connector, settings: Settings, access: Access): Promise<Unit> {
  const today = dayAt(room.now(), "UTC");
  const page = { from: addDays(today, -7), to: addDays(today, -1), token: null };
  return proveAccess(room, connector, settings, access, page);
}

/** What a service refuses, as the answer of a call. */
export async function asRefusal<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    throw new Refusal("source_refused", { source: describe(error.code) });
  }
}

function located(connector: Connector, settings: Settings, { currency, timeZone }: Unit) {
  return {
    account: connector.account(settings),
    settings: JSON.stringify(settings),
    currency: currency ?? "",
    time_zone: timeZone,
  };
}
