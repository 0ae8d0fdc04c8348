// The statistics that KPIs name: what computes the terms of their formulas.
import { discountedMargins } from "./annuity.ts";
import { durationIn } from "./duration.ts";
import type { Statistic, StatisticName } from "./kpi.ts";
import { elapsedShare } from "./pacing.ts";
import { averageScore, topTwo } from "./survey.ts";

export const statistics: Readonly<Record<StatisticName, Statistic>> = {
  elapsed_share: elapsedShare,
  discounted_margins: discountedMargins,
  duration_in_hours: durationIn("hours"),
  duration_in_days: durationIn("days"),
  top_two: topTwo,
  average_score: averageScore,
};
