// The simulated shop, « L'atelier Verveine »: what happened on each day, as it is known on another day.
import { addDays, daysBetween, weekday } from "./days.ts";
import { normal, poisson, seeded, type Random } from "./random.ts";
import { season, type Season } from "./seasons.ts";
import { LINES, UNASSIGNED, type Line } from "./shop-lines.ts";

/** Counts of a day and a line; every one adds up but the users, see `distinct`. */
export type Counts = {
  sessions: number;
  engaged: number;
  pages: number;
  seconds: number;
  users: number;
  newUsers: number;
  /** Key events, orders among them. */
  conversions: number;
  orders: number;
  /** Money is in cents of euro. */
  revenue: number;
  spend: number;
  impressions: number;
  clicks: number;
};

export type ShopRow = Counts & { day: string; line: Line };

/** A change that a test orders: some lines over some days gain or lose sessions, convert differently, or vanish. */
export type Adjustment = {
  from: string;
  /** Included; for ever when absent. */
  to?: string;
  channel?: string;
  campaign?: string;
  sessions?: number;
  conversions?: number;
  removed?: boolean;
};

/** The share of a day that is known when it is 0, 1 or 2 days old; older days are complete. */
const COMPLETE = [0.55, 0.93, 0.985];
/** The share of what is paid for or sent that waits for its channel, on the days that are not complete. */
const UNATTRIBUTED = 0.04;
/** The share of conversions that is counted on the day itself, and the days until the last of the others is. */
const COUNTED_AT_ONCE = 0.55;
const LAST_DELAY = 30;
const FIRST_YEAR = "2025-01-01";
/** How many people the shop can reach: what makes the visitors of two days partly the same. */
const PEOPLE = 90_000;

/**
 * What is known on the day `today` of the days from `from` to `to` (both included), line by line, in the order
 * of days. A line without a session has no row.
 */
export function shopRows(from: string, to: string, today: string, adjustments: Adjustment[] = []): ShopRow[] {
  const rows: ShopRow[] = [];
  const last = to < today ? to : today;
  for (let day = from; day <= last; day = addDays(day, 1)) {
    const age = daysBetween(day, today);
    const climate = season(day);
    const known = LINES.flatMap((line) => knownRow(line, day, age, climate, adjustments) ?? []);
    const attributed = age < COMPLETE.length ? withUnassigned(known, day) : known;
    rows.push(...attributed.filter(({ sessions }) => sessions > 0));
  }
  return rows;
}

/**
 * How many different people these groups of users hold together, each group being drawn at random from the same
 * people: at least the largest group, at most their sum, and never less with one group more.
 */
export function distinct(groups: number[]): number {
  return Math.round(PEOPLE * (1 - groups.reduce((missed, users) => missed * (1 - users / PEOPLE), 1)));
}

/** The line's row as it is known now, or null when the campaign does not run or the row was removed. */
function knownRow(
  line: Line,
  day: string,
  age: number,
  climate: Season,
  adjustments: Adjustment[],
): ShopRow | null {
  if (line.runs && (day.slice(5) < line.runs[0] || day.slice(5) > line.runs[1])) return null;
  const changes = adjustments.filter((change) => concerns(change, line, day));
  if (changes.some(({ removed }) => removed)) return null;

  const random = seeded(`${day} ${line.id}`);
  const growth = (1 + line.growth) ** (daysBetween(FIRST_YEAR, day) / 365.25);
  const mood = Math.exp(0.06 * normal(seeded(day)) + 0.09 * normal(random));
  const ordinary = line.sessions * growth * line.week[weekday(day)]! * climate.visits * mood;
  const sessions = Math.round(changes.reduce((count, change) => count * (change.sessions ?? 1), ordinary));
  const readiness = changes.reduce((factor, change) => factor * (change.conversions ?? 1), climate.purchases);
  const complete = COMPLETE[age] ?? 1;
  const visits = Object.entries(allVisits(line, sessions, random));
  return {
    ...emptyCounts(),
    ...Object.fromEntries(visits.map(([name, count]) => [name, Math.floor(count * complete)])),
    ...purchases(random, line, sessions * readiness, age, complete),
    day,
    line,
  };
}

/** What a line's sessions of a day end up as, once everything is known of them. */
function allVisits(line: Line, sessions: number, random: Random): Partial<Counts> {
  const near = (mean: number, spread: number): number => mean * (1 + spread * normal(random));
  const users = Math.round(sessions * 0.86);
  const visits = {
    sessions,
    users,
    engaged: Math.min(sessions, Math.round(sessions * near(line.engaged, 0.03))),
    pages: Math.round(sessions * near(line.pages, 0.04)),
    seconds: Math.round(sessions * near(line.seconds, 0.05)),
    newUsers: Math.min(users, Math.round(users * near(line.fresh, 0.05))),
  };
  if (!line.ads) return visits;
  const clicks = Math.round(sessions * near(1.09, 0.02));
  const impressions = Math.round(clicks / near(line.ads.clickRate, 0.06));
  return { ...visits, clicks, impressions, spend: Math.round(clicks * near(line.ads.click, 0.07)) };
}

/** The orders and other key events already counted when the day is `age` days old. */
function purchases(random: Random, line: Line, chances: number, age: number, complete: number) {
  const counted = (): boolean => {
    const delay =
      random() < COUNTED_AT_ONCE ? 0 : Math.min(LAST_DELAY, 1 + Math.floor(-7 * Math.log(1 - random())));
    return random() < complete && delay <= age;
  };
  let orders = 0;
  let revenue = 0;
  for (let left = poisson(random, chances * line.orders); left > 0; left--) {
    const price = Math.round(line.basket * Math.exp(0.45 * normal(random) - 0.1));
    if (!counted()) continue;
    orders++;
    revenue += price;
  }
  let signUps = 0;
  for (let left = poisson(random, chances * line.signUps); left > 0; left--) if (counted()) signUps++;
  return { conversions: orders + signUps, orders, revenue };
}

/** What Google Analytics attributes late. */
const ATTRIBUTED = ["sessions", "engaged", "pages", "seconds", "users", "newUsers"] as const;

/** Takes a share of the paid and e-mail lines to the line of what is not attributed yet; nothing is lost. */
function withUnassigned(rows: ShopRow[], day: string): ShopRow[] {
  const waiting = { ...emptyCounts(), day, line: UNASSIGNED };
  const others = rows.map((row) => {
    if (!row.line.ads && row.line.channel !== "Email") return row;
    const kept = { ...row };
    for (const name of ATTRIBUTED) {
      const share = Math.floor(row[name] * UNATTRIBUTED);
      kept[name] -= share;
      waiting[name] += share;
    }
    return kept;
  });
  return [...others, waiting];
}

/** Nothing yet. */
export function emptyCounts(): Counts {
  const visits = { sessions: 0, engaged: 0, pages: 0, seconds: 0, users: 0, newUsers: 0 };
  return { ...visits, conversions: 0, orders: 0, revenue: 0, spend: 0, impressions: 0, clicks: 0 };
}

/** Whether a change is about a line on a day. */
export function concerns({ from, to, channel, campaign }: Adjustment, line: Line, day: string): boolean {
  const when = day >= from && (to === undefined || day <= to);
  return when && (channel ?? line.channel) === line.channel && (campaign ?? line.campaign) === line.campaign;
}
