// An Instagram professional account: how it is let in, and what is read of it.
import * as z from "zod";
import type { Connector } from "../connector.ts";
import { accountOf, daily, reachByDay } from "./instagram-insights.ts";
import {
  ask,
  META_CREDENTIALS,
  META_ERRORS,
  META_HOSTS,
  META_KEY,
  META_VERSION,
  metaQuota,
  placeAfter,
} from "./meta-graph.ts";
import { followers, publications, SOCIAL_UNIT } from "./meta-social.ts";
import { nothing, understand } from "./reading.ts";
import { WrittenInstant } from "./written.ts";

const Media = z.object({
  id: z.string().min(1),
  timestamp: WrittenInstant,
});
const media = publications(
  "instagram",
  { path: (settings) => `${accountOf(settings)}/media`, fields: "id,timestamp", rereadDays: 1 },
  Media,
  ({ timestamp }) => ({ at: timestamp, counts: { content_published: 1 } }),
  ["content_published"],
);

const Owner = z.object({
  instagram_business_account: z.object({ id: z.string(), username: z.string().default("") }).nullish(),
});

export const instagram: Connector = {
  name: "instagram",
  label: { fr: "Instagram", en: "Instagram" },
  gives: {
    fr: "Abonnés, portée, interactions et publications du compte, par jour.",
    en: "Followers, reach, interactions and publications of the account, by day.",
  },
  settings: [
    {
      name: "account",
      kind: "text",
      label: { fr: "Compte professionnel", en: "Professional account" },
      help: {
        fr: "Son identifiant Instagram, un nombre, dans les paramètres Meta Business, Comptes Instagram.",
        en: "Its Instagram id, a number, in Meta Business settings, Instagram accounts.",
      },
    },
  ],
  credentials: META_CREDENTIALS,
  checkSettings: (settings) => /^\d{1,20}$/.test(accountOf(settings)),
  account: accountOf,
  authorization: META_KEY,
  hosts: META_HOSTS,
  check: {
    request: (_page, settings) => ask(accountOf(settings), { fields: "id,username" }),
    read: ({ body }) => {
      understand(z.object({ id: z.string() }), body);
      return { ...nothing, unit: SOCIAL_UNIT };
    },
  },
  accounts: {
    setting: "account",
    request: (token) =>
      ask("me/accounts", {
        fields: "instagram_business_account{id,username}",
        limit: "100",
        ...(token !== null && { after: token }),
      }),
    read: ({ body }) => ({
      accounts: understand(z.object({ data: z.array(Owner) }), body).data.flatMap(
        ({ instagram_business_account: owned }) =>
          owned ? [{ id: owned.id, name: owned.username || owned.id, unit: SOCIAL_UNIT }] : [],
      ),
      next: placeAfter(body),
    }),
  },
  streams: [
    followers("instagram", accountOf),
    daily("interactions", "interactions", "total_interactions"),
    daily("likes", "likes", "likes"),
    daily("comments", "comments", "comments"),
    daily("shares", "shares", "shares"),
    reachByDay,
    media,
  ],
  errors: META_ERRORS,
  quota: metaQuota,
  version: META_VERSION,
};
