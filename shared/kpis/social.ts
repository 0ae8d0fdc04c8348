// Social networks: who is reached, and what they do with it.
import { cost, inFamily, measured, rate, share } from "./family.ts";

export const social = inFamily("social", [
  {
    name: "CPE",
    alias: "COUT_PAR_ENGAGEMENT",
    synonyms: ["COST_PER_ENGAGEMENT"],
    label: { fr: "coût par engagement", en: "cost per engagement" },
    summary: {
      fr: "Ce que coûte une interaction. Comptez les mêmes interactions que dans INTERACTIONS.",
      en: "What one interaction costs. Count the same interactions as in INTERACTIONS.",
    },
    ...cost,
    args: ["spend", "interactions"],
    formula: "spend / interactions",
    example: { args: [600, 2400], value: 0.25 },
  },
  {
    name: "INTERACTIONS",
    alias: "INTERACTIONS_SOCIALES",
    synonyms: ["ENGAGEMENT"],
    label: { fr: "interactions", en: "interactions" },
    summary: {
      fr: "Les gestes sur les publications. Décidez une fois par réseau s'il faut ajouter les enregistrements et les clics.",
      en: "What people do with the posts. Decide once for each network whether to add saves and clicks.",
    },
    unit: "count",
    better: "higher",
    args: ["likes", "shares", "comments", { name: "others", metric: "other_interactions", fallback: 0 }],
    formula: "likes + shares + comments + others",
    example: { args: [800, 120, 60, 20], value: 1000 },
  },
  {
    name: "ENGAGEMENT_RATE",
    alias: "TAUX_ENGAGEMENT",
    label: { fr: "taux d'engagement", en: "engagement rate" },
    summary: {
      fr: "Les interactions sur la portée\u00a0: un rapport de sommes, pas la moyenne des taux que donnent beaucoup d'outils. Avec les impressions ou les abonnés, dites-le.",
      en: "Interactions over reach: a ratio of sums, not the average of rates that many tools give. With impressions or followers, say so.",
    },
    ...share,
    args: ["interactions", { name: "base", metric: "reach_of_posts" }],
    formula: "interactions / base",
    example: { args: [1000, 25000], value: 0.04 },
  },
  {
    name: "FOLLOWER_GROWTH",
    alias: "TAUX_CROISSANCE_ABONNES",
    label: { fr: "taux de croissance des abonnés", en: "follower growth rate" },
    summary: {
      fr: "Les abonnés gagnés en net, sur ceux du début. D'une période à l'autre, ces taux se composent.",
      en: "Followers gained, net, over those at the start. From period to period these rates compound.",
    },
    ...rate,
    args: [
      { name: "start", metric: "followers_start" },
      { name: "end", metric: "followers", label: { fr: "abonnés à la fin", en: "followers at end" } },
    ],
    formula: "(end - start) / start",
    example: { args: [10000, 10500], value: 0.05 },
  },
  {
    name: "NET_NEW_FOLLOWERS",
    alias: "CROISSANCE_COMMUNAUTE",
    label: { fr: "croissance de la communauté", en: "net new followers" },
    summary: {
      fr: "Les abonnés gagnés moins les abonnés perdus dans la période.",
      en: "The followers gained minus the followers lost in the period.",
    },
    unit: "count",
    better: "higher",
    args: [
      { name: "start", metric: "followers_start" },
      { name: "end", metric: "followers", label: { fr: "abonnés à la fin", en: "followers at end" } },
    ],
    formula: "end - start",
    example: { args: [10000, 10500], value: 500 },
  },
  {
    name: "REACH",
    alias: "PORTEE",
    label: { fr: "portée", en: "reach" },
    summary: {
      fr: "Les personnes qui ont vu une publication au moins une fois. La somme des jours ou des publications compte plusieurs fois les mêmes.",
      en: "The people who saw a post at least once. A sum of days or posts counts the same people several times.",
    },
    ...measured("reach", 25000),
  },
  {
    name: "ORGANIC_REACH",
    alias: "PORTEE_ORGANIQUE",
    label: { fr: "portée organique", en: "organic reach" },
    summary: {
      fr: "Les personnes touchées sans publicité. Certaines le sont aussi par la publicité.",
      en: "The people reached without ads. Some are reached by ads too.",
    },
    ...measured("organic_reach", 9000),
  },
  {
    name: "REACH_RATE",
    alias: "TAUX_PORTEE",
    label: { fr: "taux de portée", en: "reach rate" },
    summary: {
      fr: "Les personnes touchées, sur les abonnés. Dépasse 100\u202f% quand une publication circule au-delà d'eux.",
      en: "The people reached, over the followers. Exceeds 100% when a post travels beyond them.",
    },
    ...rate,
    args: ["reach", "followers"],
    formula: "reach / followers",
    example: { args: [4200, 10500], value: 0.4 },
  },
  {
    name: "SHARES",
    alias: "PARTAGES",
    label: { fr: "partages", en: "shares" },
    summary: {
      fr: "Combien de fois les publications ont été partagées.",
      en: "How many times the posts were shared.",
    },
    ...measured("shares", 120),
  },
  {
    name: "AMPLIFICATION_RATE",
    alias: "TAUX_PARTAGE",
    label: { fr: "taux de partage", en: "amplification rate" },
    summary: {
      fr: "Les partages sur la portée. Certains divisent par les abonnés.",
      en: "Shares over reach. Some divide by followers.",
    },
    ...share,
    args: ["shares", { name: "base", metric: "reach_of_posts" }],
    formula: "shares / base",
    example: { args: [120, 24000], value: 0.005 },
  },
  {
    name: "SOCIAL_CR",
    alias: "TAUX_CONVERSION_SOCIAL",
    label: { fr: "taux de conversion social", en: "social conversion rate" },
    summary: {
      fr: "Les achats attribués aux publications, par des liens marqués (UTM), sur les mentions j'aime. Avec les clics, dites-le.",
      en: "Purchases attributed to posts, by tagged links (UTM), over likes. With clicks, say so.",
    },
    ...share,
    args: [
      { name: "purchases", metric: "orders" },
      { name: "engaged", metric: "likes", label: { fr: "base (mentions j'aime)", en: "base (likes)" } },
    ],
    formula: "purchases / engaged",
    example: { args: [16, 800], value: 0.02 },
  },
]);
