// The simulated Facebook Page and Instagram account of the shop: insights, followers of today, publications.
import { addDays, dayIn, daysBetween, isDay, startOf } from "./days.ts";
import { fieldsOf, only, paged, picked, type Parameters } from "./meta-paging.ts";
import { invalid } from "./meta-problem.ts";
import { distinct } from "./shop.ts";
import { posts, socialDays, type Network, type SocialDay } from "./shop-social.ts";
import { instantOf, today, type Simulation } from "./simulation.ts";

const ZONE = "America/Los_Angeles";
const LONGEST: Record<Network, number> = { facebook: 93, instagram: 30, linkedin: 0 };
const INTERACTIONS = ({ likes, comments, shares, saves }: SocialDay): number =>
  likes + comments + shares + saves;

type Insight = { periods: string[]; total?: true; of: (day: SocialDay) => number; people?: true };
const INSIGHTS: Record<string, Record<string, Insight>> = {
  facebook: {
    page_daily_follows_unique: { periods: ["day"], of: ({ gained }) => gained },
    page_post_engagements: {
      periods: ["day", "week"],
      of: (day) => INTERACTIONS(day) - day.saves + day.clicks,
    },
    page_media_view: { periods: ["day", "week"], of: ({ impressions }) => impressions },
    page_total_media_view_unique: { periods: ["day", "week"], of: ({ reach }) => reach, people: true },
  },
  instagram: {
    reach: { periods: ["day"], of: ({ reach }) => reach, people: true },
    total_interactions: { periods: ["day"], total: true, of: INTERACTIONS },
    likes: { periods: ["day"], total: true, of: ({ likes }) => likes },
    comments: { periods: ["day"], total: true, of: ({ comments }) => comments },
    shares: { periods: ["day"], total: true, of: ({ shares }) => shares },
    saves: { periods: ["day"], total: true, of: ({ saves }) => saves },
  },
};

/** The insights asked for: one name that is none spoils them all. */
export function insightsOf(
  network: "facebook" | "instagram",
  id: string,
  parameters: Parameters,
  simulation: Simulation,
  now: number,
): unknown {
  only(parameters, "metric", "period", "since", "until", "metric_type");
  const names = (parameters.get("metric") ?? "").split(",");
  const known = INSIGHTS[network]!;
  if (names.some((name) => !known[name] || simulation.removedInsights.includes(name)))
    invalid("The value must be a valid insights metric");
  const period = parameters.get("period") ?? "";
  const type = parameters.get("metric_type");
  const since = parameters.get("since") ?? "";
  const until = parameters.get("until") ?? "";
  if (!isDay(since) || !isDay(until) || since >= until) invalid("since and until must be days, in order.");
  if (daysBetween(since, until) > LONGEST[network])
    invalid(`There cannot be more than ${LONGEST[network]} days between since and until`);
  const data = names.map((name) => {
    const insight = known[name]!;
    if (!insight.periods.includes(period)) invalid(`(${name}) is not available for period ${period}`);
    if (insight.total && type !== "total_value")
      invalid(`The following metrics (${name}) should be specified with parameter metric_type=total_value`);
    const about = { name, period, title: name, description: "", id: `${id}/insights/${name}/${period}` };
    const length = period === "week" ? 7 : 1;
    const days = daysOf(
      network,
      { from: addDays(since, 1 - length), to: addDays(until, -1) },
      simulation,
      now,
    );
    if (type === "total_value") return { ...about, total_value: { value: over(insight, days) } };
    const values = days
      .filter(({ day }) => day >= since)
      .map(({ day }) => {
        const span = days.filter((one) => one.day <= day && one.day > addDays(day, -length));
        return { value: over(insight, span), end_time: `${midnightAfter(day)}+0000` };
      });
    return { ...about, values };
  });
  const next = `https://graph.facebook.com/v25.0/${id}/insights?access_token=EAAT-SECRET-OF-THE-CALLER&since=${until}`;
  return { data, paging: { previous: next, next } };
}

/** The days that are over: yesterday is told in the course of today. */
function daysOf(
  network: Network,
  window: { from: string; to: string },
  simulation: Simulation,
  now: number,
): SocialDay[] {
  const day = today(simulation, now);
  const last = addDays(day, -1);
  const to = window.to < last ? window.to : last;
  return to < window.from ? [] : socialDays(network, { from: window.from, to }, day, simulation.adjustments);
}

function over({ of, people }: Insight, days: SocialDay[]): number {
  return people ? distinct(days.map(of)) : days.reduce((sum, day) => sum + of(day), 0);
}

/** The end of a day in California, as UTC: seven or eight hours after midnight. */
function midnightAfter(day: string): string {
  const next = startOf(addDays(day, 1));
  const hours = [7, 8].find((count) => {
    const instant = next + count * 3_600_000;
    return dayIn(ZONE, instant) > day && dayIn(ZONE, instant - 1) === day;
  });
  return new Date(next + (hours ?? 8) * 3_600_000).toISOString().slice(0, 19);
}

const POST_FIELDS = [
  "id",
  "created_time",
  "shares",
  "reactions.limit(0).summary(total_count)",
  "comments.limit(0).summary(total_count)",
];

/** What was published, newest first. */
export function publicationsOf(
  network: "facebook" | "instagram",
  id: string,
  path: string,
  parameters: Parameters,
  simulation: Simulation,
  now: number,
): unknown {
  only(parameters, "fields", "limit", "after", "since", "until");
  const fields = fieldsOf(
    parameters,
    network === "facebook" ? POST_FIELDS : ["id", "timestamp", "like_count", "comments_count"],
  );
  const since = Number(parameters.get("since") ?? 0) * 1000;
  const until = Number(parameters.get("until") ?? 1e11) * 1000;
  if (!Number.isFinite(since) || !Number.isFinite(until)) invalid("since and until must be Unix timestamps.");
  const instant = instantOf(simulation, now);
  const window = { from: "2024-01-01", to: today(simulation, now) };
  const all = posts(network, window, instant, simulation.adjustments)
    .filter(({ at }) => at >= since && at <= until)
    .map(({ id: number, at, likes, comments, shares }) => {
      const written = `${new Date(at).toISOString().slice(0, 19)}+0000`;
      return picked(
        fields,
        network === "facebook"
          ? {
              id: `${id}_${5_000_000 + number}`,
              created_time: written,
              ...(shares > 0 && { shares: { count: shares } }),
              reactions: { data: [], summary: { total_count: likes } },
              comments: { data: [], summary: { total_count: comments } },
            }
          : {
              id: String(17_900_000_000 + number),
              timestamp: written,
              like_count: likes,
              comments_count: comments,
            },
      );
    });
  return paged(all, path, parameters, Math.min(100, simulation.mostRows));
}
