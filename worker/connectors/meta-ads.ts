// Meta's ads, on Facebook and Instagram: how they are let in, and what is read of them.
import * as z from "zod";
import { addDays, firstDayOf } from "../../shared/period.ts";
import type { Connector } from "../connector.ts";
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
import { accountOf, ACTIONS, campaigns, reach } from "./meta-insights.ts";
import { nothing, understand } from "./reading.ts";

const Account = z.object({
  account_id: z.string(),
  name: z.string().default(""),
  currency: z.string(),
  timezone_name: z.string(),
});
const ACCOUNT_FIELDS = "account_id,name,currency,timezone_name";
const unitOf = ({ currency, timezone_name }: z.infer<typeof Account>) => ({
  currency,
  timeZone: timezone_name,
});
export const metaAds: Connector = {
  name: "meta-ads",
  label: { fr: "Meta Ads (Facebook et Instagram)", en: "Meta Ads (Facebook and Instagram)" },
  gives: {
    fr: "Dépenses, impressions, clics, conversions revendiquées et portée, par jour et campagne.",
    en: "Spend, impressions, clicks, claimed conversions and reach, by day and campaign.",
  },
  settings: [
    {
      name: "account",
      kind: "text",
      label: { fr: "Compte publicitaire", en: "Ad account" },
      help: {
        fr: "Son numéro, dans le Gestionnaire de publicités.",
        en: "Its number, in Ads Manager.",
      },
    },
    {
      name: "action",
      kind: "choice",
      optional: true,
      label: { fr: "Conversion revendiquée", en: "Claimed conversion" },
      help: {
        fr: "Ce que compte la colonne des conversions revendiquées. Les achats, sauf choix contraire.",
        en: "What the column of claimed conversions counts. Purchases, unless chosen otherwise.",
      },
      choices: Object.entries(ACTIONS).map(([value, label]) => ({ value, label })),
    },
  ],
  credentials: META_CREDENTIALS,
  checkSettings: ({ account = "", action = "" }) =>
    /^(act_)?\d{1,20}$/.test(account.trim()) && (action === "" || action in ACTIONS),
  account: accountOf,
  authorization: META_KEY,
  hosts: META_HOSTS,
  check: {
    request: (_page, settings) => ask(`act_${accountOf(settings)}`, { fields: ACCOUNT_FIELDS }),
    read: ({ body }) => ({ ...nothing, unit: unitOf(understand(Account, body)) }),
  },
  accounts: {
    setting: "account",
    request: (token) =>
      ask("me/adaccounts", { fields: ACCOUNT_FIELDS, limit: "200", ...(token !== null && { after: token }) }),
    read: ({ body }) => ({
      accounts: understand(z.object({ data: z.array(Account) }), body).data.map((account) => ({
        id: account.account_id,
        name: account.name || account.account_id,
        unit: unitOf(account),
      })),
      next: placeAfter(body),
    }),
  },
  streams: [
    campaigns,
    reach("day", "1", "month", (from) => from),
    reach("week", "7", "year", (from) => addDays(from, 6)),
    reach("month", "monthly", "year", (from) => addDays(firstDayOf(addDays(from, 31), "month"), -1)),
  ],
  errors: META_ERRORS,
  quota: metaQuota,
  version: META_VERSION,
};
