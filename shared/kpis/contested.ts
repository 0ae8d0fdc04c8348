// Definitions on which tools and authors disagree: what is found, what this catalogue takes, and where to read about it.
import type { Words } from "../language.ts";

export interface Contested {
  readonly kpis: readonly string[];
  readonly subject: Words;
  /** What is found, then what is taken here and why. */
  readonly text: Words;
  readonly sources: readonly string[];
}

export const contested: readonly Contested[] = [
  {
    kpis: ["CPA", "CAC"],
    subject: { fr: "CPA ou CAC", en: "CPA or CAC" },
    text: {
      fr: "Beaucoup de «\u00a0CAC\u00a0» publiés sont des CPA\u00a0: la publicité seule, sur une action. Ici le CPA compte les coûts directs d'un canal, le CAC tous les frais d'un premier achat, et demande les coûts commerciaux à part.",
      en: "Many a published “CAC” is a CPA: ad spend alone, over an action. Here CPA counts the direct costs of a channel, CAC all the costs of a first purchase, and it asks for sales costs apart.",
    },
    sources: ["metricdesk.io/guide/cac-vs-cpa", "tag.prooflytics.io/blog/cpa-vs-cac-difference"],
  },
  {
    kpis: ["BOUNCE_RATE", "SINGLE_PAGE_BOUNCE_RATE"],
    subject: { fr: "Le rebond", en: "Bounce" },
    text: {
      fr: "GA4 compte les sessions sans engagement (moins de 10 secondes, réglable jusqu'à 60, une seule page, aucun événement clé)\u202f; Universal Analytics comptait les sessions d'une page. Deux fonctions, puisque les deux valeurs ne se comparent pas.",
      en: "GA4 counts sessions without engagement (under 10 seconds, which may be set up to 60, a single page, no key event); Universal Analytics counted sessions of one page. Two functions, since the two values do not compare.",
    },
    sources: ["support.google.com/analytics/answer/12195621", "nickbaker.digital"],
  },
  {
    kpis: ["OPEN_RATE", "UNSUB_RATE", "EMAIL_CTR"],
    subject: { fr: "Délivrés ou envoyés", en: "Delivered or sent" },
    text: {
      fr: "HubSpot divise par les e-mails délivrés, Mautic par les e-mails envoyés. Ici la base est délivrés\u202f; donnez les envoyés au même argument pour retrouver la valeur de Mautic.",
      en: "HubSpot divides by delivered e-mails, Mautic by e-mails sent. Here the base is delivered; give sent to the same argument to find Mautic's value.",
    },
    sources: ["knowledge.hubspot.com", "fr.mailingreport.com", "github.com/mautic/mautic"],
  },
  {
    kpis: ["EMAIL_CTR", "CTOR"],
    subject: { fr: "Les noms des clics", en: "The names of clicks" },
    text: {
      fr: "Le «\u00a0click rate\u00a0» de HubSpot est cliqueurs sur délivrés, son «\u00a0click-through rate\u00a0» cliqueurs sur ouvreurs\u202f; Salesforce compte les clics répétés. Ici EMAIL_CTR est sur délivrés et CTOR, le taux de réactivité, sur ouvreurs.",
      en: "HubSpot's click rate is clickers over delivered, its click-through rate clickers over openers; Salesforce counts repeated clicks. Here EMAIL_CTR is over delivered and CTOR over openers.",
    },
    sources: ["knowledge.hubspot.com", "fr.mailingreport.com"],
  },
  {
    kpis: ["OPEN_RATE", "CTOR"],
    subject: { fr: "Ce que vaut une ouverture", en: "What an open is worth" },
    text: {
      fr: "Depuis septembre 2021 Apple Mail ouvre les e-mails à la place du lecteur, et des antivirus aussi\u00a0: 30 à 60\u202f% des listes de particuliers. Prenez les ouvertures humaines quand la source les donne, et décidez sur les clics.",
      en: "Since September 2021 Apple Mail opens e-mails in the reader's place, and so do virus scanners: 30 to 60% of consumer lists. Take human opens where the source gives them, and decide on clicks.",
    },
    sources: ["inboxeagle.com", "support.clickdimensions.com"],
  },
  {
    kpis: ["DELIVERY_RATE"],
    subject: { fr: "Délivré", en: "Delivered" },
    text: {
      fr: "Accepté par le serveur, ou arrivé en boîte de réception\u00a0: ici accepté, seul compte que les outils d'envoi connaissent.",
      en: "Accepted by the server, or arrived in the inbox: here accepted, which is all that sending tools know.",
    },
    sources: ["definitions-marketing.com"],
  },
  {
    kpis: ["ENGAGEMENT_RATE", "AMPLIFICATION_RATE"],
    subject: { fr: "La base de l'engagement", en: "The base of engagement" },
    text: {
      fr: "Portée, impressions, abonnés ou vues, et souvent la moyenne des taux de chaque publication, où la plus petite pèse autant que la plus grande. Ici la portée, et un rapport de sommes.",
      en: "Reach, impressions, followers or views, and often the average of each post's rate, in which the smallest weighs as much as the largest. Here reach, and a ratio of sums.",
    },
    sources: ["responsema.org"],
  },
  {
    kpis: ["ROI", "ROMI", "ROAS"],
    subject: { fr: "Le ROI du marketing", en: "Marketing ROI" },
    text: {
      fr: "Sur le chiffre d'affaires, sur la marge, ou sur les ventes en plus\u202f; Mapp appelle ROI une différence. Ici ROI est général, ROMI demande un taux de marge, et dit quand il n'en a pas.",
      en: "On revenue, on margin, or on incremental sales; Mapp calls a difference ROI. Here ROI is general, ROMI asks for a margin rate, and says when it has none.",
    },
    sources: ["marketingtriangulation.com", "growthorbit.com", "docs.mapp.com"],
  },
  {
    kpis: ["MER"],
    subject: { fr: "Le sens du MER", en: "Which way round MER is" },
    text: {
      fr: "Chiffre d'affaires sur dépenses, ou l'inverse. Ici le premier\u00a0: plus il est haut, mieux c'est.",
      en: "Revenue over spend, or the inverse. Here the former: higher is better.",
    },
    sources: ["workmagic.io"],
  },
  {
    kpis: ["NPS"],
    subject: { fr: "L'arrondi du NPS", en: "Rounding NPS" },
    text: {
      fr: "De −100 à 100, sans signe %. Ici rien n'est arrondi, et les notes autres qu'entières de 0 à 10 sont refusées.",
      en: "From −100 to 100, with no % sign. Here nothing is rounded, and scores other than whole ones from 0 to 10 are refused.",
    },
    sources: ["cybaea.net"],
  },
  {
    kpis: ["CLV", "CLV_CHURN", "CLV_DISCOUNTED"],
    subject: { fr: "Les valeurs vie client", en: "Customer lifetime values" },
    text: {
      fr: "Simple en chiffre d'affaires, revenu sur attrition, marges actualisées avec ou sans la première. Trois fonctions, la dernière avec la première marge maintenant. Une attrition nulle demande un horizon\u00a0: Stripe suppose alors 1,67\u202f%.",
      en: "Simple in revenue, revenue over churn, discounted margins with or without the first. Three functions, the last with the first margin now. No churn asks for a horizon, where Stripe assumes 1.67%.",
    },
    sources: ["support.stripe.com", "brucehardie.com/notes"],
  },
  {
    kpis: ["CHURN", "RETENTION"],
    subject: { fr: "La base de l'attrition", en: "The base of churn" },
    text: {
      fr: "Les clients du début, parfois ceux de la fin\u202f: un exemple très copié donne 10\u202f% pour 50 partis sur 550. Ici le début\u00a0: 9,1\u202f%. Les taux mensuels se composent\u00a0: 1 − (1 − m)¹².",
      en: "Customers at the start, sometimes at the end: a much copied example gives 10% for 50 lost of 550. Here the start: 9.1%. Monthly rates compound: 1 − (1 − m)¹².",
    },
    sources: ["livebook.manning.com, Fighting Churn with Data, chapter 2"],
  },
  {
    kpis: ["CSAT", "CES"],
    subject: { fr: "Les scores de satisfaction et d'effort", en: "Satisfaction and effort scores" },
    text: {
      fr: "Part des deux meilleures notes ou moyenne pour le CSAT\u202f; moyenne de 1 à 7, part des 5 et plus, échelle de 1 à 5 renversée pour le CES. Ici la part, et la moyenne de 1 à 7.",
      en: "Share of the two best scores or mean for CSAT; mean of 1 to 7, share of 5 and more, a scale of 1 to 5 turned over for CES. Here the share, and the mean of 1 to 7.",
    },
    sources: ["support.nicereply.com", "sopyano.com"],
  },
  {
    kpis: ["ADD_TO_CART_RATE"],
    subject: { fr: "La base de l'ajout au panier", en: "The base of add to cart" },
    text: {
      fr: "Les sessions, ou les vues de fiches produit. Ici les sessions où l'on ajoute.",
      en: "Sessions, or product page views. Here sessions with an addition.",
    },
    sources: ["davechaffey.com"],
  },
  {
    kpis: ["GROSS_MARGIN_RATE", "MARKUP_RATE"],
    subject: { fr: "Le taux de marge", en: "Margin and markup" },
    text: {
      fr: "Marge sur coût pour les commerçants, marge sur chiffre d'affaires pour les comptables. Ici TAUX_MARQUE est sur le chiffre d'affaires et TAUX_MARGE_SUR_COUT sur le coût\u202f; aucune fonction ne s'appelle taux de marge.",
      en: "In French, “taux de marge” is margin over cost for traders and over revenue for accountants. Here TAUX_MARQUE is over revenue and TAUX_MARGE_SUR_COUT over cost; no function bears the bare name.",
    },
    sources: ["obat.fr", "managestion.free.fr"],
  },
  {
    kpis: ["UNIQUE_VISITORS", "REACH", "ORGANIC_REACH"],
    subject: { fr: "Les personnes comptées une fois", en: "People counted once" },
    text: {
      fr: "Les additionner d'un jour ou d'une publication à l'autre compte plusieurs fois les mêmes. Ici la somme est refusée\u202f; un encadrement se demande\u00a0: le plus grand des nombres, leur somme.",
      en: "Adding them up over days or posts counts the same people several times. Here the sum is refused; bounds may be asked for: the largest of the numbers, their sum.",
    },
    sources: ["github.com/OWOX/owox-data-marts/pull/1265"],
  },
  {
    kpis: ["CR"],
    subject: { fr: "Une conversion ou plusieurs", en: "One conversion or several" },
    text: {
      fr: "Une par session, ou chaque événement. Ici ce que vous comptez, avec une remarque au-dessus de 100\u202f%.",
      en: "One a session, or each event. Here what you count, with a warning above 100%.",
    },
    sources: ["davechaffey.com"],
  },
];
