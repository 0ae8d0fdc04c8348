// What is said of a computation that the Worker did, or could not do.
import type { Words } from "../shared/language.ts";

const MENU: Words = { fr: "Calculer côté serveur", en: "Compute on the server" };

export const computeWords = {
  menu: MENU,
  working: { fr: "Calcul côté serveur en cours…", en: "Computing on the server…" },
  notAStatistic: {
    fr: `Sélectionnez d'abord la cellule d'une formule statistique, seule, comme =KPI_PREVISION(B2:B5000;\u00a028), puis choisissez de nouveau «\u00a0${MENU.fr}\u00a0».`,
    en: `First select the cell of a statistics formula, alone, such as =KPI_FORECAST(B2:B5000, 28), then choose “${MENU.en}” again.`,
  },
  tooLarge: {
    fr: "Ces plages sont trop grandes pour être envoyées (12 Mo au plus). Réduisez-les, ou regroupez-en les lignes.",
    en: "These ranges are too large to be sent (12 MB at most). Shorten them, or group their rows.",
  },
  noAnswer: {
    fr: "Le serveur n'a pas répondu, ou le calcul dépassait le temps permis. Réessayez, ou réduisez les plages.",
    en: "The server did not answer, or the computation exceeded the time allowed. Try again, or shorten the ranges.",
  },
  notWritten: {
    fr: "Le résultat n'a pas pu être écrit\u00a0: l'onglet est peut-être protégé, ou le classeur plein. Vérifiez, puis recommencez.",
    en: "The result could not be written: the tab may be protected, or the spreadsheet full. Check, then start again.",
  },
} satisfies Record<string, Words>;

export function nested(text: string): Words {
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return {
    fr: `L'argument «\u00a0${shown}\u00a0» est lui-même un calcul. Écrivez-le dans une cellule, et donnez cette cellule.`,
    en: `The argument “${shown}” is itself a computation. Write it in a cell, and give that cell.`,
  };
}

export function noSuchRange(text: string): Words {
  return {
    fr: `La plage «\u00a0${text}\u00a0» n'existe pas. Corrigez la formule.`,
    en: `The range “${text}” does not exist. Correct the formula.`,
  };
}

export function written(name: string, rows: string, several: boolean, tab: string): Words {
  return {
    fr: `${name}\u00a0: ${rows} ${several ? "lignes" : "ligne"} dans l'onglet «\u00a0${tab}\u00a0».`,
    en: `${name}: ${rows} ${several ? "rows" : "row"} in the tab “${tab}”.`,
  };
}

/** What the tab says of itself, after the name of the product. */
export function provenance(formula: string, at: string): Words {
  return {
    fr: `${formula}, calculé côté serveur le ${at}.`,
    en: `${formula}, computed on the server on ${at}.`,
  };
}
