// Readings of the figures of sales, customers and service.
import { figures, signOf } from "./reading.ts";
import type { Rule } from "./reading.ts";

const SLIPPING = new Set(["at_risk", "off_track", "missed"]);

export const sales: readonly Rule[] = [
  {
    id: "I6",
    cause: "process",
    when: [[["PROCESSING_TIME", "up"]]],
    words: {
      fr: "Le traitement prend plus de temps\u00a0: un goulot ou des retards.",
      en: "Processing takes longer: a bottleneck, or delays.",
    },
    test: {
      fr: "Mesurez étape par étape, et regardez les dossiers les plus longs.",
      en: "Measure step by step, and look at the longest cases.",
    },
  },
  {
    id: "I9",
    cause: "friction",
    when: [[["NPS", "down"]]],
    words: {
      fr: "Le NPS baisse\u00a0: des points de friction, avant que des clients ne partent.",
      en: "NPS falls: points of friction, before customers leave.",
    },
    test: {
      fr: "Lisez ce qu'écrivent les détracteurs, puis suivez l'attrition.",
      en: "Read what detractors write, then follow churn.",
    },
  },
  {
    id: "I13",
    cause: "channel",
    find: ({ kpi, status, subject }) => {
      const own = SLIPPING.has(status) ? subject(kpi) : undefined;
      return own ? [figures(own)] : null;
    },
    words: {
      fr: "La cible échappe\u00a0: ciblage, message, canal, budget ou friction dans le parcours.",
      en: "The target slips away: targeting, message, channel, budget, or friction on the way.",
    },
    test: {
      fr: "Remontez les facteurs un à un, du plus gros effet au plus petit, et testez un réglage précis à la fois.",
      en: "Walk up the factors one by one, largest effect first, and test one precise adjustment at a time.",
    },
  },
  {
    id: "I23",
    cause: "targeting",
    when: [
      [
        ["CPL", "down"],
        ["MQL_TO_SQL", "down"],
      ],
    ],
    words: {
      fr: "Les leads coûtent moins cher et valent moins\u00a0: le ciblage attire des curieux.",
      en: "Leads cost less and are worth less: targeting attracts the merely curious.",
    },
    test: {
      fr: "Jugez sur le coût par lead qualifié, pas sur le coût par lead.",
      en: "Judge by the cost per qualified lead, not by the cost per lead.",
    },
  },
  {
    id: "I24",
    cause: "process",
    when: [
      [
        ["LEADS", "up"],
        ["CLOSE_RATE", "down"],
        ["FIRST_RESPONSE_TIME", "up"],
      ],
    ],
    words: {
      fr: "Plus de leads, moins de ventes, des réponses plus lentes\u00a0: l'équipe commerciale n'absorbe pas le volume.",
      en: "More leads, fewer sales, slower answers: the sales team cannot take the volume.",
    },
    test: {
      fr: "Fixez un délai de réponse et répartissez, ou triez les leads à l'entrée.",
      en: "Set a response time and share the load, or sort leads as they come in.",
    },
  },
  {
    id: "I30",
    cause: "budget",
    when: [
      [
        ["REVENUE", "up"],
        ["NET_MARGIN", "down"],
      ],
    ],
    words: {
      fr: "Les ventes montent et la marge baisse\u00a0: remises ou coûts.",
      en: "Sales rise and the margin falls: discounts, or costs.",
    },
    test: {
      fr: "Calculez la marge par commande, avec et sans remise.",
      en: "Compute the margin per order, with and without a discount.",
    },
  },
  {
    id: "I31",
    cause: "data",
    when: [
      [
        ["CHURN", "up"],
        ["NPS", "steady"],
      ],
    ],
    words: {
      fr: "Des clients partent sans que le NPS bouge\u00a0: ceux qui partent ne répondent pas, ou c'est le prix.",
      en: "Customers leave while NPS does not move: those who leave do not answer, or it is the price.",
    },
    test: {
      fr: "Regardez combien de clients partis avaient répondu à l'enquête.",
      en: "Look at how many of those who left had answered the survey.",
    },
  },
  {
    id: "I32",
    cause: "budget",
    find: ({ subject }) => {
      const ratio = subject("LTV_CAC");
      if (ratio && ratio.after < 1) return [figures(ratio)];
      const [payback, lifetime] = [subject("CAC_PAYBACK"), subject("lifetime")];
      const late = payback && lifetime && signOf(payback) !== "down" && payback.after > lifetime.after;
      return late ? [payback, lifetime].map(figures) : null;
    },
    words: {
      fr: "Un client coûte plus qu'il ne rapporte\u00a0: grandir détruit de la valeur.",
      en: "A customer costs more than they bring: growth destroys value.",
    },
    test: {
      fr: "Vérifiez la marge retenue et ce que compte le coût d'acquisition avant d'investir davantage.",
      en: "Check the margin used and what the acquisition cost includes before investing more.",
    },
  },
];
