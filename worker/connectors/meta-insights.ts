// The insights of Meta's ads: campaigns by day, people reached by period (https://developers.facebook.com/docs/marketing-api/insights).
import * as z from "zod";
import type { Day } from "../../shared/period.ts";
import type {
  FactRow,
  FactStream,
  Page,
  Settings,
  SourceRequest,
  UniqueRow,
  UniqueStream,
} from "../connector.ts";
import { ask, placeAfter } from "./meta-graph.ts";
import { nothing, understand } from "./reading.ts";
import { Count, Micros, Whole, WrittenDay } from "./written.ts";

const PAGE_ROWS = "500";
/** Meta no longer restates a day after this many: https://developers.facebook.com/docs/marketing-api/insights/best-practices */
const FROZEN_AFTER = 28;

/** Entries overlap (a purchase on the site is also a purchase anywhere): one of them is chosen, none are added. */
export const ACTIONS = {
  omni_purchase: { fr: "Achats", en: "Purchases" },
  lead: { fr: "Prospects", en: "Leads" },
  omni_complete_registration: { fr: "Inscriptions terminées", en: "Completed registrations" },
} as const;

export const accountOf = ({ account = "" }: Settings): string => account.trim().replace(/^act_/, "");
const actionOf = ({ action }: Settings): string => action || "omni_purchase";

function insights(
  { from, to, token }: Page,
  settings: Settings,
  more: Record<string, string>,
): SourceRequest {
  return ask(`act_${accountOf(settings)}/insights`, {
    time_range: JSON.stringify({ since: from, until: to }),
    use_account_attribution_setting: "true",
    limit: PAGE_ROWS,
    ...more,
    ...(token !== null && { after: token }),
  });
}

const Actions = z.array(z.object({ action_type: z.string(), value: Micros })).nullish();
const Rows = z.object({
  data: z.array(
    z.object({
      campaign_id: z.string().min(1),
      campaign_name: z.string().default(""),
      date_start: WrittenDay,
      spend: Micros,
      impressions: Count,
      clicks: Count,
      actions: Actions,
      action_values: Actions,
    }),
  ),
});
const Reached = z.object({ data: z.array(z.object({ date_start: WrittenDay, reach: Whole.nullish() })) });

export const campaigns: FactStream = {
  name: "campaigns",
  kind: "facts",
  metrics: ["spend", "impressions", "clicks", "platform_conversions", "platform_conversion_value"],
  starts: "day",
  slice: "month",
  lookBack: { eachRun: 3, daily: FROZEN_AFTER },
  request: (page, settings) =>
    insights(page, settings, {
      level: "campaign",
      time_increment: "1",
      fields: "campaign_id,campaign_name,spend,impressions,clicks,actions,action_values",
    }),
  read: ({ body }, _page, settings) => {
    const claimed = (actions: z.infer<typeof Actions>) =>
      actions?.find((action) => action.action_type === actionOf(settings))?.value ?? 0;
    const facts = understand(Rows, body).data.map((row): FactRow => {
      const { campaign_id: campaignId, campaign_name: campaign, spend, impressions, clicks } = row;
      const claims = {
        platform_conversions: claimed(row.actions),
        platform_conversion_value: claimed(row.action_values),
      };
      const place = { channel: "paid_social", source: "meta", medium: "paid_social" } as const;
      const values = { spend, impressions, clicks, ...claims };
      return { day: row.date_start, ...place, campaignId, campaign, key: campaignId, values };
    });
    return { ...nothing, facts, next: placeAfter(body) };
  },
};

/** People reached by the account's ads: counted by Meta over each period, since those of two days are not their sum. */
export function reach(
  calendar: UniqueRow["calendar"],
  increment: string,
  slice: UniqueStream["slice"],
  endOf: (from: Day) => Day,
): UniqueStream {
  return {
    name: `reach_by_${calendar}`,
    kind: "uniques",
    metrics: ["reach"],
    starts: calendar,
    slice,
    lookBack: { eachRun: 3, daily: 3 },
    request: (page, settings) =>
      insights(page, settings, { level: "account", time_increment: increment, fields: "reach" }),
    read: ({ body }, page) => {
      const uniques = understand(Reached, body).data.flatMap((row): UniqueRow[] => {
        const { date_start: from, reach: people } = row;
        const end = endOf(from);
        const to = end < page.to ? end : page.to;
        return people == null ? [] : [{ calendar, from, to, values: { reach: people } }];
      });
      return { ...nothing, uniques, next: placeAfter(body) };
    },
  };
}
