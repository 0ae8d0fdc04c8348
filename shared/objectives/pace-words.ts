// What reaching a target takes from now on, beside what is to be expected: a sentence for each way that figures add up.
import type { Kpi } from "../kpi.ts";
import type { Words } from "../language.ts";
import type { Feasibility } from "./assessment.ts";
import { differenceInWords } from "./diagnosis/words.ts";
import { figureOf } from "./figure.ts";
import type { TargetType } from "./objective.ts";
import { fill } from "./rules/rule.ts";
import { shapeOf } from "./shape.ts";

const EACH: Readonly<Record<Feasibility["step"], Words>> = {
  day: { fr: "par jour", en: "a day" },
  week: { fr: "par semaine", en: "a week" },
  month: { fr: "par mois", en: "a month" },
};

const SENTENCES = {
  sum: {
    fr: "Il faut {needed} {each}\u202f; on en attend {expected}.",
    en: "It takes {needed} {each}; {expected} is expected.",
  },
  ratio: {
    fr: "Il faut {needed} d'ici l'échéance\u202f; on attend {expected}.",
    en: "It takes {needed} until the deadline; {expected} is expected.",
  },
  bound: {
    fr: "La limite est {needed}\u202f; la prochaine période est attendue à {expected}.",
    en: "The bound is {needed}; the next period is expected at {expected}.",
  },
  gain: {
    fr: "Il faut gagner {needed} {each}. Tendance\u00a0: {expected}.",
    en: "It must gain {needed} {each}. Trend: {expected}.",
  },
  loss: {
    fr: "Il faut perdre {needed} {each}. Tendance\u00a0: {expected}.",
    en: "It must lose {needed} {each}. Trend: {expected}.",
  },
  mayLose: {
    fr: "De la marge\u00a0: il peut perdre {needed} {each}. Tendance\u00a0: {expected}.",
    en: "Some leeway: it may lose {needed} {each}. Trend: {expected}.",
  },
  mayGain: {
    fr: "De la marge\u00a0: il peut gagner {needed} {each}. Tendance\u00a0: {expected}.",
    en: "Some leeway: it may gain {needed} {each}. Trend: {expected}.",
  },
} satisfies Readonly<Record<string, Words>>;

/** `Il faut 77 par semaine ; on en attend 75.`; null where nothing is left to come, or it cannot be told. */
export function paceInWords(
  { needed, expected, step }: Pick<Feasibility, "needed" | "expected" | "step">,
  type: TargetType,
  kpi: Kpi,
  currency: string | null,
): Words | null {
  if (needed === null || expected === null) return null;
  const each = EACH[step];
  const figure = (value: number): Words => figureOf(value, kpi.unit, currency);
  const { kind } = shapeOf(kpi);
  if (type === "stay_above" || type === "stay_below") {
    return fill(SENTENCES.bound, { needed: figure(needed), expected: figure(expected) });
  }
  if (kind === "sum" || kind === "ratio") {
    return fill(SENTENCES[kind], { needed: figure(needed), expected: figure(expected), each });
  }
  const change = (value: number): Words => differenceInWords(value, kpi, currency);
  const trend = change(expected);
  const signed = expected > 0 ? { fr: `+${trend.fr}`, en: `+${trend.en}` } : trend;
  const sentence =
    type === "reach_at_most" ? (needed > 0 ? "mayGain" : "loss") : needed < 0 ? "mayLose" : "gain";
  return fill(SENTENCES[sentence], { needed: change(Math.abs(needed)), expected: signed, each });
}
