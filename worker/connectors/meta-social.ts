// What a Facebook Page and an Instagram account have in common: Pacific days, followers of today, series of an insight, posts.
import * as z from "zod";
import type { MetricName } from "../../shared/metrics.ts";
import { addDays, type Day } from "../../shared/period.ts";
import type { EntityStream, FactRow, FactStream, Page, Settings, SourceRequest } from "../connector.ts";
import { dayAt } from "../plan.ts";
import { ask, placeAfter } from "./meta-graph.ts";
import { nothing, understand } from "./reading.ts";
import { Whole, WrittenInstant } from "./written.ts";

/** Insights of both are cut at midnight in California. */
export const SOCIAL_UNIT = { currency: null, timeZone: "America/Los_Angeles" };

/** Insights may still move for this many days. */
export const RESTATED = { eachRun: 3, daily: 3 };

export type Network = "facebook" | "instagram";

/** A day's sums: an account has one row a day. */
export function socialRow(network: Network, day: Day, values: FactRow["values"]): FactRow {
  return { day, ...placeOf(network), key: network, values };
}

function placeOf(network: Network) {
  return {
    channel: "organic_social",
    source: network,
    medium: "social",
    campaignId: "",
    campaign: "",
  } as const;
}

const Values = z.array(z.object({ value: Whole.nullish(), end_time: WrittenInstant }));
const Series = z.object({
  data: z.array(z.object({ name: z.string(), period: z.string(), values: Values })),
});

/** Asks for one insight: a name that Meta has removed spoils all those it is asked with. */
export function insight({ from, to }: Page, account: string, more: Record<string, string>): SourceRequest {
  return ask(`${account}/insights`, { since: from, until: addDays(to, 1), ...more });
}

/** The values of an insight by the last day of their period, for the days of a page: `end_time` is the midnight after it. */
export function valuesOf(body: unknown, { from, to }: Page): { readonly day: Day; readonly value: number }[] {
  const values = understand(Series, body).data.flatMap((series) => series.values);
  return values
    .flatMap(({ value, end_time: end }) => (value == null ? [] : [{ day: dayBefore(end), value }]))
    .filter(({ day }) => day >= from && day <= to);
}

function dayBefore(end: string): Day {
  return dayAt(Date.parse(end) - 1, SOCIAL_UNIT.timeZone);
}

/** How many follow the account: only told of today. */
export function followers(network: Network, account: (settings: Settings) => string): FactStream {
  return {
    name: "followers",
    kind: "facts",
    history: "today",
    metrics: ["followers"],
    starts: "day",
    slice: "day",
    lookBack: { eachRun: 0, daily: 0 },
    request: (_page, settings) => ask(account(settings), { fields: "followers_count" }),
    read: ({ body }, { from }) => {
      const { followers_count: count } = understand(z.object({ followers_count: Whole }), body);
      return { ...nothing, facts: [socialRow(network, from, { followers: count })] };
    },
  };
}

const HOUR_MINUTES = 60;

/** What was published, and what each publication gathers, counted on the day it was published. */
export function publications<T extends { readonly id: string }>(
  network: Network,
  edge: {
    readonly path: (settings: Settings) => string;
    readonly fields: string;
    readonly rereadDays: number;
  },
  schema: z.ZodType<T>,
  told: (post: T) => { readonly at: string; readonly counts: Partial<Record<MetricName, number>> },
  metrics: readonly MetricName[],
): EntityStream {
  return {
    name: "publications",
    kind: "entities",
    entity: "publication",
    metrics,
    overlapMinutes: edge.rereadDays * 24 * HOUR_MINUTES,
    sweep: "weekly",
    request: ({ since, until, token }, settings) =>
      ask(edge.path(settings), {
        fields: edge.fields,
        limit: "100",
        until: seconds(until),
        ...(since !== null && { since: seconds(since) }),
        ...(token !== null && { after: token }),
      }),
    read: ({ body }) => {
      const posts = understand(z.object({ data: z.array(schema) }), body).data;
      const entities = posts.map((post) => {
        const { at, counts } = told(post);
        return { id: post.id, fields: { at, ...counts } };
      });
      return { entities, next: placeAfter(body), total: null, unit: null, marks: [] };
    },
    derive: ({ at, ...counts }, _settings, { timeZone }) => {
      const values = Object.fromEntries(metrics.map((name) => [name, Number(counts[name] ?? 0)]));
      return [{ day: dayAt(Date.parse(String(at)), timeZone), ...placeOf(network), values }];
    },
  };
}

function seconds(instant: string): string {
  return String(Math.ceil(Date.parse(instant) / 1000));
}
