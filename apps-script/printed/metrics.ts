// The metrics in the built script, in place of shared/metrics.ts: the build prints them as text, a line each.
import type { Metric, MetricName } from "../../shared/metrics.ts";
import { lineNamed } from "./line.ts";
import { readMetric } from "./metric.ts";

declare const PRINTED_METRICS: string;
const lines = PRINTED_METRICS;

const read = new Map<string, Metric>();

export function isMetric(name: string): name is MetricName {
  return lineNamed(name, lines) !== undefined;
}

export function metricNamed(name: MetricName): Metric {
  const metric = read.get(name) ?? readMetric(lineNamed(name, lines)?.text ?? "");
  read.set(name, metric);
  return metric;
}
