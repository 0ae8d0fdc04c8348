// Google Analytics 4, read through its Data API: https://developers.google.com/analytics/devguides/reporting/data/v1
import type { MetricName } from "../../shared/metrics.ts";
import { addDays, type Day, firstDayOf, parseDay } from "../../shared/period.ts";
import { channelNames } from "../channels.ts";
import type {
  Channel,
  Connector,
  FactRow,
  FactStream,
  Page,
  Settings,
  SourceRequest,
  UniqueRow,
  UniqueStream,
} from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { CHANNEL_GROUPS, type NamedRow, openReport } from "./ga4-report.ts";

/** A page of this many rows stays well under the 8 MiB that an answer may weigh. */
const PAGE_ROWS = 5000;
const SESSION_DIMENSIONS = [
  "date",
  "sessionDefaultChannelGroup",
  "sessionSource",
  "sessionMedium",
  "sessionCampaignName",
];

function runReport(
  page: Page,
  { property }: Settings,
  dimensions: readonly string[],
  metrics: readonly string[],
  limit = PAGE_ROWS,
): SourceRequest {
  return {
    method: "POST",
    url: `https://analyticsdata.googleapis.com/v1beta/properties/${property}:runReport`,
    json: {
      dateRanges: [{ startDate: page.from, endDate: page.to }],
      dimensions: dimensions.map((name) => ({ name })),
      metrics: metrics.map((name) => ({ name })),
      // All of them, or pages would overlap: rows that compare equal come in any order.
      orderBys: dimensions.map((dimensionName) => ({ dimension: { dimensionName } })),
      // int64 travels as text.
      limit: String(limit),
      offset: page.token ?? "0",
      keepEmptyRows: false,
      returnPropertyQuota: true,
    },
  };
}

const micros = (value: number): number => Math.round(value * 1e6);

/** Which columns make which metric. A ratio is taken only where it rebuilds a whole number. */
const FROM_COLUMNS: Readonly<Partial<Record<MetricName, (row: NamedRow) => number | undefined>>> = {
  sessions: (row) => row.number("sessions"),
  engaged_sessions: (row) =>
    row.number("engagedSessions") ?? timesSessions(row, "bounceRate", (rate) => 1 - rate),
  session_seconds: (row) => timesSessions(row, "averageSessionDuration", (seconds) => seconds),
  screen_page_views: (row) => row.number("screenPageViews"),
  new_users: (row) => row.number("newUsers"),
  conversions: (row) => row.number("keyEvents"),
  revenue: (row) => scaled(row.number("totalRevenue")),
  orders: (row) => row.number("transactions"),
  total_users: (row) => row.number("totalUsers"),
  active_users: (row) => row.number("activeUsers"),
};

function timesSessions(row: NamedRow, column: string, share: (value: number) => number): number | undefined {
  const value = row.number(column);
  const sessions = row.number("sessions");
  return value === undefined || sessions === undefined ? undefined : Math.round(sessions * share(value));
}

function scaled(value: number | undefined): number | undefined {
  return value === undefined ? undefined : micros(value);
}

function valuesOf(row: NamedRow, metrics: readonly MetricName[]): FactRow["values"] {
  return Object.fromEntries(
    metrics.flatMap((metric) => {
      const value = FROM_COLUMNS[metric]?.(row);
      return value === undefined ? [] : [[metric, value]];
    }),
  );
}

function dayOf(text: string): Day {
  const day = /^\d{8}$/.test(text) ? parseDay(text) : undefined;
  if (day === undefined) throw new SourceFailure("source_malformed");
  return day;
}

function facts(
  name: string,
  metrics: readonly MetricName[],
  columns: readonly string[],
  daily: number,
): FactStream {
  return {
    name,
    kind: "facts",
    metrics,
    starts: "day",
    slice: "month",
    // Processing takes 24 to 48 hours: https://support.google.com/analytics/answer/11198161
    lookBack: { eachRun: 3, daily },
    request: (page, settings) => runReport(page, settings, SESSION_DIMENSIONS, columns),
    read: ({ body }, page, settings) => {
      const { rows, rest } = openReport(body, page);
      const channelOf = channelNames(CHANNEL_GROUPS, settings);
      return { ...rest, uniques: [], facts: rows.map((row) => factRow(row, metrics, channelOf)) };
    },
  };
}

function factRow(
  row: NamedRow,
  metrics: readonly MetricName[],
  channelOf: (group: string) => Channel,
): FactRow {
  const names = SESSION_DIMENSIONS.slice(1).map(row.dimension);
  const [group = "", source = "", medium = "", campaign = ""] = names;
  return {
    day: dayOf(row.dimension("date")),
    channel: channelOf(group),
    source,
    medium,
    // A campaign of Analytics is its name.
    campaignId: "",
    campaign,
    key: JSON.stringify(names),
    values: valuesOf(row, metrics),
  };
}

/** People counted over whole days, ISO weeks or months: one column of the report, never a sum. */
function uniques(
  calendar: UniqueRow["calendar"],
  dimension: string,
  firstDay: (value: string) => Day,
  length: number,
): UniqueStream {
  const metrics: readonly MetricName[] = ["total_users", "active_users"];
  return {
    name: `users_by_${calendar}`,
    kind: "uniques",
    metrics,
    starts: calendar,
    slice: "year",
    lookBack: { eachRun: 3, daily: 3 },
    request: (page, settings) => runReport(page, settings, [dimension], ["totalUsers", "activeUsers"]),
    read: ({ body }, page) => {
      const { rows, rest } = openReport(body, page);
      const read = rows.map((row): UniqueRow => {
        const from = firstDay(row.dimension(dimension));
        const end =
          calendar === "month"
            ? addDays(firstDayOf(addDays(from, 31), "month"), -1)
            : addDays(from, length - 1);
        return { calendar, from, to: end < page.to ? end : page.to, values: valuesOf(row, metrics) };
      });
      return { ...rest, facts: [], uniques: read };
    },
  };
}

/** The Monday of a week such as `202601`: 4 January is always in the first. */
function mondayOf(week: string): Day {
  if (!/^\d{6}$/.test(week)) throw new SourceFailure("source_malformed");
  return firstDayOf(addDays(`${week.slice(0, 4)}-01-04`, 7 * (Number(week.slice(4)) - 1)), "week");
}

export const ga4: Connector = {
  name: "ga4",
  label: { fr: "Google Analytics 4", en: "Google Analytics 4" },
  gives: {
    fr: "Sessions, engagement, conversions et chiffre d'affaires par jour, canal et campagne.",
    en: "Sessions, engagement, conversions and revenue by day, channel and campaign.",
  },
  settings: [
    {
      name: "property",
      kind: "text",
      label: { fr: "Identifiant de la propriété", en: "Property id" },
      help: {
        fr: "Un nombre, dans Administration, Détails de la propriété.",
        en: "A number, in Admin, Property details.",
      },
    },
  ],
  credentials: [
    {
      name: "serviceAccount",
      kind: "file",
      label: { fr: "Clé du compte de service (JSON)", en: "Service account key (JSON)" },
      help: {
        fr: "Le fichier de clé créé dans Google Cloud. L'adresse du compte doit être lectrice de la propriété.",
        en: "The key file made in Google Cloud. The account's address must be a viewer of the property.",
      },
    },
  ],
  checkSettings: ({ property = "" }) => /^\d{1,20}$/.test(property),
  account: ({ property = "" }) => property,
  authorization: {
    kind: "google_service_account",
    scope: "https://www.googleapis.com/auth/analytics.readonly",
    field: "serviceAccount",
  },
  hosts: ["analyticsdata.googleapis.com", "oauth2.googleapis.com"],
  check: {
    request: (page, settings) => runReport(page, settings, [], ["sessions"], 1),
    read: ({ body }, page) => ({ ...openReport(body, page).rest, facts: [], uniques: [] }),
  },
  tellsUnit: true,
  streams: [
    facts(
      "traffic",
      ["sessions", "engaged_sessions", "session_seconds", "screen_page_views", "new_users"],
      ["sessions", "engagedSessions", "averageSessionDuration", "screenPageViews", "newUsers"],
      3,
    ),
    // A conversion may be credited to a session of up to 30 days before.
    facts(
      "outcomes",
      ["conversions", "revenue", "orders"],
      ["keyEvents", "totalRevenue", "transactions"],
      30,
    ),
    uniques("day", "date", dayOf, 1),
    uniques("week", "isoYearIsoWeek", mondayOf, 7),
    uniques("month", "yearMonth", (month) => dayOf(`${month}01`), 31),
  ],
  errors: [
    { status: 403, says: /PERMISSION_DENIED/, code: "access_denied" },
    { status: 400, says: /not a valid property|property/i, code: "account_not_found" },
    { status: 400, code: "request_refused" },
  ],
  channels: CHANNEL_GROUPS,
};
