// What figures are split by: the columns of a table that are not quantities, and the periods a date falls in.
import type { Words } from "./language.ts";
import type { Calendar } from "./period.ts";

export interface Dimension {
  readonly label: Words;
  /** Other headers that exports give it. */
  readonly headers?: readonly string[];
}

export const dimensions = {
  date: { label: { fr: "date", en: "date" }, headers: ["jour", "day"] },
  source: { label: { fr: "source", en: "source" } },
  account: { label: { fr: "compte", en: "account" }, headers: ["account name", "nom du compte"] },
  channel: { label: { fr: "canal", en: "channel" }, headers: ["session default channel group"] },
  campaign: { label: { fr: "campagne", en: "campaign" }, headers: ["campaign name", "nom de la campagne"] },
  currency: { label: { fr: "devise", en: "currency" } },
} satisfies Record<string, Dimension>;

/** The periods of a date, which a table need not have as columns. */
export const calendars: Readonly<Record<Calendar, Words>> = {
  week: { fr: "semaine", en: "week" },
  month: { fr: "mois", en: "month" },
  quarter: { fr: "trimestre", en: "quarter" },
  year: { fr: "année", en: "year" },
};
