// Finance: margins, results, and revenue that recurs.
import { amount, inFamily, rate } from "./family.ts";

export const finance = inFamily("finance", [
  {
    name: "ROI",
    alias: "RETOUR_INVESTISSEMENT",
    synonyms: ["RETURN_ON_INVESTMENT"],
    label: { fr: "retour sur investissement", en: "return on investment" },
    summary: {
      fr: "Ce qu'un euro investi rapporte en plus de lui-même. Le gain est brut\u00a0: la formule en retire le coût.",
      en: "What each unit invested brings on top of itself. The gain is gross: the formula takes the cost off.",
    },
    ...rate,
    args: [
      { name: "gain", metric: "revenue", label: { fr: "gain", en: "gain" }, signed: true },
      { name: "cost", metric: "spend", label: { fr: "coût", en: "cost" } },
    ],
    formula: "(gain - cost) / cost",
    example: { args: [40000, 10000], value: 3 },
  },
  {
    name: "CAC_PAYBACK",
    alias: "DELAI_RECUPERATION_CAC",
    label: { fr: "délai de récupération du CAC", en: "CAC payback" },
    summary: {
      fr: "Les mois qu'il faut à un client pour rembourser, en marge, ce qu'il a coûté.",
      en: "The months that a customer takes to pay back, in margin, what they cost.",
    },
    unit: "months",
    better: "lower",
    args: [
      "cac",
      {
        name: "arpu_per_month",
        metric: "arpu",
        label: { fr: "revenu mensuel par client", en: "monthly revenue per customer" },
      },
      "margin_rate",
    ],
    formula: "cac / (arpu_per_month * margin_rate)",
    example: { args: [700, 50, 0.7], value: 20 },
  },
  {
    name: "GROSS_MARGIN",
    alias: "MARGE_BRUTE",
    label: { fr: "marge brute", en: "gross margin" },
    summary: {
      fr: "Ce qui reste des ventes une fois payé ce qui a été vendu.",
      en: "What is left of sales once what was sold is paid for.",
    },
    ...amount,
    args: ["revenue", "cogs"],
    formula: "revenue - cogs",
    example: { args: [100000, 40000], value: 60000 },
  },
  {
    name: "GROSS_MARGIN_RATE",
    alias: "TAUX_MARQUE",
    label: { fr: "taux de marque", en: "gross margin rate" },
    summary: {
      fr: "La marge sur le chiffre d'affaires. Les comptables disent taux de marge, nom que les commerçants gardent pour MARKUP_RATE.",
      en: "The margin over revenue. Not the margin over cost, which is MARKUP_RATE.",
    },
    ...rate,
    args: ["revenue", "cogs"],
    formula: "(revenue - cogs) / revenue",
    example: { args: [100000, 40000], value: 0.6 },
  },
  {
    name: "MARKUP_RATE",
    alias: "TAUX_MARGE_SUR_COUT",
    label: { fr: "taux de marge sur coût", en: "markup rate" },
    summary: {
      fr: "La marge sur le coût de ce qui a été vendu\u00a0: le taux de marge des commerçants.",
      en: "The margin over the cost of what was sold: a trader's markup.",
    },
    ...rate,
    args: ["revenue", "cogs"],
    formula: "(revenue - cogs) / cogs",
    example: { args: [100000, 40000], value: 1.5 },
  },
  {
    name: "NET_INCOME",
    alias: "RESULTAT_NET",
    label: { fr: "résultat net", en: "net income" },
    summary: {
      fr: "Ce qui reste quand tout est payé, impôts compris. Négatif en cas de perte.",
      en: "What is left when everything is paid, taxes included. Negative for a loss.",
    },
    ...amount,
    args: ["revenue", "total_costs"],
    formula: "revenue - total_costs",
    example: { args: [100000, 88000], value: 12000 },
  },
  {
    name: "NET_MARGIN",
    alias: "RENTABILITE",
    label: { fr: "rentabilité (résultat sur ventes)", en: "net margin" },
    summary: {
      fr: "La part du chiffre d'affaires qui reste en résultat. Les comptables disent marge nette.",
      en: "The share of revenue that remains as net income. Not the return on capital.",
    },
    ...rate,
    args: ["profit", "revenue"],
    formula: "profit / revenue",
    example: { args: [12000, 100000], value: 0.12 },
  },
]);
