// A Facebook Page: who follows, is reached and reacts (https://developers.facebook.com/docs/graph-api/reference/page/insights).
import * as z from "zod";
import type { MetricName } from "../../shared/metrics.ts";
import { addDays, firstDayOf } from "../../shared/period.ts";
import type { Connector, FactStream, Settings, UniqueStream } from "../connector.ts";
import {
  ask,
  META_CREDENTIALS,
  META_ERRORS,
  META_HOSTS,
  META_VERSION,
  metaQuota,
  placeAfter,
} from "./meta-graph.ts";
import {
  followers,
  insight,
  publications,
  RESTATED,
  SOCIAL_UNIT,
  socialRow,
  valuesOf,
} from "./meta-social.ts";
import { nothing, understand } from "./reading.ts";
import { Count, WrittenInstant } from "./written.ts";

const pageOf = ({ page = "" }: Settings): string => page.trim();
const Page = z.object({ id: z.string(), name: z.string().default("") });

function daily(name: string, metric: MetricName, asked: string): FactStream {
  return {
    name,
    kind: "facts",
    metrics: [metric],
    starts: "day",
    slice: "month",
    lookBack: RESTATED,
    request: (page, settings) => insight(page, pageOf(settings), { metric: asked, period: "day" }),
    read: ({ body }, page) => {
      const values = valuesOf(body, page);
      const facts = values.map(({ day, value }) => socialRow("facebook", day, { [metric]: value }));
      // Days of which Meta says nothing are not days without anything.
      return { ...nothing, facts, withdrawn: values.length === 0 };
    },
  };
}

/** People who saw something of the Page. A week is one of seven that Meta counts: the one that ends on a Sunday. */
function reach(calendar: "day" | "week"): UniqueStream {
  return {
    name: `reach_by_${calendar}`,
    kind: "uniques",
    metrics: ["reach"],
    starts: calendar,
    slice: "month",
    lookBack: RESTATED,
    request: (page, settings) =>
      insight(page, pageOf(settings), { metric: "page_total_media_view_unique", period: calendar }),
    read: ({ body }, page) => {
      const values = valuesOf(body, page);
      const uniques = values
        .map(({ day: to, value }) => {
          const from = calendar === "day" ? to : addDays(to, -6);
          return { calendar, from, to, values: { reach: value } };
        })
        .filter(({ from }) => calendar === "day" || from === firstDayOf(from, "week"));
      return { ...nothing, uniques, withdrawn: values.length === 0 };
    },
  };
}

const Summary = z.object({ summary: z.object({ total_count: Count }).nullish() }).nullish();
const Post = z.object({
  id: z.string().min(1),
  created_time: WrittenInstant,
  reactions: Summary,
  comments: Summary,
  shares: z.object({ count: Count }).nullish(),
});
const posts = publications(
  "facebook",
  {
    path: (settings) => `${pageOf(settings)}/published_posts`,
    fields:
      "id,created_time,shares,reactions.limit(0).summary(total_count),comments.limit(0).summary(total_count)",
    rereadDays: 30,
  },
  Post,
  ({ created_time: at, reactions, comments, shares }) => ({
    at,
    counts: {
      content_published: 1,
      likes: reactions?.summary?.total_count ?? 0,
      comments: comments?.summary?.total_count ?? 0,
      shares: shares?.count ?? 0,
    },
  }),
  ["content_published", "likes", "comments", "shares"],
);

export const facebookPage: Connector = {
  name: "facebook-page",
  label: { fr: "Page Facebook", en: "Facebook Page" },
  gives: {
    fr: "Abonnés, portée, interactions et publications de la Page, par jour.",
    en: "Followers, reach, interactions and publications of the Page, by day.",
  },
  settings: [
    {
      name: "page",
      kind: "text",
      label: { fr: "Page", en: "Page" },
      help: {
        fr: "Son identifiant, un nombre, dans À propos, Transparence de la Page.",
        en: "Its id, a number, in About, Page transparency.",
      },
    },
  ],
  credentials: META_CREDENTIALS,
  checkSettings: (settings) => /^\d{1,20}$/.test(pageOf(settings)),
  account: pageOf,
  // Insights of a Page want the Page's own token, which the user's buys.
  authorization: {
    kind: "key_for_key",
    field: "token",
    request: (settings) =>
      pageOf(settings) === "" ? undefined : ask(pageOf(settings), { fields: "access_token" }),
    read: (body) => z.object({ access_token: z.string() }).safeParse(body).data?.access_token,
  },
  hosts: META_HOSTS,
  check: {
    request: (_page, settings) => ask(pageOf(settings), { fields: "id,name" }),
    read: ({ body }) => {
      understand(Page, body);
      return { ...nothing, unit: SOCIAL_UNIT };
    },
  },
  accounts: {
    setting: "page",
    request: (token) =>
      ask("me/accounts", { fields: "id,name", limit: "100", ...(token !== null && { after: token }) }),
    read: ({ body }) => ({
      accounts: understand(z.object({ data: z.array(Page) }), body).data.map(({ id, name }) => ({
        id,
        name: name || id,
        unit: SOCIAL_UNIT,
      })),
      next: placeAfter(body),
    }),
  },
  streams: [
    followers("facebook", pageOf),
    daily("new_followers", "new_followers", "page_daily_follows_unique"),
    daily("interactions", "interactions", "page_post_engagements"),
    reach("day"),
    reach("week"),
    posts,
  ],
  errors: META_ERRORS,
  quota: metaQuota,
  version: META_VERSION,
};
