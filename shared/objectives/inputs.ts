// What a KPI is computed from, beside what the sources of a workspace hold.
import { type Kpi, type KpiArgument, labelOf, metricOf } from "../kpi.ts";
import type { Words } from "../language.ts";

/** What the objective says itself needs no source: its dates and its budget. */
const OF_THE_OBJECTIVE = new Set(["start_date", "end_date", "today", "budget"]);

/** What a KPI needs and no metric of a workspace gives, in words; empty where it can be computed. */
export function missingInputs(kpi: Kpi, known: readonly string[]): Words[] {
  const { answers } = kpi;
  if (answers && known.includes(answers.metric)) return [];
  const isHeld = (argument: KpiArgument): boolean => {
    const { of } = metricOf(argument);
    if (argument.fallback !== undefined || OF_THE_OBJECTIVE.has(argument.metric)) return true;
    return known.includes(argument.metric) || (of !== undefined && known.includes(of));
  };
  return kpi.args.filter((argument) => !isHeld(argument)).map(labelOf);
}
