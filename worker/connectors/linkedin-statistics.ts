// The statistics of a LinkedIn page: what its posts gather, and who follows (https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics).
import * as z from "zod";
import { addDays, type Day, firstDayOf } from "../../shared/period.ts";
import type { FactRow, FactStream, Page, Settings, UniqueRow, UniqueStream } from "../connector.ts";
import { dayAt } from "../plan.ts";
import { ask, instantOf, LINKEDIN_ZONE, urn } from "./linkedin-api.ts";
import { nothing, understand } from "./reading.ts";
import { Count, Whole } from "./written.ts";

export const organizationOf = ({ organization = "" }: Settings): string => organization.trim();
const LOOK_BACK = { eachRun: 3, daily: 3 };

const Shares = z.object({
  impressionCount: Count,
  uniqueImpressionsCount: Whole.nullish(),
  clickCount: Count,
  likeCount: Count,
  commentCount: Count,
  shareCount: Count,
});
const Gains = z.object({ organicFollowerGain: z.number().int(), paidFollowerGain: z.number().int() });
const elements = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ elements: z.array(z.object({ timeRange: z.object({ start: z.number() }), ...shape })) });
const ShareElements = elements({ totalShareStatistics: Shares });
const GainElements = elements({ followerGains: Gains });

/** `before`: whether the first day of a range is in it has changed in LinkedIn's own words, so one more is asked for. */
function statistics(
  table: string,
  { from, to }: Page,
  settings: Settings,
  granularity: "DAY" | "MONTH",
  before = 1,
) {
  const range = `(start:${instantOf(from, -before)},end:${instantOf(to, 1)})`;
  return ask(table, {
    q: "organizationalEntity",
    organizationalEntity: urn("organization", organizationOf(settings)),
    timeIntervals: `(timeRange:${range},timeGranularityType:${granularity})`,
  });
}

type Told = { readonly timeRange: { readonly start: number } };

/** Those of a page, with their day. */
function inside<T extends Told>(
  told: readonly T[],
  { from, to }: Page,
): readonly (T & { readonly day: Day })[] {
  return told
    .map((one) => ({ ...one, day: dayAt(one.timeRange.start, LINKEDIN_ZONE) }))
    .filter(({ day }) => day >= from && day <= to);
}

function rowOf(day: Day, values: FactRow["values"]): FactRow {
  const place = { channel: "organic_social", source: "linkedin", medium: "social" } as const;
  return { day, ...place, campaignId: "", campaign: "", key: "linkedin", values };
}

/** LinkedIn tells of the last twelve months only: nothing is known of days that it says nothing of. */
function factsOf(facts: readonly FactRow[]) {
  return { ...nothing, facts, withdrawn: facts.length === 0 };
}

export const posts: FactStream = {
  name: "posts",
  kind: "facts",
  metrics: ["organic_impressions", "organic_clicks", "likes", "comments", "shares"],
  starts: "day",
  slice: "month",
  lookBack: LOOK_BACK,
  request: (page, settings) => statistics("organizationalEntityShareStatistics", page, settings, "DAY"),
  read: ({ body }, page) =>
    factsOf(
      inside(understand(ShareElements, body).elements, page).map(({ day, totalShareStatistics: counts }) =>
        rowOf(day, {
          organic_impressions: counts.impressionCount,
          organic_clicks: counts.clickCount,
          likes: counts.likeCount,
          comments: counts.commentCount,
          shares: counts.shareCount,
        }),
      ),
    ),
};

export const newFollowers: FactStream = {
  name: "new_followers",
  kind: "facts",
  metrics: ["new_followers"],
  starts: "day",
  slice: "month",
  lookBack: LOOK_BACK,
  request: (page, settings) => statistics("organizationalEntityFollowerStatistics", page, settings, "DAY"),
  read: ({ body }, page) =>
    factsOf(
      inside(understand(GainElements, body).elements, page).map(({ day, followerGains: gains }) =>
        rowOf(day, { new_followers: gains.organicFollowerGain + gains.paidFollowerGain }),
      ),
    ),
};

export const followers: FactStream = {
  name: "followers",
  kind: "facts",
  history: "today",
  metrics: ["followers"],
  starts: "day",
  slice: "day",
  lookBack: { eachRun: 0, daily: 0 },
  request: (_page, settings) =>
    ask(`networkSizes/${urn("organization", organizationOf(settings))}`, {
      edgeType: "COMPANY_FOLLOWED_BY_MEMBER",
    }),
  read: ({ body }, { from }) => {
    const { firstDegreeSize } = understand(z.object({ firstDegreeSize: Whole }), body);
    return { ...nothing, facts: [rowOf(from, { followers: firstDegreeSize })] };
  },
};

/** People who saw a post, counted by LinkedIn over each month. */
export const reachByMonth: UniqueStream = {
  name: "reach_by_month",
  kind: "uniques",
  metrics: ["reach"],
  starts: "month",
  slice: "year",
  lookBack: LOOK_BACK,
  request: (page, settings) => statistics("organizationalEntityShareStatistics", page, settings, "MONTH", 0),
  read: ({ body }, page) => {
    const uniques = inside(understand(ShareElements, body).elements, page).flatMap((element): UniqueRow[] => {
      const {
        day: from,
        totalShareStatistics: { uniqueImpressionsCount: people },
      } = element;
      const end = addDays(firstDayOf(addDays(from, 31), "month"), -1);
      const to = end < page.to ? end : page.to;
      return people == null ? [] : [{ calendar: "month", from, to, values: { reach: people } }];
    });
    return { ...nothing, uniques, withdrawn: uniques.length === 0 };
  },
};
