// The shop's leads as HubSpot's contacts and deals: all properties are texts, or null.
import { utcDay } from "./days.ts";
import { dealAt, EUROS_BY_FRANC, leadsUntil, type Deal, type Lead } from "./shop-leads.ts";
import type { Line } from "./shop-lines.ts";
import type { Adjustment } from "./shop.ts";

export type CrmType = "contacts" | "deals";

export type CrmObject = {
  id: string;
  archived: boolean;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
  properties: Record<string, string | null>;
};

const MINUTE = 60_000;
/** What was already worked out: a list is read in many pages. */
const worked = new Map<CrmType, { name: string; objects: CrmObject[] }>();

/** Everything of a type that exists at the beginning of this minute, deleted objects included, by id. */
export function objectsOf(type: CrmType, now: number, adjustments: Adjustment[]): CrmObject[] {
  const instant = now - (now % MINUTE);
  const name = JSON.stringify([instant, adjustments]);
  const before = worked.get(type);
  if (before?.name === name) return before.objects;
  const all = leadsUntil(utcDay(instant), adjustments).filter(({ created }) => created <= instant);
  const objects =
    type === "contacts"
      ? all.map((lead) => contact(lead, instant))
      : all.flatMap(({ deal, line }) => (deal ? (dealObject(deal, line, instant) ?? []) : []));
  worked.set(type, { name, objects });
  return objects;
}

/** The sales process of the shop. */
export const PIPELINES = {
  results: [
    {
      id: "default",
      label: "Ventes professionnelles",
      displayOrder: 0,
      archived: false,
      stages: [
        stage("appointmentscheduled", "Devis envoyé", "0.4", 0),
        stage("closedwon", "Gagnée", "1.0", 1),
        stage("closedlost", "Perdue", "0.0", 2),
      ],
    },
  ],
};

function stage(id: string, label: string, probability: string, displayOrder: number) {
  const isClosed = String(probability !== "0.4");
  return { id, label, displayOrder, archived: false, metadata: { isClosed, probability } };
}

const STAGES = { open: "appointmentscheduled", won: "closedwon", lost: "closedlost" };
const DAY = 86_400_000;

/** How HubSpot names where a contact came from: https://knowledge.hubspot.com/reports/what-do-the-properties-in-hubspots-traffic-sources-mean */
const SOURCES: Readonly<Record<Line["channel"], string>> = {
  "Organic Search": "ORGANIC_SEARCH",
  "Paid Search": "PAID_SEARCH",
  "Paid Social": "PAID_SOCIAL",
  "Organic Social": "SOCIAL_MEDIA",
  Email: "EMAIL_MARKETING",
  Direct: "DIRECT_TRAFFIC",
  Referral: "REFERRALS",
  Display: "OTHER_CAMPAIGNS",
  Unassigned: "OFFLINE",
};

const iso = (instant: number): string => new Date(instant).toISOString();

function contact(lead: Lead, now: number): CrmObject {
  const { id, created, line, qualified, accepted, deal } = lead;
  const reached = (instant: number | null): string | null =>
    instant !== null && instant <= now ? iso(instant) : null;
  const archived = lead.archived !== null && lead.archived <= now;
  const steps = {
    hs_lifecyclestage_lead_date: iso(created),
    hs_lifecyclestage_marketingqualifiedlead_date: reached(qualified),
    hs_lifecyclestage_salesqualifiedlead_date: reached(accepted),
    hs_lifecyclestage_opportunity_date: reached(deal?.opened ?? null),
    hs_lifecyclestage_customer_date: reached(deal?.won ? deal.closed : null),
  };
  const last = [...Object.values(steps), archived ? reached(lead.archived) : null]
    .flatMap((date) => date ?? [])
    .sort()
    .at(-1);
  const number = String(51_000_000_000 + id);
  return {
    id: number,
    archived,
    archivedAt: archived ? reached(lead.archived) : null,
    createdAt: iso(created),
    updatedAt: last ?? iso(created),
    properties: {
      hs_object_id: number,
      createdate: iso(created),
      lastmodifieddate: last ?? null,
      email: `personne-${id}@client.example`,
      firstname: "Dominique",
      lastname: `Exemple ${id}`,
      hs_analytics_source: SOURCES[line.channel],
      hs_analytics_source_data_1: line.campaign,
      ...steps,
    },
  };
}

function dealObject(deal: Deal, line: Line, now: number): CrmObject | null {
  const known = dealAt(deal, now);
  if (!known) return null;
  const number = String(52_000_000_000 + deal.id);
  const { state, closes, modified, archived } = known;
  const euros = (deal.amount / 100).toFixed(2);
  const francs = (deal.amount / 100 / EUROS_BY_FRANC).toFixed(2);
  return {
    id: number,
    archived: archived !== null,
    archivedAt: archived === null ? null : iso(archived),
    createdAt: iso(deal.opened),
    updatedAt: iso(modified),
    properties: {
      hs_object_id: number,
      createdate: iso(deal.opened),
      hs_lastmodifieddate: iso(modified),
      dealname: `Devis ${deal.id}`,
      pipeline: "default",
      dealstage: STAGES[state],
      amount: deal.currency === "EUR" ? euros : francs,
      amount_in_home_currency: euros,
      deal_currency_code: deal.currency,
      closedate: iso(closes),
      hs_is_closed: String(state !== "open"),
      hs_is_closed_won: String(state === "won"),
      days_to_close: state === "open" ? null : String(Math.round((closes - deal.opened) / DAY)),
      hs_analytics_source: SOURCES[line.channel],
    },
  };
}
