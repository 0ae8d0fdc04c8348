// Budget: what the money spent on marketing brings back, and how fast it goes.
import { inFamily, rate } from "./family.ts";

export const budget = inFamily("budget", [
  {
    name: "ROAS",
    alias: "RENDEMENT_PUB",
    synonyms: ["RETURN_ON_AD_SPEND"],
    label: { fr: "retour sur dépenses publicitaires", en: "return on ad spend" },
    summary: {
      fr: "Le chiffre d'affaires attribué pour un euro de publicité. Deux régies s'attribuent parfois la même vente.",
      en: "The revenue attributed to each unit of ad spend. Two ad platforms sometimes claim the same sale.",
    },
    unit: "multiple",
    better: "higher",
    args: ["revenue", "spend"],
    formula: "revenue / spend",
    example: { args: [9000, 1500], value: 6 },
  },
  {
    name: "ROMI",
    alias: "ROI_MARKETING",
    label: { fr: "ROI marketing", en: "return on marketing investment" },
    summary: {
      fr: "Ce qu'un euro de marketing rapporte en marge, en plus de lui-même. Sans taux de marge, il compte tout le chiffre d'affaires.",
      en: "The margin that each unit of marketing brings on top of itself. Without a margin rate it counts all the revenue.",
    },
    ...rate,
    args: [
      "revenue",
      { name: "marketing_cost", metric: "spend", label: { fr: "coût marketing", en: "marketing cost" } },
      {
        metric: "margin_rate",
        fallback: 1,
        caution: {
          at: 1,
          words: {
            fr: "Sans taux de marge, c'est un ROI sur le chiffre d'affaires.",
            en: "Without a margin rate, this is a return on revenue.",
          },
        },
      },
    ],
    formula: "(revenue * margin_rate - marketing_cost) / marketing_cost",
    example: { args: [40000, 10000, 0.6], value: 1.4 },
  },
  {
    name: "MER",
    alias: "RATIO_EFFICACITE_MARKETING",
    label: { fr: "ratio d'efficacité marketing", en: "marketing efficiency ratio" },
    summary: {
      fr: "Tout le chiffre d'affaires pour un euro de marketing, sans attribution. Certains l'inversent.",
      en: "All the revenue for each unit of marketing, without attribution. Some turn it over.",
    },
    unit: "multiple",
    better: "higher",
    args: [
      { name: "total_revenue", metric: "revenue" },
      {
        name: "total_marketing_spend",
        metric: "spend",
        label: { fr: "dépenses marketing", en: "marketing spend" },
      },
    ],
    formula: "total_revenue / total_marketing_spend",
    example: { args: [120000, 18000], value: 120 / 18 },
  },
  {
    name: "BREAKEVEN_ROAS",
    alias: "ROAS_SEUIL",
    label: { fr: "ROAS seuil de rentabilité", en: "break-even ROAS" },
    summary: {
      fr: "Le ROAS au-dessous duquel la publicité fait perdre de l'argent.",
      en: "The ROAS below which advertising loses money.",
    },
    unit: "multiple",
    better: "neutral",
    args: ["margin_rate"],
    formula: "1 / margin_rate",
    example: { args: [0.6], value: 1 / 0.6 },
  },
  {
    name: "BUDGET_PACING",
    alias: "RYTHME_BUDGET",
    label: { fr: "rythme du budget", en: "budget pacing" },
    summary: {
      fr: "La part du budget dépensée sur la part de la période écoulée, aujourd'hui compris\u00a0: 1,2 quand on va 20\u202f% trop vite.",
      en: "The share of the budget spent over the share of the period elapsed, today included: 1.2 when 20% too fast.",
    },
    role: "process",
    unit: "rate",
    better: "band",
    args: [
      { name: "spend_to_date", metric: "spend" },
      "budget",
      { name: "start", metric: "start_date" },
      { name: "end", metric: "end_date" },
      "today",
    ],
    formula: "spend_to_date / budget / elapsed_share",
    terms: { elapsed_share: { fr: "part de la période écoulée", en: "share of the period elapsed" } },
    statistic: "elapsed_share",
    // 30 % of the budget on day 15 of 30
    example: { args: [3000, 10000, "2026-11-01", "2026-11-30", "2026-11-15"], value: 0.6 },
  },
]);
