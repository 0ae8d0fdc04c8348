// What readings look at: every KPI and quantity of the evidence between the two periods, and the channels.
import type { Kpi } from "../../kpi.ts";
import { labelIn } from "../../kpi.ts";
import { catalogue } from "../../kpis/index.ts";
import type { Words } from "../../language.ts";
import { isMetric, metricNamed, type MetricName } from "../../metrics.ts";
import type { Status } from "../assessment.ts";
import type { Evidence, Segment, Series } from "../evidence.ts";
import { figureOf } from "../figure.ts";
import { type Change, changeOf } from "./change.ts";
import type { Windows } from "./windows.ts";

/** A KPI, or a quantity, of which both periods were read. */
export interface Subject extends Change {
  readonly label: Words;
  readonly say: (value: number) => Words;
}

export interface Seen {
  /** The KPI of the objective, and whether its target slips. */
  readonly kpi: string;
  readonly status: Status;
  readonly segments: readonly Segment[];
  /** The share of the KPI's change that the mix of its channels explains, 0 to 1; null where channels do not tell. */
  readonly mixShare: number | null;
  /** By name of KPI, or of metric; undefined where it was not read in both periods. */
  readonly subject: (name: string) => Subject | undefined;
  readonly currency: string | null;
}

/** Subjects worked out once each, when a reading asks for them. */
export function subjectsOf(evidence: Evidence, windows: Windows): Seen["subject"] {
  const known = new Map<string, Subject | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, subjectOf(evidence, windows, name));
    return known.get(name);
  };
}

function subjectOf({ series }: Evidence, windows: Windows, name: string): Subject | undefined {
  const own = series.find(({ kpi }) => kpi === name);
  const kpi = catalogue.find((candidate) => candidate.name === name);
  if (own && kpi) return told(own, kpi, windows, kpi.label);
  if (!isMetric(name)) return undefined;
  for (const one of series) {
    const measured = quantityIn(one, name);
    const found = measured && told(one, measured, windows, metricNamed(name).label);
    if (found) return found;
  }
  return undefined;
}

function told(series: Series, kpi: Kpi, windows: Windows, label: Words): Subject | undefined {
  const change = changeOf(series, kpi, windows);
  if (!change) return undefined;
  return { ...change, label, say: (value) => figureOf(value, kpi.unit, series.currency) };
}

/** A metric among the arguments of a series, as a KPI of its own. */
function quantityIn(series: Series, metric: MetricName): Kpi | undefined {
  const kpi = catalogue.find(({ name }) => name === series.kpi);
  const argument = kpi?.args.find((candidate) => candidate.metric === metric);
  if (!kpi || !argument) return undefined;
  const { unit } = metricNamed(metric);
  const { fallback: _, ...required } = argument;
  return {
    name: metric,
    alias: metric,
    label: labelIn(kpi, argument.name),
    summary: kpi.summary,
    family: kpi.family,
    kind: "quantity",
    role: kpi.role,
    unit: unit === "money" ? "money" : unit === "rate" ? "rate" : "count",
    better: "neutral",
    args: [required],
    formula: argument.name,
    example: kpi.example,
  };
}
