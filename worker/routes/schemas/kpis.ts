// The figures of KPIs in the API, as schemas.
import * as z from "zod";
import type * as api from "../../../shared/api/kpis.ts";
import { Day, Words } from "./parts.ts";

const Totals = z.record(z.string(), z.number());
const Trouble = z.strictObject({ code: z.string(), words: Words });
export const KpiAnswer: z.ZodType<api.KpiAnswer> = z.intersection(
  z.union([z.object({ value: z.number() }), z.object({ value: z.null(), problem: Trouble })]),
  z.object({
    kpi: z.string(),
    from: Day,
    to: Day,
    totals: Totals,
    currency: z.string().nullable(),
    rows: z
      .array(
        z.intersection(
          z.union([z.object({ value: z.number() }), z.object({ value: z.null(), problem: Trouble })]),
          z.object({ key: z.string(), totals: Totals }),
        ),
      )
      .optional(),
  }),
) as z.ZodType<api.KpiAnswer>;
