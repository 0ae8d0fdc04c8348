// The services that can be connected, and what credentials open in them.
import { listAccounts } from "../accounts.ts";
import type { SourceQuestion } from "../../shared/api/sources.ts";
import { asRefusal, testSource } from "../connecting.ts";
import { connectors, findConnector } from "../connectors/index.ts";
import { Refusal } from "../refusal.ts";
import type { Room } from "../room.ts";
import { connectionById } from "../store/connections.ts";
import { summaryOf } from "../summary.ts";
import { accessBy, wayAgain, type WayGiven } from "../way-given.ts";
import { type Call, type Route, route } from "./route.ts";
import * as schema from "./schemas/sources.ts";

export const connectorRoutes: readonly Route[] = [
  route({
    name: "listConnectors",
    method: "GET",
    path: "/v1/connectors",
    summary: "The services that can be connected, with the fields of their forms.",
    who: "reader",
    status: 200,
    answer: schema.Connectors,
    handle: (room) => ({ body: { connectors: connectors.map((one) => summaryOf(one, room)) } }),
  }),
  route({
    name: "listAccounts",
    method: "POST",
    path: "/v1/connectors/{name}/accounts",
    summary: "The accounts that credentials open, to choose from; nothing is kept.",
    who: "owner",
    status: 200,
    body: schema.SourceQuestion,
    answer: schema.Accounts,
    async handle(room, call) {
      const connector = findConnector(call.params["name"] ?? "");
      if (!connector?.accounts) throw new Refusal("not_found");
      const { settings } = call.body;
      const way = await wayOf(room, call);
      const accounts = await asRefusal(async () => {
        const { access } = await accessBy(room, connector, settings, way);
        return listAccounts(room, connector, settings, access);
      });
      return { body: { accounts: accounts.map(({ id, name }) => ({ id, name })) } };
    },
  }),
  route({
    name: "testSource",
    method: "POST",
    path: "/v1/connectors/{name}/test",
    summary: "Whether credentials open the account that the settings name; nothing is kept.",
    who: "owner",
    status: 200,
    body: schema.SourceQuestion,
    answer: schema.Tested,
    async handle(room, call) {
      const way = await wayOf(room, call);
      const { currency, timeZone } = await testSource(
        room,
        call.params["name"] ?? "",
        call.body.settings,
        way,
      );
      return { body: { currency, timeZone } };
    },
  }),
];

/** The way in that a question gives; a source's own credentials only ever answer for its own service. */
async function wayOf(room: Room, { params, body, identity }: Call<SourceQuestion>): Promise<WayGiven> {
  const { credentials, connection } = body;
  const consent = body.consent === undefined ? undefined : { consent: body.consent, sub: identity?.sub };
  if (connection === undefined) return { credentials, consent };
  const stored = connectionById(room.sql, connection);
  if (!stored || stored.connector !== params["name"]) throw new Refusal("not_found");
  const typed = Object.values(credentials).some((text) => text.trim() !== "");
  return wayAgain(room, stored, typed ? credentials : undefined, consent);
}
