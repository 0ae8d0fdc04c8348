// Website: who comes, from where, and what they do there.
import { badShare, inFamily, measured, share } from "./family.ts";

export const web = inFamily("web", [
  {
    name: "UNIQUE_VISITORS",
    alias: "VISITEURS_UNIQUES",
    label: { fr: "visiteurs uniques", en: "unique visitors" },
    summary: {
      fr: "Les personnes venues dans la période. Celles de deux jours ne s'additionnent pas. GA4 donne aussi les utilisateurs actifs.",
      en: "The people who came in the period. Those of two days do not add up. GA4 also gives active users.",
    },
    ...measured("total_users", 2988),
  },
  {
    name: "SESSIONS",
    alias: "VISITES",
    synonyms: ["VISITS"],
    label: { fr: "sessions", en: "sessions" },
    summary: {
      fr: "Les visites du site. Celle qui passe minuit peut compter dans les deux jours.",
      en: "The visits to the site. One that crosses midnight may count on both days.",
    },
    ...measured("sessions", 20770),
  },
  {
    name: "ORGANIC_TRAFFIC",
    alias: "TRAFIC_ORGANIQUE",
    label: { fr: "trafic organique", en: "organic traffic" },
    summary: {
      fr: "Les sessions venues des moteurs de recherche sans être payées. Certains comptent les visiteurs, qui ne s'additionnent pas.",
      en: "The sessions that come from search engines unpaid. Some count visitors, who do not add up.",
    },
    ...measured("organic_sessions", 6200),
  },
  {
    name: "ORGANIC_SHARE",
    alias: "PART_ORGANIQUE",
    label: { fr: "part du trafic organique", en: "organic share" },
    summary: {
      fr: "La part des sessions qui viennent des moteurs de recherche sans être payées.",
      en: "The share of sessions that come from search engines without being paid for.",
    },
    ...share,
    args: ["organic_sessions", "sessions"],
    formula: "organic_sessions / sessions",
    example: { args: [6200, 20000], value: 0.31 },
  },
  {
    name: "ORGANIC_CTR",
    alias: "TAUX_CLIC_ORGANIQUE",
    synonyms: ["SEO_CTR", "CTR SEO"],
    label: { fr: "taux de clic gratuit", en: "organic click-through rate" },
    summary: {
      fr: "La part des impressions gratuites qui sont cliquées\u00a0: résultats de recherche, publications. Les publicités n'y sont pas, voyez le CTR.",
      en: "The share of unpaid impressions that are clicked: search results, posts. Ads are not in it, see CTR.",
    },
    ...share,
    args: ["organic_clicks", "organic_impressions"],
    formula: "organic_clicks / organic_impressions",
    example: { args: [420, 12000], value: 0.035 },
  },
  {
    name: "TRAFFIC_SHARE",
    alias: "PART_SOURCE",
    label: { fr: "part d'une source de trafic", en: "traffic share of a source" },
    summary: {
      fr: "La part des sessions qui viennent d'une source. Gardez une ligne pour les sources inconnues\u00a0: les parts font 100\u202f%.",
      en: "The share of sessions that come from one source. Keep a row for unknown sources: the shares make 100%.",
    },
    unit: "rate",
    better: "neutral",
    args: [
      {
        name: "source_sessions",
        metric: "sessions",
        label: { fr: "sessions de la source", en: "sessions of the source" },
      },
      { name: "sessions", metric: "all_sessions" },
    ],
    formula: "source_sessions / sessions",
    expected: [0, 1],
    example: { args: [5000, 20000], value: 0.25 },
  },
  {
    name: "BOUNCE_RATE",
    alias: "TAUX_REBOND",
    label: { fr: "taux de rebond", en: "bounce rate" },
    summary: {
      fr: "La part des sessions sans engagement au sens de GA4 (dix secondes, deux pages ou un événement clé). À ne pas comparer à SINGLE_PAGE_BOUNCE_RATE.",
      en: "The share of sessions not engaged as GA4 means it (ten seconds, two pages or a key event). Not to be compared with SINGLE_PAGE_BOUNCE_RATE.",
    },
    ...badShare,
    args: ["engaged_sessions", "sessions"],
    formula: "1 - engaged_sessions / sessions",
    example: { args: [12000, 20000], value: 0.4 },
  },
  {
    name: "SINGLE_PAGE_BOUNCE_RATE",
    alias: "TAUX_REBOND_PAGE_UNIQUE",
    label: { fr: "taux de rebond d'une page", en: "single-page bounce rate" },
    summary: {
      fr: "La part des sessions d'une seule page, comme dans Universal Analytics\u00a0: une page lue en entier y est un rebond.",
      en: "The share of sessions of a single page, as in Universal Analytics: a page read to its end is a bounce.",
    },
    ...badShare,
    args: ["single_page_sessions", "sessions"],
    formula: "single_page_sessions / sessions",
    example: { args: [9000, 20000], value: 0.45 },
  },
  {
    name: "SITE_ENGAGEMENT_RATE",
    alias: "TAUX_ENGAGEMENT_SITE",
    label: { fr: "taux d'engagement du site", en: "site engagement rate" },
    summary: {
      fr: "La part des sessions avec engagement au sens de GA4\u00a0: dix secondes, deux pages ou un événement clé.",
      en: "The share of engaged sessions as GA4 means it: ten seconds, two pages or a key event.",
    },
    ...share,
    args: ["engaged_sessions", "sessions"],
    formula: "engaged_sessions / sessions",
    example: { args: [12000, 20000], value: 0.6 },
  },
  {
    name: "AVG_SESSION_DURATION",
    alias: "DUREE_MOYENNE_SESSION",
    label: { fr: "durée moyenne de session", en: "average session duration" },
    summary: {
      fr: "Le temps d'une visite, en secondes. Divisez par 86400 pour un format heure.",
      en: "The time of a visit, in seconds. Divide by 86400 for a time format.",
    },
    unit: "seconds",
    better: "higher",
    args: [{ name: "total_seconds", metric: "session_seconds" }, "sessions"],
    formula: "total_seconds / sessions",
    example: { args: [1800000, 20000], value: 90 },
  },
]);
