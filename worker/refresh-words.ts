// The words of the tabs that a refresh writes, and how their columns are formatted.
import type { Tab } from "../shared/api/refresh.ts";
import type { Language, Words } from "../shared/language.ts";
import type { MetricUnit } from "../shared/metrics.ts";

export const textFormat = "@";
export const dayFormat = "yyyy-mm-dd";
export const momentFormat = "yyyy-mm-dd hh:mm";

/** How a column of a metric is shown. */
export function unitFormat(unit: MetricUnit): string {
  if (unit === "count" || unit === "seconds") return "#,##0";
  if (unit === "rate") return "0.0%";
  return unit === "money" ? "#,##0.00" : "#,##0.##";
}

export const titles: Readonly<Record<Tab["key"], Words>> = {
  data: { fr: "Données", en: "Data" },
  uniques: { fr: "Uniques", en: "Uniques" },
  objectives: { fr: "Objectifs", en: "Objectives" },
};

export const headers = {
  as_of: { fr: "lu le", en: "as of" },
  quality: { fr: "qualité", en: "quality" },
  period: { fr: "période", en: "period" },
  from: { fr: "du", en: "from" },
  to: { fr: "au", en: "to" },
  everything: { fr: "tout", en: "everything" },
} satisfies Record<string, Words>;

export const periods: Readonly<Record<"day" | "week" | "month", Words>> = {
  day: { fr: "jour", en: "day" },
  week: { fr: "semaine", en: "week" },
  month: { fr: "mois", en: "month" },
};

const marks: Readonly<Record<string, Words>> = {
  month: { fr: "mois entier", en: "whole month" },
  other_row: { fr: "une partie regroupée dans (other)", en: "partly grouped under (other)" },
  provisional: { fr: "provisoire", en: "provisional" },
  sampled: { fr: "échantillonné", en: "sampled" },
  thresholded: { fr: "petits nombres masqués", en: "small numbers withheld" },
};

/** Quality marks in words; blank where there is nothing to say. */
export function qualityWords(joined: string, language: Language): string {
  return joined
    .split(" ")
    .flatMap((mark) => marks[mark]?.[language] ?? [])
    .join(", ");
}

/** What says an instant on the sheet's own clock, to the minute. */
export function clock(timeZone: string): (at: number) => string {
  const options = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  const formatter = new Intl.DateTimeFormat("en-CA", { ...options, timeZone, hourCycle: "h23" });
  const known = new Map<number, string>();
  return (at) => {
    const text = known.get(at) ?? formatter.format(at).replace(", ", " ");
    known.set(at, text);
    return text;
  };
}

/** What a reader must know about a shortened past; null where nothing was shortened. Months are `2026-11`. */
export function foldingNote(foldedBefore: string | null, leftOutBefore: string | null): Words | null {
  const folded = foldedBefore && {
    fr: `Avant ${foldedBefore}, une ligne par mois, datée du premier jour.`,
    en: `Before ${foldedBefore}, one row a month, dated its first day.`,
  };
  const leftOut = leftOutBefore && {
    fr: `Avant ${leftOutBefore}, les lignes n'ont pas tenu dans l'onglet.`,
    en: `Before ${leftOutBefore}, rows did not fit in the tab.`,
  };
  const parts = [folded, leftOut].filter((words) => words !== null && words !== "");
  if (parts.length === 0) return null;
  return { fr: parts.map(({ fr }) => fr).join(" "), en: parts.map(({ en }) => en).join(" ") };
}
