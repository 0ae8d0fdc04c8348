// Why a KPI has no past, or an incomplete one, in words.
import { type KpiArgument, labelOf } from "../shared/kpi.ts";
import { quoted, type Words } from "../shared/language.ts";
import type { Scope } from "../shared/objectives/objective.ts";

export const notFromTotals: Words = {
  fr: "Ce KPI se calcule sur des dates ou des réponses une à une, que les sources ne donnent pas.",
  en: "This KPI is computed on dates or answers one by one, which sources do not give.",
};

export const nothingRead: Words = {
  fr: "Aucun jour n'a encore été lu. Attendez la fin de la synchronisation.",
  en: "No day has been read yet. Wait for the end of the sync.",
};

export const lastDaysMissing: Words = {
  fr: "Les derniers jours n'ont pas encore été lus.",
  en: "The last days have not been read yet.",
};

/** @param scope where the data were looked for */
export function noSource(argument: KpiArgument, scope: Scope): Words {
  const [fr, en] = [quoted(labelOf(argument).fr, "fr"), quoted(labelOf(argument).en, "en")];
  if (scope === "all")
    return {
      fr: `Aucune source ne donne ${fr}. Connectez-en une qui le fait.`,
      en: `No source gives ${en}. Connect one that does.`,
    };
  return {
    fr: `Aucune source ne donne ${fr} pour ce périmètre. Choisissez-en un plus large.`,
    en: `No source gives ${en} for this scope. Choose a wider one.`,
  };
}

export function peopleOfScope(argument: KpiArgument): Words {
  return {
    fr: `${quoted(labelOf(argument).fr, "fr")} se compte pour l'ensemble seulement, pas par canal ni par campagne. Choisissez «\u00a0tout\u00a0».`,
    en: `${quoted(labelOf(argument).en, "en")} is counted for the whole only, not by channel or campaign. Choose "everything".`,
  };
}

export function peopleOfSources(argument: KpiArgument, sources: readonly string[]): Words {
  const names = sources.join(", ");
  return {
    fr: `Plusieurs sources donnent ${quoted(labelOf(argument).fr, "fr")} (${names})\u00a0: des personnes comptées deux fois ne s'additionnent pas.`,
    en: `Several sources give ${quoted(labelOf(argument).en, "en")} (${names}): people counted twice do not add up.`,
  };
}

export function severalCurrencies(currencies: readonly string[]): Words {
  const names = currencies.join(", ");
  return {
    fr: `Les montants sont en plusieurs devises (${names}), qui ne s'additionnent pas. Choisissez un canal ou une campagne d'une seule.`,
    en: `Amounts are in several currencies (${names}), which do not add up. Choose a channel or a campaign in one only.`,
  };
}

export function ofSource(name: string, problem: Words): Words {
  return { fr: `${name}\u00a0: ${problem.fr}`, en: `${name}: ${problem.en}` };
}

export const paused: Words = {
  fr: "la source est en pause. Reprenez-la.",
  en: "the source is paused. Resume it.",
};

export const disconnected: Words = {
  fr: "la source n'est plus connectée. Reconnectez-la pour continuer.",
  en: "the source is no longer connected. Connect it again to go on.",
};
