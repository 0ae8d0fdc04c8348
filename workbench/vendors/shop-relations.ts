/**
 * How the figures of the simulated services hang together, and what each of them knows of the shop.
 *
 * All come from one table, the shop's sessions by day and line (`shop.ts`); nothing is drawn twice.
 * - Google Analytics shows that table: sessions, key events, online orders and their revenue. Advertising clicks of a
 *   line make its sessions, and its spend pays for them.
 * - Search Console: a click on a free result of Google makes 0.96 session of the line "google / organic". Its days are
 *   Pacific: 15 hours of a date in Paris, 9 of the next.
 * - Newsletters (HubSpot's marketing e-mails), one each Tuesday: 1.25 session of their line for a reader who clicks, over
 *   the seven days until the next one.
 * - Automatic messages (Mautic): each session of their lines is a click of the same UTC day.
 * - Leads are one in five of the sign-ups, the key events that are no order: of a complete day and line there are never
 *   more leads than sign-ups. HubSpot's contacts and Mautic's forms are the same leads: connected together, they count
 *   them twice. Someone deletes a contact of HubSpot now and then, which Mautic keeps.
 * - MQL ⊂ leads, SQL ⊂ MQL, deals ⊂ SQL, new customers are those whose deal was won.
 * - An ad platform shows the spend, impressions and clicks of the shop's own lines: those of Google Ads, Meta and LinkedIn
 *   add up to the shop's, but for two lines that none of them runs (Bing, a magazine's banner). Of conversions each claims
 *   more than Analytics counts (`shop-ads.ts`).
 * - Social networks: a click of their pages makes 0.9 session of their line. Their days are named as the shop's, although
 *   some cut them in California or at midnight UTC.
 * - A deal is paid by transfer, outside of the site: revenue of the shop is that of online orders (Analytics) and that of
 *   the deals won (HubSpot), which have no euro in common.
 * - Salesforce holds the same leads and deals as HubSpot, a deal being in the campaign of its line. The one campaign that
 *   costs something there is a banner bought from a magazine: no ad platform knows of it.
 * - Brevo's mailings are HubSpot's newsletters.
 * - Stripe's payments are the online orders, to the cent, on the day itself: Analytics counts some of them weeks later.
 *   A few are given back or disputed. Seven customers in ten whose deal was won rent tableware (Stripe's subscriptions),
 *   and pay it by transfer too: nothing of it passes through the balance.
 */
import { addDays, daysBetween, daysIn, utcDay } from "./days.ts";
import { adRows, type Platform } from "./shop-ads.ts";
import { dealAt, leadsUntil, type Lead } from "./shop-leads.ts";
import { LINES, type Line } from "./shop-lines.ts";
import { mailings, messagesOf } from "./shop-mail.ts";
import { searches } from "./shop-search.ts";
import { lineOf, posts, socialDays, type Network } from "./shop-social.ts";
import { contracts, payments } from "./shop-till.ts";
import { instantOf, today, type Simulation } from "./simulation.ts";

/** Something that counts on a day, for a line. */
export type Happened = { day: string; line: Line; counts: Record<string, number> };

type Happenings = (from: string, to: string, simulation: Simulation, now: number) => Happened[];

export const OTHERS: Readonly<Record<string, Happenings>> = {
  /** As HubSpot tells it: without what was deleted. */
  sales: (_from, to, simulation, now) => {
    const instant = instantOf(simulation, now);
    const dayOf = daysIn(simulation.timeZone);
    return leads(to, simulation, instant).flatMap((lead) => {
      const contact = lead.archived !== null && lead.archived <= instant ? [] : steps(lead, instant, dayOf);
      return [...contact, ...dealSteps(lead, instant, dayOf)];
    });
  },
  /** As Mautic tells it: deleted contacts too. */
  forms: (_from, to, simulation, now) => {
    const instant = instantOf(simulation, now);
    const dayOf = daysIn(simulation.timeZone);
    return leads(to, simulation, instant).flatMap((lead) => steps(lead, instant, dayOf));
  },
  newsletters: (from, to, simulation, now) => {
    const dayOf = daysIn(simulation.timeZone);
    const instant = instantOf(simulation, now);
    return mailings(addDays(from, -1), addDays(to, 1), instant, simulation.adjustments).map(
      ({ sentAt, line, counts }) => ({ day: dayOf(sentAt), line, counts }),
    );
  },
  googleAds: (...asked) => ads("google", ...asked),
  metaAds: (...asked) => ads("meta", ...asked),
  linkedinAds: (...asked) => ads("linkedin", ...asked),
  facebookPage: (...asked) => social("facebook", ...asked),
  instagram: (...asked) => social("instagram", ...asked),
  linkedinPage: (...asked) => social("linkedin", ...asked),
  messages: (from, to, simulation, now) => messages(from, to, simulation, instantOf(simulation, now)),
  search: (from, to, simulation, now) => search(from, to, simulation, now),
  /** As Stripe tells them: known at once, where Analytics learns of some orders weeks later. */
  payments: (_from, to, simulation, now) => payments(to, simulation, instantOf(simulation, now)),
  /** Customers who begin to rent and those who stop, by the calendar of the shop. */
  contracts: (from, to, simulation, now) => contracts(from, to, simulation, instantOf(simulation, now)),
};

function ads(platform: Platform, from: string, to: string, simulation: Simulation, now: number): Happened[] {
  const rows = adRows(platform, { from, to }, today(simulation, now), simulation.adjustments);
  return rows.map(({ day, line, spend, impressions, clicks, claimed, value }) => {
    const claims = { claimedMicros: claimed * 10_000, claimedValueMicros: value * 10_000 };
    return { day, line, counts: { spendMicros: spend * 10_000, impressions, clicks, ...claims } };
  });
}

function social(network: Network, from: string, to: string, simulation: Simulation, now: number): Happened[] {
  const line = lineOf(network);
  const days = socialDays(network, { from, to }, today(simulation, now), simulation.adjustments);
  const published = posts(network, { from, to }, instantOf(simulation, now), simulation.adjustments);
  return [
    // Reach is people: it never adds up.
    ...days.map(({ day, clicks, impressions, likes, comments, shares, saves, gained }) => ({
      day,
      line,
      counts: { clicks, impressions, likes, comments, shares, saves, gained },
    })),
    ...published.map(({ at, likes: postLikes, comments: postComments, shares: postShares }) => ({
      day: utcDay(at),
      line,
      counts: { posts: 1, postLikes, postComments, postShares },
    })),
  ];
}

function leads(to: string, { adjustments }: Simulation, now: number): Lead[] {
  return leadsUntil(addDays(to, 1), adjustments).filter(({ created }) => created <= now);
}

function steps({ line, ...lead }: Lead, now: number, dayOf: (instant: number) => string): Happened[] {
  const { created, qualified, accepted, deal } = lead;
  const all = { leads: created, mql: qualified, sql: accepted, newCustomers: deal?.won ? deal.closed : null };
  return Object.entries(all).flatMap(([name, at]) =>
    at === null || at > now ? [] : [{ day: dayOf(at), line, counts: { [name]: 1 } }],
  );
}

function dealSteps({ line, deal }: Lead, now: number, dayOf: (instant: number) => string): Happened[] {
  const known = deal && dealAt(deal, now);
  if (!known || known.archived !== null || known.state === "open") return [];
  const counts: Record<string, number> =
    known.state === "won" ? { dealsWon: 1, dealRevenueMicros: deal.amount * 10_000 } : { dealsLost: 1 };
  return [{ day: dayOf(known.closes), line, counts }];
}

function messages(from: string, to: string, simulation: Simulation, now: number): Happened[] {
  const found: Happened[] = [];
  const dayOf = daysIn(simulation.timeZone);
  const utc = utcDay(now);
  const kept = addDays(utc, -simulation.messageDays);
  const first = addDays(from, -1);
  const last = addDays(to, 1) < utc ? addDays(to, 1) : utc;
  for (let day = first > kept ? first : kept; day <= last; day = addDays(day, 1)) {
    for (const message of messagesOf(day, simulation.adjustments)) {
      const { line, sent, failed, opened, bounced, unsubscribed, clicks } = message;
      if (sent > now) continue;
      const known = (at: number | null): number => Number(at !== null && at <= now);
      const hits = clicks.filter((at) => at <= now).length;
      const gone = known(bounced);
      found.push({
        day: dayOf(sent),
        line,
        counts: {
          sent: Number(!failed),
          delivered: Number(!failed) - gone,
          opens: known(opened),
          clicks: Number(hits > 0),
          hits,
          bounces: gone,
          unsubscribes: known(unsubscribed),
        },
      });
    }
  }
  return found;
}

/** The days that are complete, by the Pacific calendar. */
function search(from: string, to: string, simulation: Simulation, now: number): Happened[] {
  const line = LINES.find(({ id }) => id === "seo-google")!;
  const last = addDays(today(simulation, now), -1);
  const length = daysBetween(from, to < last ? to : last) + 1;
  return Array.from({ length: Math.max(0, length) }, (_, index) => addDays(from, index)).flatMap((day) =>
    searches(day, [], simulation.adjustments).map(({ clicks, impressions }) => ({
      day,
      line,
      counts: { clicks, impressions },
    })),
  );
}
