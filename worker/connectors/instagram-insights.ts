// The insights of an Instagram account, day by day (https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights).
import * as z from "zod";
import type { MetricName } from "../../shared/metrics.ts";
import { addDays, type Day } from "../../shared/period.ts";
import type { FactStream, Page, Reading, Settings, SourceRequest, UniqueStream } from "../connector.ts";
import { batch, type Part, partsOf } from "./meta-batch.ts";
import { RESTATED, socialRow, valuesOf } from "./meta-social.ts";
import { nothing, understand } from "./reading.ts";
import { Whole } from "./written.ts";

export const accountOf = ({ account = "" }: Settings): string => account.trim();
/** "There cannot be more than 30 days (2592000 s) between since and until." */
const MOST_DAYS = 30;

/** The windows of so many days that make up a page. */
function pieces({ from, to }: Page, days: number): { readonly from: Day; readonly to: Day }[] {
  const found = [];
  for (let first = from; first <= to; first = addDays(first, days)) {
    const last = addDays(first, days - 1);
    found.push({ from: first, to: last < to ? last : to });
  }
  return found;
}

function insights(
  page: Page,
  settings: Settings,
  days: number,
  asked: Record<string, string>,
): SourceRequest {
  return batch(
    pieces(page, days).map(({ from, to }) => ({
      path: `${accountOf(settings)}/insights`,
      parameters: { ...asked, period: "day", since: from, until: addDays(to, 1) },
    })),
  );
}

const Totals = z.object({
  data: z.array(z.object({ name: z.string(), total_value: z.object({ value: Whole.nullish() }).nullish() })),
});

/** The total of a day, which Instagram only tells of one span at a time: a call for each day, all in one request. */
export function daily(name: string, metric: MetricName, asked: string): FactStream {
  return {
    name,
    kind: "facts",
    metrics: [metric],
    starts: "day",
    slice: "month",
    lookBack: RESTATED,
    request: (page, settings) => insights(page, settings, 1, { metric: asked, metric_type: "total_value" }),
    read: ({ body }, page) => {
      const days = pieces(page, 1);
      return whole(name, partsOf(body, days.length), (parts) => ({
        ...nothing,
        facts: parts.flatMap((part, index) => {
          const value = understand(Totals, part).data[0]?.total_value?.value;
          const day = days[index]?.from;
          return value == null || day === undefined ? [] : [socialRow("instagram", day, { [metric]: value })];
        }),
      }));
    },
  };
}

export const reachByDay: UniqueStream = {
  name: "reach_by_day",
  kind: "uniques",
  metrics: ["reach"],
  starts: "day",
  slice: "month",
  lookBack: RESTATED,
  request: (page, settings) =>
    insights(page, settings, MOST_DAYS, { metric: "reach", metric_type: "time_series" }),
  read: ({ body }, page) =>
    whole("reach_by_day", partsOf(body, pieces(page, MOST_DAYS).length), (parts) => ({
      ...nothing,
      uniques: parts
        .flatMap((part) => valuesOf(part, page))
        .map(({ day, value }) => ({ calendar: "day", from: day, to: day, values: { reach: value } })),
    })),
};

/** What the parts of a request make together, unless Instagram no longer gives it. */
function whole(name: string, parts: readonly Part[], read: (bodies: readonly unknown[]) => Reading): Reading {
  if (parts.some((part) => part === "withdrawn")) return { ...nothing, withdrawn: true, drift: [name] };
  const reading = read(parts);
  return { ...reading, withdrawn: reading.facts.length + reading.uniques.length === 0 };
}
