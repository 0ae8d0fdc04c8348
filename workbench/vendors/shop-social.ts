// What the shop's pages on social networks gather: who saw, reacted and followed, and what was published.
import { addDays, dayNumber, startOf, weekday } from "./days.ts";
import { poisson, seeded } from "./random.ts";
import { LINES, type Line } from "./shop-lines.ts";
import { concerns, shopRows, type Adjustment } from "./shop.ts";

export type Network = "facebook" | "instagram" | "linkedin";

export type SocialDay = {
  day: string;
  /** Clicks towards the shop: 0.9 session of the network's line for each. */
  clicks: number;
  reach: number;
  impressions: number;
  likes: number;
  comments: number;
  shares: number;
  saves: number;
  /** People who began to follow. */
  gained: number;
};

export type Post = { id: number; at: number; likes: number; comments: number; shares: number };

const PAGES: Record<Network, { line: string; followers: number; gain: number; clickRate: number }> = {
  facebook: { line: "facebook-page", followers: 8_240, gain: 4.2, clickRate: 0.021 },
  instagram: { line: "instagram", followers: 15_630, gain: 11.5, clickRate: 0.016 },
  linkedin: { line: "linkedin-page", followers: 1_380, gain: 1.9, clickRate: 0.024 },
};
const OPENED = "2024-01-01";
const SESSIONS_BY_CLICK = 0.9;
/** Monday, Wednesday, Friday. */
const POST_DAYS = new Set([1, 3, 5]);

/** What is known on the day `today` of the days of a window; days to come are left out. */
export function socialDays(
  network: Network,
  { from, to }: { from: string; to: string },
  today: string,
  adjustments: Adjustment[],
): SocialDay[] {
  const { line: id, clickRate } = PAGES[network];
  const rows = shopRows(from, to, today, adjustments).filter(({ line }) => line.id === id);
  return rows.map(({ day, sessions }) => {
    const random = seeded(`${network} ${day}`);
    const near = (mean: number): number => Math.round(mean * (0.85 + 0.3 * random()));
    const clicks = Math.round(sessions / SESSIONS_BY_CLICK);
    const impressions = near(clicks / clickRate);
    const reach = Math.round(impressions / (1.25 + 0.2 * random()));
    const likes = near(reach * 0.019);
    const [comments, shares, saves] = [near(reach * 0.0021), near(reach * 0.0016), near(reach * 0.0027)];
    return { day, clicks, reach, impressions, likes, comments, shares, saves, gained: gained(network, day) };
  });
}

/** How many follow at the end of a day. */
export function followers(network: Network, day: string): number {
  let count = PAGES[network].followers;
  for (let one = OPENED; one <= day; one = addDays(one, 1)) {
    count += gained(network, one) - poisson(seeded(`${network} left ${one}`), PAGES[network].gain * 0.3);
  }
  return count;
}

/** What was published until an instant, newest first, with the reactions that it gathered in three weeks. */
export function posts(
  network: Network,
  window: { from: string; to: string },
  now: number,
  adjustments: Adjustment[],
): Post[] {
  const removals = adjustments.filter(({ removed }) => removed);
  const line = lineOf(network);
  const found: Post[] = [];
  for (let day = window.from < OPENED ? OPENED : window.from; day <= window.to; day = addDays(day, 1)) {
    if (!POST_DAYS.has(weekday(day))) continue;
    if (removals.some((change) => concerns(change, line, day))) continue;
    const random = seeded(`${network} post ${day}`);
    const at = startOf(day) + Math.floor((8 + 10 * random()) * 3600) * 1000;
    if (at > now) continue;
    const age = Math.min(1, (now - at) / (21 * 86_400_000));
    const gathered = (mean: number): number => Math.floor(poisson(random, mean) * Math.sqrt(age));
    found.push({
      id: dayNumber(day),
      at,
      likes: gathered(PAGES[network].followers * 0.006),
      comments: gathered(PAGES[network].followers * 0.0008),
      shares: gathered(PAGES[network].followers * 0.0005),
    });
  }
  return found.reverse();
}

function gained(network: Network, day: string): number {
  return poisson(seeded(`${network} followers ${day}`), PAGES[network].gain);
}

/** The line of Analytics that the clicks of a network lead to. */
export function lineOf(network: Network): Line {
  return LINES.find(({ id }) => id === PAGES[network].line)!;
}
