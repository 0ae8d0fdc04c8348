// The value of a KPI from the workspace's figures.
import * as z from "zod";
import type { KpiAnswer } from "../../shared/api/kpis.ts";
import type { Kpi } from "../../shared/kpi.ts";
import { findKpi } from "../../shared/kpis/index.ts";
import { ProblemError } from "../../shared/problem.ts";
import { kpiFigure, kpiRows } from "../figures.ts";
import { dayAt } from "../plan.ts";
import { Refusal } from "../refusal.ts";
import { coveredPeriod } from "../store/report.ts";
import { type Route, route } from "./route.ts";
import * as schema from "./schemas/kpis.ts";
import { Day } from "./schemas/parts.ts";

const Query = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  by: z.enum(["day", "week", "month", "quarter", "year", "channel", "campaign", "source"]).optional(),
  channel: z.string().max(500).optional(),
  campaign: z.string().max(500).optional(),
  connection: z.string().max(50).optional(),
});

export const kpiRoutes: readonly Route[] = [
  route({
    name: "showKpi",
    method: "GET",
    path: "/v1/kpis/{name}",
    summary:
      "A KPI over a period (all that is held, by default), for a channel, a campaign or a source, or split by one.",
    who: "reader",
    status: 200,
    query: Query,
    answer: schema.KpiAnswer,
    handle({ sql, now }, { params, query: { by, ...query } }) {
      const kpi = knownKpi(params["name"] ?? "");
      const today = dayAt(now(), "UTC");
      const held = coveredPeriod(sql) ?? { from: today, to: today };
      const period = { from: query.from ?? held.from, to: query.to ?? held.to };
      if (period.from > period.to) throw new Refusal("invalid_request", { fields: ["from", "to"] });
      const question = { ...query, ...period };
      const { figure, totals, currency } = kpiFigure(sql, kpi, question);
      const rows =
        by &&
        kpiRows(sql, kpi, question, by).map((row) => ({ key: row.key, ...row.figure, totals: row.totals }));
      const body: KpiAnswer = {
        kpi: kpi.name,
        ...period,
        ...figure,
        totals,
        currency,
        ...(rows ? { rows } : {}),
      };
      return { body };
    },
  }),
];

/** @throws Refusal */
function knownKpi(name: string): Kpi {
  try {
    return findKpi(name);
  } catch (error) {
    if (error instanceof ProblemError) throw new Refusal("not_found");
    throw error;
  }
}
