// The base quantities that KPIs are made of: what each is called, its unit, how it adds up, and how exports name it.
import type { Words } from "./language.ts";

/** `day`, `score` and `choice` are read cell by cell and never added up. */
export type MetricUnit = "count" | "money" | "seconds" | "rate" | "number" | "day" | "score" | "choice";

export interface Metric {
  readonly label: Words;
  readonly unit: MetricUnit;
  /** Over rows: `sum`, the value on the `first` or `last` day, or `none`: two values make no third. */
  readonly adds: "sum" | "first" | "last" | "none";
  /** True where a negative total makes sense (a margin, a result). */
  readonly signed?: true;
  /** Column headers of the usual exports, beside the name and the two labels; compared without case, accents or punctuation. */
  readonly headers?: readonly string[];
  /** Where a table has no column of its own for it: the metric in whose column it is found. */
  readonly of?: string;
  /** Only the rows that bear one of these values, compared without case or punctuation. */
  readonly where?: { readonly dimension: string; readonly values: readonly string[] };
  /** True where it is the total of the period, whatever the rows chosen in it: the base of a share. */
  readonly whole?: true;
}

type Define = (fr: string, en: string, headers?: readonly string[]) => Metric;

const define =
  (unit: MetricUnit, adds: Metric["adds"]): Define =>
  (fr, en, headers = []) => ({ label: { fr, en }, unit, adds, headers });

const count = define("count", "sum");
const money = define("money", "sum");
const seconds = define("seconds", "sum");
/** Counts that may come in parts: a conversion shared between two campaigns. */
const decimals = define("number", "sum");
/** People counted once: those of two days are not their sum. */
const people = define("count", "none");
/** What there is at the start or the end of a period. */
const countAtStart = define("count", "first");
const countAtEnd = define("count", "last");
const moneyAtStart = define("money", "first");
const moneyAtEnd = define("money", "last");
/** Figures that are themselves a result: two averages make no third. */
const oneAmount = define("money", "none");
const oneRate = define("rate", "none");
const oneNumber = define("number", "none");
const day = define("day", "none");
const scores = define("score", "none");
const choice = define("choice", "none");

export const metrics = {
  // Advertising
  spend: money("dépenses", "spend", [
    "spent",
    "amount spent",
    "montant dépensé",
    "coût",
    "coûts",
    "cost",
    "ad spend",
    "dépense",
  ]),
  conversion_costs: money("coûts de conversion", "conversion costs"),
  impressions: count("impressions", "impressions", ["impr", "impressions totales", "total impressions"]),
  eligible_impressions: count("impressions possibles", "eligible impressions"),
  clicks: count("clics", "clicks", ["clicks all", "clics tous", "total clicks"]),
  organic_impressions: count("impressions gratuites", "organic impressions"),
  organic_clicks: count("clics gratuits", "organic clicks"),
  conversions: count("conversions", "conversions", ["key events", "événements clés"]),
  platform_conversions: decimals("conversions revendiquées", "claimed conversions", [
    "conversions des régies",
    "platform conversions",
  ]),
  platform_conversion_value: money("valeur revendiquée", "claimed conversion value", [
    "valeur des régies",
    "platform conversion value",
  ]),
  budget: money("budget", "budget", ["budget total", "total budget"]),
  start_date: day("début", "start", ["start date", "date de début"]),
  end_date: day("fin", "end", ["end date", "date de fin"]),
  today: day("aujourd'hui", "today"),
  brand_mentions: count("mentions de la marque", "brand mentions"),
  market_mentions: count("mentions du marché", "market mentions"),
  recalled: count("personnes qui se souviennent", "people who remember", ["mémorisation", "recalled"]),
  respondents: count("personnes interrogées", "respondents", ["répondants"]),

  // Website
  sessions: count("sessions", "sessions", ["visites", "visits"]),
  engaged_sessions: count("sessions avec engagement", "engaged sessions"),
  single_page_sessions: count("sessions d'une seule page", "single-page sessions"),
  cart_sessions: count("sessions avec ajout au panier", "sessions with add to cart"),
  organic_sessions: {
    ...count("sessions organiques", "organic sessions"),
    of: "sessions",
    where: { dimension: "channel", values: ["organic_search", "recherche organique"] },
  },
  all_sessions: {
    ...count("sessions de toutes les sources", "sessions of all sources"),
    of: "sessions",
    whole: true,
  },
  session_seconds: seconds("durée des sessions (s)", "session duration (s)"),
  engagement_seconds: seconds("temps d'engagement (s)", "engagement time (s)", ["user engagement duration"]),
  screen_page_views: count("pages vues", "page views", ["vues", "views", "screen page views", "pageviews"]),
  exits: count("sorties", "exits"),
  new_users: count("nouveaux utilisateurs", "new users"),
  total_users: people("utilisateurs", "users", ["total users", "utilisateurs totaux", "visiteurs uniques"]),
  active_users: people("utilisateurs actifs", "active users"),
  carts: count("paniers", "carts", ["paniers créés", "carts created", "checkouts"]),
  content_published: count("contenus publiés", "content published", ["articles publiés", "posts published"]),

  // Social networks
  reach: people("portée", "reach", ["couverture", "personnes touchées", "accounts reached"]),
  reach_of_posts: { ...count("portée de chaque publication", "reach of each post"), of: "reach" },
  organic_reach: people("portée organique", "organic reach"),
  followers: countAtEnd("abonnés", "followers", ["fans"]),
  followers_start: { ...countAtStart("abonnés au début", "followers at start"), of: "followers" },
  new_followers: count("nouveaux abonnés", "new followers", ["abonnés gagnés", "followers gained"]),
  likes: count("mentions j'aime", "likes", ["j'aime", "réactions", "reactions"]),
  shares: count("partages", "shares", ["reposts", "retweets"]),
  comments: count("commentaires", "comments"),
  interactions: count("interactions", "interactions", ["engagements", "post engagement"]),
  other_interactions: count("autres interactions", "other interactions", ["enregistrements", "saves"]),

  // E-mail
  emails_sent: count("e-mails envoyés", "e-mails sent", ["envoyés", "sent", "emails sent", "envois"]),
  delivered: count("e-mails délivrés", "delivered e-mails", ["délivrés", "delivered", "emails delivered"]),
  unique_opens: count("ouvreurs uniques", "unique opens", [
    "ouvertures uniques",
    "ouvreurs",
    "unique openers",
  ]),
  unprotected_opens: count("ouvreurs sans protection", "unprotected opens"),
  unique_clicks: count("cliqueurs uniques", "unique clicks", [
    "clics uniques",
    "cliqueurs",
    "unique clickers",
  ]),
  unsubscribes: count("désabonnements", "unsubscribes", ["désinscriptions", "unsubscribed"]),
  bounces: count("e-mails rejetés", "bounced e-mails", ["bounces", "bounced", "rebonds"]),
  hard_bounces: count("rejets définitifs", "hard bounces", ["bounces hard", "rebonds définitifs"]),
  complaints: count("plaintes", "complaints", ["spam", "spam complaints", "plaintes spam", "spam reports"]),
  new_contacts: count("nouveaux contacts", "new contacts", ["nouveaux inscrits", "new subscribers"]),
  list_size_start: countAtStart("contacts au début", "contacts at start"),

  // Sales
  leads: count("leads", "leads", ["prospects", "lead", "contacts générés"]),
  mql: count("leads qualifiés (MQL)", "qualified leads (MQL)", [
    "mqls",
    "leads qualifiés",
    "qualified leads",
  ]),
  sql: count("opportunités qualifiées (SQL)", "sales-qualified leads (SQL)", ["sqls"]),
  qualification_rate: oneRate("taux de leads qualifiés", "qualified lead rate"),
  opps_won: count("affaires gagnées", "deals won", ["gagnées", "won", "closed won"]),
  opps_lost: count("affaires perdues", "deals lost", ["perdues", "lost", "closed lost"]),
  opportunities: countAtEnd("affaires ouvertes", "open deals", ["opportunités", "opportunities"]),
  average_deal: oneAmount("montant moyen d'une affaire", "average deal"),
  win_rate: oneRate("taux de gain", "win rate"),
  cycle_days: oneNumber("cycle de vente (jours)", "sales cycle (days)"),
  orders: count("commandes", "orders", ["achats", "purchases", "transactions", "ventes"]),
  units_sold: { ...count("unités vendues", "units sold", ["quantité", "quantity", "units"]), signed: true },
  revenue: money("chiffre d'affaires", "revenue", [
    "CA",
    "revenus",
    "revenu",
    "total revenue",
    "purchase revenue",
    "valeur des achats",
    "sales",
  ]),
  previous_revenue: money("ventes de la période précédente", "sales of the previous period"),
  first_contact: day("premier contact", "first contact", ["date de création", "create date", "created at"]),
  closed: day("signature", "close date", ["date de clôture", "closed at", "date de signature"]),

  // Customers
  marketing_costs: money("coûts marketing", "marketing costs", ["marketing cost"]),
  sales_costs: money("coûts commerciaux", "sales costs", ["sales cost"]),
  new_customers: count("nouveaux clients", "new customers", [
    "acquisitions",
    "clients acquis",
    "customers",
    "clients",
  ]),
  customers: people("clients actifs", "active customers", ["clients", "customers", "acheteurs", "buyers"]),
  repeat_customers: people("clients qui ont racheté", "repeat customers", ["clients fidèles"]),
  customers_start: countAtStart("clients au début", "customers at start"),
  customers_end: countAtEnd("clients à la fin", "customers at end"),
  lost_customers: count("clients perdus", "customers lost", ["lost customers", "churned customers"]),
  average_order_value: oneAmount("panier moyen", "average order value"),
  purchase_frequency: oneNumber("fréquence d'achat", "purchase frequency"),
  lifetime: oneNumber("durée de vie", "lifetime"),
  margin_rate: oneRate("taux de marge", "margin rate"),
  arpu: oneAmount("revenu par client", "revenue per customer"),
  churn_rate: oneRate("taux d'attrition", "churn rate"),
  margin: { ...oneAmount("marge par période", "margin per period"), signed: true },
  retention_rate: oneRate("taux de rétention", "retention rate"),
  discount_rate: oneRate("taux d'actualisation", "discount rate"),
  periods: oneNumber("nombre de périodes", "number of periods"),
  clv: oneAmount("valeur vie client", "customer lifetime value"),
  cac: oneAmount("coût d'acquisition client", "customer acquisition cost"),

  // Finance
  cogs: money("coût des ventes", "cost of goods sold", ["coût d'achat", "cogs"]),
  total_costs: money("charges totales", "total costs", ["charges", "total des charges"]),
  profit: { ...money("résultat net", "net income", ["profit", "bénéfice", "résultat"]), signed: true },
  mrr: moneyAtEnd("MRR", "MRR", ["revenu récurrent mensuel", "monthly recurring revenue"]),
  mrr_start: moneyAtStart("MRR au début", "MRR at start"),
  mrr_expansion: money("MRR gagné par extension", "expansion MRR", ["expansion"]),
  mrr_contraction: money("MRR perdu par réduction", "contraction MRR", ["contraction"]),
  mrr_churned: money("MRR perdu par départ", "churned MRR", ["churned"]),

  // Service
  answered: count("demandes avec réponse", "requests answered", ["réponses", "answered"]),
  received: count("demandes reçues", "requests received", ["demandes", "received"]),
  received_at: day("reçu le", "received at", ["date de réception", "created at"]),
  answered_at: day("répondu le", "answered at", ["date de réponse", "first response at"]),
  started_at: day("début du traitement", "processing start", ["début", "start", "started at"]),
  ended_at: day("fin du traitement", "processing end", ["fin", "end", "ended at"]),
  within_sla: count("demandes dans les délais", "requests within the limit", [
    "dans les délais",
    "within sla",
  ]),
  due: count("demandes à traiter", "requests due"),
  promoters: count("promoteurs", "promoters"),
  passives: count("passifs", "passives"),
  detractors: count("détracteurs", "detractors"),
  scores: scores("notes", "scores", ["note", "score", "nps", "réponse", "answer"]),
  csat_scores: scores("notes de satisfaction", "satisfaction scores", [
    "csat",
    "satisfaction",
    "note",
    "score",
  ]),
  ces_scores: scores("notes d'effort", "effort scores", ["ces", "effort", "note", "score"]),
  scale: oneNumber("échelle", "scale"),
  statistic: choice("statistique", "statistic"),
} satisfies Record<string, Metric>;

export type MetricName = keyof typeof metrics;

export function isMetric(name: string): name is MetricName {
  return name in metrics;
}

export function metricNamed(name: MetricName): Metric {
  return metrics[name];
}
