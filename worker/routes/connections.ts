// Sources: what can be connected, what is, and how its syncs go.
import * as z from "zod";
import type { ConnectorSummary } from "../../shared/api/sources.ts";
import { addDays } from "../../shared/period.ts";
import { sealCredentials, openCredentials, tryCredentials } from "../access.ts";
import type { Connector, Settings, Unit } from "../connector.ts";
import { connectors, findConnector } from "../connectors/index.ts";
import { describeConnection, describeRun } from "../describe.ts";
import { describe, SourceFailure } from "../failure.ts";
import { dayAt } from "../plan.ts";
import { Refusal } from "../refusal.ts";
import type { Room } from "../room.ts";
import { arm, startRun } from "../schedule.ts";
import { newShortId } from "../secret.ts";
import * as store from "../store/connections.ts";
import { dropFigures } from "../store/facts.ts";
import { bumpGeneration } from "../store/members.ts";
import { type Call, type Route, route } from "./route.ts";
import * as schema from "./schemas/sources.ts";

const MOST_CONNECTIONS = 50;

export const connectionRoutes: readonly Route[] = [
  route({
    name: "listConnectors",
    method: "GET",
    path: "/v1/connectors",
    summary: "The services that can be connected, with the fields of their forms.",
    who: "reader",
    status: 200,
    answer: schema.Connectors,
    handle: () => ({ body: { connectors: connectors.map(summaryOf) } }),
  }),
  route({
    name: "listConnections",
    method: "GET",
    path: "/v1/connections",
    summary: "The sources of the workspace and the state of each.",
    who: "reader",
    status: 200,
    answer: schema.Connections,
    handle: ({ sql }) => ({
      body: { connections: store.connections(sql).map((row) => describeConnection(sql, row)) },
    }),
  }),
  route({
    name: "createConnection",
    method: "POST",
    path: "/v1/connections",
    summary: "Connects a source once its credentials are proven good, and starts its first sync.",
    who: "owner",
    status: 201,
    idempotent: true,
    body: schema.CreateConnection,
    answer: schema.Connection,
    async handle(room, { body }) {
      const wanted = "demo" in body ? room.environment.demo : body;
      if (!wanted) throw new Refusal("no_demo");
      const connector = checked(wanted.connector, wanted.settings, wanted.credentials);
      if (store.connections(room.sql).length >= MOST_CONNECTIONS) throw new Refusal("too_many_connections");
      const unit = await prove(room, connector, wanted.settings, wanted.credentials);
      const connection = store.insertConnection(room.sql, {
        id: newShortId(),
        connector: connector.name,
        name: wanted.name,
        created: room.now(),
        due: room.now(),
        ...located(connector, wanted.settings, unit),
      });
      await sealCredentials(room, connection, wanted.credentials);
      await startRun(room, connection.id);
      return { body: describeConnection(room.sql, found(room, connection.id)) };
    },
  }),
  route({
    name: "changeConnection",
    method: "PATCH",
    path: "/v1/connections/{id}",
    summary: "Renames, pauses or resumes a source, or gives it new settings or credentials.",
    who: "owner",
    status: 200,
    body: schema.ChangeConnection,
    answer: schema.Connection,
    async handle(room, { params, body }) {
      const connection = found(room, params["id"]);
      if (body.settings ?? body.credentials) await reconnect(room, connection, body);
      if (body.name !== undefined) store.updateConnection(room.sql, connection.number, { name: body.name });
      if (body.paused === true) pause(room, connection);
      if (body.paused === false)
        store.updateConnection(room.sql, connection.number, { paused: 0, due: room.now() });
      bumpGeneration(room.sql);
      await arm(room);
      return { body: describeConnection(room.sql, found(room, connection.id)) };
    },
  }),
  route({
    name: "deleteConnection",
    method: "DELETE",
    path: "/v1/connections/{id}",
    summary: "Disconnects a source and forgets its credentials; its figures are kept or dropped.",
    who: "owner",
    status: 204,
    query: z.strictObject({ data: z.enum(["keep", "drop"]).default("keep") }),
    async handle(room, { params, query }) {
      const { number, id } = found(room, params["id"]);
      room.tokens.forget(id);
      if (query.data === "drop") {
        dropFigures(room.sql, number);
        store.deleteConnection(room.sql, number);
      } else store.disconnect(room.sql, number);
      bumpGeneration(room.sql);
      await arm(room);
      return {};
    },
  }),
  route({
    name: "startSync",
    method: "POST",
    path: "/v1/connections/{id}/sync",
    summary: "Starts a sync now, or joins the one that runs.",
    who: "member",
    status: 202,
    idempotent: true,
    answer: schema.SyncStarted,
    async handle(room, { params }) {
      const { id, paused } = found(room, params["id"]);
      if (paused) throw new Refusal("paused");
      const started = await startRun(room, id);
      if (!started) throw new Refusal("not_found");
      return { body: started };
    },
  }),
  route({
    name: "listRuns",
    method: "GET",
    path: "/v1/runs",
    summary: "The last syncs, newest first.",
    who: "reader",
    status: 200,
    query: z.strictObject({
      connection: z.string().max(50).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(20),
    }),
    answer: schema.Runs,
    handle(room, { query }) {
      const one = query.connection === undefined ? null : found(room, query.connection).number;
      const ids = new Map(store.allConnections(room.sql).map(({ number, id }) => [number, id]));
      const rows = store.runs(room.sql, query.limit, one);
      return { body: { runs: rows.map((row) => describeRun(row, ids.get(row.connection) ?? "")) } };
    },
  }),
];

function summaryOf({ name, label, gives, settings, credentials }: Connector): ConnectorSummary {
  return { name, label, gives, settings, credentials };
}

function found(room: Room, id: Call["params"][string] | undefined): store.ConnectionRow {
  const connection = store.connectionById(room.sql, id ?? "");
  if (!connection) throw new Refusal("not_found");
  return connection;
}

/** The connector named, if these are exactly its fields. */
function checked(name: string, settings: Settings, credentials: Settings): Connector {
  const connector = findConnector(name);
  if (!connector) throw new Refusal("invalid_request", { fields: ["connector"] });
  const wrong = [
    ...connector.settings
      .filter((field) => !settings[field.name]?.trim())
      .map((field) => `settings.${field.name}`),
    ...connector.credentials
      .filter((field) => !credentials[field.name]?.trim())
      .map((field) => `credentials.${field.name}`),
    ...Object.keys(settings).filter((key) => !connector.settings.some((field) => field.name === key)),
    ...Object.keys(credentials).filter((key) => !connector.credentials.some((field) => field.name === key)),
  ];
  if (wrong.length === 0 && !connector.checkSettings(settings)) wrong.push("settings");
  if (wrong.length > 0) throw new Refusal("invalid_request", { fields: wrong });
  return connector;
}

/** Tries credentials on the week before today. */
async function prove(
  room: Room,
  connector: Connector,
  settings: Settings,
  credentials: Settings,
): Promise<Unit> {
  const today = dayAt(room.now(), "UTC");
  try {
    const page = { from: addDays(today, -7), to: addDays(today, -1), token: null };
    return await tryCredentials(room, connector, settings, credentials, page);
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    throw new Refusal("source_refused", { source: describe(error.code) });
  }
}

function located(connector: Connector, settings: Settings, { currency, timeZone }: Unit) {
  return {
    account: connector.account(settings),
    settings: JSON.stringify(settings),
    currency,
    time_zone: timeZone,
  };
}

/** New settings or credentials, once proven. Another account or unit empties the source: its history is read again. */
async function reconnect(
  room: Room,
  connection: store.ConnectionRow,
  change: { readonly settings?: Settings | undefined; readonly credentials?: Settings | undefined },
): Promise<void> {
  const settings = change.settings ?? (JSON.parse(connection.settings) as Settings);
  const credentials = change.credentials ?? (await openCredentials(room, connection).catch(() => ({})));
  const connector = checked(connection.connector, settings, credentials);
  const next = located(connector, settings, await prove(room, connector, settings, credentials));
  const same = (["account", "currency", "time_zone"] as const).every((key) => next[key] === connection[key]);
  if (!same) {
    dropFigures(room.sql, connection.number);
    store.forgetWork(room.sql, connection.number);
  }
  if (connection.running !== null) {
    store.endRun(
      room.sql,
      connection.number,
      connection.running,
      { state: "abandoned", code: null },
      room.now(),
    );
  }
  const cleared = { running: null, problem: null, problem_since: null, due: room.now() };
  store.updateConnection(room.sql, connection.number, {
    ...next,
    ...cleared,
    ...(same ? {} : { planned_day: null, as_of: null }),
  });
  await sealCredentials(room, connection, credentials);
}

function pause(room: Room, { number, running }: store.ConnectionRow): void {
  if (running !== null)
    store.endRun(room.sql, number, running, { state: "abandoned", code: null }, room.now());
  store.updateConnection(room.sql, number, { paused: 1, running: null });
}
