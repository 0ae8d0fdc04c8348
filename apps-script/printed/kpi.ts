// A KPI as the built script holds it: its names and a JSON array, which cost nothing to load until they are read.
import type { Kpi, KpiArgument } from "../../shared/kpi.ts";
import type { MetricName } from "../../shared/metrics.ts";
import type { Line } from "./line.ts";

/** What the array holds, in this order; the rest is what few KPIs have. */
type Row = readonly [
  labelFr: string,
  labelEn: string,
  summaryFr: string,
  summaryEn: string,
  family: Kpi["family"],
  unit: Kpi["unit"],
  better: Kpi["better"],
  /** Empty for the first argument over the second. */
  formula: string,
  args: readonly (MetricName | PrintedArgument)[],
  exampleArgs: Kpi["example"]["args"],
  exampleValue: number,
  rest?: Partial<Kpi>,
];

/** Without the name that it shares with its metric. */
type PrintedArgument = Omit<KpiArgument, "name"> & { readonly name?: string };

/** The line of a KPI. What goes without saying is left out. */
export function printKpi(whole: Kpi): Line {
  const { name, alias, label, summary, family, unit, better, formula, args, example, ...others } = whole;
  const { kind, role, ...more } = others;
  const rest = { ...(kind !== "formula" && { kind }), ...(role !== "result" && { role }), ...more };
  const row: Row = [
    label.fr,
    label.en,
    summary.fr,
    summary.en,
    family,
    unit,
    better,
    formula === ratio(args) ? "" : formula,
    args.map(printArgument),
    example.args,
    example.value,
  ];
  return { names: [name, alias], text: printJson(Object.keys(rest).length > 0 ? [...row, rest] : row) };
}

/** The KPI of a line: what was printed, equal in every part. */
export function readKpi({ names, text }: Line): Kpi {
  const [name = "", alias = ""] = names;
  const row = JSON.parse(text) as Row;
  const [labelFr, labelEn, summaryFr, summaryEn, family, unit, better, formula, taken, given, value, rest] =
    row;
  const args = taken.map(readArgument);
  return {
    name,
    alias,
    label: { fr: labelFr, en: labelEn },
    summary: { fr: summaryFr, en: summaryEn },
    family,
    kind: "formula",
    role: "result",
    unit,
    better,
    args,
    formula: formula || ratio(args),
    example: { args: given, value },
    ...rest,
  };
}

/** The formula of most KPIs. */
function ratio(args: readonly KpiArgument[]): string {
  return args
    .slice(0, 2)
    .map(({ name }) => name)
    .join(" / ");
}

function printArgument(argument: KpiArgument): MetricName | PrintedArgument {
  const { name, ...others } = argument;
  if (name !== others.metric) return argument;
  return Object.keys(others).length === 1 ? others.metric : others;
}

function readArgument(given: MetricName | PrintedArgument): KpiArgument {
  return typeof given === "string" ? { name: given, metric: given } : { name: given.metric, ...given };
}

/** JSON where an infinite bound is a number too large to hold, which is read as infinite. */
function printJson(row: readonly unknown[]): string {
  const named = (_: string, value: unknown): unknown =>
    value === Infinity || value === -Infinity ? String(value) : value;
  return JSON.stringify(row, named).replace(/"(-?)Infinity"/g, "$11e999");
}
