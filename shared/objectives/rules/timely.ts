// T, time-bound: two dates, a review frequency, time enough for both, and a baseline of the same season.
import { addDays, type Day, daysBetween } from "../../period.ts";
import { dayInWords } from "../figure.ts";
import type { Cadence, ObjectiveDraft } from "../objective.ts";
import { nextReview } from "../review.ts";
import { CADENCE_DAYS, spanOf } from "./past.ts";
import { type Fix, rule, type Rule } from "./rule.ts";
import { followsSalesCycle, salesCycleIn } from "./sales-cycle.ts";
import { season } from "./season.ts";

/** How long an objective is proposed to last: a quarter, in whole weeks. */
const PROPOSED_DAYS = 91;
const FEWEST_REVIEWS = 2;
/** From how many days on a monthly rhythm leaves enough reviews to be worth proposing. */
const LONG_DAYS = 180;

export const timely: readonly Rule[] = [
  rule({
    id: "T1",
    letter: "T",
    level: "block",
    asks: { fr: "Un début, puis une échéance", en: "A start, then a deadline" },
    sentences: {
      pass: { fr: "Du {start} au {deadline}, {days} jours.", en: "From {start} to {deadline}, {days} days." },
      missing: {
        fr: "Date d'échéance\u202f? Donnez un début et une fin.",
        en: "Deadline? Give a start and an end.",
      },
      reversed: {
        fr: "L'échéance ({deadline}) n'est pas après le début ({start}).",
        en: "The deadline ({deadline}) is not after the start ({start}).",
      },
    },
    test: ({ draft: { start, deadline }, evidence: { today } }) => {
      if (start === null || deadline === null) {
        const from = start ?? (deadline !== null && deadline <= today ? null : today);
        const to = deadline ?? addDays(from ?? today, PROPOSED_DAYS - 1);
        const fix =
          from === null
            ? null
            : datesTo(from, to, start === null ? { start: from, deadline: to } : { deadline: to });
        return { state: "fail", say: "missing", fix };
      }
      const holes = { start: dayInWords(start), deadline: dayInWords(deadline) };
      if (start < deadline) {
        return {
          state: "pass",
          say: "pass",
          holes: { ...holes, days: String(daysBetween(start, deadline) + 1) },
        };
      }
      const fix =
        start === deadline
          ? moved(addDays(start, PROPOSED_DAYS - 1))
          : datesTo(deadline, start, { start: deadline, deadline: start });
      return { state: "fail", say: "reversed", holes, fix };
    },
  }),
  rule({
    id: "T2",
    letter: "T",
    level: "block",
    asks: {
      fr: "Au moins une période de suivi, et un cycle de vente pour les ventes",
      en: "At least one period of review, and one sales cycle for sales",
    },
    sentences: {
      pass: {
        fr: "{days} jours suffisent à une période de suivi.",
        en: "{days} days are enough for a period of review.",
      },
      pass_cycle: {
        fr: "{days} jours, plus que le cycle de vente ({cycle} jours).",
        en: "{days} days, longer than the sales cycle ({cycle} days).",
      },
      unknown: {
        fr: "Il faut deux dates et un rythme de suivi.",
        en: "It takes two dates and a review frequency.",
      },
      unknown_cycle: {
        fr: "Vos données ont des affaires, mais pas la durée d'un cycle de vente.",
        en: "Your data hold deals, but not how long a sales cycle is.",
      },
      short: {
        fr: "{days} jours, moins d'une période de suivi ({cadence} jours).",
        en: "{days} days, less than one period of review ({cadence} days).",
      },
      short_cycle: {
        fr: "Échéance plus courte que le cycle de vente\u00a0: {days} jours, {cycle} pour vendre.",
        en: "The deadline is shorter than the sales cycle: {days} days, {cycle} to sell.",
      },
    },
    test: ({ draft, evidence }) => {
      const span = spanOf(draft);
      if (!span || draft.cadence === null) return { state: "unknown", say: "unknown" };
      const days = daysBetween(span.from, span.to) + 1;
      // The shortest month is a whole period too.
      const cadence = draft.cadence === "monthly" ? 28 : CADENCE_DAYS.weekly;
      const cycle = followsSalesCycle(draft.kpi ?? "") ? salesCycleIn(evidence) : null;
      const holes = { days: String(days), cadence: String(cadence), cycle: String(cycle ?? "") };
      if (days < cadence) {
        return { state: "fail", say: "short", holes, fix: moved(addDays(span.from, cadence - 1)) };
      }
      if (cycle === null) return { state: "pass", say: "pass", holes };
      if (cycle === "unknown") return { state: "unknown", say: "unknown_cycle" };
      return days < cycle
        ? { state: "fail", say: "short_cycle", holes, fix: moved(addDays(span.from, cycle - 1)) }
        : { state: "pass", say: "pass_cycle", holes };
    },
  }),
  rule({
    id: "T3",
    letter: "T",
    level: "block",
    asks: { fr: "Un suivi chaque semaine ou chaque mois", en: "A review every week or every month" },
    sentences: {
      weekly: { fr: "Suivi chaque semaine.", en: "Reviewed every week." },
      monthly: { fr: "Suivi chaque mois.", en: "Reviewed every month." },
      missing: {
        fr: "À quel rythme le suivre\u202f: chaque semaine ou chaque mois\u202f?",
        en: "How often is it reviewed: every week or every month?",
      },
    },
    test: ({ draft }) => {
      if (draft.cadence !== null) return { state: "pass", say: draft.cadence };
      const span = spanOf(draft);
      const long = span !== null && daysBetween(span.from, span.to) >= LONG_DAYS;
      return { state: "fail", say: "missing", fix: reviewed(long ? "monthly" : "weekly") };
    },
  }),
  rule({
    id: "T4",
    letter: "T",
    level: "warn",
    asks: { fr: "Au moins 2 revues avant l'échéance", en: "At least 2 reviews before the deadline" },
    sentences: {
      pass: { fr: "{reviews} revues avant l'échéance.", en: "{reviews} reviews before the deadline." },
      unknown: {
        fr: "Il faut deux dates et un rythme de suivi.",
        en: "It takes two dates and a review frequency.",
      },
      none: {
        fr: "Aucune revue avant l'échéance\u00a0: il sera trop tard pour agir. Il en faut 2.",
        en: "No review before the deadline: it will be too late to act. It takes 2.",
      },
      few: {
        fr: "Une seule revue avant l'échéance\u00a0: il en faut 2 pour agir puis vérifier.",
        en: "A single review before the deadline: it takes 2, to act and then to check.",
      },
    },
    test: ({ draft }) => {
      const span = spanOf(draft);
      if (!span || draft.cadence === null) return { state: "unknown", say: "unknown" };
      const reviews = reviewsOf(draft);
      if (reviews >= FEWEST_REVIEWS) {
        return { state: "pass", say: "pass", holes: { reviews: String(reviews) } };
      }
      const oftener =
        draft.cadence === "monthly" && reviewsOf({ ...draft, cadence: "weekly" }) >= FEWEST_REVIEWS;
      // Two of the longest months, or two weeks, and a day.
      const later = addDays(span.from, (draft.cadence === "monthly" ? 62 : 14) + 1);
      return {
        state: "fail",
        say: reviews === 0 ? "none" : "few",
        fix: oftener ? reviewed("weekly") : moved(later),
      };
    },
  }),
  season,
];

function moved(deadline: Day): Fix {
  const { fr, en } = dayInWords(deadline);
  return {
    words: { fr: `Reporter l'échéance au ${fr}`, en: `Move the deadline to ${en}` },
    change: { deadline },
  };
}

function datesTo(start: Day, deadline: Day, change: Fix["change"]): Fix {
  const [from, to] = [dayInWords(start), dayInWords(deadline)];
  return { words: { fr: `Du ${from.fr} au ${to.fr}`, en: `From ${from.en} to ${to.en}` }, change };
}

function reviewed(cadence: Cadence): Fix {
  const weekly = cadence === "weekly";
  return {
    words: weekly
      ? { fr: "Suivre chaque semaine", en: "Review every week" }
      : { fr: "Suivre chaque mois", en: "Review every month" },
    change: { cadence },
  };
}

/** How many reviews fall before the deadline. */
function reviewsOf(draft: ObjectiveDraft): number {
  const held: Day[] = [];
  for (let next = nextReview(draft, held); next !== null; next = nextReview(draft, held)) {
    if (draft.deadline === null || next >= draft.deadline) break;
    held.push(next);
  }
  return held.length;
}
