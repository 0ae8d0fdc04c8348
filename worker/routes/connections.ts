// Sources: what is connected, and how its syncs go.
import * as z from "zod";
import { RANGE } from "../../shared/api/ranges.ts";
import type { Day } from "../../shared/period.ts";
import type { Identity } from "../auth.ts";
import { REFRESH_TOKEN } from "../authorization.ts";
import { connectSource, reconnectSource } from "../connecting.ts";
import type { Settings } from "../connector.ts";
import type { GivenConsent } from "../consent-use.ts";
import { describeConnection, describeRun } from "../describe.ts";
import { dayAt } from "../plan.ts";
import { Refusal } from "../refusal.ts";
import { interrupt, readAgainFrom } from "../resync.ts";
import type { Room } from "../room.ts";
import { arm, startRun } from "../schedule.ts";
import * as store from "../store/connections.ts";
import { dropFigures } from "../store/facts.ts";
import { bumpGeneration } from "../store/members.ts";
import { runs } from "../store/runs.ts";
import { type Call, type Route, route } from "./route.ts";
import * as schema from "./schemas/sources.ts";

export const connectionRoutes: readonly Route[] = [
  route({
    name: "listConnections",
    method: "GET",
    path: "/v1/connections",
    summary: "The sources of the workspace and the state of each.",
    who: "reader",
    status: 200,
    answer: schema.Connections,
    handle: ({ sql, now }) => ({
      body: { connections: store.connections(sql).map((row) => describeConnection(sql, row, now())) },
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
    async handle(room, { body, identity }) {
      const wanted = "demo" in body ? room.environment.demo : body;
      if (!wanted) throw new Refusal("no_demo");
      refuseGrant(wanted.credentials);
      const consent = "demo" in body ? undefined : consentOf(body, identity);
      const { id } = await connectSource(room, wanted, consent);
      return { body: describeConnection(room.sql, found(room, id), room.now()) };
    },
  }),
  route({
    name: "changeConnection",
    method: "PATCH",
    path: "/v1/connections/{id}",
    summary: "Renames, pauses or resumes a source, gives it new settings or credentials, or reads it again.",
    who: "owner",
    status: 200,
    body: schema.ChangeConnection,
    answer: schema.Connection,
    async handle(room, { params, body, identity }) {
      const connection = found(room, params["id"]);
      const from = body.resyncFrom;
      if (from !== undefined && !isRecent(from, room.now())) {
        throw new Refusal("invalid_request", { fields: ["resyncFrom"] });
      }
      refuseGrant(body.credentials);
      const consent = consentOf(body, identity);
      if (from ?? body.settings ?? body.credentials ?? consent) refusePushed(connection);
      if (body.settings ?? body.credentials ?? consent)
        await reconnectSource(room, connection, body, consent);
      if (from !== undefined) readAgainFrom(room, found(room, connection.id), from);
      if (body.name !== undefined) store.updateConnection(room.sql, connection.number, { name: body.name });
      if (body.paused === true) pause(room, found(room, connection.id));
      if (body.paused === false)
        store.updateConnection(room.sql, connection.number, { paused: 0, due: room.now() });
      bumpGeneration(room.sql);
      await arm(room);
      return { body: describeConnection(room.sql, found(room, connection.id), room.now()) };
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
      const connection = found(room, params["id"]);
      const { id, paused } = connection;
      if (paused) throw new Refusal("paused");
      refusePushed(connection);
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
      const rows = runs(room.sql, query.limit, one);
      return { body: { runs: rows.map((row) => describeRun(row, ids.get(row.connection) ?? "")) } };
    },
  }),
];

function found(room: Room, id: Call["params"][string] | undefined): store.ConnectionRow {
  const connection = store.connectionById(room.sql, id ?? "");
  if (!connection) throw new Refusal("not_found");
  return connection;
}

/** A range is read in its spreadsheet, and changed by the routes of ranges. */
function refusePushed({ connector }: store.ConnectionRow): void {
  if (connector === RANGE) throw new Refusal("sent_by_sheet");
}

/** The consent that a call uses, in the name of its caller. */
function consentOf(
  { consent }: { readonly consent?: string | undefined },
  identity: Identity | undefined,
): GivenConsent | undefined {
  return consent === undefined ? undefined : { consent, sub: identity?.sub };
}

/** What a consent leaves is stored by the page that asked for it, and by nothing else. */
function refuseGrant(credentials: Settings | undefined): void {
  if (credentials && REFRESH_TOKEN in credentials) {
    throw new Refusal("invalid_request", { fields: [`credentials.${REFRESH_TOKEN}`] });
  }
}

/** Whether a day lies in the ten years before today. */
function isRecent(day: Day, now: number): boolean {
  const today = dayAt(now, "UTC");
  return day <= today && day >= `${Number(today.slice(0, 4)) - 10}${today.slice(4)}`;
}

function pause(room: Room, connection: store.ConnectionRow): void {
  interrupt(room, connection);
  store.updateConnection(room.sql, connection.number, { paused: 1 });
}
