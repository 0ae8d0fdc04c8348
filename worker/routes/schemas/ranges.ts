// Ranges in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/ranges.ts";
import { type ChannelName, channelNames } from "../../../shared/range/channel-names.ts";
import { mappingIn, PARTS, type RangeMapping, storable } from "../../../shared/range/mapping.ts";
import { Text } from "./parts.ts";
import { SourceProblemCode } from "./sources.ts";

/** More rows than this are not even counted. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 50;
const channels = Object.keys(channelNames) as ChannelName[];

const Place: z.ZodType<api.RangePlace> = z.strictObject({
  sheet: z.string().regex(/^\d{1,20}$/),
  a1: z.string().regex(/^[A-Z]{1,3}\d{0,7}:[A-Z]{1,3}\d{0,7}$/),
});
/** Checked by the same code as in the sidebar. */
const Mapping: z.ZodType<RangeMapping> = z
  .strictObject({
    kind: z.enum(["figures", "scores", "orders"]),
    columns: z.array(z.strictObject({ header: z.string(), role: z.enum([...PARTS, ...storable]) })),
    dayFirst: z.boolean(),
    decimal: z.enum([",", "."]),
    currency: z.string().nullable(),
    channel: z.enum(channels).nullable(),
  })
  .refine((mapping) => mappingIn(JSON.stringify(mapping)) !== undefined);
export const WantedRange: z.ZodType<api.WantedRange> = z.strictObject({
  name: Text,
  place: Place,
  mapping: Mapping,
});

const Cell = z.union([z.string().max(50_000), z.number(), z.boolean()]);
export const SentRange: z.ZodType<api.SentRange> = z.union([
  z.strictObject({ problem: z.enum(["range_gone", "too_large"]) }),
  z.strictObject({
    first: z.number().int().min(1),
    rows: z.array(z.array(Cell).max(MOST_COLUMNS)).max(MOST_ROWS),
  }),
]);
const AskedColumn: z.ZodType<api.AskedColumn> = z.strictObject({ header: z.string(), hidden: z.boolean() });
export const AskedRange = z.strictObject({
  id: z.string(),
  place: Place,
  columns: z.array(AskedColumn),
  digest: z.string().nullable(),
  asOf: z.iso.datetime().nullable(),
  problem: SourceProblemCode.nullable(),
});
