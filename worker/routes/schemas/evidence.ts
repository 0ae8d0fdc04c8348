// What the data say about an objective, as schemas.
import * as z from "zod";
import type * as evidence from "../../../shared/objectives/evidence.ts";
import { Day, Instant, Words } from "./parts.ts";

const Totals = z.record(z.string(), z.number());

export const Freshness: z.ZodType<evidence.Freshness> = z.strictObject({
  asOf: Instant.nullable(),
  completeness: z.number(),
  problem: Words.nullable(),
  sources: z.array(z.string()),
});
export const Note: z.ZodType<evidence.Note> = z.strictObject({
  id: z.string(),
  day: Day,
  text: z.string(),
  by: z.string(),
});
const Series: z.ZodType<evidence.Series> = z.strictObject({
  kpi: z.string(),
  step: z.enum(["day", "month"]),
  points: z.array(
    z.strictObject({ from: Day, to: Day, totals: Totals, provisional: z.literal(true).optional() }),
  ),
  problem: Words.nullable(),
  currency: z.string().nullable(),
}) as z.ZodType<evidence.Series>;
const Neighbour: z.ZodType<evidence.Neighbour> = z.strictObject({
  id: z.string(),
  title: z.string(),
  kpi: z.string(),
  scopeKey: z.string(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  start: Day.nullable(),
  deadline: Day.nullable(),
});
export const Evidence: z.ZodType<evidence.Evidence> = z.strictObject({
  today: Day,
  series: z.array(Series),
  metrics: z.array(z.string()),
  channels: z.array(z.string()),
  campaigns: z.array(z.string()),
  freshness: Freshness,
  neighbours: z.array(Neighbour),
  notes: z.array(Note),
});
