// What a list of scores amounts to, for the KPIs that take raw answers or the counts of them.
import type { Answers, Totals } from "./kpi.ts";

/** The totals, by the name that a KPI gives to its way of counting. */
export const scoreCounts: Readonly<Record<Answers["count"], (scores: readonly number[]) => Totals>> = {
  net_promoters: (scores) => ({
    promoters: scores.filter((score) => score >= 9).length,
    passives: scores.filter((score) => score === 7 || score === 8).length,
    detractors: scores.filter((score) => score <= 6).length,
  }),
};
