// Figures and days of an objective in words: a value with its unit, an amount in its currency, a date.
import type { KpiUnit } from "../kpi.ts";
import type { Language, Words } from "../language.ts";
import { formatNumber, roundHalfAway } from "../number.ts";
import type { Day } from "../period.ts";

/** What follows the number; `(s)` where there are several. */
const SUFFIXES: Partial<Record<KpiUnit, Words>> = {
  rate: { fr: "\u202f%", en: "%" },
  multiple: { fr: "\u00a0×", en: "\u00a0×" },
  points: { fr: "\u00a0point(s)", en: "\u00a0point(s)" },
  seconds: { fr: "\u00a0s", en: "\u00a0s" },
  hours: { fr: "\u00a0h", en: "\u00a0h" },
  days: { fr: "\u00a0jour(s)", en: "\u00a0day(s)" },
  months: { fr: "\u00a0mois", en: "\u00a0month(s)" },
};

const SYMBOLS: Readonly<Record<string, string>> = { EUR: "€", USD: "$", GBP: "£" };

/** A value of a KPI as people say it, to three digits that tell or to the unit: `1 200 €` and `€1,200`, `2,4 %`, `360`. */
export function figureOf(value: number, unit: KpiUnit, currency: string | null): Words {
  const shown = readable(unit === "rate" ? value * 100 : value);
  if (unit === "money" || unit === "money_per_day") return amountOf(shown, currency);
  const size = Math.abs(shown);
  const several = { fr: size >= 2, en: size !== 1 };
  const say = (language: Language): string => {
    const suffix = SUFFIXES[unit]?.[language] ?? "";
    return formatNumber(shown, language) + suffix.replace("(s)", several[language] ? "s" : "");
  };
  return { fr: say("fr"), en: say("en") };
}

function amountOf(value: number, currency: string | null): Words {
  const symbol = currency === null ? "" : (SYMBOLS[currency] ?? currency);
  const [fr, en] = [formatNumber(value, "fr"), formatNumber(value, "en")];
  if (symbol === "") return { fr, en };
  const first = symbol.length === 1;
  const english = first ? en.replace(/^\u2212?/, (minus) => `${minus}${symbol}`) : `${en}\u00a0${symbol}`;
  return { fr: `${fr}\u00a0${symbol}`, en: english };
}

/** Three digits that tell below 1,000, whole above: 0.0237, 48.3, 1234. */
function readable(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(value)) return value;
  return roundHalfAway(value, size >= 1000 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(size))));
}

/** A number without a unit: `1 234`, `0,5`. */
export function numberOf(value: number): Words {
  return figureOf(value, "number", null);
}

/** A share as a whole percentage: `37 %`; the ends are said as bounds, for nothing is certain. */
export function chancesOf(probability: number): Words {
  if (probability < 0.005) return { fr: "moins de 1\u202f%", en: "less than 1%" };
  if (probability > 0.995) return { fr: "plus de 99\u202f%", en: "more than 99%" };
  const percent = Math.round(probability * 100);
  return { fr: `${percent}\u202f%`, en: `${percent}%` };
}

/** `31/03/2027` in French, `31 Mar 2027` in English. */
export function dayInWords(day: Day): Words {
  const [year = "", month = "", date = ""] = day.split("-");
  return {
    fr: `${date}/${month}/${year}`,
    en: `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`,
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
