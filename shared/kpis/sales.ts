// Sales: from leads to deals, and what they add up to.
import { summaries } from "../duration.ts";
import { inFamily, measured, rate, share } from "./family.ts";

export const sales = inFamily("sales", [
  {
    name: "LEADS",
    alias: "LEADS_GENERES",
    label: { fr: "leads générés", en: "leads" },
    summary: {
      fr: "Les contacts commerciaux créés dans la période, chacun compté une fois.",
      en: "The sales contacts created in the period, each counted once.",
    },
    ...measured("leads", 120),
  },
  {
    name: "MQL_TO_SQL",
    alias: "TAUX_MQL_SQL",
    label: { fr: "taux de qualification MQL vers SQL", en: "MQL to SQL rate" },
    summary: {
      fr: "La part des leads qualifiés par le marketing que les commerciaux retiennent. Suivez les mêmes leads, qui mettent du temps à avancer.",
      en: "The share of leads qualified by marketing that sales accept. Follow the same leads, which take time to move on.",
    },
    ...share,
    args: ["sql", "mql"],
    formula: "sql / mql",
    example: { args: [30, 120], value: 0.25 },
  },
  {
    name: "CLOSE_RATE",
    alias: "TAUX_TRANSFORMATION",
    label: { fr: "taux de transformation", en: "close rate" },
    summary: {
      fr: "La part des leads qui deviennent clients. Suivez les mêmes leads, qui mettent du temps à signer.",
      en: "The share of leads that become customers. Follow the same leads, which take time to sign.",
    },
    ...share,
    args: ["new_customers", "leads"],
    formula: "new_customers / leads",
    example: { args: [24, 120], value: 0.2 },
  },
  {
    name: "WIN_RATE",
    alias: "TAUX_GAIN",
    label: { fr: "taux de gain", en: "win rate" },
    summary: {
      fr: "La part des affaires closes qui sont gagnées. Les affaires encore ouvertes ne comptent pas.",
      en: "The share of closed deals that are won. Deals still open do not count.",
    },
    ...share,
    args: [
      { name: "won", metric: "opps_won" },
      { name: "lost", metric: "opps_lost" },
    ],
    formula: "won / (won + lost)",
    example: { args: [20, 60], value: 0.25 },
  },
  {
    name: "SALES_VOLUME",
    alias: "VOLUME_VENTES",
    label: { fr: "volume de ventes", en: "sales volume" },
    summary: {
      fr: "Les unités vendues, moins les retours à la date du retour.",
      en: "The units sold, minus returns on the date of the return.",
    },
    ...measured("units_sold", 340),
  },
  {
    name: "SALES_COUNT",
    alias: "NOMBRE_VENTES",
    label: { fr: "nombre de ventes", en: "number of sales" },
    summary: {
      fr: "Les commandes de la période, quelle que soit leur taille.",
      en: "The orders of the period, whatever their size.",
    },
    ...measured("orders", 210),
  },
  {
    name: "REVENUE",
    alias: "CHIFFRE_AFFAIRES",
    label: { fr: "chiffre d'affaires", en: "revenue" },
    summary: {
      fr: "Ce qui a été vendu, hors taxes et remboursements déduits. Une seule devise à la fois.",
      en: "What was sold, without taxes and with refunds taken off. One currency at a time.",
    },
    ...measured("revenue", 12600),
    args: [{ metric: "revenue", signed: true }],
  },
  {
    name: "SALES_GROWTH",
    alias: "CROISSANCE_VENTES",
    label: { fr: "taux de croissance des ventes", en: "sales growth" },
    summary: {
      fr: "De combien les ventes ont augmenté depuis la période précédente, de même longueur et de même saison.",
      en: "How much sales have risen since the previous period, of the same length and season.",
    },
    ...rate,
    args: [
      {
        name: "current",
        metric: "revenue",
        label: { fr: "ventes de la période", en: "sales of the period" },
      },
      { name: "previous", metric: "previous_revenue" },
    ],
    formula: "(current - previous) / previous",
    example: { args: [12600, 12000], value: 0.05 },
  },
  {
    name: "SALES_CYCLE",
    alias: "CYCLE_VENTE",
    label: { fr: "durée du cycle de vente", en: "sales cycle length" },
    summary: {
      fr: "Les jours du premier contact à la signature, médiane par défaut. Les affaires encore ouvertes sont comptées à part.",
      en: "The days from first contact to close, the median by default. Deals still open are counted apart.",
    },
    role: "process",
    unit: "days",
    better: "lower",
    args: [
      "first_contact",
      { name: "close", metric: "closed" },
      { name: "stat", metric: "statistic", choices: summaries, fallback: 0 },
    ],
    formula: "duration",
    terms: {
      duration: { fr: "durée du premier contact à la signature", en: "time from first contact to close" },
    },
    dated: "close",
    statistic: "duration_in_days",
    // 10, 20 and 60 days: the one in the middle
    example: {
      args: [
        ["2026-01-05", "2026-01-05", "2026-02-01"],
        ["2026-01-15", "2026-01-25", "2026-04-02"],
      ],
      value: 20,
    },
  },
  {
    name: "PIPELINE_VELOCITY",
    alias: "VELOCITE_PIPELINE",
    label: { fr: "vélocité du pipeline", en: "pipeline velocity" },
    summary: {
      fr: "Ce que les affaires ouvertes rapportent par jour, au taux de gain et à la vitesse habituels.",
      en: "What open deals bring each day, at the usual win rate and speed.",
    },
    unit: "money_per_day",
    better: "higher",
    args: ["opportunities", "win_rate", { name: "avg_deal", metric: "average_deal" }, "cycle_days"],
    formula: "opportunities * win_rate * avg_deal / cycle_days",
    example: { args: [40, 0.25, 8000, 60], value: 80000 / 60 },
  },
]);
