// Checks the tags (UTM) that tell where visits come from: visits of no channel, two spellings of one name, paid clicks without a visit.
import type { Day } from "./period.ts";

/** What a source counted of one combination of names over the days checked. */
export interface UtmRow {
  /** The name of the source that counted it. */
  readonly by: string;
  readonly channel: string;
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly sessions: number;
  readonly clicks: number;
}

export interface UtmCheck {
  /** Null where no source counts visits. */
  readonly unassigned: Unassigned | null;
  readonly spellings: readonly Spelling[];
  /** By paid channel; null where no source counts visits, or none counts paid clicks. */
  readonly untagged: readonly Untagged[] | null;
}

/** GET /v1/checks/utm: the check, over days that all the sources concerned have read; null before there are any. */
export type UtmAnswer = UtmCheck & { readonly from: Day | null; readonly to: Day | null };

export interface Unassigned {
  readonly sessions: number;
  readonly all: number;
  readonly share: number;
  readonly flagged: boolean;
  /** The combinations that no channel was found for, most visits first. */
  readonly rows: readonly UtmRow[];
}

/** Names of one dimension that differ by case, accents or spaces only. */
export interface Spelling {
  readonly of: "campaign" | "source" | "medium";
  /** Each spelling, the most used first. */
  readonly forms: readonly { readonly text: string; readonly rows: readonly UtmRow[] }[];
}

export interface Untagged {
  readonly channel: string;
  readonly clicks: number;
  /** Visits of the channel. */
  readonly sessions: number;
  readonly missing: number;
  readonly flagged: boolean;
  /** Campaigns with far fewer visits of their name, in whatever channel, than clicks; most lost first. */
  readonly campaigns: readonly {
    readonly by: string;
    readonly campaign: string;
    readonly clicks: number;
    readonly sessions: number;
  }[];
}

/** Above this share of visits without a channel, totals by channel no longer tell the whole. */
const UNASSIGNED_LIMIT = 0.05;
/**
 * Clicks and visits never agree exactly (refused cookies, pages left before they load, two clicks in one visit:
 * https://support.google.com/analytics/answer/14452452): more than this share missing is no longer that.
 */
export const MISSING_LIMIT = 0.2;
/** Fewer clicks than this prove nothing. */
const FEWEST_CLICKS = 100;

const PAID = new Set(["paid_search", "paid_social", "display", "video", "affiliate"]);

/** Checks rows of all sources over the same days. */
export function checkUtm(rows: readonly UtmRow[]): UtmCheck {
  const visits = rows.filter(({ sessions }) => sessions > 0);
  const paid = rows.filter(({ clicks, channel }) => clicks > 0 && PAID.has(channel));
  return {
    unassigned: visits.length === 0 ? null : unassignedIn(visits),
    spellings: [
      ...spellingsOf("campaign", [...visits, ...paid.filter(({ sessions }) => sessions === 0)]),
      ...spellingsOf("source", visits),
      ...spellingsOf("medium", visits),
    ],
    untagged: visits.length === 0 || paid.length === 0 ? null : untaggedIn(paid, visits),
  };
}

function unassignedIn(visits: readonly UtmRow[]): Unassigned {
  const rows = visits.filter(({ channel }) => channel === "unknown").sort((a, b) => b.sessions - a.sessions);
  const [sessions, all] = [total(rows, "sessions"), total(visits, "sessions")];
  const share = sessions / all;
  return { sessions, all, share, flagged: share > UNASSIGNED_LIMIT, rows };
}

function spellingsOf(of: Spelling["of"], rows: readonly UtmRow[]): Spelling[] {
  const named = rows.filter((row) => row[of] !== "");
  return groups(named, (row) => sameName(row[of])).flatMap((alike) => {
    const forms = groups(alike, (row) => row[of]).map((found) => ({
      text: found[0]?.[of] ?? "",
      rows: found.sort((a, b) => weight(b) - weight(a)),
    }));
    const use = (form: (typeof forms)[number]): number =>
      form.rows.reduce((sum, row) => sum + weight(row), 0);
    return forms.length < 2 ? [] : [{ of, forms: forms.sort((a, b) => use(b) - use(a)) }];
  });
}

function untaggedIn(paid: readonly UtmRow[], visits: readonly UtmRow[]): Untagged[] {
  const named = new Map(
    groups(visits, ({ campaign }) => sameName(campaign)).map((found) => [
      sameName(found[0]?.campaign ?? ""),
      total(found, "sessions"),
    ]),
  );
  return groups(paid, ({ channel }) => channel).map((ofChannel) => {
    const channel = ofChannel[0]?.channel ?? "";
    const clicks = total(ofChannel, "clicks");
    const sessions = total(
      visits.filter((row) => row.channel === channel),
      "sessions",
    );
    const missing = Math.max(0, 1 - sessions / clicks);
    const campaigns = groups(ofChannel, ({ by, campaign }) => JSON.stringify([by, campaign]))
      .map((found) => ({
        by: found[0]?.by ?? "",
        campaign: found[0]?.campaign ?? "",
        clicks: total(found, "clicks"),
        sessions: named.get(sameName(found[0]?.campaign ?? "")) ?? 0,
      }))
      .filter((one) => one.sessions < one.clicks * (1 - MISSING_LIMIT))
      .sort((a, b) => b.clicks - b.sessions - (a.clicks - a.sessions));
    return {
      channel,
      clicks,
      sessions,
      missing,
      flagged: clicks >= FEWEST_CLICKS && missing > MISSING_LIMIT,
      campaigns,
    };
  });
}

/** A name without case, accents and doubled spaces: `Été  2026` and `ete 2026` are one. */
function sameName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

function groups(rows: readonly UtmRow[], keyOf: (row: UtmRow) => string): UtmRow[][] {
  const found = new Map<string, UtmRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = found.get(key);
    if (group) group.push(row);
    else found.set(key, [row]);
  }
  return [...found.values()];
}

function total(rows: readonly UtmRow[], of: "sessions" | "clicks"): number {
  return rows.reduce((sum, row) => sum + row[of], 0);
}

function weight({ sessions, clicks }: UtmRow): number {
  return sessions + clicks;
}
