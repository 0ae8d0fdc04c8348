// The shop's professional customers: who asks for a quote, how far each goes, and the deals that close.
import { addDays, dayNumber, startOf } from "./days.ts";
import { normal, seeded, type Random } from "./random.ts";
import type { Line } from "./shop-lines.ts";
import { shopRows, type Adjustment } from "./shop.ts";

/** Instants are in milliseconds since 1970; null for what never happens. */
export type Lead = {
  /** Growing with time, never used twice. */
  id: number;
  line: Line;
  created: number;
  /** When marketing, then sales, took the lead for a serious one. */
  qualified: number | null;
  accepted: number | null;
  deal: Deal | null;
  /** When someone deleted the contact. */
  archived: number | null;
};

export type Deal = {
  id: number;
  opened: number;
  closed: number;
  won: boolean;
  /** In cents of euro, and what the quote was written in. */
  amount: number;
  currency: "EUR" | "CHF";
  /** A closing date put right later on: until then the deal stood on another day. */
  corrected: { at: number; before: number } | null;
  archived: number | null;
};

/** The day the shop began to keep track of its leads. */
export const LEADS_SINCE = "2024-10-01";
/** Euros for one Swiss franc, in the shop's books. */
export const EUROS_BY_FRANC = 1.05;
const DAY = 86_400_000;
const HOUR = 3_600_000;
/** The share of sign-ups (key events that are no order) that ask for a quote. */
const LEADS_BY_SIGN_UP = 0.2;
/** The figures of a day are complete when it is this old. */
const COMPLETE_AGE = 31;

/** What was already worked out, by the adjustments ordered: a full history takes a while. */
const known = new Map<string, { until: string; leads: Lead[] }>();

/**
 * The leads created until this day (included), oldest first, each with all its future: what is known of it on a day
 * is for the reader to see. There are never more of a day and line than Google Analytics ends up counting sign-ups.
 */
export function leadsUntil(day: string, adjustments: Adjustment[]): Lead[] {
  const name = JSON.stringify(adjustments);
  if (known.size > 8) known.clear();
  const found = known.get(name) ?? { until: addDays(LEADS_SINCE, -1), leads: [] };
  known.set(name, found);
  for (let next = addDays(found.until, 1); next <= day; next = addDays(next, 1)) {
    found.leads.push(...leadsOf(next, adjustments));
    found.until = next;
  }
  const end = startOf(addDays(day, 1));
  return found.until === day ? found.leads : found.leads.filter(({ created }) => created < end);
}

function leadsOf(day: string, adjustments: Adjustment[]): Lead[] {
  const rows = shopRows(day, day, addDays(day, COMPLETE_AGE), adjustments);
  const asked = rows.flatMap(({ line, conversions, orders }) => {
    const random = seeded(`leads ${day} ${line.id}`);
    const all = Array.from({ length: conversions - orders }, () => ({
      line,
      asks: random() < LEADS_BY_SIGN_UP,
      // Between 6:00 and 21:00 UTC: the same day from New York to Paris.
      created: startOf(day) + Math.floor((6 + 15 * random()) * HOUR),
    }));
    return all.filter(({ asks }) => asks);
  });
  asked.sort((one, other) => one.created - other.created);
  return asked.map(({ line, created }, index) => lifeOf(dayNumber(day) * 1000 + index, line, created));
}

function lifeOf(id: number, line: Line, created: number): Lead {
  // Not by the id: what others do changes nothing in a life.
  const random = seeded(`lead ${line.id} ${created}`);
  const after = (start: number, least: number, most: number): number =>
    Math.floor(start + (least + (most - least) * random() ** 2) * DAY);
  const qualified = random() < 0.45 ? after(created, 0.04, 9) : null;
  const accepted = qualified !== null && random() < 0.5 ? after(qualified, 0.3, 12) : null;
  const deal = accepted !== null && random() < 0.8 ? dealOf(id, line, after(accepted, 0.1, 3), random) : null;
  const deleted = deal === null && random() < 0.02;
  return {
    id,
    line,
    created,
    qualified,
    accepted,
    deal,
    archived: deleted ? after(created, 15, 60) : null,
  };
}

function dealOf(id: number, line: Line, opened: number, random: Random): Deal {
  const closed = Math.floor(opened + (4 + 70 * random() ** 1.6) * DAY);
  const amount = Math.round(line.basket * 14 * Math.exp(0.6 * normal(random)));
  const corrected =
    random() < 0.06
      ? { at: closed + 4 * DAY, before: Math.min(closed + 3 * DAY, closed + Math.floor(9 * random()) * DAY) }
      : null;
  return {
    id,
    opened,
    closed,
    won: random() < 0.42,
    amount,
    currency: random() < 0.05 ? "CHF" : "EUR",
    corrected,
    archived: random() < 0.02 ? closed + 12 * DAY : null,
  };
}

/** Where a deal stands at this instant; null before it is opened. */
export function dealAt(
  deal: Deal,
  now: number,
): { state: "open" | "won" | "lost"; closes: number; modified: number; archived: number | null } | null {
  if (now < deal.opened) return null;
  const { opened, closed, won, corrected } = deal;
  const before = corrected && now < corrected.at ? corrected.before : closed;
  const archived = deal.archived !== null && deal.archived <= now ? deal.archived : null;
  if (now < Math.max(closed, before)) {
    // An open deal bears the date on which it is hoped for.
    return { state: "open", closes: closed, modified: opened, archived };
  }
  const modified = corrected && now >= corrected.at ? corrected.at : Math.max(closed, before);
  return { state: won ? "won" : "lost", closes: before, modified: archived ?? modified, archived };
}
