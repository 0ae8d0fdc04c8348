// Totals by metric over the two periods of a diagnosis, gathered from every series that was read.
import type { Kpi } from "../../kpi.ts";
import { catalogue } from "../../kpis/index.ts";
import type { Evidence, Series } from "../evidence.ts";
import { pointsIn, totalsOf } from "../reading.ts";
import type { Windows } from "./windows.ts";

export type Totals = Readonly<Record<string, number>>;

/** Totals by metric over both windows, from every series of the evidence: they share one scope. */
export interface Pool {
  readonly before: Totals;
  readonly after: Totals;
}

export function poolOf({ series }: Evidence, own: Series, windows: Windows): Pool {
  const over = (span: Windows["before"]): Totals => {
    const pool: Record<string, number> = {};
    for (const one of [own, ...series]) {
      const kpi = catalogue.find(({ name }) => name === one.kpi);
      const totals = kpi && one.step === own.step ? totalsOf(kpi, pointsIn(one, kpi, span)) : {};
      for (const { name, metric } of kpi?.args ?? []) {
        const value = totals[name];
        if (value !== undefined) pool[metric] ??= value;
      }
    }
    return pool;
  };
  return { before: over(windows.before), after: over(windows.after) };
}

/** The KPI's own totals by argument, from totals by metric. */
export function argumentsIn(kpi: Kpi, totals: Totals): Record<string, number> {
  const given: Record<string, number> = {};
  for (const { name, metric, fallback } of kpi.args) given[name] = totals[metric] ?? fallback ?? 0;
  return given;
}
