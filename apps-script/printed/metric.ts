// A metric as the built script holds it: a JSON array.
import type { Metric } from "../../shared/metrics.ts";

type Row = readonly [
  fr: string,
  en: string,
  unit: Metric["unit"],
  adds: Metric["adds"],
  headers: readonly string[],
  rest?: Partial<Metric>,
];

export function printMetric({ label, unit, adds, headers = [], ...rest }: Metric): string {
  const row: Row = [label.fr, label.en, unit, adds, headers];
  return JSON.stringify(Object.keys(rest).length > 0 ? [...row, rest] : row);
}

/** The metric that was printed, equal in every part. */
export function readMetric(text: string): Metric {
  const [fr, en, unit, adds, headers, rest] = JSON.parse(text) as Row;
  return { label: { fr, en }, unit, adds, headers, ...rest };
}
