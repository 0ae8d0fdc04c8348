// The dimensions and metrics of Google Analytics that the simulated property knows, read from the shop's rows.
import { isoWeek, weekday } from "./days.ts";
import { distinct, type Counts, type ShopRow } from "./shop.ts";

/** Source: https://developers.google.com/analytics/devguides/reporting/data/v1/api-schema */
export const DIMENSIONS: Record<string, (row: ShopRow) => string> = {
  date: ({ day }) => day.replaceAll("-", ""),
  year: ({ day }) => day.slice(0, 4),
  month: ({ day }) => day.slice(5, 7),
  yearMonth: ({ day }) => day.slice(0, 4) + day.slice(5, 7),
  isoYear: ({ day }) => isoWeek(day).year,
  isoWeek: ({ day }) => isoWeek(day).week,
  isoYearIsoWeek: ({ day }) => isoWeek(day).year + isoWeek(day).week,
  dayOfWeek: ({ day }) => String(weekday(day)),
  sessionDefaultChannelGroup: ({ line }) => line.channel,
  sessionSource: ({ line }) => line.source,
  sessionMedium: ({ line }) => line.medium,
  sessionSourceMedium: ({ line }) => `${line.source} / ${line.medium}`,
  sessionCampaignName: ({ line }) => line.campaign,
};

/** What the dimensions of a day stay when small rows are folded into "(other)". */
export const DATE_DIMENSIONS = new Set(Object.keys(DIMENSIONS).filter((name) => !name.startsWith("session")));

/** The rows of one line of a report, summed, and the users of each, which are not. */
export type Group = { sums: Counts; users: number[] };

type MetricType = "TYPE_INTEGER" | "TYPE_FLOAT" | "TYPE_SECONDS" | "TYPE_CURRENCY";

const ACTIVE = 0.93;

const count = (name: keyof Counts) =>
  ({ type: "TYPE_INTEGER", read: ({ sums }: Group) => sums[name] }) as const;
const euros = { type: "TYPE_CURRENCY", read: ({ sums }: Group) => sums.revenue / 100 } as const;
const ratio = (type: MetricType, over: keyof Counts, under: keyof Counts) =>
  ({ type, read: ({ sums }: Group) => (sums[under] === 0 ? 0 : sums[over] / sums[under]) }) as const;
const users = (share: number) =>
  ({
    type: "TYPE_INTEGER",
    read: (group: Group) => distinct(group.users.map((all) => Math.round(all * share))),
  }) as const;

export const METRICS: Record<string, { type: MetricType; read: (group: Group) => number }> = {
  sessions: count("sessions"),
  engagedSessions: count("engaged"),
  screenPageViews: count("pages"),
  newUsers: count("newUsers"),
  totalUsers: users(1),
  activeUsers: users(ACTIVE),
  keyEvents: { type: "TYPE_FLOAT", read: ({ sums }) => sums.conversions },
  ecommercePurchases: count("orders"),
  transactions: count("orders"),
  totalRevenue: euros,
  purchaseRevenue: euros,
  averageSessionDuration: ratio("TYPE_SECONDS", "seconds", "sessions"),
  screenPageViewsPerSession: ratio("TYPE_FLOAT", "pages", "sessions"),
  engagementRate: ratio("TYPE_FLOAT", "engaged", "sessions"),
  bounceRate: {
    type: "TYPE_FLOAT",
    read: ({ sums }) => (sums.sessions === 0 ? 0 : (sums.sessions - sums.engaged) / sums.sessions),
  },
};
