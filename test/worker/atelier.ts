// The connector of a made-up service: figures, a snapshot, and deals that move.
import * as z from "zod";
import type { Connector, EntityStream, Unit } from "../../worker/connector.ts";
import { channelNames } from "../../worker/channels.ts";
import { instanceHost, typedHost } from "../../worker/hosts.ts";
import { SourceFailure } from "../../worker/failure.ts";
import { dayAt } from "../../worker/plan.ts";

const HOST = "api.atelier.example";
const CHANNELS = { Ads: "paid_search", Mail: "email" } as const;
const nothing = { total: null, unit: null, marks: [] } as const;
const words = (text: string) => ({ fr: text, en: text });
const field = (name: string, kind: "text" | "secret", optional?: true) => ({
  name,
  kind,
  label: words(name),
  help: words(name),
  ...(optional && { optional }),
});

const Visits = z.object({
  rows: z.array(
    z.object({
      day: z.string(),
      channel: z.string(),
      sessions: z.number().nullable(),
      note: z.unknown().optional(),
    }),
  ),
  next: z.string().nullable(),
  total: z.number().nullable(),
});
const Deals = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      removed: z.boolean().default(false),
      fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
  next: z.string().nullable(),
  capped: z.boolean().default(false),
});

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const { data } = schema.safeParse(body);
  if (data === undefined) throw new SourceFailure("source_malformed");
  return data;
}

const host = ({ instance = "", host: own = "" }) => instance || (own === "" ? HOST : typedHost(own));

/** Deals won or lost: two tables that tell of the same deals. */
function deals(
  name: "won" | "lost",
  metrics: EntityStream["metrics"],
  sweep: EntityStream["sweep"],
): EntityStream {
  return {
    kind: "entities",
    name,
    entity: "deal",
    metrics,
    overlapMinutes: 10,
    sweep,
    request: ({ since, until, token }, settings) => ({
      method: "GET",
      url: `https://${host(settings)}/${name}?since=${since ?? ""}&until=${until}&after=${token ?? ""}`,
    }),
    read: ({ body }) => {
      const { rows, next, capped } = read(Deals, body);
      return {
        ...nothing,
        next,
        capped,
        entities: rows.map(({ id, fields, removed }) => ({ id, fields, ...(removed && { removed }) })),
      };
    },
    derive: ({ won, lost, amount, channel }, settings, { timeZone }) => {
      const place = {
        channel: channelNames(CHANNELS, settings)(String(channel ?? "")),
        source: "atelier",
        medium: "",
        campaignId: "",
        campaign: "",
      };
      const on = (at: unknown) => dayAt(Date.parse(String(at)), timeZone);
      return [
        ...(won ? [{ ...place, day: on(won), values: { opps_won: 1, revenue: Number(amount ?? 0) } }] : []),
        ...(lost ? [{ ...place, day: on(lost), values: { opps_lost: 1 } }] : []),
      ];
    },
  };
}

export const atelier: Connector = {
  name: "atelier",
  label: words("Atelier"),
  gives: words("Visits, members and deals."),
  settings: [field("account", "text"), field("host", "text", true)],
  credentials: [field("key", "secret", true), field("id", "text", true), field("secret", "secret", true)],
  checkSettings: ({ account = "" }) => /^\w+$/.test(account),
  account: ({ account = "" }) => account,
  authorization: [
    { kind: "key", field: "key", headers: (key) => ({ "x-key": key }) },
    {
      kind: "client_credentials",
      tokenUrl: (settings) => `https://${host(settings)}/token`,
      id: "id",
      secret: "secret",
      body: "json",
      instance: (answer) => (answer as { instance?: string }).instance,
    },
    {
      kind: "authorization_code",
      authorizeUrl: `https://${HOST}/consent`,
      tokenUrl: `https://${HOST}/token`,
      scopes: ["read"],
      client: "atelier",
      rotates: true,
    },
  ],
  hosts: ({ host: own = "" }, operator) => {
    if (own === "") return [HOST, "*.atelier.example"];
    const found = instanceHost(own, ["*.atelier.example", ...operator]);
    return found === undefined ? [] : [found];
  },
  check: {
    request: (_, settings) => ({ method: "GET", url: `https://${host(settings)}/account` }),
    read: ({ body }) => ({
      ...nothing,
      facts: [],
      uniques: [],
      next: null,
      unit: read(z.object({ currency: z.string().nullable(), timeZone: z.string() }), body) satisfies Unit,
    }),
  },
  accounts: {
    setting: "account",
    request: (token) => ({ method: "GET", url: `https://${HOST}/accounts?after=${token ?? ""}` }),
    read: ({ body }) =>
      read(
        z.object({
          accounts: z.array(z.object({ id: z.string(), name: z.string() })),
          next: z.string().nullable(),
        }),
        body,
      ),
  },
  streams: [
    {
      kind: "facts",
      name: "visits",
      metrics: ["sessions"],
      starts: "day",
      slice: "year",
      lookBack: { eachRun: 3, daily: 3 },
      request: ({ from, to, token }, settings) => ({
        method: "GET",
        url: `https://${host(settings)}/visits?from=${from}&to=${to}&after=${token ?? ""}`,
      }),
      read: ({ body, headers }, _, settings) => {
        const { rows, next, total } = read(Visits, body);
        const whole = rows.filter(({ sessions }) => sessions !== null);
        const channelOf = channelNames(CHANNELS, settings);
        return {
          ...nothing,
          next,
          total,
          uniques: [],
          facts: whole.map(({ day, channel, sessions }) => ({
            day,
            channel: channelOf(channel),
            source: "",
            medium: "",
            campaignId: "",
            campaign: "",
            key: channel,
            values: { sessions: sessions ?? 0 },
          })),
          rejected: rows.length - whole.length,
          drift: rows.flatMap(({ channel, note }) => [
            ...(channel === "" || channel in CHANNELS ? [] : [`channel ${channel}`]),
            ...(note === undefined ? [] : ["note"]),
          ]),
          wait: Number(headers["x-wait"] ?? 0),
        };
      },
    },
    {
      kind: "facts",
      name: "members",
      history: "today",
      metrics: ["customers_end"],
      starts: "day",
      slice: "day",
      lookBack: { eachRun: 0, daily: 0 },
      request: (_, settings) => ({ method: "GET", url: `https://${host(settings)}/members` }),
      read: ({ body }, { from }) => ({
        ...nothing,
        next: null,
        uniques: [],
        facts: [
          {
            day: from,
            channel: "other",
            source: "",
            medium: "",
            campaignId: "",
            campaign: "",
            key: "members",
            values: { customers_end: read(z.object({ members: z.number() }), body).members },
          },
        ],
      }),
    },
    deals("won", ["opps_won", "revenue"], "weekly"),
    deals("lost", ["opps_lost"], "never"),
  ],
  errors: [
    { status: 200, says: /"errors":.*slow down/, code: "rate_limited", wait: 3_600_000 },
    { status: 200, says: /"errors":/, code: "access_denied" },
    { status: 400, says: /place is too old/, code: "cursor_expired" },
    { status: 400, code: "request_refused" },
  ],
  quota: (headers) => (headers["x-quota"] ? { wait: Number(headers["x-quota"]) } : null),
  version: { name: "v7", expires: "2030-12-31" },
  channels: CHANNELS,
};
