// Figures day by day over a scope, in one statement a table read: what objectives are judged by.
import type { MetricName } from "../../shared/metrics.ts";
import type { Scope } from "../../shared/objectives/objective.ts";
import type { Day } from "../../shared/period.ts";
import { dayNumber } from "./facts.ts";

/** A metric to sum: what it is stored as, and the channels it is limited to, if it is. */
export interface Wanted {
  readonly name: MetricName;
  readonly stored: MetricName;
  readonly channels: readonly string[] | undefined;
}

export type DailyRow = Record<string, SqlStorageValue> & { day: number };

/** The series of a scope; its parameters are the channel and the campaign, null for any. */
const IN_SCOPE =
  "SELECT number FROM series WHERE connection = ?1 AND channel = ifnull(?2, channel) AND campaign = ifnull(?3, campaign)";

function scopeParameters(scope: Scope): [channel: string | null, campaign: string | null] {
  return scope === "all" ? [null, null] : [scope.channel ?? null, scope.campaign ?? null];
}

/** The sums of each day of a table that holds facts of the scope, a column for each metric, oldest first. */
export function dailySums(
  sql: SqlStorage,
  [connection, stream]: readonly [connection: number, stream: string],
  wanted: readonly Wanted[],
  scope: Scope,
  from: Day,
): DailyRow[] {
  return sql
    .exec<DailyRow>(
      `SELECT day, ${wanted.map(columnOf).join(", ")} FROM facts
       WHERE connection = ?1 AND stream = ?4 AND day >= ?5 AND (?2 IS NULL AND ?3 IS NULL OR series IN (${IN_SCOPE}))
       GROUP BY day ORDER BY day`,
      connection,
      ...scopeParameters(scope),
      stream,
      dayNumber(from),
    )
    .toArray();
}

export type ChannelRow = Record<string, SqlStorageValue> & { channel: string; day: number };

/** The sums of a table by channel, over days or each of them; `day` is 0 where they are taken together. */
export function channelSums(
  sql: SqlStorage,
  [connection, stream]: readonly [connection: number, stream: string],
  wanted: readonly Wanted[],
  scope: Scope,
  [from, to]: readonly [from: number, to: number],
  byDay: boolean,
): ChannelRow[] {
  return sql
    .exec<ChannelRow>(
      `SELECT channel, ${byDay ? "day" : "0"} AS day, ${wanted.map(columnOf).join(", ")}
       FROM facts JOIN series ON number = series
       WHERE facts.connection = ?1 AND stream = ?4 AND day BETWEEN ?5 AND ?6
         AND (?2 IS NULL AND ?3 IS NULL OR series IN (${IN_SCOPE}))
       GROUP BY 1, 2 ORDER BY 1, 2`,
      connection,
      ...scopeParameters(scope),
      stream,
      from,
      to,
    )
    .toArray();
}

function columnOf({ name, stored, channels }: Wanted): string {
  const limit = channels && ` FILTER (WHERE series IN (${inChannels(channels)}))`;
  return `SUM(sums ->> '${stored}')${limit ?? ""} AS ${name}`;
}

/** The channels come from the catalogue of metrics, never from a caller. */
function inChannels(channels: readonly string[]): string {
  return `SELECT number FROM series WHERE channel IN (${channels.map((name) => `'${name}'`).join(", ")})`;
}

/** The connections that know the scope: those that ever named it. */
export function connectionsInScope(sql: SqlStorage, scope: Scope): number[] {
  const [channel, campaign] = scopeParameters(scope);
  return sql
    .exec<{ connection: number }>(
      `SELECT DISTINCT connection FROM series
       WHERE channel = ifnull(?1, channel) AND campaign = ifnull(?2, campaign) ORDER BY 1`,
      channel,
      campaign,
    )
    .toArray()
    .map(({ connection }) => connection);
}

/** The channels, or the campaigns that have a name, since a day: those with the most of a metric first. */
export function namesByVolume(
  sql: SqlStorage,
  dimension: "channel" | "campaign",
  metric: MetricName,
  from: Day,
  most: number,
): string[] {
  return sql
    .exec<{ name: string }>(
      `SELECT ${dimension} AS name FROM facts JOIN series ON number = series
       WHERE day >= ? AND ${dimension} <> '' GROUP BY 1
       ORDER BY SUM(sums ->> ?) DESC NULLS LAST, COUNT(*) DESC, 1 LIMIT ?`,
      dayNumber(from),
      metric,
      most,
    )
    .toArray()
    .map(({ name }) => name);
}

export interface MonthOfPeople extends Record<string, SqlStorageValue> {
  connection: number;
  first: Day;
  last: Day;
  metric: MetricName;
  value: number;
}

/** People counted once over a month, oldest first. */
export function peopleByMonth(sql: SqlStorage, from: Day): MonthOfPeople[] {
  return sql
    .exec<MonthOfPeople>(
      `SELECT connection, first, last, metric, value FROM uniques
       WHERE calendar = 'month' AND first >= ? ORDER BY first, connection`,
      from,
    )
    .toArray();
}
