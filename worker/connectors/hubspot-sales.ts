// What HubSpot's contacts and deals are made into: leads and their steps, deals that close.
import type { MetricName } from "../../shared/metrics.ts";
import { channelNames } from "../channels.ts";
import type { Channel, DerivedFact, EntityStream, Settings, Unit } from "../connector.ts";
import { dayAt } from "../plan.ts";
import { type CrmType, crmRequest, microsIn, type Properties, readCrm } from "./hubspot-crm.ts";
import { instantIn } from "./written.ts";

/** https://knowledge.hubspot.com/reports/what-do-the-properties-in-hubspots-traffic-sources-mean */
export const SOURCES: Readonly<Record<string, Channel>> = {
  ORGANIC_SEARCH: "organic_search",
  PAID_SEARCH: "paid_search",
  EMAIL_MARKETING: "email",
  SOCIAL_MEDIA: "organic_social",
  PAID_SOCIAL: "paid_social",
  REFERRALS: "referral",
  AI_REFERRALS: "referral",
  DIRECT_TRAFFIC: "direct",
  OTHER_CAMPAIGNS: "other",
  OFFLINE: "other",
};
const HOUR_MINUTES = 60;

/** The date on which a contact entered each stage of its life, and what it then counts as. */
const STAGES = {
  leads: "hs_lifecyclestage_lead_date",
  mql: "hs_lifecyclestage_marketingqualifiedlead_date",
  sql: "hs_lifecyclestage_salesqualifiedlead_date",
  new_customers: "hs_lifecyclestage_customer_date",
} as const satisfies Partial<Record<MetricName, string>>;

const CONTACTS: CrmType = {
  name: "contacts",
  modified: "lastmodifieddate",
  properties: [...Object.values(STAGES), "hs_analytics_source"],
};
const DEALS: CrmType = {
  name: "deals",
  modified: "hs_lastmodifieddate",
  properties: [
    "amount",
    "amount_in_home_currency",
    "deal_currency_code",
    "pipeline",
    "closedate",
    "hs_is_closed",
    "hs_is_closed_won",
    "hs_analytics_source",
  ],
};

export const contacts: EntityStream = {
  kind: "entities",
  name: "contacts",
  entity: "contact",
  metrics: Object.keys(STAGES) as MetricName[],
  overlapMinutes: HOUR_MINUTES,
  sweep: "weekly",
  request: (page) => crmRequest(CONTACTS, page),
  read: ({ body }, page) =>
    readCrm(body, page, (properties) => ({
      ...Object.fromEntries(
        Object.entries(STAGES).map(([name, property]) => [name, instantIn(properties[property])]),
      ),
      origin: originOf(properties),
    })),
  derive: (fields, settings, unit) =>
    Object.keys(STAGES).flatMap((name) =>
      counted(fields[name], { [name]: 1 }, fields["origin"], settings, unit),
    ),
};

export const deals: EntityStream = {
  kind: "entities",
  name: "deals",
  entity: "deal",
  metrics: ["opps_won", "opps_lost", "revenue"],
  overlapMinutes: HOUR_MINUTES,
  sweep: "weekly",
  request: (page) => crmRequest(DEALS, page),
  read: ({ body }, page, _settings, { currency }) =>
    readCrm(body, page, (properties) => ({
      closed: instantIn(properties["closedate"]),
      state:
        properties["hs_is_closed_won"] === "true"
          ? "won"
          : properties["hs_is_closed"] === "true"
            ? "lost"
            : "open",
      amount: amountOf(properties, currency),
      pipeline: nameIn(properties["pipeline"]),
      origin: originOf(properties),
    })),
  derive: ({ closed, state, amount, pipeline, origin }, settings, unit) => {
    if (state === "open" || (settings["pipeline"] && settings["pipeline"] !== pipeline)) return [];
    // A deal without an amount is won all the same.
    const won = { opps_won: 1, ...(typeof amount === "number" && { revenue: amount }) };
    return counted(closed, state === "won" ? won : { opps_lost: 1 }, origin, settings, unit);
  },
};

/** In the currency of the account: what another currency is worth is for HubSpot to say. */
function amountOf(properties: Properties, currency: string | null): number | null {
  const home = microsIn(properties["amount_in_home_currency"]);
  const own = properties["deal_currency_code"];
  return home ?? (own && own !== currency ? null : microsIn(properties["amount"]));
}

/** The names of HubSpot's own lists (`ORGANIC_SEARCH`, `default`), never what a person wrote. */
function nameIn(text: string | null | undefined): string {
  return text && /^[\w-]{1,64}$/.test(text) ? text : "";
}

function originOf(properties: Properties): string {
  return nameIn(properties["hs_analytics_source"]);
}

function counted(
  at: string | number | null | undefined,
  values: DerivedFact["values"],
  origin: string | number | null | undefined,
  settings: Settings,
  { timeZone }: Unit,
): DerivedFact[] {
  if (typeof at !== "string") return [];
  const channel = channelNames(SOURCES, settings)(String(origin ?? ""));
  const place = { channel, source: "hubspot", medium: "", campaignId: "", campaign: "" };
  return [{ day: dayAt(Date.parse(at), timeZone), ...place, values }];
}
