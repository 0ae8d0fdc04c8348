// Reads the query language of Google Ads, as far as it is simulated (https://developers.google.com/google-ads/api/docs/query/overview).
import { isDay } from "./days.ts";

export type Query = {
  resource: string;
  fields: string[];
  order: string[];
  limit: number | null;
  from: string | null;
  to: string | null;
};

/** A query that is refused, with the code of the refusal. */
export class QueryRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The fields that each resource can be asked with. */
const FIELDS: Record<string, readonly string[]> = {
  customer: [
    "customer.id",
    "customer.descriptive_name",
    "customer.currency_code",
    "customer.time_zone",
    "customer.manager",
  ],
  customer_client: [
    "customer_client.id",
    "customer_client.descriptive_name",
    "customer_client.manager",
    "customer_client.currency_code",
    "customer_client.time_zone",
    "customer_client.status",
    "customer_client.level",
  ],
  campaign: [
    "customer.currency_code",
    "customer.time_zone",
    "campaign.id",
    "campaign.name",
    "campaign.status",
    "campaign.advertising_channel_type",
    "segments.date",
    "metrics.cost_micros",
    "metrics.impressions",
    "metrics.clicks",
    "metrics.conversions",
    "metrics.conversions_value",
  ],
};
const SHAPE =
  /^\s*SELECT\s+(.+?)\s+FROM\s+(\w+)(?:\s+WHERE\s+(.+?))?(?:\s+ORDER\s+BY\s+(.+?))?(?:\s+LIMIT\s+(\d+))?\s*$/i;
const BETWEEN = /^segments\.date\s+BETWEEN\s+'([^']*)'\s+AND\s+'([^']*)'$/i;
const STATUS = /^campaign\.status\s*(?:=|!=)\s*'(?:ENABLED|PAUSED|REMOVED)'$/i;

/** @throws QueryRefusal */
export function readQuery(text: string): Query {
  const [, select = "", resource = "", where = "", order = "", limit] = SHAPE.exec(text) ?? [];
  const allowed = FIELDS[resource];
  if (!allowed)
    throw new QueryRefusal(
      resource === "" ? "UNEXPECTED_INPUT" : "BAD_RESOURCE_TYPE_IN_FROM_CLAUSE",
      `Error in query: unexpected input ${resource}.`,
    );
  const fields = names(select);
  const orders = names(order);
  for (const name of [...fields, ...orders]) {
    if (!allowed.includes(name))
      throw new QueryRefusal("UNRECOGNIZED_FIELD", `Unrecognized field in the query: '${name}'.`);
  }
  const [, from = "", to = ""] = BETWEEN.exec(where) ?? [];
  if (where !== "" && !BETWEEN.test(where) && !STATUS.test(where))
    throw new QueryRefusal("UNEXPECTED_INPUT", "Error in query: unexpected condition.");
  if (STATUS.test(where))
    throw new QueryRefusal("PROHIBITED_FIELD_IN_WHERE_CLAUSE", "Not simulated: a filter on the status.");
  if (from !== "" && (!isDay(from) || !isDay(to) || from > to))
    throw new QueryRefusal("INVALID_VALUE_WITH_BETWEEN_OPERATOR", "Invalid dates.");
  if (fields.includes("segments.date") && from === "")
    throw new QueryRefusal(
      "EXPECTED_FILTERS_ON_DATE_RANGE",
      "The query must have finite date range filters on segments.date.",
    );
  return {
    resource,
    fields,
    order: orders,
    limit: limit === undefined ? null : Number(limit),
    from: from || null,
    to: to || null,
  };
}

function names(list: string): string[] {
  return list === "" ? [] : list.split(",").map((name) => name.trim().replace(/\s+(ASC|DESC)$/i, ""));
}
