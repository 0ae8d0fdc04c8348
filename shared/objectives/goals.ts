// The decision table: what one wants to obtain, and the KPIs that tell whether one does.
import type { Words } from "../language.ts";

/** A row of the table. KPIs are named as in the catalogue. */
export interface Goal {
  readonly id: string;
  readonly label: Words;
  /** The KPI proposed first, then those that may take its place. */
  readonly primary: readonly [string, ...string[]];
  readonly secondary: readonly string[];
  /** How the work is done; null where the analyst is asked. */
  readonly process: string | null;
  readonly why: Words;
  /** The channel it is about, where it is about one. */
  readonly channel?: string;
}

export const goals: readonly Goal[] = [
  {
    id: "traffic",
    label: { fr: "Augmenter le trafic", en: "Grow traffic" },
    primary: ["UNIQUE_VISITORS"],
    secondary: ["CTR", "ORGANIC_TRAFFIC", "TRAFFIC_SHARE"],
    process: "CONTENT_PUBLISHED",
    why: {
      fr: "Les visiteurs uniques comptent des personnes, pas des pages. Le taux de clics et les sources disent ce qui les fait venir\u202f; publier est ce qui dépend de vous.",
      en: "Unique visitors count people, not pages. The click rate and the sources tell what brings them; publishing is the part that is up to you.",
    },
  },
  {
    id: "leads",
    label: { fr: "Générer des leads", en: "Generate leads" },
    primary: ["LEADS"],
    secondary: ["CR", "CPL", "MQL_TO_SQL"],
    process: "FIRST_RESPONSE_TIME",
    why: {
      fr: "Le nombre de leads est le résultat. Le taux de conversion et le coût disent à quel prix, la qualification s'ils valent quelque chose\u202f; répondre vite évite de les perdre.",
      en: "The number of leads is the result. Conversion rate and cost tell at what price, qualification whether they are worth it; a fast answer keeps them.",
    },
  },
  {
    id: "awareness",
    label: { fr: "Notoriété de marque", en: "Brand awareness" },
    primary: ["REACH"],
    secondary: ["SOV", "RECALL_RATE", "IMPRESSION_RATE"],
    process: "RESPONSE_RATE",
    why: {
      fr: "La portée compte les personnes touchées. La part de voix la compare au marché, la mémorisation dit s'il en reste quelque chose\u202f; répondre entretient le lien.",
      en: "Reach counts the people who saw you. Share of voice compares it with the market, recall tells whether anything remains; answering keeps the bond.",
    },
  },
  {
    id: "content",
    label: { fr: "Contenu de qualité", en: "Quality content" },
    primary: ["ENGAGEMENT_RATE"],
    secondary: ["SHARES", "AVG_TIME_ON_PAGE", "BOUNCE_RATE"],
    process: "CONTENT_PUBLISHED",
    why: {
      fr: "Un contenu qui plaît fait réagir. Les partages, le temps passé et le rebond disent s'il est lu\u202f; le rythme de publication est l'effort.",
      en: "Content that people like makes them react. Shares, time spent and bounces tell whether it is read; the rate of publishing is the effort.",
    },
  },
  {
    id: "paid_ads",
    label: { fr: "Publicité payante", en: "Paid advertising" },
    primary: ["ROI", "ROAS"],
    secondary: ["CPA", "CTR", "CPC"],
    process: "BUDGET_PACING",
    why: {
      fr: "Le ROI dit si la publicité rapporte plus qu'elle ne coûte. Le coût par acquisition, le taux et le coût du clic disent pourquoi\u202f; le rythme du budget évite les surprises.",
      en: "ROI tells whether ads bring more than they cost. Cost per acquisition, click rate and cost per click tell why; budget pacing avoids surprises.",
    },
  },
  {
    id: "digital_strategy",
    label: { fr: "Stratégie digitale", en: "Digital strategy" },
    primary: ["CR"],
    secondary: ["BOUNCE_RATE", "CPL", "ROI"],
    process: null,
    why: {
      fr: "Le taux de conversion résume ce que le site fait de ses visites. Le rebond, le coût par lead et le ROI le situent\u202f; choisissez l'action que vous voulez suivre.",
      en: "The conversion rate sums up what the site makes of its visits. Bounces, cost per lead and ROI put it in place; choose the part of the work to follow.",
    },
  },
  {
    id: "online_sales",
    label: { fr: "Ventes en ligne", en: "Online sales" },
    primary: ["REVENUE"],
    secondary: ["CR", "AOV", "CART_ABANDONMENT", "ROAS"],
    process: "PROCESSING_TIME",
    why: {
      fr: "Le chiffre d'affaires est fait de visites, de conversions et de paniers\u00a0: chacun est suivi, et l'abandon dit où il se perd. Expédier vite fait revenir.",
      en: "Revenue is made of visits, conversions and baskets: each is followed, and abandonment tells where it is lost. Fast shipping brings buyers back.",
    },
  },
  {
    id: "budget_allocation",
    label: { fr: "Allocation du budget", en: "Budget allocation" },
    primary: ["CPA"],
    secondary: ["CPL", "ROI", "MER"],
    process: "BUDGET_PACING",
    why: {
      fr: "Le coût par acquisition, canal par canal, dit où un euro travaille le mieux. Le ROI et le MER vérifient que l'ensemble suit\u202f; le rythme du budget, que l'on s'y tient.",
      en: "Cost per acquisition, channel by channel, tells where money works best. ROI and MER check that the whole follows; budget pacing, that you stick to it.",
    },
  },
  {
    id: "emailing",
    label: { fr: "E-mailing", en: "E-mailing" },
    primary: ["EMAIL_CR"],
    secondary: ["OPEN_RATE", "EMAIL_CTR", "UNSUB_RATE", "DELIVERY_RATE"],
    process: "EMAIL_BOUNCE_RATE",
    channel: "email",
    why: {
      fr: "Un e-mail réussi mène à une action. Délivré, ouvert, cliqué\u00a0: chaque étape est suivie, et les désabonnements disent si vous en faites trop. Une liste propre rebondit peu.",
      en: "A good e-mail leads to an action. Delivered, opened, clicked: each step is followed, and unsubscribes tell whether you do too much. A clean list bounces little.",
    },
  },
  {
    id: "social_community",
    label: { fr: "Communauté sociale", en: "Social community" },
    primary: ["FOLLOWER_GROWTH"],
    secondary: ["ENGAGEMENT_RATE", "REACH"],
    process: "RESPONSE_RATE",
    why: {
      fr: "Une communauté vivante grandit et réagit\u00a0: la croissance seule ne prouve rien sans l'engagement. Répondre est ce qui la fait vivre.",
      en: "A living community grows and reacts: growth alone proves nothing without engagement. Answering is what keeps it alive.",
    },
  },
  {
    id: "experience",
    label: { fr: "Expérience et fidélité", en: "Experience and loyalty" },
    primary: ["NPS"],
    secondary: ["CSAT", "RETENTION", "REPEAT_RATE"],
    process: "FIRST_RESPONSE_TIME",
    why: {
      fr: "Le NPS annonce qui restera et qui partira. La satisfaction, la rétention et le réachat le vérifient\u202f; répondre vite est ce qui dépend de vous.",
      en: "NPS announces who will stay and who will leave. Satisfaction, retention and repeat purchases check it; a fast answer is the part that is up to you.",
    },
  },
  {
    id: "customer_value",
    label: { fr: "Rentabilité clients", en: "Customer profitability" },
    primary: ["CLV", "LTV_CAC"],
    secondary: ["CAC", "CAC_PAYBACK"],
    process: null,
    why: {
      fr: "Un client vaut ce qu'il rapporte sur toute sa vie, moins ce qu'il a coûté à gagner. Choisissez l'action qui le fait rester.",
      en: "A customer is worth what a lifetime brings, minus what winning it cost. Choose the part of the work that makes customers stay.",
    },
  },
  {
    id: "sales_performance",
    label: { fr: "Performance commerciale", en: "Sales performance" },
    primary: ["REVENUE", "SALES_GROWTH"],
    secondary: ["CLOSE_RATE", "CAC", "CLV"],
    process: "SALES_CYCLE",
    why: {
      fr: "Le chiffre d'affaires est le résultat\u202f; le taux de transformation dit comment il vient, le coût et la valeur d'un client s'il durera. Un cycle plus court fait tout avancer.",
      en: "Revenue is the result; the close rate tells how it comes, the cost and value of a customer whether it will last. A shorter cycle moves everything.",
    },
  },
  {
    id: "financial_health",
    label: { fr: "Santé financière", en: "Financial health" },
    primary: ["NET_INCOME", "ROI"],
    secondary: ["GROSS_MARGIN", "NET_MARGIN"],
    process: null,
    why: {
      fr: "Le résultat net est ce qui reste. La marge brute et la rentabilité disent où il se gagne\u202f; choisissez l'action que vous voulez suivre.",
      en: "Net income is what remains. Gross margin and net margin tell where it is earned; choose the part of the work to follow.",
    },
  },
  {
    id: "operations",
    label: { fr: "Opérations", en: "Operations" },
    primary: ["PROCESSING_TIME"],
    secondary: ["SLA_RATE"],
    process: "RESPONSE_RATE",
    why: {
      fr: "Le temps de traitement montre les goulets. Le respect des délais dit ce que le client en voit, le taux de réponse que personne n'est oublié.",
      en: "Processing time shows the bottlenecks. The SLA rate tells what customers see of it, the response rate that nobody is forgotten.",
    },
  },
  {
    id: "seo",
    label: { fr: "Référencement naturel (SEO)", en: "Search engines (SEO)" },
    primary: ["ORGANIC_TRAFFIC"],
    secondary: ["ORGANIC_CTR", "CR"],
    process: "CONTENT_PUBLISHED",
    channel: "organic_search",
    why: {
      fr: "Le trafic organique dit si l'on vous trouve sans payer. Le taux de clics juge vos titres, la conversion la qualité des visites\u202f; publier est l'effort.",
      en: "Organic traffic tells whether people find you without ads. The click rate judges your titles, conversion the quality of visits; publishing is the effort.",
    },
  },
  {
    id: "subscriptions",
    label: { fr: "Abonnements (SaaS)", en: "Subscriptions (SaaS)" },
    primary: ["MRR"],
    secondary: ["NRR", "CHURN", "ARPU", "CAC_PAYBACK"],
    process: "FIRST_RESPONSE_TIME",
    why: {
      fr: "Le revenu récurrent est le résultat. La rétention nette, l'attrition et le revenu par client disent d'où il vient, la récupération du CAC ce qu'il coûte\u202f; répondre vite retient.",
      en: "Recurring revenue is the result. Net retention, churn and revenue per customer tell where it comes from, CAC payback what it costs; fast answers keep customers.",
    },
  },
];
