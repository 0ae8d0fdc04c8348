// What Salesforce's leads and opportunities are made into: leads and their steps, deals that close.
import * as z from "zod";
import { parseDay } from "../../shared/period.ts";
import { channelNames } from "../channels.ts";
import type { Channel, DerivedFact, EntityFields, EntityStream, Settings } from "../connector.ts";
import { dayAt } from "../plan.ts";
import { readRows, type Row, rowsRequest, type Table } from "./salesforce-query.ts";
import { instantIn } from "./written.ts";

/** Lead sources and types of campaign, of Salesforce's own lists and of those that are usual in their place. */
export const ORIGINS: Readonly<Record<string, Channel>> = {
  "Organic Search": "organic_search",
  SEO: "organic_search",
  "Paid Search": "paid_search",
  "Google Ads": "paid_search",
  "Google AdWords": "paid_search",
  "Paid Social": "paid_social",
  Social: "organic_social",
  "Social Media": "organic_social",
  "Organic Social": "organic_social",
  Email: "email",
  Newsletter: "email",
  Direct: "direct",
  Referral: "referral",
  "Referral Program": "referral",
  "Partner Referral": "referral",
  "Employee Referral": "referral",
  "External Referral": "referral",
  "Word of mouth": "referral",
  Partner: "referral",
  Partners: "referral",
  Display: "display",
  "Banner Ads": "display",
  Affiliate: "affiliate",
  Web: "other",
  Other: "other",
};
/** Long transactions bear the time of their beginning. */
const OVERLAP_MINUTES = 10;
const NEW_CUSTOMER_TYPES = "New Customer, New Business";

const LEADS: Table = {
  name: "Lead",
  fields: ({ mqlField }) => ["CreatedDate", "ConvertedDate", "LeadSource", ...(mqlField ? [mqlField] : [])],
};
const DEALS: Table = {
  name: "Opportunity",
  fields: () => ["IsWon", "IsClosed", "CloseDate", "Type", "LeadSource", "CampaignId", "Campaign.Name"],
  money: "Amount",
};
const Deal = z.object({
  IsWon: z.boolean(),
  IsClosed: z.boolean(),
  CloseDate: z.string(),
  CampaignId: z.string().nullish(),
  Campaign: z.object({ Name: z.string().nullish() }).nullish(),
});

export const leads: EntityStream = {
  kind: "entities",
  name: "leads",
  entity: "lead",
  metrics: ["leads", "mql", "sql"],
  overlapMinutes: OVERLAP_MINUTES,
  sweep: "weekly",
  request: (page, settings) => rowsRequest(LEADS, page, settings),
  read: (answer, page, { mqlField = "" }) =>
    readRows(LEADS, page, answer, (row) => {
      const created = momentIn(row["CreatedDate"]);
      const [mql, sql] = [momentIn(row[mqlField]), momentIn(row["ConvertedDate"])];
      return created === null ? null : { leads: created, mql, sql, origin: listName(row["LeadSource"]) };
    }),
  derive: (fields, settings, { timeZone }) =>
    (["leads", "mql", "sql"] as const).flatMap((name): DerivedFact[] => {
      const moment = fields[name];
      if (typeof moment !== "string") return [];
      const day = moment.length === 10 ? moment : dayAt(Date.parse(moment), timeZone);
      return [{ day, ...placeOf(fields, settings), values: { [name]: 1 } }];
    }),
};

export const deals: EntityStream = {
  kind: "entities",
  name: "deals",
  entity: "deal",
  metrics: ["opps_won", "opps_lost", "revenue", "new_customers"],
  overlapMinutes: OVERLAP_MINUTES,
  sweep: "weekly",
  request: (page, settings) => rowsRequest(DEALS, page, settings),
  read: (answer, page) => readRows(DEALS, page, answer, dealIn),
  derive: (fields, settings) => {
    const { closed, state, amount, type } = fields;
    if (state === "open" || typeof closed !== "string") return [];
    const place = { day: closed, ...placeOf(fields, settings) };
    if (state === "lost") return [{ ...place, values: { opps_lost: 1 } }];
    // A deal without an amount is won all the same.
    const revenue = typeof amount === "number" ? { revenue: amount } : {};
    const customer = newTypes(settings).includes(String(type)) ? { new_customers: 1 } : {};
    return [{ ...place, values: { opps_won: 1, ...revenue, ...customer } }];
  },
};

function dealIn(row: Row): EntityFields | null {
  const deal = Deal.safeParse(row);
  const closed = deal.success ? momentIn(deal.data.CloseDate) : null;
  if (!deal.success || closed === null) return null;
  const { IsWon, IsClosed, CampaignId, Campaign } = deal.data;
  return {
    closed,
    state: IsWon ? "won" : IsClosed ? "lost" : "open",
    amount: microsIn(row["Amount"]),
    type: listName(row["Type"]),
    origin: listName(row["LeadSource"]),
    campaignId: CampaignId ?? "",
    campaign: (Campaign?.Name ?? "").slice(0, 100),
  };
}

/** The types of opportunity that a customer's first one has. */
function newTypes({ newTypes: typed }: Settings): string[] {
  return (typed?.trim() || NEW_CUSTOMER_TYPES).split(",").map((type) => type.trim());
}

/** Where the figures of a row go, by its source and its campaign. */
export function placeOf(
  { origin, campaignId, campaign }: EntityFields,
  settings: Settings,
): Omit<DerivedFact, "day" | "values"> {
  const channel = channelNames(ORIGINS, settings)(String(origin ?? ""));
  const names = { campaignId: String(campaignId ?? ""), campaign: String(campaign ?? "") };
  return { channel, source: "salesforce", medium: "", ...names };
}

/** A day, or an instant to the second; null where there is neither. */
export function momentIn(value: unknown): string | null {
  if (typeof value !== "string") return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return parseDay(value) ?? null;
  return instantIn(value);
}

/** An amount in millionths; null where there is none. */
export function microsIn(value: unknown): number | null {
  const micros = typeof value === "number" ? Math.round(value * 1e6) : Number.NaN;
  return Number.isSafeInteger(micros) ? micros : null;
}

/** A value of a list that the organization keeps, and nothing that looks like an address or a sentence. */
export function listName(value: unknown): string {
  return typeof value === "string" && /^[\p{L}\p{N} ._&/+()'’-]{1,40}$/u.test(value) ? value : "";
}
