// Reads the body of a runReport request as strictly as Google does.
import { addDays, isDay } from "./days.ts";
import { DIMENSIONS, METRICS } from "./ga4-fields.ts";
import { invalid, readProto, Refusal, type Shape } from "./proto-json.ts";

export type Order = { field: string; kind: "dimension" | "metric"; type: string; descending: boolean };

export type ReportRequest = {
  dateRanges: { name: string; from: string; to: string }[];
  dimensions: string[];
  metrics: string[];
  orders: Order[];
  limit: number;
  offset: number;
  keepEmptyRows: boolean;
  returnPropertyQuota: boolean;
};

/** Source: https://developers.google.com/analytics/devguides/reporting/data/v1/rest/v1beta/properties/runReport */
const REQUEST = {
  property: "string",
  dimensions: [{ name: "string", dimensionExpression: "unsupported" }],
  metrics: [{ name: "string", expression: "unsupported", invisible: "unsupported" }],
  dateRanges: [{ startDate: "string", endDate: "string", name: "string" }],
  orderBys: [
    {
      desc: "bool",
      dimension: { dimensionName: "string", orderType: "string" },
      metric: { metricName: "string" },
      pivot: "unsupported",
    },
  ],
  limit: "int64",
  offset: "int64",
  currencyCode: "string",
  keepEmptyRows: "bool",
  returnPropertyQuota: "bool",
  dimensionFilter: "unsupported",
  metricFilter: "unsupported",
  metricAggregations: "unsupported",
  cohortSpec: "unsupported",
  comparisons: "unsupported",
} as const satisfies Shape;

type Body = {
  dimensions?: { name?: string }[];
  metrics?: { name?: string }[];
  dateRanges?: { startDate?: string; endDate?: string; name?: string }[];
  orderBys?: {
    desc?: boolean;
    dimension?: { dimensionName?: string; orderType?: string };
    metric?: { metricName?: string };
  }[];
  limit?: string | number;
  offset?: string | number;
  currencyCode?: string;
  keepEmptyRows?: boolean;
  returnPropertyQuota?: boolean;
};

const DEFAULT_LIMIT = 10_000;
const ORDER_TYPES = new Set(["ALPHANUMERIC", "CASE_INSENSITIVE_ALPHANUMERIC", "NUMERIC"]);

/**
 * The request in this body, its relative days counted from `today`.
 * @throws Refusal for a body that Google refuses (400), or a part of the API that is not simulated (501).
 */
export function readRequest(text: string, today: string, currency: string): ReportRequest {
  const {
    dimensions = [],
    metrics = [],
    dateRanges = [],
    orderBys = [],
    ...rest
  } = readProto(text, REQUEST) as Body;
  if ((rest.currencyCode ?? currency) !== currency)
    throw new Refusal(501, "Conversion of currencies is not simulated.");
  const request = {
    dimensions: named(dimensions, "dimension", DIMENSIONS, 9),
    metrics: named(metrics, "metric", METRICS, 10),
    dateRanges: dateRanges.map((range, index) => ({
      name: range.name ?? `date_range_${index}`,
      from: day(range.startDate, today, "startDate"),
      to: day(range.endDate, today, "endDate"),
    })),
    limit: positive(rest.limit, "limit") || DEFAULT_LIMIT,
    offset: positive(rest.offset, "offset"),
    keepEmptyRows: rest.keepEmptyRows ?? false,
    returnPropertyQuota: rest.returnPropertyQuota ?? false,
  };
  if (request.dimensions.length + request.metrics.length === 0)
    invalid("Requests must have a dimension or a metric.");
  if (request.dateRanges.length === 0) invalid("A dateRange is required for this request.");
  if (request.dateRanges.length > 4) invalid("Requests are limited to 4 dateRanges.");
  for (const { from, to } of request.dateRanges) {
    if (from > to) invalid(`Invalid dateRange: startDate ${from} is after endDate ${to}.`);
  }
  return { ...request, orders: orderBys.map((order) => read(order, request)) };
}

function named(items: { name?: string }[], kind: string, known: object, most: number): string[] {
  const names = items.map(({ name }) => name ?? "");
  if (names.length > most)
    invalid(`Requests are limited to ${most} ${kind}s. This request is for ${names.length}.`);
  for (const [index, name] of names.entries()) {
    if (!Object.hasOwn(known, name)) {
      invalid(
        `Field ${name} is not a valid ${kind}. For a list of valid dimensions and metrics, see https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema`,
      );
    }
    if (names.indexOf(name) !== index) invalid(`Field ${name} is requested twice.`);
  }
  return names;
}

function day(text: string | undefined, today: string, field: string): string {
  if (text === "today") return today;
  if (text === "yesterday") return addDays(today, -1);
  const ago = /^(\d+)daysAgo$/.exec(text ?? "");
  if (ago) return addDays(today, -Number(ago[1]));
  if (text !== undefined && isDay(text)) return text;
  return invalid(`Invalid ${field}: ${text}. Dates are YYYY-MM-DD, NdaysAgo, yesterday or today.`);
}

function positive(value: string | number | undefined, field: string): number {
  const number = Number(value ?? 0);
  if (number < 0) invalid(`Invalid value for ${field}: ${number} is negative.`);
  return number;
}

type Columns = Pick<ReportRequest, "dimensions" | "metrics">;

function read(
  { desc = false, dimension, metric }: NonNullable<Body["orderBys"]>[number],
  columns: Columns,
): Order {
  if ((dimension === undefined) === (metric === undefined))
    invalid("An orderBy has a dimension or a metric.");
  const kind = dimension ? "dimension" : "metric";
  const field = dimension?.dimensionName ?? metric?.metricName ?? "";
  const type = dimension?.orderType ?? "ALPHANUMERIC";
  if (!columns[`${kind}s`].includes(field))
    invalid(`The ${kind} ${field} of an orderBy is not in the request.`);
  if (!ORDER_TYPES.has(type)) invalid(`Invalid value at 'order_bys.dimension.order_type', "${type}"`);
  return { field, kind, type, descending: desc };
}
