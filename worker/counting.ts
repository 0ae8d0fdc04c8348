// Which source counts what several could: an order of the shop and the deal of the CRM that it became are one sale.
import type { MetricName } from "../shared/metrics.ts";
import type { Stream } from "./connector.ts";
import { allConnections, type ConnectionRow } from "./store/connections.ts";
import { chosenCounters, holdsMetric } from "./store/counting.ts";
import { streamsOf } from "./streams.ts";

/** What happens once in the world, whatever the number of services that tell it. */
const ONCE: readonly MetricName[] = [
  "leads",
  "mql",
  "sql",
  "opps_won",
  "opps_lost",
  "orders",
  "revenue",
  "new_customers",
  "lost_customers",
  "mrr",
];

/** Every service that tells it counts: they tell different things, such as shop sales and online sales. */
export const ALL = "all";

export interface Counted {
  readonly metric: MetricName;
  /** The connector that counts, or `all`. */
  readonly by: string;
  /** Those that tell it, the first connected first. */
  readonly connectors: readonly string[];
}

/** What several connectors tell, and which of them counts: the one chosen, or else the first that was connected. */
export function countedTwice(sql: SqlStorage): readonly Counted[] {
  const rows = allConnections(sql);
  const live = rows.filter(({ removed }) => removed === 0);
  const chosen = chosenCounters(sql);
  return ONCE.flatMap((metric) => {
    const able = (among: readonly ConnectionRow[]): ConnectionRow[] =>
      among.filter((row) => streamsWith(row, metric).length > 0);
    if (connectorsOf(able(rows)).length < 2) return [];
    const telling = (among: readonly ConnectionRow[]): string[] =>
      connectorsOf(able(among).filter((row) => tells(sql, row, metric)));
    const now = telling(live);
    const connectors = now.length > 0 ? now : telling(rows);
    const [first] = connectors;
    if (first === undefined || (now.length > 0 && telling(rows).length < 2)) return [];
    const choice = chosen.get(metric);
    const by = choice === ALL || (choice !== undefined && connectors.includes(choice)) ? choice : first;
    return [{ metric, by, connectors }];
  });
}

/** The metrics of a stream that count in the figures of the whole workspace. */
export function counting(
  sql: SqlStorage,
): (connection: ConnectionRow, stream: Stream) => readonly MetricName[] {
  const counter = new Map(countedTwice(sql).map(({ metric, by }) => [metric, by]));
  return ({ connector }, { metrics }) =>
    metrics.filter((metric) => [undefined, ALL, connector].includes(counter.get(metric)));
}

function streamsWith(row: ConnectionRow, metric: MetricName): readonly Stream[] {
  return streamsOf(row).filter(({ kind, metrics }) => kind !== "uniques" && metrics.includes(metric));
}

/** Whether a connection has ever told a metric: a CRM connected for its e-mails alone counts no sale. */
function tells(sql: SqlStorage, row: ConnectionRow, metric: MetricName): boolean {
  return streamsWith(row, metric).some(({ name }) => holdsMetric(sql, row.number, name, metric));
}

function connectorsOf(rows: readonly ConnectionRow[]): string[] {
  return [...new Set(rows.map(({ connector }) => connector))];
}
