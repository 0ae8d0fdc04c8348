// M5 and M6: enough volume for the change to be told from chance, enough answers for a survey to mean something.
import type { Words } from "../../language.ts";
import { daysBetween } from "../../period.ts";
import { differenceInWords } from "../diagnosis/words.ts";
import { numberOf } from "../figure.ts";
import { CADENCE_DAYS, chanceOver, spanOf } from "./past.ts";
import { rule } from "./rule.ts";
import { answersPerDay, isSurvey } from "./survey.ts";

const FEWEST_ANSWERS = 30;

export const detectable = rule({
  id: "M5",
  letter: "M",
  level: "warn",
  asks: {
    fr: "Un changement plus grand que le hasard, à ce volume",
    en: "A change larger than chance, at this volume",
  },
  sentences: {
    pass: {
      fr: "Un écart de {change} se verra\u00a0: le hasard seul fait ± {chance}.",
      en: "A change of {change} will show: chance alone makes ± {chance}.",
    },
    unknown: {
      fr: "Il faut une cible, une référence et six semaines (ou mois) de données pour le dire.",
      en: "It takes a target, a baseline and six weeks (or months) of data to tell.",
    },
    small: {
      fr: "Variation trop petite pour être mesurée avec ce volume\u00a0: {change}, quand le hasard seul fait ± {chance}.",
      en: "Too small a change to be measured at this volume: {change}, where chance alone makes ± {chance}.",
    },
  },
  test: (context) => {
    const { draft, kpi, series, target } = context;
    const span = spanOf(draft);
    if (!kpi || !series || target === null || draft.baseline === null || !span) {
      return { state: "unknown", say: "unknown" };
    }
    // A bound is watched period by period, an end over the whole objective.
    const stays = draft.targetType === "stay_above" || draft.targetType === "stay_below";
    const days = daysBetween(span.from, span.to) + 1;
    const watched = stays && draft.cadence !== null ? CADENCE_DAYS[draft.cadence] : days;
    const chance = chanceOver(series, kpi, watched);
    if (chance === null) return { state: "unknown", say: "unknown" };
    const change = Math.abs(target - draft.baseline.value);
    const size = (value: number): Words => differenceInWords(value, kpi, context.currency);
    const holes = { change: size(change), chance: size(chance) };
    return change > chance ? { state: "pass", say: "pass", holes } : { state: "fail", say: "small", holes };
  },
});

export const sample = rule({
  id: "M6",
  letter: "M",
  level: "warn",
  asks: { fr: "Un sondage\u00a0: 30 réponses par période", en: "A survey: 30 answers a period" },
  sentences: {
    other: { fr: "Ce KPI ne vient pas d'un sondage.", en: "This KPI is not from a survey." },
    unknown: {
      fr: "On ne sait pas combien de réponses arrivent par période.",
      en: "How many answers come in a period is not known.",
    },
    pass: { fr: "Environ {answers} réponses par période.", en: "About {answers} answers a period." },
    small: {
      fr: "Échantillon trop petit\u00a0: environ {answers} réponses par période, 30 au moins.",
      en: "Too small a sample: about {answers} answers a period, 30 at least.",
    },
  },
  test: ({ draft, kpi, series }) => {
    if (!kpi) return { state: "unknown", say: "unknown" };
    if (!isSurvey(kpi)) return { state: "pass", say: "other" };
    const daily = series && answersPerDay(series, kpi);
    if (daily === null || draft.cadence === null) return { state: "unknown", say: "unknown" };
    const answers = daily * CADENCE_DAYS[draft.cadence];
    const holes = { answers: numberOf(Math.round(answers)) };
    if (answers >= FEWEST_ANSWERS) return { state: "pass", say: "pass", holes };
    const enough = draft.cadence === "weekly" && daily * CADENCE_DAYS.monthly >= FEWEST_ANSWERS;
    const words = { fr: "Suivre chaque mois", en: "Review every month" };
    return {
      state: "fail",
      say: "small",
      holes,
      fix: enough ? { words, change: { cadence: "monthly" } } : null,
    };
  },
});
