// The catalogue of statistics: the functions by their English names, with their French ones.
import type { Statistic } from "./answer.ts";
import { abProbability, abSampleRatio, abSampleSize, abTestTable } from "./cells/ab.ts";
import { kpiAnomalies } from "./cells/anomalies.ts";
import { budgetAllocate, budgetCurve } from "./cells/budget.ts";
import { kpiChain } from "./cells/chain.ts";
import { churnSbg } from "./cells/churn.ts";
import { aliveProbabilities, clvFit, clvFromOrders, clvPredict, clvSpendFit } from "./cells/clv.ts";
import { kpiDrivers } from "./cells/drivers.ts";
import {
  kpiForecast,
  objectiveProbability,
  objectiveRatioProbability,
  objectiveTarget,
} from "./cells/forecast.ts";
import { npsAnswersNeeded, npsCompared, npsWithInterval, rateInterval } from "./cells/proportions.ts";

export interface StatisticFunction {
  readonly french: string;
  readonly compute: Statistic;
}

export const statisticFunctions: Readonly<Record<string, StatisticFunction>> = {
  CLV_FROM_ORDERS: { french: "CLV_DEPUIS_COMMANDES", compute: clvFromOrders },
  CLV_PREDICT: { french: "CLV_PREDITE", compute: clvPredict },
  CLV_FIT: { french: "CLV_AJUSTEMENT", compute: clvFit },
  CLV_SPEND_FIT: { french: "CLV_AJUSTEMENT_PANIER", compute: clvSpendFit },
  P_ALIVE: { french: "PROBA_ACTIF", compute: aliveProbabilities },
  CHURN_SBG: { french: "ATTRITION_SBG", compute: churnSbg },
  NPS_CI: { french: "NPS_INTERVALLE", compute: npsWithInterval },
  NPS_DIFF: { french: "NPS_ECART", compute: npsCompared },
  NPS_SAMPLE: { french: "NPS_ECHANTILLON", compute: npsAnswersNeeded },
  RATE_CI: { french: "TAUX_INTERVALLE", compute: rateInterval },
  AB_TEST: { french: "TEST_AB", compute: abTestTable },
  AB_PROB: { french: "PROBA_AB", compute: abProbability },
  AB_SAMPLE_SIZE: { french: "TAILLE_TEST_AB", compute: abSampleSize },
  AB_SRM: { french: "REPARTITION_TEST_AB", compute: abSampleRatio },
  KPI_FORECAST: { french: "KPI_PREVISION", compute: kpiForecast },
  OBJECTIVE_PROB: { french: "OBJECTIF_PROBA", compute: objectiveProbability },
  OBJECTIVE_PROB_RATIO: { french: "OBJECTIF_PROBA_RATIO", compute: objectiveRatioProbability },
  OBJECTIVE_TARGET: { french: "OBJECTIF_CIBLE", compute: objectiveTarget },
  KPI_DRIVERS: { french: "KPI_CAUSES", compute: kpiDrivers },
  KPI_CHAIN: { french: "KPI_CHAINE", compute: kpiChain },
  KPI_ANOMALIES: { french: "KPI_VALEURS_ATYPIQUES", compute: kpiAnomalies },
  BUDGET_CURVE: { french: "BUDGET_COURBE", compute: budgetCurve },
  BUDGET_ALLOCATE: { french: "BUDGET_REPARTITION", compute: budgetAllocate },
};

/** The English name of a statistic under either of its names, in any case; `undefined` for anything else. */
export function statisticNamed(name: string): string | undefined {
  const wanted = name.toUpperCase();
  return Object.keys(statisticFunctions).find(
    (english) => english === wanted || statisticFunctions[english]?.french === wanted,
  );
}
