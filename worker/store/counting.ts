// Which connector was chosen to count a metric that several tell, and which tables hold it.
import type { MetricName } from "../../shared/metrics.ts";

export function chosenCounters(sql: SqlStorage): Map<string, string> {
  type Row = { metric: string; connector: string };
  return new Map(
    sql
      .exec<Row>("SELECT metric, connector FROM counting")
      .toArray()
      .map(({ metric, connector }) => [metric, connector]),
  );
}

export function chooseCounter(sql: SqlStorage, metric: MetricName, connector: string): void {
  sql.exec("INSERT OR REPLACE INTO counting VALUES (?, ?)", metric, connector);
}

/** Whether a table holds a metric that is not 0 (zeros are not stored). */
export function holdsMetric(
  sql: SqlStorage,
  connection: number,
  stream: string,
  metric: MetricName,
): boolean {
  return (
    sql
      .exec(
        `SELECT 1 FROM facts WHERE connection = ? AND stream = ? AND sums ->> '${metric}' IS NOT NULL LIMIT 1`,
        connection,
        stream,
      )
      .toArray().length > 0
  );
}
