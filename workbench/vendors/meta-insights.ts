// The simulated insights of Meta's ads: campaigns day by day, and people reached over a day, a week or a month.
import { addDays, daysBetween, isDay } from "./days.ts";
import { fieldsOf, only, paged, type Parameters } from "./meta-paging.ts";
import { invalid, MetaRefusal } from "./meta-problem.ts";
import { distinct } from "./shop.ts";
import { adRows, campaignId, reached, type AdRow } from "./shop-ads.ts";
import { today, type Simulation } from "./simulation.ts";

/** https://developers.facebook.com/docs/marketing-api/insights: 37 months. */
const HISTORY_DAYS = 1125;
const FIELDS = [
  "campaign_id",
  "campaign_name",
  "account_currency",
  "spend",
  "impressions",
  "reach",
  "clicks",
  "actions",
  "action_values",
];
const CAMPAIGN_BASE = 120_210_000_000_000_000n;

export function insights(path: string, parameters: Parameters, simulation: Simulation, now: number): unknown {
  only(
    parameters,
    "level",
    "time_increment",
    "time_range",
    "fields",
    "limit",
    "after",
    "use_account_attribution_setting",
  );
  const level = parameters.get("level") ?? "account";
  const increment = parameters.get("time_increment") ?? "all_days";
  const fields = fieldsOf(parameters, FIELDS);
  if (!["account", "campaign"].includes(level)) invalid("level must be one of account, campaign, adset, ad.");
  if (!["1", "7", "monthly", "all_days"].includes(increment)) invalid("time_increment is not valid.");
  if (level === "account" && fields.some((field) => field.startsWith("campaign_")))
    invalid("campaign_id is not valid for fields param at level account.");
  const window = rangeOf(parameters.get("time_range") ?? "");
  const day = today(simulation, now);
  if (window.from < addDays(day, -HISTORY_DAYS))
    throw new MetaRefusal({
      message: "(#3018) The start date of the time range cannot be beyond 37 months from the current date",
      code: 3018,
    });
  const rows = adRows("meta", window, day, simulation.adjustments);
  const spans = spansOf(window, increment);
  const lines = spans.flatMap((span) => {
    const inside = rows.filter((row) => row.day >= span.from && row.day <= span.to);
    const groups = level === "campaign" ? [...Map.groupBy(inside, ({ line }) => line).values()] : [inside];
    return groups.filter((group) => group.length > 0).map((group) => lineOf(group, span, fields, simulation));
  });
  if (lines.length > simulation.heaviestQuery)
    throw new MetaRefusal(
      { message: "Please reduce the amount of data you're asking for, then retry your request", code: 1 },
      500,
    );
  return paged(lines, path, parameters, simulation.mostRows);
}

type Span = { from: string; to: string };

function rangeOf(text: string): Span {
  let range: { since?: unknown; until?: unknown } = {};
  try {
    range = JSON.parse(text) as typeof range;
  } catch {
    invalid("param time_range must be an array.");
  }
  const [from, to] = [String(range.since), String(range.until)];
  if (!isDay(from) || !isDay(to) || from > to) invalid("time_range needs since and until.");
  return { from, to };
}

function spansOf({ from, to }: Span, increment: string): Span[] {
  if (increment === "all_days") return [{ from, to }];
  const spans: Span[] = [];
  for (let first = from; first <= to;) {
    const next =
      increment === "monthly"
        ? `${addDays(`${first.slice(0, 7)}-01`, 32).slice(0, 7)}-01`
        : addDays(first, Number(increment));
    spans.push({ from: first, to: addDays(next, -1) < to ? addDays(next, -1) : to });
    first = next;
  }
  return spans;
}

/** All numbers are texts; what is zero is left out. */
function lineOf(group: AdRow[], { from, to }: Span, fields: string[], { currency }: Simulation): unknown {
  const sum = (name: "spend" | "impressions" | "clicks" | "claimed" | "value"): number =>
    group.reduce((total, row) => total + row[name], 0);
  const line = group[0]!.line;
  const purchases = sum("claimed") / 100;
  const leads = Math.round(sum("clicks") * 0.012);
  const actions = {
    link_click: sum("clicks"),
    post_engagement: sum("clicks") + Math.round(sum("impressions") * 0.004),
    page_engagement: sum("clicks") + Math.round(sum("impressions") * 0.0042),
    omni_purchase: purchases,
    purchase: purchases,
    "offsite_conversion.fb_pixel_purchase": purchases,
    lead: leads,
    "offsite_conversion.fb_pixel_lead": leads,
  };
  const worth = sum("value") / 100;
  const values = { omni_purchase: worth, purchase: worth, "offsite_conversion.fb_pixel_purchase": worth };
  const days = Object.values(Object.groupBy(group, ({ day }) => day));
  const all: Record<string, unknown> = {
    campaign_id: String(CAMPAIGN_BASE + BigInt(campaignId(line))),
    campaign_name: line.campaign,
    account_currency: currency,
    spend: (sum("spend") / 100).toFixed(2),
    impressions: String(sum("impressions")),
    reach: String(distinct(days.map((rows = []) => distinct(rows.map(reached))))),
    clicks: String(sum("clicks")),
    actions: listed(actions),
    action_values: listed(values),
  };
  const asked = fields.filter((name) => all[name] !== undefined).map((name) => [name, all[name]]);
  return {
    ...Object.fromEntries(asked),
    date_start: from,
    date_stop: daysBetween(from, to) === 0 ? from : to,
  };
}

function listed(counts: Record<string, number>): unknown {
  const kept = Object.entries(counts).filter(([, value]) => value > 0);
  return kept.length === 0
    ? undefined
    : kept.map(([action_type, value]) => ({ action_type, value: String(value) }));
}
