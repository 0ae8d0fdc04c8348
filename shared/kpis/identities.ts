// How KPIs follow from one another: `CPA = CPC / CR`. Tested on random figures, and the chains along which a change is explained.
export interface Identity {
  readonly kpi: string;
  /** The KPI equals the formula unless it is only a bound. */
  readonly relation?: "at least" | "at most";
  /** An expression over KPIs and metrics; in a product, its factors in the order to tell them. */
  readonly formula: string;
  /** What the arguments of the KPI are, expressions over metrics, where they are not its usual metrics. */
  readonly args?: readonly string[];
  /** The same for the KPIs of the formula; and what a metric that is a ratio is made of. */
  readonly of?: Readonly<Record<string, readonly string[] | string>>;
}

export const identities: readonly Identity[] = [
  { kpi: "CPM", formula: "1000 * CTR * CPC" },
  { kpi: "CPA", formula: "CPC / CR", of: { CR: ["new_customers", "clicks"] } },
  { kpi: "CPL", formula: "CPC / CR", of: { CR: ["leads", "clicks"] } },
  { kpi: "CPQL", formula: "CPL / qualification_rate", of: { qualification_rate: "mql / leads" } },
  {
    kpi: "CAC",
    relation: "at least",
    formula: "CPL / CLOSE_RATE",
    args: ["spend", "sales_costs", "new_customers"],
  },
  { kpi: "ROAS", formula: "CR * AOV / CPC", of: { CR: ["orders", "clicks"] } },
  { kpi: "ROMI", formula: "ROAS * margin_rate - 1" },
  { kpi: "BREAKEVEN_ROAS", formula: "1 / margin_rate" },
  { kpi: "EMAIL_CTR", formula: "OPEN_RATE * CTOR" },
  { kpi: "OPEN_RATE", formula: "OPEN_RATE * DELIVERY_RATE", args: ["unique_opens", "emails_sent"] },
  {
    kpi: "DELIVERY_RATE",
    formula: "1 - EMAIL_BOUNCE_RATE",
    args: ["emails_sent - bounces", "emails_sent"],
  },
  { kpi: "BOUNCE_RATE", formula: "1 - SITE_ENGAGEMENT_RATE" },
  {
    kpi: "CHURN",
    formula: "1 - RETENTION",
    args: ["customers_start - (customers_end - new_customers)", "customers_start"],
  },
  { kpi: "RPV", formula: "CR * AOV", of: { CR: ["orders", "total_users"] } },
  { kpi: "REVENUE", formula: "SESSIONS * CR * AOV", of: { CR: ["orders", "sessions"] } },
  { kpi: "REACH", formula: "impressions / AD_FREQUENCY" },
  { kpi: "ARPU", formula: "AOV * PURCHASE_FREQUENCY" },
  {
    kpi: "CLV",
    formula: "AOV * PURCHASE_FREQUENCY * lifetime",
    args: ["revenue / orders", "orders / customers", "lifetime", "1"],
  },
  {
    kpi: "CAC_PAYBACK",
    formula: "CAC / (ARPU * margin_rate)",
    args: ["(marketing_costs + sales_costs) / new_customers", "revenue / customers", "margin_rate"],
  },
  {
    kpi: "LTV_CAC",
    formula: "CLV / CAC",
    args: [
      "average_order_value * purchase_frequency * lifetime * margin_rate",
      "(marketing_costs + sales_costs) / new_customers",
    ],
  },
  { kpi: "GRR", relation: "at most", formula: "NRR" },
  { kpi: "GROSS_MARGIN_RATE", formula: "MARKUP_RATE / (1 + MARKUP_RATE)" },
  {
    kpi: "PIPELINE_VELOCITY",
    formula: "opportunities * WIN_RATE * average_deal / cycle_days",
    args: ["opportunities", "opps_won / (opps_won + opps_lost)", "average_deal", "cycle_days"],
  },
  {
    kpi: "TRAFFIC_SHARE",
    formula: "1 - TRAFFIC_SHARE",
    args: ["organic_sessions", "sessions"],
    of: { TRAFFIC_SHARE: ["sessions - organic_sessions", "sessions"] },
  },
];
