// T5: a baseline of the same season, so that the calendar is not taken for progress.
import { addDays, daysBetween } from "../../period.ts";
import { dayInWords } from "../figure.ts";
import type { Baseline } from "../objective.ts";
import { lengthOf, type Span } from "../reading.ts";
import { shapeOf } from "../shape.ts";
import { spanOf } from "./past.ts";
import { type Context, type Fix, rule } from "./rule.ts";

const YEAR = 365;
/** Whole weeks of a year (364 days) to a leap year. */
const YEAR_LENGTHS = [364, 366] as const;
const SAME_DAYS = 0.8;

export const season = rule({
  id: "T5",
  letter: "T",
  level: "warn",
  asks: { fr: "Une référence de la même saison", en: "A baseline of the same season" },
  sentences: {
    same: {
      fr: "La référence couvre les mêmes mois, une autre année.",
      en: "The baseline covers the same months of another year.",
    },
    year: { fr: "La référence couvre une année entière.", en: "The baseline covers a whole year." },
    unknown: {
      fr: "Il faut deux dates et une référence dont la période est connue.",
      en: "It takes two dates, and a baseline whose period is known.",
    },
    young: {
      fr: "Moins d'un an de données\u00a0: la saison ne peut pas être comparée.",
      en: "Less than a year of data: the season cannot be compared.",
    },
    other: {
      fr: "La référence ({from} au {to}) n'est pas de la même saison. Comparez aux mêmes mois de l'an dernier.",
      en: "The baseline ({from} to {to}) is not of the same season. Compare with the same months of last year.",
    },
  },
  test: (context) => {
    const { draft, series } = context;
    const span = spanOf(draft);
    const baseline = draft.baseline && windowOf(draft.baseline);
    if (!span || !baseline) return { state: "unknown", say: "unknown" };
    if (isWholeYears(baseline)) return { state: "pass", say: "year" };
    if (isSameSeason(baseline, span, isLevel(context))) return { state: "pass", say: "same" };
    const first = series?.points[0]?.from;
    if (first === undefined || first > addDays(span.from, -YEAR)) return { state: "unknown", say: "young" };
    const holes = { from: dayInWords(baseline.from), to: dayInWords(baseline.to) };
    return { state: "fail", say: "other", holes, fix: lastYear(context, span) };
  },
});

function windowOf({ from, to }: Baseline): Span | null {
  return from !== null && to !== null ? { from, to } : null;
}

function isWholeYears({ from, to }: Span): boolean {
  const days = daysBetween(from, to) + 1;
  const years = Math.round(days / YEAR);
  return years >= 1 && days >= YEAR_LENGTHS[0] * years && days <= YEAR_LENGTHS[1] * years;
}

/** A level holds for a moment: one month of the season tells as much as all of them. */
function isLevel({ kpi }: Context): boolean {
  return kpi !== null && shapeOf(kpi).kind === "level";
}

/** True where four fifths of the longer of both (of the baseline, for a level) are the same days of the year. */
function isSameSeason(baseline: Span, target: Span, level: boolean): boolean {
  const years = Math.round(daysBetween(baseline.to, target.to) / 365.25);
  if (years < 1) return false;
  const shift = Math.round(years * 365.25);
  const moved = { from: addDays(baseline.from, shift), to: addDays(baseline.to, shift) };
  const first = moved.from > target.from ? moved.from : target.from;
  const last = moved.to < target.to ? moved.to : target.to;
  const long = level ? lengthOf(moved) : Math.max(lengthOf(moved), lengthOf(target));
  return daysBetween(first, last) + 1 >= SAME_DAYS * long;
}

function lastYear(context: Context, span: Span): Fix | null {
  const found = context.baselines.find(({ baseline }) => {
    const days = windowOf(baseline);
    return days !== null && isSameSeason(days, span, isLevel(context));
  });
  if (!found) return null;
  return {
    words: { fr: "Partir des mêmes mois de l'an dernier", en: "Start from the same months of last year" },
    change: { baseline: found.baseline },
  };
}
