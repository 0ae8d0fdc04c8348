// What Stripe's subscriptions are made into: one entity for a customer, who comes, stays and goes.
import type { Day } from "../../shared/period.ts";
import type { DerivedFact, EntityFields, EntityStream } from "../connector.ts";
import { dayAt } from "../plan.ts";
import { nothing } from "./reading.ts";
import { listRequest, readList } from "./stripe-list.ts";
import { isOurs, monthly, paidPeriod, Subscription, WITH_COUPONS } from "./stripe-subscription.ts";

export const customers: EntityStream = {
  kind: "entities",
  name: "customers",
  entity: "customer",
  metrics: ["new_customers", "lost_customers", "mrr_churned"],
  overlapMinutes: 0,
  sweep: "weekly",
  // Nothing tells which subscriptions changed: all of them are read each time, ended ones too.
  request: ({ token }) =>
    listRequest("subscriptions", [["status", "all"], ["limit", "100"], WITH_COUPONS], token),
  read: (answer, _page, settings) => {
    const { rows, after } = readList(answer, Subscription);
    const ours = rows.filter((row) => isOurs(row, settings));
    const entities = ours.map((row) => {
      const period = paidPeriod(row);
      const told = period && `${period.from} ${period.to ?? ""} ${monthly(row)}`;
      return { id: row.customer, fields: { [row.id]: told } };
    });
    const rejected = rows.length - ours.length;
    return { ...nothing, entities, next: after, ...(rejected > 0 && { rejected }) };
  },
  derive: (fields, _settings, { timeZone }) =>
    stays(fields, timeZone).flatMap(({ from, to, ended }): DerivedFact[] => {
      const place = {
        channel: "unknown",
        source: "stripe",
        medium: "",
        campaignId: "",
        campaign: "",
      } as const;
      const come = { day: from, ...place, values: { new_customers: 1 } };
      return to === null
        ? [come]
        : [come, { day: to, ...place, values: { lost_customers: 1, mrr_churned: ended } }];
    }),
};

/** The days on which a customer came and left; one who subscribes again on the day of leaving stays. */
function stays(fields: EntityFields, timeZone: string): { from: Day; to: Day | null; ended: number }[] {
  const periods = Object.values(fields)
    .flatMap((told) => (typeof told === "string" ? [told.split(" ")] : []))
    .map(([from = "", to = "", mrr = "0"]) => ({
      from: dayAt(Number(from), timeZone),
      to: to === "" ? null : dayAt(Number(to), timeZone),
      ended: Number(mrr),
    }))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const found: { from: Day; to: Day | null; ended: number }[] = [];
  for (const next of periods) {
    const last = found.at(-1);
    if (!last || (last.to !== null && last.to < next.from)) found.push({ ...next });
    else if (last.to === next.to) last.ended += next.ended;
    else if (last.to !== null && (next.to === null || last.to < next.to))
      Object.assign(last, { to: next.to, ended: next.ended });
  }
  return found;
}
