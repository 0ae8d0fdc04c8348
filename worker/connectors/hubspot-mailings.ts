// HubSpot's newsletters: one entity for each mailing, with what is counted of it until now.
import * as z from "zod";
import type { MetricName } from "../../shared/metrics.ts";
import type { DerivedFact, EntityStream } from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { dayAt } from "../plan.ts";
import { API, VERSION } from "./hubspot-crm.ts";
import { instantIn } from "./written.ts";

const HOUR_MINUTES = 60;
const PAGE_EMAILS = 100;
/** Mailings go on being opened and clicked for weeks. */
const OPENED_DAYS = 30;
/** Sent once, to a list; those that go on being sent have no day of sending. */
const SENT_ONCE = new Set(["BATCH_EMAIL", "AB_EMAIL", "LOCALTIME_EMAIL"]);
const Count = z.number().nonnegative().nullish();
const Emails = z.object({
  results: z.array(
    z.object({
      id: z.union([z.string(), z.number().transform(String)]),
      name: z.string().nullish(),
      type: z.string().nullish(),
      publishDate: z.string().nullish(),
      publishedAt: z.string().nullish(),
      stats: z.object({ counters: z.record(z.string(), Count) }).nullish(),
    }),
  ),
  paging: z.object({ next: z.object({ after: z.string() }).nullish() }).nullish(),
});

const COUNTERS = {
  emails_sent: "sent",
  delivered: "delivered",
  unique_opens: "open",
  unique_clicks: "click",
  bounces: "bounce",
  hard_bounces: "hardbounced",
  unsubscribes: "unsubscribed",
  complaints: "spamreport",
} as const satisfies Partial<Record<MetricName, string>>;

export const mailings: EntityStream = {
  kind: "entities",
  name: "mailings",
  entity: "mailing",
  metrics: Object.keys(COUNTERS) as MetricName[],
  overlapMinutes: OPENED_DAYS * 24 * HOUR_MINUTES,
  // A mailing that is deleted was sent all the same.
  sweep: "never",
  request: ({ since, token }) => {
    const query = new URLSearchParams({
      includeStats: "true",
      isPublished: "true",
      limit: String(PAGE_EMAILS),
    });
    if (since !== null) query.set("publishedAfter", since);
    if (token !== null) query.set("after", token);
    return { method: "GET", url: `${API}/marketing/emails/${VERSION}?${query.toString()}` };
  },
  read: ({ body }) => {
    const parsed = Emails.safeParse(body);
    if (!parsed.success) throw new SourceFailure("source_malformed");
    const { results, paging } = parsed.data;
    const sent = results.filter(({ type }) => SENT_ONCE.has(type ?? ""));
    const complete = sent.filter(
      ({ stats, publishDate, publishedAt }) => stats && (publishDate ?? publishedAt),
    );
    return {
      entities: complete.map(({ id, name, publishDate, publishedAt, stats }) => ({
        id,
        fields: {
          id,
          campaign: (name ?? "").slice(0, 100),
          sent: instantIn(publishDate ?? publishedAt),
          ...Object.fromEntries(
            Object.entries(COUNTERS).map(([metric, counter]) => [metric, stats?.counters[counter] ?? null]),
          ),
        },
      })),
      next: paging?.next?.after ?? null,
      total: null,
      unit: null,
      marks: [],
      ...(complete.length < sent.length && { rejected: sent.length - complete.length }),
    };
  },
  derive: ({ id, campaign, sent, ...counts }, _settings, { timeZone }) => {
    if (typeof sent !== "string") return [];
    const known = Object.keys(COUNTERS).flatMap((name) =>
      typeof counts[name] === "number" ? [[name, counts[name]]] : [],
    );
    const place = { channel: "email", source: "hubspot", medium: "email" } as const;
    const names = { campaignId: String(id), campaign: String(campaign) };
    return [
      {
        day: dayAt(Date.parse(sent), timeZone),
        ...place,
        ...names,
        values: Object.fromEntries(known) as DerivedFact["values"],
      },
    ];
  },
};
