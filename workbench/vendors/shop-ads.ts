// What the ad platforms say of the shop's campaigns: what they showed and charged, and the sales they claim.
import { seeded } from "./random.ts";
import { LINES, type Line } from "./shop-lines.ts";
import { shopRows, type Adjustment, type ShopRow } from "./shop.ts";

export type Platform = "google" | "meta" | "linkedin";

/** Money is in cents. */
export type AdRow = {
  day: string;
  line: Line;
  spend: number;
  impressions: number;
  clicks: number;
  /** Conversions claimed, in hundredths, and what they are worth. */
  claimed: number;
  value: number;
};

const SOURCES: Record<Platform, readonly string[]> = {
  google: ["google"],
  meta: ["facebook", "instagram"],
  linkedin: ["linkedin"],
};

/**
 * What each platform counts, and the share it claims of what others brought: whoever clicked one of its ads (Google:
 * within 30 days) or merely saw one (Meta and LinkedIn: the day before) counts as its own, whatever brought them to
 * the shop in the end. Hence a sale may be claimed twice, and claims exceed what Analytics counts.
 */
const CLAIMS: Record<Platform, { share: number; fractions: boolean; counted: (row: ShopRow) => number }> = {
  google: { share: 0.09, fractions: true, counted: ({ conversions }) => conversions },
  meta: { share: 0.14, fractions: false, counted: ({ orders }) => orders },
  linkedin: { share: 0.04, fractions: false, counted: ({ conversions, orders }) => conversions - orders },
};

/** The campaigns of a platform, with ids that never change. */
export function campaigns(platform: Platform): { id: number; line: Line }[] {
  return LINES.flatMap((line, index) =>
    line.ads && SOURCES[platform].includes(line.source) ? [{ id: 7_300_000 + index, line }] : [],
  );
}

export function campaignId(line: Line): number {
  return 7_300_000 + LINES.indexOf(line);
}

/** Day after day, a row for each campaign that was shown: there is none for the others. */
export function adRows(
  platform: Platform,
  window: { from: string; to: string },
  today: string,
  adjustments: Adjustment[],
): AdRow[] {
  const own = new Set(campaigns(platform).map(({ line }) => line));
  const { share, fractions, counted } = CLAIMS[platform];
  const days = Map.groupBy(shopRows(window.from, window.to, today, adjustments), ({ day }) => day);
  return [...days].flatMap(([day, rows]) => {
    const shown = rows.filter(({ line }) => own.has(line));
    const others = rows.filter(({ line }) => !own.has(line));
    const clicks = shown.reduce((sum, row) => sum + row.clicks, 0);
    const elsewhere = others.reduce((sum, row) => sum + counted(row), 0);
    const worth = others.reduce((sum, row) => sum + row.revenue, 0);
    return shown.map((row): AdRow => {
      const part = clicks === 0 ? 0 : (share * row.clicks) / clicks;
      const more = elsewhere * part;
      const whole = Math.floor(more + seeded(`claims ${day} ${row.line.id}`)());
      return {
        day,
        line: row.line,
        spend: row.spend,
        impressions: row.impressions,
        clicks: row.clicks,
        claimed: 100 * counted(row) + (fractions ? Math.round(100 * more) : 100 * whole),
        value: row.revenue + Math.round(worth * part),
      };
    });
  });
}

/** A share of impressions is shown to people who have seen the ad already. */
export function reached({ impressions }: Pick<AdRow, "impressions">): number {
  return Math.round(impressions / 1.7);
}
