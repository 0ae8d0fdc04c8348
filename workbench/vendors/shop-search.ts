// How the shop is found on Google: impressions, clicks and positions of a Pacific day, cell by cell.
import { addDays } from "./days.ts";
import { normal, seeded } from "./random.ts";
import { shopRows, type Adjustment } from "./shop.ts";

export type SearchRow = {
  day: string;
  /** Its other dimensions: device, country, query, page. */
  keys: Readonly<Record<string, string>>;
  clicks: number;
  impressions: number;
  position: number;
};

type Part = readonly [name: string, share: number, position?: number];

const DEVICES: readonly Part[] = [
  ["MOBILE", 0.63, 0.9],
  ["DESKTOP", 0.32, 1.2],
  ["TABLET", 0.05, 1.05],
];
const COUNTRIES: readonly Part[] = [
  ["fra", 0.86, 0.95],
  ["bel", 0.07, 1.2],
  ["che", 0.04, 1.5],
  ["can", 0.03, 1.8],
];
/** Rare queries are kept from everyone: these shares do not make a whole. */
const QUERIES: readonly Part[] = [
  ["atelier verveine", 0.24, 0.12],
  ["vaisselle artisanale", 0.15, 1.1],
  ["assiettes en grès", 0.12, 1.2],
  ["service de table fait main", 0.09, 1.3],
  ["bol céramique", 0.08, 1.6],
];
/** Two pages of the site in one answer count an impression each: these shares exceed a whole. */
const PAGES: readonly Part[] = [
  ["https://atelier-verveine.example/", 0.42, 0.7],
  ["https://atelier-verveine.example/assiettes", 0.41, 1.2],
  ["https://atelier-verveine.example/bols", 0.35, 1.3],
];
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  device: DEVICES,
  country: COUNTRIES,
  query: QUERIES,
  page: PAGES,
};
export const SEARCH_DIMENSIONS: readonly string[] = Object.keys(PARTS);

/** The share of a Pacific day that the shop, in Paris, spends on the same date. */
const SAME_DATE = 15 / 24;
const COMPLETE_AGE = 31;

/** What a click becomes: a session, but for those who leave before the page is counted. */
const SESSIONS_BY_CLICK = 0.96;

/**
 * The searches of one Pacific day by these dimensions. Clicks are those that made the sessions that Google Analytics
 * credits to Google's free results.
 */
export function searches(day: string, dimensions: readonly string[], adjustments: Adjustment[]): SearchRow[] {
  const next = addDays(day, 1);
  const rows = shopRows(day, next, addDays(next, COMPLETE_AGE), adjustments).filter(
    ({ line }) => line.id === "seo-google",
  );
  const sessions = rows.reduce(
    (sum, row) => sum + row.sessions * (row.day === day ? SAME_DATE : 1 - SAME_DATE),
    0,
  );
  if (sessions === 0) return [];
  const random = seeded(`searches ${day}`);
  const clicks = Math.round(sessions / SESSIONS_BY_CLICK);
  const impressions = Math.round(clicks / (0.041 * (1 + 0.05 * normal(random))));
  // The finest cells add up to the whole, whatever they are then grouped by.
  let cells: SearchRow[] = [{ day, keys: {}, clicks, impressions, position: 9.4 + 0.3 * normal(random) }];
  for (const name of [
    "device",
    "country",
    ...dimensions.filter((one) => one === "query" || one === "page"),
  ]) {
    cells = cells.flatMap((cell) => split(cell, name, PARTS[name] ?? []));
  }
  return cells;
}

/** Shares a cell out in whole numbers: what a part rounds off goes to the next one. */
function split(cell: SearchRow, name: string, parts: readonly Part[]): SearchRow[] {
  let reached = 0;
  const upTo = (count: number, share: number): number => Math.round(count * Math.min(1e9, share));
  return parts.map(([part, share, factor = 1]) => {
    const before = reached;
    reached += share;
    return {
      day: cell.day,
      keys: { ...cell.keys, [name]: part },
      clicks: Math.min(
        upTo(cell.clicks, reached) - upTo(cell.clicks, before),
        upTo(cell.impressions, reached) - upTo(cell.impressions, before),
      ),
      impressions: upTo(cell.impressions, reached) - upTo(cell.impressions, before),
      position: Math.max(1, cell.position * factor),
    };
  });
}
