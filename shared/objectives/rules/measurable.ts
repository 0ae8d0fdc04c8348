// M, measurable: data for every input, a target in a unit, a baseline, and enough volume to see the change.
import type { Words } from "../../language.ts";
import { type Day, daysBetween } from "../../period.ts";
import { dayInWords, figureOf } from "../figure.ts";
import { missingInputs } from "../inputs.ts";
import { shapeOf } from "../shape.ts";
import { CADENCE_DAYS } from "./past.ts";
import { type Context, type Fix, rule, type Rule } from "./rule.ts";
import { targetUnit } from "./target-unit.ts";
import { detectable, sample } from "./volume.ts";

const COMPLETE_ENOUGH = 0.95;

export const measurable: readonly Rule[] = [
  rule({
    id: "M1",
    letter: "M",
    level: "block",
    asks: { fr: "Des données pour tout ce que le KPI demande", en: "Data for all that the KPI needs" },
    sentences: {
      pass: { fr: "Les données sont là.", en: "The data are there." },
      unknown: { fr: "Choisissez d'abord un indicateur.", en: "Choose a KPI first." },
      no_source: {
        fr: "Aucune source n'apporte de données à ce périmètre. Connectez-en une.",
        en: "No source brings data for this scope. Connect one.",
      },
      missing: {
        fr: "Donnée manquante\u00a0: {missing}. Connectez une source qui la mesure.",
        en: "Missing data: {missing}. Connect a source that measures it.",
      },
    },
    test: ({ kpi, series, evidence }) => {
      if (!kpi) return { state: "unknown", say: "unknown" };
      if (series && series.points.length > 0) return { state: "pass", say: "pass" };
      if (evidence.metrics.length === 0) return { state: "fail", say: "no_source" };
      const missing = missingInputs(kpi, evidence.metrics);
      if (missing.length === 0) return { state: "pass", say: "pass" };
      return { state: "fail", say: "missing", holes: { missing: listOf(missing) } };
    },
  }),
  targetUnit,
  rule({
    id: "M3",
    letter: "M",
    level: "block",
    asks: {
      fr: "Une valeur de référence, sur une période entière et connue",
      en: "A baseline, over a whole period that is known",
    },
    sentences: {
      pass: {
        fr: "Référence\u00a0: {baseline}, du {from} au {to}.",
        en: "Baseline: {baseline}, from {from} to {to}.",
      },
      missing: {
        fr: "Pas de valeur de référence\u00a0: d'où partez-vous\u202f?",
        en: "No baseline: where do you start from?",
      },
      no_window: {
        fr: "{baseline}\u00a0: sur quelles dates\u202f? Une référence sans période ne se compare pas.",
        en: "{baseline}: over which dates? A baseline without a period cannot be compared.",
      },
      short: {
        fr: "{baseline} ne couvre que {days} jours, moins d'une période de suivi ({needed}).",
        en: "{baseline} covers {days} days only, less than one period of review ({needed}).",
      },
    },
    test: (context) => {
      const { baseline, cadence } = context.draft;
      const fix = proposedBaseline(context);
      if (baseline === null) return { state: "fail", say: "missing", fix };
      const value = figure(context, baseline.value);
      if (baseline.from === null || baseline.to === null) {
        return { state: "fail", say: "no_window", holes: { baseline: value }, fix };
      }
      const days = daysBetween(baseline.from, baseline.to) + 1;
      // The shortest month is a whole period too.
      const needed = cadence === "monthly" ? 28 : CADENCE_DAYS.weekly;
      // What there is at a moment (followers, recurring revenue) needs no longer period than that moment.
      const shape = context.kpi && shapeOf(context.kpi);
      const least = shape?.kind === "level" && shape.stock ? 0 : 1;
      const periods = baseline.periods ?? days / needed;
      if (periods < least || days < 1) {
        const holes = { baseline: value, days: String(Math.max(0, days)), needed: String(needed) };
        return { state: "fail", say: "short", holes, fix };
      }
      const holes = { baseline: value, from: dayInWords(baseline.from), to: dayInWords(baseline.to) };
      return { state: "pass", say: "pass", holes };
    },
  }),
  rule({
    id: "M4",
    letter: "M",
    level: "warn",
    asks: { fr: "Des données fraîches et complètes", en: "Fresh and complete data" },
    sentences: {
      pass: {
        fr: "Données à jour au {day}, complètes à {complete}.",
        en: "Data of {day}, {complete} complete.",
      },
      never: { fr: "Les données n'ont pas encore été lues.", en: "The data have not been read yet." },
      no_cadence: {
        fr: "Dernière lecture le {day}. Choisissez un rythme de suivi pour juger si c'est assez récent.",
        en: "Last read on {day}. Choose a review frequency to tell whether that is recent enough.",
      },
      failing: {
        fr: "Donnée ancienne ou incomplète\u00a0: {problem}",
        en: "Old or incomplete data: {problem}",
      },
      old: {
        fr: "Donnée ancienne\u00a0: lue le {day}, il y a {age} jours ({most} au plus pour ce suivi).",
        en: "Old data: read on {day}, {age} days ago ({most} at most for this review).",
      },
      incomplete: {
        fr: "Donnée incomplète\u00a0: {complete} des jours ont été lus (95\u202f% au moins).",
        en: "Incomplete data: {complete} of the days were read (95% at least).",
      },
    },
    test: ({ draft, evidence: { freshness, today } }) => {
      const { asOf, completeness, problem } = freshness;
      if (problem) return { state: "fail", say: "failing", holes: { problem } };
      if (asOf === null) return { state: "unknown", say: "never" };
      const read: Day = asOf.slice(0, 10);
      const complete = figureOf(Math.floor(completeness * 100) / 100, "rate", null);
      const holes = { day: dayInWords(read), complete };
      if (draft.cadence === null) return { state: "unknown", say: "no_cadence", holes };
      const most = Math.floor(CADENCE_DAYS[draft.cadence] / 2);
      const age = daysBetween(read, today);
      if (age > most) {
        return { state: "fail", say: "old", holes: { ...holes, age: String(age), most: String(most) } };
      }
      return completeness < COMPLETE_ENOUGH
        ? { state: "fail", say: "incomplete", holes }
        : { state: "pass", say: "pass", holes };
    },
  }),
  detectable,
  sample,
];

function figure({ kpi, currency }: Context, value: number): Words {
  return figureOf(value, kpi?.unit ?? "number", currency);
}

function listOf(labels: readonly Words[]): Words {
  return {
    fr: labels.map(({ fr }) => `«\u00a0${fr}\u00a0»`).join(", "),
    en: labels.map(({ en }) => `"${en}"`).join(", "),
  };
}

function proposedBaseline(context: Context): Fix | null {
  const [best] = context.baselines;
  if (!best) return null;
  const { fr, en } = figure(context, best.baseline.value);
  return {
    words: { fr: `Partir de ${fr}`, en: `Start from ${en}` },
    change: { baseline: best.baseline },
  };
}
