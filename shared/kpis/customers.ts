// Customers: what they cost to win, buy, are worth, and how many stay.
import { amount, badShare, cost, inFamily, rate, share } from "./family.ts";

export const customers = inFamily("sales", [
  {
    name: "CAC",
    alias: "COUT_ACQUISITION_CLIENT",
    synonyms: ["CUSTOMER_ACQUISITION_COST"],
    label: { fr: "coût d'acquisition client", en: "customer acquisition cost" },
    summary: {
      fr: "Ce que coûte un premier achat, tous frais compris\u00a0: publicité, salaires, outils, agences. Avec la publicité seule, c'est un CPA.",
      en: "What a first purchase costs, everything included: ads, salaries, tools, agencies. With ad spend alone it is a CPA.",
    },
    ...cost,
    args: [
      "marketing_costs",
      {
        metric: "sales_costs",
        caution: {
          at: 0,
          words: {
            fr: "Sans coûts commerciaux, c'est plutôt un CPA\u00a0: dites quels frais sont comptés.",
            en: "Without sales costs this is rather a CPA: say which costs are counted.",
          },
        },
      },
      "new_customers",
    ],
    formula: "(marketing_costs + sales_costs) / new_customers",
    example: { args: [80000, 60000, 200], value: 700 },
  },
  {
    name: "AOV",
    alias: "PANIER_MOYEN",
    synonyms: ["AVERAGE_ORDER_VALUE"],
    label: { fr: "panier moyen", en: "average order value" },
    summary: {
      fr: "Le montant d'une commande. Décidez une fois si les taxes, le port et les remises y sont.",
      en: "The amount of an order. Decide once whether taxes, shipping and discounts are in it.",
    },
    ...amount,
    args: ["revenue", "orders"],
    formula: "revenue / orders",
    example: { args: [12600, 210], value: 60 },
  },
  {
    name: "PURCHASE_FREQUENCY",
    alias: "FREQUENCE_ACHAT",
    label: { fr: "fréquence d'achat", en: "purchase frequency" },
    summary: {
      fr: "Combien de commandes passe un client dans la période. Chaque client compte une fois.",
      en: "How many orders a customer places in the period. Each customer counts once.",
    },
    unit: "number",
    better: "higher",
    args: ["orders", "customers"],
    formula: "orders / customers",
    expected: [1, Infinity],
    example: { args: [480, 200], value: 2.4 },
  },
  {
    name: "REPEAT_RATE",
    alias: "TAUX_REACHAT",
    label: { fr: "taux de réachat", en: "repeat purchase rate" },
    summary: {
      fr: "La part des clients de la période qui ont commandé au moins deux fois.",
      en: "The share of the period's customers who ordered at least twice.",
    },
    ...share,
    args: ["repeat_customers", "customers"],
    formula: "repeat_customers / customers",
    example: { args: [70, 200], value: 0.35 },
  },
  {
    name: "CLV",
    alias: "VALEUR_VIE_CLIENT",
    synonyms: ["LTV", "CUSTOMER_LIFETIME_VALUE"],
    label: { fr: "valeur vie client", en: "customer lifetime value" },
    summary: {
      fr: "Ce que rapporte un client tant qu'il le reste, avec ses achats par an et sa durée en années. Sans taux de marge, c'est du chiffre d'affaires.",
      en: "What a customer brings for as long as they stay, with orders a year and years. Without a margin rate it is revenue.",
    },
    ...amount,
    args: [
      "average_order_value",
      "purchase_frequency",
      "lifetime",
      {
        metric: "margin_rate",
        fallback: 1,
        caution: {
          at: 1,
          words: {
            fr: "Sans taux de marge, c'est du chiffre d'affaires, pas un gain.",
            en: "Without a margin rate this is revenue, not profit.",
          },
        },
      },
    ],
    formula: "average_order_value * purchase_frequency * lifetime * margin_rate",
    example: { args: [60, 4, 3], value: 720 },
  },
  {
    name: "CLV_CHURN",
    alias: "VALEUR_VIE_CLIENT_ATTRITION",
    label: { fr: "valeur vie client par l'attrition", en: "customer lifetime value from churn" },
    summary: {
      fr: "La marge d'un client par période, sur son taux de départ dans la même période. Pour les abonnements.",
      en: "A customer's margin in a period, over the rate at which they leave in the same period. For subscriptions.",
    },
    ...amount,
    args: ["arpu", "margin_rate", "churn_rate"],
    formula: "arpu * margin_rate / churn_rate",
    atZero: {
      fr: "Personne ne part\u00a0: choisissez un horizon avec CLV_DISCOUNTED et un nombre de périodes.",
      en: "Nobody leaves: choose a horizon with CLV_DISCOUNTED and a number of periods.",
    },
    example: { args: [50, 0.7, 0.05], value: 700 },
  },
  {
    name: "CLV_DISCOUNTED",
    alias: "VALEUR_VIE_CLIENT_ACTUALISEE",
    label: { fr: "valeur vie client actualisée", en: "discounted customer lifetime value" },
    summary: {
      fr: "La valeur d'aujourd'hui des marges à venir, la première maintenant. Tous les taux sont de la même période que la marge.",
      en: "Today's value of the margins to come, the first one now. All rates are of the same period as the margin.",
    },
    ...amount,
    args: ["margin", "retention_rate", "discount_rate", { metric: "periods", fallback: Infinity }],
    formula: "margin * margins",
    terms: { margins: { fr: "nombre de marges actualisées", en: "number of discounted margins" } },
    statistic: "discounted_margins",
    // 40 × 1.1 ÷ (1.1 − 0.8)
    example: { args: [40, 0.8, 0.1], value: 440 / 3 },
  },
  {
    name: "LTV_CAC",
    alias: "RATIO_LTV_CAC",
    synonyms: ["CLV_CAC"],
    label: { fr: "ratio CLV sur CAC", en: "CLV to CAC ratio" },
    summary: {
      fr: "Ce que vaut un client pour un euro dépensé à le gagner, sur les mêmes clients et en marge.",
      en: "What a customer is worth for each unit spent to win them, on the same customers and in margin.",
    },
    unit: "multiple",
    better: "higher",
    args: ["clv", "cac"],
    formula: "clv / cac",
    example: { args: [2100, 700], value: 3 },
  },
  {
    name: "CHURN",
    alias: "TAUX_ATTRITION",
    synonyms: ["CHURN_RATE"],
    label: { fr: "taux d'attrition", en: "churn rate" },
    summary: {
      fr: "La part des clients du début qui sont partis dans la période. 5\u202f% par mois font 46\u202f% par an, pas 60.",
      en: "The share of the customers at the start who left in the period. 5% a month makes 46% a year, not 60.",
    },
    ...badShare,
    args: [
      { name: "lost", metric: "lost_customers" },
      { name: "start", metric: "customers_start" },
    ],
    formula: "lost / start",
    example: { args: [50, 550], value: 50 / 550 },
  },
  {
    name: "RETENTION",
    alias: "TAUX_RETENTION",
    synonyms: ["RETENTION_RATE"],
    label: { fr: "taux de rétention", en: "retention rate" },
    summary: {
      fr: "La part des clients du début encore là à la fin, sans les nouveaux.",
      en: "The share of the customers at the start still there at the end, without new ones.",
    },
    ...rate,
    args: [
      { name: "end", metric: "customers_end" },
      "new_customers",
      { name: "start", metric: "customers_start" },
    ],
    formula: "(end - new_customers) / start",
    limits: [0, 1],
    example: { args: [540, 40, 550], value: 500 / 550 },
  },
]);
