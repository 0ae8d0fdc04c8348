// KPIs that come from people's answers, and how many answers there are.
import { type Kpi, metricOf } from "../../kpi.ts";
import { daysBetween } from "../../period.ts";
import type { Series } from "../evidence.ts";
import { isComplete, totalsOf } from "../reading.ts";

/** The totals that count answers, by KPI: arguments or terms. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  NPS: ["promoters", "passives", "detractors"],
  RECALL_RATE: ["respondents"],
};

export function isSurvey({ name, args }: Kpi): boolean {
  return name in COUNTS || args.some((argument) => metricOf(argument).unit === "score");
}

/** How many people answer in a day, on average over the days read; null where the data do not say. */
export function answersPerDay(series: Series, kpi: Kpi): number | null {
  const points = series.points.filter((point) => isComplete(kpi, point));
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return null;
  const totals = totalsOf(kpi, points);
  const counts = (COUNTS[kpi.name] ?? ["answers"]).map((name) => totals[name]);
  if (counts.some((count) => count === undefined)) return null;
  const answers = counts.reduce<number>((total, count = 0) => total + count, 0);
  return answers / (daysBetween(first.from, last.to) + 1);
}
