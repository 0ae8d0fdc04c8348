// The help of the statistics: one line each, since Sheets shows no more. A parameter whose name says it all has none.
import type { Words } from "../shared/language.ts";
import type { Help, Parameter } from "./tool-help.ts";

const plain = (english: string, french = english): Parameter => [english, french, { fr: "", en: "" }];
const told = (english: string, french: string, fr: string, en: string): Parameter => [
  english,
  french,
  { fr, en },
];
const help = (fr: string, en: string, ...parameters: Parameter[]): Help => ({
  about: { fr, en } satisfies Words,
  parameters,
});

const x = plain("repeats", "rachats");
const recency = told("recency", "recence", "du premier au dernier achat", "from first to last purchase");
const age = plain("age", "anciennete");
const basket = plain("mean_value", "panier_moyen");
const months = plain("months", "mois");
const discount = told("monthly_discount", "actualisation", "0 sinon", "else 0");
const margin = told("margin", "marge", "1 sinon", "else 1");
const fitted = told("parameters", "parametres", "de CLV_FIT (facultatif)", "from CLV_FIT (optional)");
const confidence = told("confidence", "confiance", "0,95 sinon", "else 0.95");
const history = told("history", "historique", "dans l'ordre", "in order");
const achieved = plain("achieved", "realise");
const target = plain("target", "cible");
const left = plain("periods_left", "periodes_restantes");
const period = told("period", "periode", '"jour", "mois"…', '"day", "month"…');
const direction = told("direction", "sens", '"au plus" (facultatif)', '"at most" (optional)');
const arms = [
  plain("conversions_a"),
  plain("visitors_a", "visiteurs_a"),
  plain("conversions_b"),
  plain("visitors_b", "visiteurs_b"),
];

/** By English name; the parameters in the order of the arguments. */
export const statisticsHelp: Readonly<Record<string, Help>> = {
  CLV_FROM_ORDERS: help(
    "Valeur prédite des clients, d'après les commandes",
    "Predicted value of customers, from orders",
    plain("customer", "client"),
    plain("date"),
    plain("amount", "montant"),
    told("as_of", "a_la_date", "dernier jour connu", "last day known"),
    months,
    discount,
    margin,
  ),
  CLV_PREDICT: help(
    "Achats, présence et valeur à venir des clients",
    "Purchases, presence and value of customers to come",
    x,
    recency,
    age,
    basket,
    months,
    discount,
    told("unit", "unite", '"semaine" sinon', 'else "week"'),
    margin,
    fitted,
    told("spending", "panier", "de CLV_SPEND_FIT (facultatif)", "from CLV_SPEND_FIT (optional)"),
  ),
  CLV_FIT: help(
    "Modèle d'achats BG/NBD",
    "BG/NBD purchase model",
    x,
    recency,
    age,
    told("weight", "poids", "1 sinon", "else 1"),
  ),
  CLV_SPEND_FIT: help("Modèle de panier Gamma-Gamma", "Gamma-Gamma spending model", x, basket),
  P_ALIVE: help(
    "Probabilité qu'un client soit encore actif",
    "Probability that a customer is still active",
    x,
    recency,
    age,
    fitted,
  ),
  CHURN_SBG: help(
    "Durée d'abonnement d'un groupe (sBG)",
    "How long a group stays subscribed (sBG)",
    told("survivors", "restants", "au départ, puis par période", "at the start, then by period"),
    told("horizon", "horizon", "0 sinon", "else 0"),
    told("discount", "actualisation", "0 sinon", "else 0"),
  ),
  NPS_CI: help(
    "NPS et sa marge d'erreur",
    "NPS and its margin of error",
    told("promoters", "promoteurs", "ou les notes seules", "or the scores alone"),
    plain("passives", "passifs"),
    plain("detractors", "detracteurs"),
    confidence,
  ),
  NPS_DIFF: help(
    "Écart de deux NPS",
    "Difference of two NPS",
    told("scores_a", "notes_a", "ou six comptes, puis la confiance", "or six counts, then confidence"),
    plain("scores_b", "notes_b"),
    confidence,
  ),
  NPS_SAMPLE: help(
    "Réponses nécessaires pour une marge d'erreur",
    "Answers needed for a margin of error",
    told("margin", "marge", "en points", "in points"),
    confidence,
    told("variance", "variance", "0,6 sinon", "else 0.6"),
  ),
  RATE_CI: help(
    "Taux et son intervalle de Wilson",
    "Rate and its Wilson interval",
    plain("successes", "succes"),
    plain("total"),
    confidence,
  ),
  AB_TEST: help("Test A/B", "A/B test", ...arms, confidence),
  AB_PROB: help("Probabilité que B dépasse A", "Probability that B beats A", ...arms),
  AB_SAMPLE_SIZE: help(
    "Visiteurs nécessaires par version",
    "Visitors needed for each version",
    plain("baseline", "taux_actuel"),
    plain("change", "ecart"),
    told("power", "puissance", "0,8 sinon", "else 0.8"),
    told("alpha", "risque", "0,05 sinon", "else 0.05"),
    told("method", "methode", '"commune" ou "actuelle"', '"pooled" or "baseline"'),
  ),
  AB_SRM: help(
    "Visiteurs répartis comme prévu\u00a0?",
    "Visitors shared out as planned?",
    plain("visitors", "visiteurs"),
    told("weights", "parts", "égales sinon", "else equal"),
  ),
  KPI_FORECAST: help(
    "Prévision et ses bornes",
    "Forecast and its limits",
    history,
    plain("horizon"),
    period,
    told("confidence", "confiance", "0,8 sinon", "else 0.8"),
  ),
  OBJECTIVE_PROB: help(
    "Chances d'atteindre un total",
    "Chances of reaching a total",
    history,
    achieved,
    target,
    left,
    period,
    direction,
  ),
  OBJECTIVE_PROB_RATIO: help(
    "Chances d'atteindre un ratio de sommes",
    "Chances of reaching a ratio of sums",
    plain("numerators", "numerateurs"),
    plain("denominators", "denominateurs"),
    plain("numerator_achieved", "numerateur_realise"),
    plain("denominator_achieved", "denominateur_realise"),
    target,
    left,
    period,
    direction,
  ),
  OBJECTIVE_TARGET: help(
    "Total atteint avec une probabilité donnée",
    "Total reached with a given probability",
    history,
    achieved,
    left,
    plain("probability", "probabilite"),
    period,
    direction,
  ),
  KPI_DRIVERS: help(
    "Effet de chaque segment sur un ratio",
    "Effect of each segment on a ratio",
    plain("segments"),
    plain("numerator_before", "numerateur_avant"),
    plain("denominator_before", "denominateur_avant"),
    plain("numerator_after", "numerateur_apres"),
    plain("denominator_after", "denominateur_apres"),
  ),
  KPI_CHAIN: help(
    "Effet de chaque facteur sur un KPI",
    "Effect of each factor on a KPI",
    plain("kpi"),
    told("before", "avant", "dans l'ordre de KPI_INFO", "in the order of KPI_INFO"),
    plain("after", "apres"),
  ),
  KPI_ANOMALIES: help(
    "Valeurs atypiques d'une série",
    "Values that stand out of a series",
    plain("dates"),
    plain("values", "valeurs"),
    period,
    told("threshold", "seuil", "3,5 sinon", "else 3.5"),
  ),
  BUDGET_CURVE: help(
    "Courbe résultat = a × dépense^b",
    "Curve result = a × spend^b",
    plain("spend", "depenses"),
    plain("result", "resultats"),
    confidence,
  ),
  BUDGET_ALLOCATE: help(
    "Répartition suggérée d'un budget",
    "Suggested split of a budget",
    told("spend", "depenses", "une colonne titrée par canal", "one headed column per channel"),
    plain("results", "resultats"),
    told("total", "total", "pour une période", "for one period"),
    told("change", "variation", "0,3 sinon", "else 0.3"),
  ),
};
