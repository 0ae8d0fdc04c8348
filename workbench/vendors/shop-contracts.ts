// The shop's contracts: tableware that a professional customer rents by the month or the year once a first deal is won.
import { seeded, type Random } from "./random.ts";
import { leadsUntil, type Lead } from "./shop-leads.ts";
import type { Line } from "./shop-lines.ts";
import type { Adjustment } from "./shop.ts";

/** Instants are in milliseconds since 1970; null for what never happens. */
export type Contract = {
  id: number;
  /** Whose it is: some customers have two. */
  customer: number;
  line: Line;
  started: number;
  /** The end of a trial that costs nothing; `started` where there is none. */
  paid: number;
  ended: number | null;
  plan: Plan;
  quantity: number;
  /** A discount that never ends, in percent. */
  discount: number;
  /** An invoice is late. */
  late: boolean;
  /** The first invoice was never paid: it is no contract. */
  failed: boolean;
};

/** Cents of euro for a period. */
type Plan = { id: string; cents: number; interval: "month" | "year" };

const PLANS: readonly [Plan, Plan, Plan] = [
  { id: "table", cents: 4800, interval: "month" },
  { id: "restaurant", cents: 12_900, interval: "month" },
  { id: "year", cents: 99_000, interval: "year" },
];
const DAY = 86_400_000;

/** Everything signed by this instant, each with its future. */
export function contractsUntil(now: number, adjustments: Adjustment[]): Contract[] {
  const day = new Date(now).toISOString().slice(0, 10);
  return leadsUntil(day, adjustments)
    .flatMap(contractsOf)
    .filter(({ started }) => started <= now);
}

function contractsOf({ deal, line }: Lead): Contract[] {
  if (!deal?.won) return [];
  const random = seeded(`contract ${line.id} ${deal.opened}`);
  if (random() > 0.7) return [];
  const first = contract(deal.id * 10, deal.id, line, deal.closed + 2 * DAY, random);
  if (random() > 0.2) return [first];
  return [first, contract(first.id + 1, deal.id, line, first.started + (20 + 200 * random()) * DAY, random)];
}

function contract(id: number, customer: number, line: Line, start: number, random: Random): Contract {
  const started = Math.floor(start);
  const paid = random() < 0.2 ? started + 14 * DAY : started;
  const ended = random() < 0.45 ? Math.floor(started + (40 + 300 * random()) * DAY) : null;
  const plan = PLANS[Math.floor(3 * random())] ?? PLANS[0];
  const quantity = 1 + Math.floor(3 * random());
  const [discount, late, failed] = [random() < 0.15 ? 20 : 0, random() < 0.05, random() < 0.05];
  return { id, customer, line, started, paid, ended, plan, quantity, discount, late, failed };
}

/** Whether it was paid for at the end of a day, by a calendar. */
export function isPaidOn(
  { paid, ended, failed }: Contract,
  day: string,
  dayOf: (at: number) => string,
): boolean {
  return !failed && dayOf(paid) <= day && (ended === null || dayOf(ended) > day);
}

/** What it brings in a month, in hundredths of a cent. */
export function monthlyOf({ plan, quantity, discount }: Contract): number {
  const months = plan.interval === "year" ? 12 : 1;
  return Math.round((plan.cents * quantity * (100 - discount)) / months);
}
