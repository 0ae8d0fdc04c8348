// What the warnings about a value say: what is odd, and what it may come from.
export const warningTexts = {
  warn_over_one: {
    fr: "{value}\u202f%, plus que le tout\u00a0: un même élément est compté plusieurs fois, ou les deux plages n'ont pas la même base.",
    en: "{value}%, more than the whole: something is counted several times, or the two ranges do not share one base.",
  },
  warn_under_one: {
    fr: "{value}, moins de un\u00a0: il manque sans doute des mesures.",
    en: "{value}, less than one: some measurements are probably missing.",
  },
  warn_negative: {
    fr: "{value}, négatif là où ce n'est pas possible\u00a0: les plages sont peut-être inversées, ou de périodes différentes.",
    en: "{value}, negative where it cannot be: the ranges may be swapped, or of different periods.",
  },
  warn_small_n: {
    fr: "Calculé sur {value} seulement\u00a0: au-dessous de 30, la valeur varie beaucoup d'une fois à l'autre.",
    en: "Computed on {value} only: below 30, the value varies a lot from one time to the next.",
  },
  warn_unfinished: {
    fr: "{value} sans date de fin\u00a0: encore en cours, hors du calcul.",
    en: "{value} without an end date: still open, left out.",
  },
  warn_no_start: {
    fr: "{value} sans date de début, hors du calcul.",
    en: "{value} without a start date, left out.",
  },
  warn_off_pace: {
    fr: "Hors de la fourchette de {value} à {high}\u202f% attendue à ce stade de la période.",
    en: "Outside the {value} to {high}% expected at this point of the period.",
  },
};
