// Whether the figures of a refresh are the shop's own, to the last micro.
import assert from "node:assert/strict";
import type { Refresh, Tab } from "../../shared/api/refresh.ts";
import { dimensions } from "../../shared/dimensions.ts";
import { metrics } from "../../shared/metrics.ts";
import type { Shop, ShopTotals } from "./workspace.ts";

/** What the columns of the tab are in the shop's own words; money is in micros there. */
const COLUMNS = {
  sessions: "sessions",
  engaged_sessions: "engaged",
  session_seconds: "seconds",
  screen_page_views: "pages",
  new_users: "newUsers",
  conversions: "conversions",
  orders: "orders",
  revenue: "revenueMicros",
} as const satisfies Partial<Record<keyof typeof metrics, keyof ShopTotals>>;

type Column = keyof typeof COLUMNS;

/** The tab of figures. */
export function dataOf(refresh: Refresh): Tab {
  return refresh.tabs.find(({ key }) => key === "data")!;
}

/** The sums of the tab's columns by a dimension, in the shop's words; a column that is blank somewhere has no sum. */
function sumsBy(tab: Tab, dimension: "date" | "channel" | "campaign"): Record<string, Partial<ShopTotals>> {
  const key = tab.header.indexOf(dimensions[dimension].label.en);
  const columns = (Object.keys(COLUMNS) as Column[]).map((name) => ({
    name,
    at: tab.header.indexOf(metrics[name].label.en),
  }));
  const sums: Record<string, Partial<ShopTotals>> = {};
  for (const row of tab.rows) {
    const sum = (sums[String(row[key])] ??= {});
    for (const { name, at } of columns) {
      const value = row[at];
      if (typeof value !== "number") continue;
      const amount = name === "revenue" ? Math.round(value * 1e6) : value;
      sum[COLUMNS[name]] = (sum[COLUMNS[name]] ?? 0) + amount;
    }
  }
  return sums;
}

/** Every figure of the days held is the shop's, day by day, channel by channel, campaign by campaign. @throws AssertionError */
export async function assertAgreement(refresh: Refresh, shop: Shop): Promise<void> {
  const tab = dataOf(refresh);
  const { from, to } = tab.provenance[0]!;
  for (const [dimension, by] of [
    ["date", "day"],
    ["channel", "channel"],
    ["campaign", "campaign"],
  ] as const) {
    const known = Object.entries(await shop.totals(from!, to!, by));
    const wanted = known.map(([name, totals]) => [by === "channel" ? channelOf(name) : name, picked(totals)]);
    assert.deepEqual(sumsBy(tab, dimension), Object.fromEntries(wanted));
  }
}

/** Each day that is there, is there whole: the figures held of it are the shop's. @throws AssertionError */
export async function assertWholeDays(refresh: Refresh, shop: Shop): Promise<void> {
  const days = sumsBy(dataOf(refresh), "date");
  const names = Object.keys(days).sort();
  if (names.length === 0) return;
  const known = await shop.totals(names[0]!, names.at(-1)!, "day");
  for (const day of names)
    assert.deepEqual({ ...picked(known[day]!), ...days[day] }, picked(known[day]!), day);
}

function picked(totals: ShopTotals): Partial<ShopTotals> {
  return Object.fromEntries(Object.values(COLUMNS).map((name) => [name, totals[name]]));
}

/** `Organic Search` is `organic_search`; what has no channel is `unknown`. */
function channelOf(group: string): string {
  return group === "Unassigned" ? "unknown" : group.toLowerCase().replace(" ", "_");
}
