// How the files of this folder write KPIs: what goes without saying is left out, and filled in here.
import type { Family, Kpi, KpiArgument } from "../kpi.ts";
import { type MetricName, metrics } from "../metrics.ts";

/** A KPI as its family's file writes it. An argument that bears the name of its metric is that name alone. */
export type Entry = Omit<Kpi, "family" | "kind" | "role" | "args"> & {
  /** A result unless it says otherwise. */
  readonly role?: Kpi["role"];
  /** True for one measured metric over a period. */
  readonly quantity?: true;
  readonly args: readonly (MetricName | EntryArgument)[];
};
type EntryArgument = Omit<KpiArgument, "name"> & { readonly name?: string };

/** What many KPIs have in common: what something costs, what it brings. */
export const cost = { unit: "money", better: "lower" } as const;
export const amount = { unit: "money", better: "higher" } as const;
/** A ratio that may go beyond 100 %. */
export const rate = { unit: "rate", better: "higher" } as const;
/** Part of a whole, the more the better or the less. */
export const share = { unit: "rate", better: "higher", expected: [0, 1] } as const;
export const badShare = { unit: "rate", better: "lower", expected: [0, 1] } as const;

/** A metric that is a KPI by itself, the more the better; `value` is an example. */
export function measured(
  metric: MetricName,
  value: number,
): Omit<Entry, "name" | "alias" | "label" | "summary"> {
  const unit = metrics[metric].unit === "money" ? "money" : "count";
  return {
    quantity: true,
    unit,
    better: "higher",
    args: [metric],
    formula: metric,
    example: { args: [value], value },
  };
}

/** The KPIs of a family, complete. */
export function inFamily(family: Family, entries: readonly Entry[]): readonly Kpi[] {
  return entries.map(({ quantity, args, ...entry }) => ({
    role: "result",
    ...entry,
    family,
    kind: quantity ? "quantity" : entry.statistic ? "statistic" : "formula",
    args: args.map((argument) =>
      typeof argument === "string"
        ? { name: argument, metric: argument }
        : { ...argument, name: argument.name ?? argument.metric },
    ),
  }));
}
