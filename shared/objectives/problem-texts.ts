// What the problems of reading the tab of objectives say: what, where, what to do.
export const objectiveTexts = {
  no_objectives_tab: {
    fr: "cette plage n'est pas l'onglet des objectifs. Donnez-le en entier, par exemple Objectifs!A:Z.",
    en: "this range is not the tab of objectives. Give it whole, for example Objectives!A:Z.",
  },
  unknown_objective: {
    fr: "aucun objectif <name>. Le plus proche\u00a0: <names>.",
    en: "no objective <name>. Closest: <names>.",
  },
  no_objectives: {
    fr: "aucun objectif <name>. L'onglet est vide\u00a0: actualisez-le.",
    en: "no objective <name>. The tab is empty: refresh it.",
  },
  same_objective: {
    fr: "{count} objectifs s'appellent <name>. Renommez-en un.",
    en: "{count} objectives are called <name>. Rename one.",
  },
  unknown_part: {
    fr: "<part> n'est pas une colonne de l'onglet. Choisissez\u00a0: {parts}.",
    en: "<part> is not a column of the tab. Choose: {parts}.",
  },
  no_objective_value: { fr: "pas encore de <part>. {remark}", en: "no <part> yet. {remark}" },
  no_remark: { fr: "Actualisez l'onglet.", en: "Refresh the tab." },
};
