// Satisfaction and service: what customers say, and how fast they are answered.
import { summaries } from "../duration.ts";
import { inFamily, share } from "./family.ts";

export const service = inFamily("service", [
  {
    name: "RESPONSE_RATE",
    alias: "TAUX_REPONSE",
    label: { fr: "taux de réponse", en: "response rate" },
    summary: {
      fr: "La part des demandes, ou des invitations à un sondage, qui ont eu une réponse.",
      en: "The share of requests, or of invitations to a survey, that got an answer.",
    },
    role: "process",
    ...share,
    args: ["answered", "received"],
    formula: "answered / received",
    example: { args: [180, 240], value: 0.75 },
  },
  {
    name: "FIRST_RESPONSE_TIME",
    alias: "DELAI_PREMIERE_REPONSE",
    label: { fr: "délai de première réponse", en: "first response time" },
    summary: {
      fr: "Les heures d'une demande à la première réponse, médiane par défaut, nuits comprises. Les demandes sans réponse sont comptées à part.",
      en: "The hours from a request to the first answer, the median by default, nights included. Requests without one are counted apart.",
    },
    role: "process",
    unit: "hours",
    better: "lower",
    args: [
      "received_at",
      "answered_at",
      { name: "stat", metric: "statistic", choices: summaries, fallback: 0 },
    ],
    formula: "duration",
    terms: { duration: { fr: "temps avant la première réponse", en: "time to the first answer" } },
    dated: "answered_at",
    statistic: "duration_in_hours",
    // half an hour, two hours, nine hours: the one in the middle
    example: {
      args: [
        ["2026-03-02 09:00", "2026-03-02 10:00", "2026-03-02 08:00"],
        ["2026-03-02 09:30", "2026-03-02 12:00", "2026-03-02 17:00"],
      ],
      value: 2,
    },
  },
  {
    name: "PROCESSING_TIME",
    alias: "TEMPS_TRAITEMENT",
    label: { fr: "temps moyen de traitement", en: "processing time" },
    summary: {
      fr: "Les heures du début à la fin d'un traitement, moyenne par défaut. Ce qui n'est pas fini est compté à part.",
      en: "The hours from start to end of the processing, the mean by default. What is not finished is counted apart.",
    },
    role: "process",
    unit: "hours",
    better: "lower",
    args: [
      { name: "start_at", metric: "started_at" },
      { name: "end_at", metric: "ended_at" },
      { name: "stat", metric: "statistic", choices: summaries, fallback: 1 },
    ],
    formula: "duration",
    terms: { duration: { fr: "temps du début à la fin", en: "time from start to end" } },
    dated: "end_at",
    statistic: "duration_in_hours",
    // 24 and 48 hours: on average 36
    example: {
      args: [
        ["2026-03-02", "2026-03-02"],
        ["2026-03-03", "2026-03-04"],
      ],
      value: 36,
    },
  },
  {
    name: "SLA_RATE",
    alias: "TAUX_SLA",
    label: { fr: "taux de respect des délais (SLA)", en: "SLA rate" },
    summary: {
      fr: "La part des demandes traitées dans le délai promis. Une demande encore ouverte après compte comme manquée.",
      en: "The share of requests handled within the time promised. One still open after it counts as missed.",
    },
    role: "process",
    ...share,
    args: [
      { name: "within", metric: "within_sla" },
      { name: "total", metric: "due" },
    ],
    formula: "within / total",
    example: { args: [228, 240], value: 0.95 },
  },
  {
    name: "NPS",
    alias: "TAUX_RECOMMANDATION",
    synonyms: ["NET_PROMOTER_SCORE"],
    label: { fr: "taux de recommandation net (NPS)", en: "net promoter score (NPS)" },
    summary: {
      fr: "La part des promoteurs (9 ou 10) moins celle des détracteurs (0 à 6). Donnez la plage des notes, ou les trois effectifs.",
      en: "The share of promoters (9 or 10) minus that of detractors (0 to 6). Give the range of scores, or the three counts.",
    },
    unit: "points",
    better: "higher",
    args: ["promoters", "passives", "detractors"],
    formula: "100 * (promoters - detractors) / (promoters + passives + detractors)",
    answers: {
      metric: "scores",
      scale: [0, 10],
      count: "net_promoters",
    },
    example: { args: [62, 25, 13], value: 49 },
  },
  {
    name: "CSAT",
    alias: "SCORE_SATISFACTION",
    label: { fr: "score de satisfaction (CSAT)", en: "customer satisfaction score (CSAT)" },
    summary: {
      fr: "La part des réponses dans les deux meilleures notes, 4 et 5 sur 5. Certains outils donnent la moyenne des notes.",
      en: "The share of answers in the two best scores, 4 and 5 out of 5. Some tools give the mean score.",
    },
    ...share,
    args: [
      { name: "scores", metric: "csat_scores" },
      { metric: "scale", fallback: 5 },
    ],
    formula: "satisfied / answers",
    terms: {
      satisfied: { fr: "réponses dans les deux meilleures notes", en: "answers in the two best scores" },
      answers: { fr: "réponses", en: "answers" },
    },
    statistic: "top_two",
    example: { args: [[5, 4, 4, 3, 1]], value: 0.6 },
  },
  {
    name: "CES",
    alias: "SCORE_EFFORT",
    label: { fr: "score d'effort client (CES)", en: "customer effort score (CES)" },
    summary: {
      fr: "La moyenne des notes de 1 à 7 à «\u00a0ce fut facile\u00a0». Dans d'anciens questionnaires, la meilleure note est la plus basse.",
      en: "The mean of scores from 1 to 7 on “it was easy”. In older surveys the lowest score is best.",
    },
    unit: "score",
    better: "higher",
    args: [
      { name: "scores", metric: "ces_scores" },
      {
        metric: "scale",
        fallback: 7,
        caution: {
          at: 5,
          words: {
            fr: "Échelle de 1 à 5\u00a0: vérifiez que 5 veut dire facile. Sinon, remplacez chaque note par 6 moins la note.",
            en: "Scale of 1 to 5: check that 5 means easy. If not, replace each score by 6 minus the score.",
          },
        },
      },
    ],
    formula: "total / answers",
    terms: {
      total: { fr: "somme des notes", en: "sum of the scores" },
      answers: { fr: "réponses", en: "answers" },
    },
    statistic: "average_score",
    example: { args: [[7, 6, 5, 6]], value: 6 },
  },
]);
