// Where to begin in a trade: the strategic goals that one usually has, and the goals that serve them.
import type { Words } from "../language.ts";

export interface Preset {
  readonly id: string;
  readonly label: Words;
  /** What an objective may serve. */
  readonly strategy: readonly Words[];
  /** Rows of the decision table (goals.ts), the most usual first. */
  readonly goals: readonly string[];
}

export const presets: readonly Preset[] = [
  {
    id: "ecommerce",
    label: { fr: "E-commerce", en: "E-commerce" },
    strategy: [
      { fr: "Développer les ventes en ligne", en: "Grow online sales" },
      { fr: "Rendre la publicité rentable", en: "Make advertising pay" },
      { fr: "Fidéliser les acheteurs", en: "Make buyers come back" },
    ],
    goals: ["online_sales", "paid_ads", "emailing", "seo", "budget_allocation", "experience"],
  },
  {
    id: "b2b",
    label: { fr: "Entreprises (B2B)", en: "Business to business (B2B)" },
    strategy: [
      { fr: "Alimenter les commerciaux en leads qualifiés", en: "Feed sales with qualified leads" },
      { fr: "Gagner de nouveaux clients", en: "Win new customers" },
      { fr: "Être reconnu dans le métier", en: "Be known in the trade" },
    ],
    goals: ["leads", "sales_performance", "content", "emailing", "awareness", "customer_value"],
  },
  {
    id: "saas",
    label: { fr: "Logiciel par abonnement (SaaS)", en: "Software by subscription (SaaS)" },
    strategy: [
      { fr: "Accroître le revenu récurrent", en: "Grow recurring revenue" },
      { fr: "Réduire les départs", en: "Lose fewer customers" },
      { fr: "Acquérir des clients à un coût tenable", en: "Acquire customers at a cost that lasts" },
    ],
    goals: ["subscriptions", "leads", "customer_value", "experience", "content", "seo"],
  },
  {
    id: "industry",
    label: { fr: "Industrie", en: "Industry" },
    strategy: [
      { fr: "Développer le chiffre d'affaires", en: "Grow revenue" },
      { fr: "Tenir les délais", en: "Keep delivery times" },
      { fr: "Préserver les marges", en: "Protect margins" },
    ],
    goals: ["sales_performance", "leads", "operations", "experience", "financial_health"],
  },
];
