// What the columns of a range mean: chosen once, remembered with the connection.
import type { AskedColumn } from "../api/ranges.ts";
import { isMetric, type MetricName, metricNamed, metrics } from "../metrics.ts";
import { type ChannelName, isChannel } from "./channel-names.ts";

/** What a row is: sums of a day, one answer to a survey, or one order. */
export type RowKind = "figures" | "scores" | "orders";

/** What a column may be beside a metric. `order` and `customer` tell rows apart and are never kept. */
export const PARTS = [
  "date",
  "channel",
  "campaign",
  "source",
  "account",
  "currency",
  "score",
  "order",
  "customer",
] as const;
export type Part = (typeof PARTS)[number];
export type Role = Part | MetricName;

export interface MappedColumn {
  readonly header: string;
  readonly role: Role;
}

export interface RangeMapping {
  readonly kind: RowKind;
  /** Only those that count; no role twice, no header twice. */
  readonly columns: readonly MappedColumn[];
  /** True where `03/04/2026` is the third of April. */
  readonly dayFirst: boolean;
  /** What the mark is in `1,234` or `1.234`. */
  readonly decimal: "," | ".";
  /** Of all amounts, ISO 4217; null where there is no money. */
  readonly currency: string | null;
  /** Of all rows, where no column names it; null where it is not known. */
  readonly channel: ChannelName | null;
}

/** The metrics that rows of figures can bring: those that make sense day by day, and are not part of another. */
export const storable: readonly MetricName[] = (Object.keys(metrics) as MetricName[]).filter((name) => {
  const { unit, adds, of, whole } = metricNamed(name);
  const kept = unit === "count" || unit === "money" || unit === "seconds" || unit === "number";
  return kept && adds !== "none" && of === undefined && whole === undefined;
});

/** True for what tells how things stand on a day, and is not a sum of it. */
export function isLevel(name: MetricName): boolean {
  return metricNamed(name).adds !== "sum";
}

/** The metrics that a mapping yields. */
export function metricsOf({ kind, columns }: Pick<RangeMapping, "kind" | "columns">): MetricName[] {
  if (kind === "scores") return ["promoters", "passives", "detractors"];
  const named = columns.map(({ role }) => role).filter((role) => isMetric(role));
  if (kind === "figures") return named;
  const counted: MetricName[] = columns.some(({ role }) => role === "customer")
    ? ["orders", "new_customers"]
    : ["orders"];
  return [...counted, ...named];
}

export function hasMoney(mapping: Pick<RangeMapping, "kind" | "columns">): boolean {
  return metricsOf(mapping).some((name) => metricNamed(name).unit === "money");
}

export function askedColumns({ columns }: Pick<RangeMapping, "columns">): AskedColumn[] {
  return columns.map(({ header, role }) => ({ header, hidden: role === "order" || role === "customer" }));
}

/** The roles that a column may have. */
export function rolesFor(kind: RowKind): readonly Role[] {
  const around: readonly Part[] = ["date", "channel", "campaign", "source", "account"];
  if (kind === "scores") return [...around, "score"];
  if (kind === "figures") return [...around, "currency", ...storable];
  const counted = new Set<Role>(["orders", "new_customers"]);
  const sums = storable.filter((name) => !isLevel(name) && !counted.has(name));
  return [...around, "currency", "order", "customer", ...sums];
}

/** What a mapping still lacks; undefined where it can be used. */
export type Lacking = "date" | "figure" | "currency";

export function lackingIn(mapping: RangeMapping): Lacking | undefined {
  const has = (role: Role): boolean => mapping.columns.some((column) => column.role === role);
  if (!has("date")) return "date";
  if (mapping.kind === "scores" ? !has("score") : metricsOf(mapping).length === 0) return "figure";
  return hasMoney(mapping) && mapping.currency === null ? "currency" : undefined;
}

/** A question of a survey may be long. */
const LONGEST_HEADER = 1000;
const MOST_COLUMNS = 40;

/** The mapping that a text holds (JSON); undefined where it is not one that can be used. */
export function mappingIn(text: string): RangeMapping | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isMapping(value) || lackingIn(value) !== undefined) return undefined;
  const { kind, columns, dayFirst, decimal, currency, channel } = value;
  return {
    kind,
    columns: columns.map(({ header, role }) => ({ header, role })),
    dayFirst,
    decimal,
    currency,
    channel,
  };
}

function isMapping(value: unknown): value is RangeMapping {
  if (typeof value !== "object" || value === null) return false;
  const { kind, columns, dayFirst, decimal, currency, channel } = value as Record<string, unknown>;
  if (kind !== "figures" && kind !== "scores" && kind !== "orders") return false;
  const roles = new Set<unknown>(rolesFor(kind));
  const fits = (column: unknown): column is MappedColumn => {
    if (typeof column !== "object" || column === null) return false;
    const { header, role } = column as Record<string, unknown>;
    return typeof header === "string" && header !== "" && header.length <= LONGEST_HEADER && roles.has(role);
  };
  return (
    Array.isArray(columns) &&
    columns.length <= MOST_COLUMNS &&
    columns.every(fits) &&
    allDifferent(columns.map(({ header }) => header)) &&
    allDifferent(columns.map(({ role }) => role)) &&
    typeof dayFirst === "boolean" &&
    (decimal === "," || decimal === ".") &&
    (currency === null || (typeof currency === "string" && /^[A-Z]{3}$/.test(currency))) &&
    (channel === null || (typeof channel === "string" && isChannel(channel)))
  );
}

function allDifferent(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
