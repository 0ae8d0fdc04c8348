// What Stripe's balance is made into: payments, less what was given back and what was disputed.
import * as z from "zod";
import { addDays } from "../../shared/period.ts";
import type { EntityStream } from "../connector.ts";
import { dayAt, historyStart } from "../plan.ts";
import { nothing } from "./reading.ts";
import { currencyOf, listRequest, microsOfUnit, Moment, readList } from "./stripe-list.ts";
import { instantIn } from "./written.ts";

const PAGE_ROWS = "100";

/**
 * The categories of a movement that are revenue; each amount has its sign. Stripe's own fees, payouts and transfers are
 * none. https://docs.stripe.com/reports/reporting-categories
 */
const REVENUE = new Set([
  "charge",
  "charge_failure",
  "partial_capture_reversal",
  "refund",
  "refund_failure",
  "dispute",
  "dispute_reversal",
]);

const Movement = z.object({
  id: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  created: Moment,
  reporting_category: z.string(),
});

const seconds = (instant: string): string => String(Math.floor(Date.parse(instant) / 1000));

export const payments: EntityStream = {
  kind: "entities",
  name: "payments",
  entity: "movement",
  metrics: ["revenue", "orders"],
  overlapMinutes: 24 * 60,
  // A movement never changes: what is given back is another one.
  sweep: "never",
  request: ({ since, until, token }, settings) => {
    // A day more, for accounts whose month began before that of UTC.
    const from = since ?? `${addDays(historyStart(until.slice(0, 10)), -1)}T00:00:00Z`;
    return listRequest(
      "balance_transactions",
      [
        ["limit", PAGE_ROWS],
        ["currency", currencyOf(settings).toLowerCase()],
        ["created[gte]", seconds(from)],
        ["created[lt]", seconds(until)],
      ],
      token,
    );
  },
  read: (answer, _page, settings) => {
    const { rows, after } = readList(answer, Movement);
    const ours = rows.filter(({ currency }) => currency.toUpperCase() === currencyOf(settings));
    const entities = ours
      .filter(({ reporting_category: category }) => REVENUE.has(category))
      .map(({ id, amount, currency, created, reporting_category: category }) => ({
        id,
        fields: { at: instantIn(String(created * 1000)), category, amount: amount * microsOfUnit(currency) },
      }));
    const rejected = rows.length - ours.length;
    return { ...nothing, entities, next: after, ...(rejected > 0 && { rejected }) };
  },
  derive: ({ at, category, amount }, _settings, { timeZone }) => {
    if (typeof at !== "string" || typeof amount !== "number") return [];
    const place = { channel: "unknown", source: "stripe", medium: "", campaignId: "", campaign: "" } as const;
    const order = category === "charge" ? { orders: 1 } : {};
    return [{ day: dayAt(Date.parse(at), timeZone), ...place, values: { revenue: amount, ...order } }];
  },
};
