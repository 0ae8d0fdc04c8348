// Brevo's mailings: one entity for each, with what is counted of it until now.
import * as z from "zod";
import type { MetricName } from "../../shared/metrics.ts";
import type { DerivedFact, EntityRow, EntityStream, Settings } from "../connector.ts";
import { dayAt } from "../plan.ts";
import { mailingsRequest, periodOf, placeOf } from "./brevo-request.ts";
import { nothing, understand } from "./reading.ts";
import { instantIn } from "./written.ts";

const DAY_MINUTES = 24 * 60;
/** Mailings go on being opened and clicked for weeks. */
const OPENED_DAYS = 30;

/** The service has no zone to tell: its instants are in UTC, its days are those of the team. */
export function zoneOf({ timeZone }: Settings): string {
  return timeZone?.trim() || "Europe/Paris";
}

const Count = z.number().int().nonnegative().nullish();
const Campaign = z.object({
  id: z.number().int(),
  name: z.string().nullish(),
  sentDate: z.string().nullish(),
  statistics: z.object({ globalStats: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});
/** A list without a campaign has no list. */
const Campaigns = z.object({ count: z.number().int(), campaigns: z.array(Campaign).nullish() });
type Campaign = z.infer<typeof Campaign>;

const COUNTERS = {
  emails_sent: ["sent"],
  delivered: ["delivered"],
  unique_opens: ["uniqueViews"],
  unprotected_opens: ["trackableViews"],
  unique_clicks: ["uniqueClicks"],
  bounces: ["softBounces", "hardBounces"],
  hard_bounces: ["hardBounces"],
  unsubscribes: ["unsubscriptions"],
  complaints: ["complaints"],
} as const satisfies Partial<Record<MetricName, readonly string[]>>;

export const mailings: EntityStream = {
  kind: "entities",
  name: "mailings",
  entity: "mailing",
  metrics: Object.keys(COUNTERS) as MetricName[],
  overlapMinutes: OPENED_DAYS * DAY_MINUTES,
  // A mailing that is deleted was sent all the same.
  sweep: "never",
  request: mailingsRequest,
  read: ({ body }, page) => {
    const { phase, offset, ids } = placeOf(page);
    if (phase === "report") {
      const next =
        ids.length > 1 ? `report:${offset}:${ids.slice(1).join(",")}` : offset && `older:${offset}`;
      return { ...nothing, ...entitiesOf([understand(Campaign, body)]), next: next || null };
    }
    const { count, campaigns } = understand(Campaigns, body);
    const rows = campaigns ?? [];
    const reached = Number(offset) + rows.length;
    const more = rows.length > 0 && reached < count;
    if (phase === "older") {
      const further = more ? String(reached) : "";
      return {
        ...nothing,
        entities: [],
        next: rows.length > 0 ? `report:${further}:${rows.map(({ id }) => id).join(",")}` : null,
      };
    }
    const { from, listed } = periodOf(page);
    const next = more ? `recent:${reached}` : from < listed ? "older:0" : null;
    return { ...nothing, ...entitiesOf(rows), next, total: next === null ? count : null };
  },
  derive: ({ id, campaign, sent, ...counts }, _settings, { timeZone }) => {
    if (typeof sent !== "string") return [];
    const known = Object.keys(COUNTERS).flatMap((name) =>
      typeof counts[name] === "number" ? [[name, counts[name]]] : [],
    );
    const names = { campaignId: String(id), campaign: String(campaign) };
    const place = { channel: "email", source: "brevo", medium: "email", ...names } as const;
    const values = Object.fromEntries(known) as DerivedFact["values"];
    return [{ day: dayAt(Date.parse(sent), timeZone), ...place, values }];
  },
};

function entitiesOf(campaigns: readonly Campaign[]): { entities: EntityRow[]; rejected?: number } {
  const entities = campaigns.flatMap(({ id, name, sentDate, statistics }): EntityRow[] => {
    const [sent, counters] = [instantIn(sentDate), statistics?.globalStats];
    if (sent === null || !counters) return [];
    const counts = Object.entries(COUNTERS).map(([metric, names]) => [metric, sumOf(counters, names)]);
    return [
      {
        id: String(id),
        fields: { id, campaign: (name ?? "").slice(0, 100), sent, ...Object.fromEntries(counts) },
      },
    ];
  });
  const rejected = campaigns.length - entities.length;
  return { entities, ...(rejected > 0 && { rejected }) };
}

/** Unknown where one of them is. */
function sumOf(counters: Readonly<Record<string, unknown>>, names: readonly string[]): number | null {
  const counts = names.map((name) => understand(Count, counters[name]) ?? null);
  return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
