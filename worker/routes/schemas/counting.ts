// Which source counts what, in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/counting.ts";
import { Words } from "./parts.ts";

export const Counting: z.ZodType<api.Counting> = z.strictObject({
  metric: z.string(),
  label: Words,
  by: z.string(),
  connectors: z.array(z.strictObject({ name: z.string(), label: Words })),
});
export const Countings: z.ZodType<{ metrics: readonly api.Counting[] }> = z.strictObject({
  metrics: z.array(Counting),
});
export const ChooseCounting: z.ZodType<api.ChooseCounting> = z.strictObject({ by: z.string().max(50) });
