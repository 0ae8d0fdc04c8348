// What chances rest on, in two sentences: the method and its past, then what to be careful about.
import type { Words } from "../language.ts";
import type { Feasibility } from "./assessment.ts";
import { dayInWords } from "./figure.ts";
import { type Asked, type Horizon, LEAST, SEASONAL_WEEKS, THIN } from "./horizon.ts";
import { fill } from "./rules/rule.ts";

const COUNTS: Readonly<Record<Feasibility["step"], (n: number) => Words>> = {
  day: (n) => ({ fr: plural(n, "jour"), en: plural(n, "day") }),
  week: (n) => ({ fr: plural(n, "semaine"), en: plural(n, "week") }),
  month: (n) => ({ fr: `${n}\u00a0mois`, en: plural(n, "month") }),
};

const METHODS = {
  forecast: {
    fr: "Prévision de deux modèles sur {past} d'historique, jusqu'au {last}, élargie de ce qu'ils se seraient trompés par le passé.",
    en: "Forecast by two models on {past} of history, until {last}, widened by how far they would have been wrong in the past.",
  },
  level: {
    fr: "Prévision du niveau à l'échéance sur {past} d'historique, jusqu'au {last}, élargie de ce qu'elle se serait trompée par le passé.",
    en: "Forecast of the level at the deadline on {past} of history, until {last}, widened by how far it would have been wrong in the past.",
  },
  run_rate: {
    fr: "Rythme moyen de {past}, jusqu'au {last}, avec l'incertitude de cette moyenne.",
    en: "Average pace of {past}, until {last}, with the uncertainty of that average.",
  },
  done: {
    fr: "Tout est lu jusqu'à l'échéance\u00a0: il n'y a plus rien à prévoir.",
    en: "Everything is read up to the deadline: there is nothing left to forecast.",
  },
} satisfies Readonly<Record<Feasibility["method"], Words>>;

const CAUTIONS = {
  thin: {
    fr: "Historique court (moins de {few} périodes)\u00a0: la probabilité est une fourchette.",
    en: "Short history (fewer than {few} periods): the chances are a range.",
  },
  none: {
    fr: "Historique trop court pour une probabilité\u00a0: {past} sur les {least} qu'il faut au moins.",
    en: "The history is too short for chances: {past} out of the {least} needed at least.",
  },
  empty: {
    fr: "Aucune donnée lue pour cet indicateur\u00a0: pas de probabilité.",
    en: "Nothing was read for this KPI: no chances to give.",
  },
  nothing: {
    fr: "Le dénominateur de cet indicateur est nul sur la période\u00a0: pas de probabilité.",
    en: "The denominator of this KPI is 0 over the period: no chances to give.",
  },
  missing: {
    fr: "{missing} sans lecture\u00a0: comme les jours semblables pour prévoir, pour rien dans ce qui est déjà fait.",
    en: "{missing} not read: taken as similar days to forecast, as nothing in what is already done.",
  },
  season: {
    fr: "La saison de l'année n'y est pas\u00a0: il faudrait deux ans d'historique.",
    en: "The season of the year is not in it: that would take two years of history.",
  },
  twoYears: {
    fr: "La saison y compte pour ce que les deux dernières années ont en commun.",
    en: "The season counts in it for what the last two years have in common.",
  },
  stay: {
    fr: "C'est la chance que chaque période restante tienne la borne.",
    en: "It is the chance that every period left stays within the bound.",
  },
} satisfies Readonly<Record<string, Words>>;

/** How chances were computed, and the caution that matters most. */
export function feasibilityWords(
  { series, stay }: Asked,
  horizon: Horizon | null,
  found: Pick<Feasibility, "method" | "n" | "step" | "probability">,
): Words {
  if (!horizon) return CAUTIONS.empty;
  const { past, periods } = horizon;
  const unit = horizon.step === "month" ? "month" : "week";
  if (found.method !== "done" && found.probability === null) {
    if (periods >= LEAST) return CAUTIONS.nothing;
    return fill(CAUTIONS.none, { past: COUNTS[unit](periods), least: COUNTS[unit](LEAST) });
  }
  const sentence = fill(METHODS[found.method], {
    past: COUNTS[found.step](found.n),
    last: dayInWords(past.last),
  });
  const caution = cautionOf();
  return caution ? fill({ fr: "{one} {two}", en: "{one} {two}" }, { one: sentence, two: caution }) : sentence;

  function cautionOf(): Words | null {
    if (found.method === "done") return null;
    if (found.method === "run_rate") return fill(CAUTIONS.thin, { few: String(THIN) });
    if (stay) return CAUTIONS.stay;
    if (past.missing > 0) return fill(CAUTIONS.missing, { missing: COUNTS[series.step](past.missing) });
    const far = found.step === "week" && horizon !== null && horizon.steps.length > 8;
    if (!far) return null;
    return found.n >= SEASONAL_WEEKS ? CAUTIONS.twoYears : CAUTIONS.season;
  }
}

function plural(n: number, word: string): string {
  return `${n}\u00a0${word}${n > 1 ? "s" : ""}`;
}
