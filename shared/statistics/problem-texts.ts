// What the problems of a statistic say: what, where, what to do.
export const statisticsTexts = {
  not_whole: {
    fr: "{at} {value} n'est pas un compte entier. Donnez un nombre, pas un taux.",
    en: "{at} {value} is not a whole count. Give a number, not a rate.",
  },
  not_above_zero: {
    fr: "{at} {value} n'est pas au-dessus de 0. Corrigez la valeur.",
    en: "{at} {value} is not above 0. Correct the value.",
  },
  not_between: {
    fr: "{at} {value} n'est pas entre {low} et {high}. Corrigez la valeur.",
    en: "{at} {value} is not between {low} and {high}. Correct the value.",
  },
  gap: {
    fr: "{at} cellule vide au milieu des données. Écrivez la valeur, ou 0.",
    en: "{at} blank cell amid the data. Write the value, or 0.",
  },
  not_in_order: {
    fr: "{at} date antérieure à la précédente. Triez les lignes.",
    en: "{at} date earlier than the one before. Sort the rows.",
  },
  growing: {
    fr: "{at} plus d'abonnés qu'avant. Suivez un seul groupe, sans les nouveaux.",
    en: "{at} more subscribers than before. Follow a single group, without newcomers.",
  },
  all_zero: {
    fr: "{at} rien que des 0. Vérifiez la plage.",
    en: "{at} nothing but 0. Check the range.",
  },
  too_steady: {
    fr: "{at} trop stable pour montrer un effet. Faites varier ce budget de 20\u202f% quelques semaines.",
    en: "{at} too steady to show an effect. Vary this budget by 20% for a few weeks.",
  },
  not_one_line: { fr: "{shape}. Donnez une seule colonne.", en: "{shape}. Give a single column." },
  greater: {
    fr: "<first> ({value}) dépasse <second> ({limit}){where}. Vérifiez l'ordre des arguments.",
    en: "<first> ({value}) exceeds <second> ({limit}){where}. Check the order of the arguments.",
  },
  no_repeat: {
    fr: "achats répétés {x}, récence {recency}{where}\u00a0: l'un ne va pas sans l'autre. Comptez les jours d'achat après le premier.",
    en: "repeat purchases {x}, recency {recency}{where}: one does not go without the other. Count the days of purchase after the first.",
  },
  too_few: {
    fr: "{what}\u00a0: {found}, il en faut au moins {least}. Donnez plus de données.",
    en: "{what}: {found}, at least {least} needed. Give more data.",
  },
  too_large: {
    fr: "{what}\u00a0: {found}, pas plus de {most} {on}. {advice}",
    en: "{what}: {found}, no more than {most} {on}. {advice}",
  },
  cell: { fr: "dans une cellule", en: "in a cell" },
  server: { fr: "côté serveur", en: "on the server" },
  compute_on_server: {
    fr: "Choisissez le menu Boussole, «\u00a0Calculer côté serveur\u00a0».",
    en: "Choose the menu Boussole, “Compute on the server”.",
  },
  give_less: {
    fr: "Réduisez la plage, ou regroupez-en les lignes.",
    en: "Shorten the range, or group its rows.",
  },
  no_fit: {
    fr: "{model} ne s'ajuste pas à ces données. Vérifiez l'unité de temps et les valeurs extrêmes.",
    en: "{model} does not fit these data. Check the unit of time and the extreme values.",
  },
  no_identity: {
    fr: "{kpi} n'est pas un produit d'autres KPI. Essayez {known}.",
    en: "{kpi} is not a product of other KPIs. Try {known}.",
  },
  factors_differ: {
    fr: "{at} valeurs attendues {least}, données {found}. Suivez l'ordre de {identity}.",
    en: "{at} values expected {least}, given {found}. Follow the order of {identity}.",
  },
  budget_out_of_reach: {
    fr: "{total} est trop loin des budgets observés. Choisissez un total entre {low} et {high}, ou une variation plus large.",
    en: "{total} is too far from the budgets observed. Choose a total between {low} and {high}, or a larger change.",
  },
};
