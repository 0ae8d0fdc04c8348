// What the shop's till and contracts add up to, day by day, worked out otherwise than a service's reader would.
import { addDays, daysIn } from "./days.ts";
import { contractsUntil, isPaidOn, monthlyOf } from "./shop-contracts.ts";
import { movementsUntil } from "./shop-payments.ts";
import type { Happened } from "./shop-relations.ts";
import type { Simulation } from "./simulation.ts";

/** Payments, and what is given back or disputed: `net` is what is left. */
export function payments(to: string, { timeZone, adjustments }: Simulation, now: number): Happened[] {
  const dayOf = daysIn(timeZone);
  return movementsUntil(addDays(to, 1), adjustments)
    .filter(({ at }) => at <= now)
    .map(({ at, line, kind, amount }) => {
      const micros = amount * 10_000;
      const part: Record<string, number> =
        kind === "charge" ? { payments: 1, paidMicros: micros } : { givenBackMicros: -micros };
      return { day: dayOf(at), line, counts: { ...part, netMicros: micros } };
    });
}

/** Day by day: who pays at its end, and did not or did at the end of the day before. */
export function contracts(
  from: string,
  to: string,
  { timeZone, adjustments }: Simulation,
  now: number,
): Happened[] {
  const days = daysIn(timeZone);
  const today = days(now);
  const found: Happened[] = [];
  const ofCustomer = Map.groupBy(contractsUntil(now, adjustments), ({ customer }) => customer);
  for (const all of ofCustomer.values()) {
    const line = all[0]!.line;
    const known = all
      .filter(({ paid }) => paid <= now)
      .map((one) => ({
        ...one,
        ended: one.ended !== null && one.ended > now ? null : one.ended,
      }));
    for (let day = from; day <= to && day <= today; day = addDays(day, 1)) {
      const before = known.some((one) => isPaidOn(one, addDays(day, -1), days));
      const paying = known.filter((one) => isPaidOn(one, day, days));
      const ending = known.filter(({ ended, failed }) => !failed && ended !== null && days(ended) === day);
      const counts: Record<string, number> = {
        customersStart: Number(before),
        customersEnd: Number(paying.length > 0),
      };
      counts["mrrMicros"] = paying.reduce((sum, one) => sum + 100 * monthlyOf(one), 0);
      if (paying.length > 0 && !before) counts["newCustomers"] = 1;
      if (paying.length === 0 && before) {
        counts["lostCustomers"] = 1;
        counts["mrrChurnedMicros"] = ending.reduce((sum, one) => sum + 100 * monthlyOf(one), 0);
      }
      found.push({ day, line, counts });
    }
  }
  return found;
}
