// How Stripe's subscriptions stand today: what they bring in a month, and how many customers there are.
import * as z from "zod";
import type { FactStream } from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { dayAt } from "../plan.ts";
import { nothing } from "./reading.ts";
import { listRequest, readList } from "./stripe-list.ts";
import { isOurs, monthly, paidPeriod, Subscription, WITH_COUPONS } from "./stripe-subscription.ts";

/** Every customer comes with the subscriptions that are not over: pages are smaller. */
const PAGE_ROWS = "25";
/** Active, or late with a payment that Stripe still tries. */
const PAYING = new Set(["active", "past_due"]);
const Row = Subscription.extend({
  customer: z.object({ id: z.string(), subscriptions: z.object({ data: z.array(z.unknown()) }).nullish() }),
});

/** What the pages before have summed up; `gone` are the customers counted at the start of the day who left in its course. */
interface Tally {
  readonly after: string | null;
  readonly mrr: number;
  readonly start: number;
  readonly end: number;
  readonly gone: readonly string[];
}

function tallyIn(token: string | null): Tally {
  const [after = null, mrr = "0", start = "0", end = "0", gone = ""] = token?.split(":") ?? [];
  const counts = { mrr: Number(mrr), start: Number(start), end: Number(end) };
  return { after, ...counts, gone: gone === "" ? [] : gone.split(",") };
}

export const standing: FactStream = {
  kind: "facts",
  name: "standing",
  metrics: ["mrr", "customers_start", "customers_end"],
  starts: "day",
  slice: "day",
  history: "today",
  lookBack: { eachRun: 0, daily: 0 },
  request: ({ token }) =>
    listRequest(
      "subscriptions",
      [["status", "all"], ["limit", PAGE_ROWS], WITH_COUPONS, ["expand[]", "data.customer.subscriptions"]],
      tallyIn(token).after,
    ),
  read: (answer, { to: today, token }, settings, { timeZone }) => {
    const { rows, after } = readList(answer, Row);
    const tally = { ...tallyIn(token) };
    const gone = new Set(tally.gone);
    for (const row of rows) {
      const flat = { ...row, customer: row.customer.id };
      if (!isOurs(flat, settings)) continue;
      const { now, atStart } = presence(flat, today, timeZone);
      const others = (row.customer.subscriptions?.data ?? []).map((other) => Subscription.safeParse(other));
      if (others.some(({ success }) => !success)) throw new SourceFailure("source_malformed");
      // A customer is counted at the first of the subscriptions that go on, or else at one that ended today.
      const going = others.flatMap(({ data }) => (data && isOurs(data, settings) ? [data] : []));
      const firstOf = (at: "now" | "atStart"): string | undefined =>
        going.find((other) => presence(other, today, timeZone)[at])?.id;
      if (now && PAYING.has(row.status) && !row.pause_collection) tally.mrr += monthly(flat);
      if (now && firstOf("now") === row.id) tally.end += 1;
      if (atStart && now && firstOf("atStart") === row.id) tally.start += 1;
      if (atStart && !now && firstOf("atStart") === undefined && !gone.has(row.customer.id)) {
        tally.start += 1;
        gone.add(row.customer.id);
      }
    }
    const { mrr, start, end } = tally;
    if (after !== null)
      return { ...nothing, facts: [], next: [after, mrr, start, end, [...gone].join()].join(":") };
    const place = { channel: "unknown", source: "stripe", medium: "", campaignId: "", campaign: "" } as const;
    const values = { mrr, customers_start: start, customers_end: end };
    return { ...nothing, facts: [{ day: today, key: "standing", ...place, values }], next: null };
  },
};

/** Whether a subscription is paid for now, and whether it was when the day began. */
function presence(row: Subscription, today: string, timeZone: string): { now: boolean; atStart: boolean } {
  const period = paidPeriod(row);
  if (!period) return { now: false, atStart: false };
  const ended = period.to === null ? null : dayAt(period.to, timeZone);
  return {
    now: ended === null,
    atStart: dayAt(period.from, timeZone) < today && (ended === null || ended >= today),
  };
}
