// The totals of a KPI, whatever its arguments are: numbers are added up, a statistic reads the rest cell by cell.
import { isListed, type Kpi, type KpiArgument, type Measured, refusal } from "./kpi.ts";
import { statistics } from "./kpi-statistics.ts";
import { fail } from "./problem.ts";
import type { Placed } from "./quantity.ts";

export interface Source {
  /** The total of an argument, `undefined` where it was left out. */
  readonly total: (argument: KpiArgument, index: number) => number | undefined;
  readonly cells: (argument: KpiArgument, index: number) => readonly Placed[];
}

/** The totals of the arguments and the terms of a KPI. Problems about the cells are thrown. */
export function measure(kpi: Kpi, { total, cells }: Source): Measured {
  const totals: Record<string, number> = {};
  kpi.args.forEach((argument, index) => {
    const value = isListed(argument) ? undefined : total(argument, index);
    if (value !== undefined) totals[argument.name] = value;
  });
  if (!kpi.statistic) return { totals };
  const complete: Record<string, number> = {};
  for (const argument of kpi.args) {
    const value = isListed(argument) ? undefined : (totals[argument.name] ?? argument.fallback);
    if (value === undefined) continue;
    const problem = refusal(argument, value);
    if (problem) fail(problem);
    complete[argument.name] = value;
  }
  const given = kpi.args.map((argument, index) => [argument.name, cells(argument, index)] as const);
  const measured = statistics[kpi.statistic]({ kpi, cells: Object.fromEntries(given), totals: complete });
  return { ...measured, totals: { ...totals, ...measured.totals } };
}
