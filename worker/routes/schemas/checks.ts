// The checks of the figures in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/utm-check.ts";
import { Day } from "./parts.ts";

const UtmRow: z.ZodType<api.UtmRow> = z.strictObject({
  by: z.string(),
  channel: z.string(),
  source: z.string(),
  medium: z.string(),
  campaign: z.string(),
  sessions: z.number(),
  clicks: z.number(),
});
const Unassigned: z.ZodType<api.Unassigned> = z.strictObject({
  sessions: z.number(),
  all: z.number(),
  share: z.number(),
  flagged: z.boolean(),
  rows: z.array(UtmRow),
});
const Spelling: z.ZodType<api.Spelling> = z.strictObject({
  of: z.enum(["campaign", "source", "medium"]),
  forms: z.array(z.strictObject({ text: z.string(), rows: z.array(UtmRow) })),
});
const Untagged: z.ZodType<api.Untagged> = z.strictObject({
  channel: z.string(),
  clicks: z.number(),
  sessions: z.number(),
  missing: z.number(),
  flagged: z.boolean(),
  campaigns: z.array(
    z.strictObject({ by: z.string(), campaign: z.string(), clicks: z.number(), sessions: z.number() }),
  ),
});
export const UtmAnswer: z.ZodType<api.UtmAnswer> = z.strictObject({
  from: Day.nullable(),
  to: Day.nullable(),
  unassigned: Unassigned.nullable(),
  spellings: z.array(Spelling),
  untagged: z.array(Untagged).nullable(),
});
