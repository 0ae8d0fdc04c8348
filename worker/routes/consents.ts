// Consents: asked for here; their pages, which a person's browser opens, are in `connect.ts`.
import { askConsent } from "../consent-ask.ts";
import { describeConsent, ownConsent } from "../consent-use.ts";
import { Refusal } from "../refusal.ts";
import { type Route, route } from "./route.ts";
import * as schema from "./schemas/sources.ts";

export const consentRoutes: readonly Route[] = [
  route({
    name: "askConsent",
    method: "POST",
    path: "/v1/consents",
    summary:
      "Prepares the page on which a person gives their consent to a service, good once and for ten minutes.",
    who: "owner",
    status: 201,
    perMinute: 20,
    body: schema.AskConsent,
    answer: schema.AskedConsent,
    async handle(room, { body, identity, spreadsheet, origin }) {
      if (!identity) throw new Refusal("unauthenticated");
      return { body: await askConsent(room, body, { identity, spreadsheet, origin }) };
    },
  }),
  route({
    name: "showConsent",
    method: "GET",
    path: "/v1/consents/{id}",
    summary: "How far a consent is, for the one who asked for it.",
    who: "owner",
    status: 200,
    answer: schema.Consent,
    handle: (room, { params, identity }) => ({
      body: describeConsent(ownConsent(room, params["id"] ?? "", identity?.sub)),
    }),
  }),
];
