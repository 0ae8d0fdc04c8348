// Finance: revenue that recurs, what it gains and loses.
import { amount, inFamily, measured, rate, share } from "./family.ts";

export const recurring = inFamily("finance", [
  {
    name: "MRR",
    alias: "REVENU_RECURRENT_MENSUEL",
    synonyms: ["MONTHLY_RECURRING_REVENUE"],
    label: { fr: "revenu récurrent mensuel", en: "monthly recurring revenue" },
    summary: {
      fr: "Ce que les abonnements en cours à la fin de la période rapportent par mois, hors taxes, un abonnement annuel pour un douzième.",
      en: "What the subscriptions active at the end of the period bring each month, without taxes, a yearly one for a twelfth.",
    },
    ...measured("mrr", 100000),
  },
  {
    name: "ARR",
    alias: "REVENU_RECURRENT_ANNUEL",
    synonyms: ["ANNUAL_RECURRING_REVENUE"],
    label: { fr: "revenu récurrent annuel", en: "annual recurring revenue" },
    summary: {
      fr: "Douze fois le MRR de la fin de la période.",
      en: "Twelve times the MRR at the end of the period.",
    },
    ...amount,
    args: ["mrr"],
    formula: "12 * mrr",
    example: { args: [100000], value: 1200000 },
  },
  {
    name: "ARPU",
    alias: "REVENU_MOYEN_PAR_CLIENT",
    label: { fr: "revenu moyen par client", en: "average revenue per customer" },
    summary: {
      fr: "Le chiffre d'affaires par client actif, sur le nombre moyen de clients de la période.",
      en: "Revenue for each active customer, on the average number of customers of the period.",
    },
    ...amount,
    args: ["revenue", "customers"],
    formula: "revenue / customers",
    example: { args: [100000, 2000], value: 50 },
  },
  {
    name: "NRR",
    alias: "RETENTION_NETTE",
    synonyms: ["NET_REVENUE_RETENTION"],
    label: { fr: "rétention nette du revenu", en: "net revenue retention" },
    summary: {
      fr: "Ce que devient un euro de MRR du début, extensions et pertes comprises, sans les nouveaux clients.",
      en: "What becomes of each unit of MRR at the start, with expansion and losses, without new customers.",
    },
    ...rate,
    args: [
      { name: "start_mrr", metric: "mrr_start" },
      { name: "expansion", metric: "mrr_expansion" },
      { name: "contraction", metric: "mrr_contraction" },
      { name: "churned", metric: "mrr_churned" },
    ],
    formula: "(start_mrr + expansion - contraction - churned) / start_mrr",
    expected: [0, Infinity],
    example: { args: [100000, 12000, 3000, 5000], value: 1.04 },
  },
  {
    name: "GRR",
    alias: "RETENTION_BRUTE",
    synonyms: ["GROSS_REVENUE_RETENTION"],
    label: { fr: "rétention brute du revenu", en: "gross revenue retention" },
    summary: {
      fr: "Ce qui reste d'un euro de MRR du début, pertes comprises, sans les extensions.",
      en: "What is left of each unit of MRR at the start, with losses, without expansion.",
    },
    ...share,
    args: [
      { name: "start_mrr", metric: "mrr_start" },
      { name: "contraction", metric: "mrr_contraction" },
      { name: "churned", metric: "mrr_churned" },
    ],
    formula: "(start_mrr - contraction - churned) / start_mrr",
    example: { args: [100000, 3000, 5000], value: 0.92 },
  },
  {
    name: "MRR_CHURN",
    alias: "ATTRITION_MRR",
    label: { fr: "attrition du MRR", en: "MRR churn" },
    summary: {
      fr: "La part du MRR du début perdue dans la période. Avec les extensions elle est nette, parfois négative.",
      en: "The share of the MRR at the start lost in the period. With expansion it is net, sometimes negative.",
    },
    unit: "rate",
    better: "lower",
    args: [
      { name: "start_mrr", metric: "mrr_start" },
      { name: "contraction", metric: "mrr_contraction" },
      { name: "churned", metric: "mrr_churned" },
      { name: "expansion", metric: "mrr_expansion", fallback: 0 },
    ],
    formula: "(contraction + churned - expansion) / start_mrr",
    expected: [-Infinity, 1],
    example: { args: [100000, 3000, 5000], value: 0.08 },
  },
]);
