// The simulated statistics of the shop's LinkedIn page: the last twelve months, in UTC days.
import { addDays, startOf, utcDay } from "./days.ts";
import { invalid, only } from "./linkedin-rest.ts";
import { distinct } from "./shop.ts";
import { socialDays, type SocialDay } from "./shop-social.ts";
import { today, type Simulation } from "./simulation.ts";

export const LINKEDIN_PAGE = 27_182_818;
const KEPT_DAYS = 365;
const INTERVALS = /^\(timeRange:\(start:(\d+),end:(\d+)\),timeGranularityType:(DAY|MONTH)\)$/;

type Span = { start: number; end: number; days: SocialDay[] };

/** By day or month, what the page's posts gathered, or how many began to follow. */
export function pageStatistics(
  table: "Share" | "Follower",
  parameters: ReadonlyMap<string, string>,
  simulation: Simulation,
  now: number,
): unknown {
  only(parameters, "q", "organizationalEntity", "timeIntervals");
  const name = `urn:li:organization:${LINKEDIN_PAGE}`;
  if (parameters.get("q") !== "organizationalEntity") invalid("q is wrong");
  if (decodeURIComponent(parameters.get("organizationalEntity") ?? "") !== name)
    invalid("organizationalEntity is wrong");
  const [, start = "", end = "", granularity = ""] =
    INTERVALS.exec(parameters.get("timeIntervals") ?? "") ?? [];
  if (granularity === "" || Number(start) >= Number(end)) invalid("timeIntervals is wrong");
  const spans = spansOf(utcDay(Number(start)), utcDay(Number(end) - 1), granularity, simulation, now);
  const elements = spans.map(({ days, ...timeRange }) => ({
    organizationalEntity: name,
    timeRange,
    ...(table === "Share" ? { totalShareStatistics: shares(days) } : { followerGains: gains(days) }),
  }));
  return { elements, paging: { count: 10, start: 0, links: [] } };
}

function spansOf(from: string, to: string, granularity: string, simulation: Simulation, now: number): Span[] {
  const day = today(simulation, now);
  const oldest = addDays(day, -KEPT_DAYS);
  const window = { from: from > oldest ? from : oldest, to: to < addDays(day, -1) ? to : addDays(day, -1) };
  if (window.from > window.to) return [];
  const days = socialDays("linkedin", window, day, simulation.adjustments);
  const groups = Map.groupBy(days, (one) => (granularity === "DAY" ? one.day : `${one.day.slice(0, 7)}-01`));
  return [...groups].map(([first, inside]) => {
    const next = granularity === "DAY" ? addDays(first, 1) : `${addDays(first, 32).slice(0, 7)}-01`;
    return { start: startOf(first), end: startOf(next), days: inside };
  });
}

function shares(days: SocialDay[]) {
  const sum = (name: Exclude<keyof SocialDay, "day">): number =>
    days.reduce((total, day) => total + day[name], 0);
  const [clickCount, likeCount, commentCount, shareCount] = [
    sum("clicks"),
    sum("likes"),
    sum("comments"),
    sum("shares"),
  ];
  const impressionCount = sum("impressions");
  return {
    impressionCount,
    uniqueImpressionsCount: distinct(days.map(({ reach }) => reach)),
    clickCount,
    likeCount,
    commentCount,
    shareCount,
    engagement: (clickCount + likeCount + commentCount + shareCount) / impressionCount,
  };
}

/** One in ten came by an ad. */
function gains(days: SocialDay[]) {
  const all = days.reduce((total, { gained }) => total + gained, 0);
  const paid = Math.floor(all / 10);
  return { organicFollowerGain: all - paid, paidFollowerGain: paid };
}
