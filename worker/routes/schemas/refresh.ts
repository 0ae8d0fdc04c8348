// A refresh in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/refresh.ts";
import { Day, Instant, Words } from "./parts.ts";
import { AskedRange } from "./ranges.ts";
import { SourceProblem, State } from "./sources.ts";

const Cell = z.union([z.string(), z.number(), z.null()]);
const Provenance: z.ZodType<api.Provenance> = z.strictObject({
  connection: z.string(),
  source: z.string(),
  account: z.string(),
  from: Day.nullable(),
  to: Day.nullable(),
  timeZone: z.string().nullable(),
  currency: z.string().nullable(),
  asOf: Instant.nullable(),
  rows: z.number().int(),
  run: z.number().int(),
});
export const Refresh: z.ZodType<api.Refresh> = z.strictObject({
  generation: z.string(),
  tabs: z.array(
    z.strictObject({
      key: z.enum(["data", "uniques", "objectives"]),
      title: Words,
      header: z.array(z.string()),
      rows: z.array(z.array(Cell)),
      formats: z.array(z.string()),
      rowFormats: z
        .array(z.strictObject({ column: z.number().int(), formats: z.array(z.string()) }))
        .optional(),
      note: Words.nullable(),
      provenance: z.array(Provenance),
    }),
  ),
  sources: z.array(
    z.strictObject({
      connection: z.string(),
      name: z.string(),
      state: State,
      asOf: Instant.nullable(),
      problem: SourceProblem.nullable(),
    }),
  ),
  ranges: z.array(AskedRange).optional(),
});
