// Reads a report of Google Analytics 4: cells found by column name, and what the report says about itself.
import * as z from "zod";
import type { Channel, Page, QualityMark, Reading } from "../connector.ts";
import { SourceFailure } from "../failure.ts";

const Values = z.array(z.object({ value: z.string().default("") })).default([]);
const Report = z.object({
  dimensionHeaders: z.array(z.object({ name: z.string() })).default([]),
  metricHeaders: z.array(z.object({ name: z.string() })).default([]),
  rows: z.array(z.object({ dimensionValues: Values, metricValues: Values })).default([]),
  rowCount: z.number().int().nonnegative().default(0),
  metadata: z
    .object({
      currencyCode: z.string().optional(),
      timeZone: z.string().optional(),
      dataLossFromOtherRow: z.boolean().nullish(),
      subjectToThresholding: z.boolean().nullish(),
      samplingMetadatas: z.array(z.unknown()).nullish(),
    })
    .default({}),
});

/** https://support.google.com/analytics/answer/9756891: what has no counterpart is "other". */
export const CHANNEL_GROUPS: Readonly<Record<string, Channel>> = {
  Affiliates: "affiliate",
  Direct: "direct",
  Display: "display",
  Email: "email",
  "Organic Search": "organic_search",
  "Organic Social": "organic_social",
  "Organic Video": "video",
  "Paid Search": "paid_search",
  "Paid Shopping": "paid_search",
  "Paid Social": "paid_social",
  "Paid Video": "video",
  Referral: "referral",
  Unassigned: "unknown",
};

export interface NamedRow {
  readonly dimension: (name: string) => string;
  /** The number in a column, undefined where the report does not have it. */
  readonly number: (name: string) => number | undefined;
}

/** Opens a report: what every stream needs from it, and its rows with cells found by column name. */
export function openReport(
  body: unknown,
  page: Page,
): { rows: NamedRow[]; rest: Omit<Reading, "facts" | "uniques"> } {
  const parsed = Report.safeParse(body);
  if (!parsed.success) throw new SourceFailure("source_malformed");
  const { dimensionHeaders, metricHeaders, rows, rowCount, metadata } = parsed.data;
  const dimensionAt = new Map(dimensionHeaders.map(({ name }, index) => [name, index]));
  const metricAt = new Map(metricHeaders.map(({ name }, index) => [name, index]));
  const marks: QualityMark[] = [];
  if (metadata.dataLossFromOtherRow) marks.push("other_row");
  if (metadata.subjectToThresholding) marks.push("thresholded");
  if (metadata.samplingMetadatas?.length) marks.push("sampled");
  const reached = Number(page.token ?? 0) + rows.length;
  return {
    rows: rows.map(({ dimensionValues, metricValues }) => ({
      dimension: (name) => dimensionValues[dimensionAt.get(name) ?? -1]?.value ?? "",
      number: (name) => {
        const index = metricAt.get(name);
        return index === undefined ? undefined : decimal(metricValues[index]?.value);
      },
    })),
    rest: {
      next: rows.length > 0 && reached < rowCount ? String(reached) : null,
      total: rowCount,
      unit:
        metadata.currencyCode && metadata.timeZone
          ? { currency: metadata.currencyCode, timeZone: metadata.timeZone }
          : null,
      marks,
    },
  };
}

/** Numbers come as text; anything else would be stored as a wrong figure. */
function decimal(text: string | undefined): number {
  const value = text !== undefined && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new SourceFailure("source_malformed");
  return value;
}
