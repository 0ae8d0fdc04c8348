// The e-mails of the shop: newsletters sent to a whole list, and messages sent to one person by an automation.
import { addDays, dayNumber, startOf, weekday } from "./days.ts";
import { seeded } from "./random.ts";
import { LINES, type Line } from "./shop-lines.ts";
import { shopRows, type Adjustment } from "./shop.ts";

/** Counts of people, each counted once for a mailing. */
export type MailCounts = {
  sent: number;
  delivered: number;
  opens: number;
  /** Opens of those whose e-mail program does not hide them. */
  unprotected: number;
  clicks: number;
  hardBounces: number;
  softBounces: number;
  unsubscribes: number;
  complaints: number;
};

export type Mailing = { id: number; line: Line; sentAt: number; counts: MailCounts };

/** One message to one person; instants in milliseconds since 1970, null for what never happens. */
export type Message = {
  id: number;
  line: Line;
  /** Which of two versions of the message, where two are tried. */
  variant: "A" | "B";
  person: number;
  sent: number;
  failed: boolean;
  opened: number | null;
  bounced: number | null;
  unsubscribed: number | null;
  clicks: number[];
};

const HOUR = 3_600_000;
const TUESDAY = 2;
const SENT_AT_HOUR = 7.5;
/** Sessions that one reader of an e-mail makes. */
const SESSIONS_BY_NEWSLETTER_READER = 1.25;
const SESSIONS_BY_MESSAGE_READER = 1.3;
const PEOPLE = 40_000;
/** The most messages that an automation sends in a day. */
const MOST_MESSAGES = 450;
/** The share of those who receive a message that click. */
const MESSAGE_CLICK_RATE: Readonly<Record<string, number>> = { basket: 0.18, welcome: 0.24 };
const COMPLETE_AGE = 31;

const NEWSLETTERS = LINES.filter(({ channel, source }) => channel === "Email" && source === "newsletter");

/**
 * The newsletters sent from one day to another (both included), as counted at this instant: one each Tuesday, whose
 * readers make the sessions of its line until the next one.
 */
export function mailings(from: string, to: string, now: number, adjustments: Adjustment[]): Mailing[] {
  const found: Mailing[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const sentAt = startOf(day) + SENT_AT_HOUR * HOUR;
    if (weekday(day) !== TUESDAY || sentAt > now) continue;
    const end = addDays(day, 6);
    const rows = shopRows(day, end, addDays(end, COMPLETE_AGE), adjustments);
    for (const [index, line] of NEWSLETTERS.entries()) {
      const sessions = rows.filter((row) => row.line === line).reduce((sum, row) => sum + row.sessions, 0);
      if (sessions === 0) continue;
      const id = dayNumber(day) * 10 + index;
      found.push({ id, line, sentAt, counts: countsOf(id, sessions, (now - sentAt) / HOUR) });
    }
  }
  return found;
}

/** What is counted of a mailing some hours after it was sent; `sessions` is what its readers will have made. */
function countsOf(id: number, sessions: number, hours: number): MailCounts {
  const random = seeded(`mailing ${id}`);
  const near = (mean: number): number => mean * (0.9 + 0.2 * random());
  const clicks = Math.round(sessions / SESSIONS_BY_NEWSLETTER_READER);
  const delivered = Math.round(clicks / near(0.046));
  const hardBounces = Math.round(delivered * near(0.004));
  const softBounces = Math.round(delivered * near(0.006));
  const known = (count: number, halfLife: number): number =>
    Math.floor(count * (1 - 0.5 ** (hours / halfLife)));
  const early = hours >= 400;
  const reached = (count: number, halfLife: number): number => (early ? count : known(count, halfLife));
  const counts = {
    sent: delivered + hardBounces + softBounces,
    delivered,
    opens: reached(Math.round(delivered * near(0.33)), 9),
    clicks: reached(clicks, 11),
    hardBounces,
    softBounces,
    unsubscribes: reached(Math.round(delivered * near(0.0018)), 20),
    complaints: reached(Math.round(delivered * near(0.00012)), 20),
  };
  return { ...counts, unprotected: Math.floor(counts.opens * near(0.58)) };
}

const worked = new Map<string, Message[]>();

/** The automatic messages of one day (UTC), oldest first, each with all its future. */
export function messagesOf(day: string, adjustments: Adjustment[]): Message[] {
  const name = `${day} ${JSON.stringify(adjustments)}`;
  const before = worked.get(name);
  if (before) return before;
  const rows = shopRows(day, day, addDays(day, COMPLETE_AGE), adjustments);
  const messages = rows.flatMap(({ line, sessions }) => {
    const rate = MESSAGE_CLICK_RATE[line.id];
    return rate === undefined ? [] : messagesOfLine(day, line, sessions, rate);
  });
  messages.sort((one, other) => one.sent - other.sent);
  for (const [index, message] of messages.entries()) message.id = dayNumber(day) * 1000 + index;
  if (worked.size > 1500) worked.clear();
  worked.set(name, messages);
  return messages;
}

/** Their clicks, all on the day itself, are as many as the line's sessions. */
function messagesOfLine(day: string, line: Line, sessions: number, rate: number): Message[] {
  const random = seeded(`messages ${day} ${line.id}`);
  const start = startOf(day);
  const clickers = Math.min(sessions, Math.max(1, Math.round(sessions / SESSIONS_BY_MESSAGE_READER)));
  const count = Math.min(MOST_MESSAGES, Math.round(clickers / rate));
  return Array.from({ length: sessions === 0 ? 0 : count }, (_, index): Message => {
    const reads = index < clickers;
    // Those who click the same day received it before the evening.
    const sent = start + Math.floor((reads ? 20 : 24) * HOUR * random());
    const bounced = !reads && sent < start + 23 * HOUR && random() < 0.015 ? sent + 60_000 : null;
    const opens = reads || (bounced === null && random() < 0.28);
    const delay = reads ? HOUR * random() : -20 * HOUR * Math.log(1 - random());
    const opened = opens ? Math.floor(sent + 60_000 + Math.min(delay, 480 * HOUR)) : null;
    const hits = reads ? Math.floor(sessions / clickers) + Number(index < sessions % clickers) : 0;
    const leaves = opened !== null && opened < start + 23 * HOUR && random() < 0.012;
    return {
      id: 0,
      line,
      variant: line.id === "welcome" && random() < 0.5 ? "B" : "A",
      // Nobody receives a message twice on one day; everyone does again, weeks later.
      person: 1 + ((dayNumber(day) * MOST_MESSAGES + index) % PEOPLE),
      sent,
      failed: !reads && bounced === null && !opens && random() < 0.004,
      opened,
      bounced,
      unsubscribed: leaves ? (opened ?? 0) + 300_000 : null,
      clicks: Array.from({ length: hits }, (_hit, hit) => (opened ?? 0) + (1 + hit) * 600_000),
    };
  });
}
