// The statistics that cells compute, under their English and French names.
import type { Language } from "../shared/language.ts";
import { finite, type Statistic, worded } from "../shared/statistics/answer.ts";
import { abProbability, abSampleRatio, abSampleSize, abTestTable } from "../shared/statistics/cells/ab.ts";
import { kpiAnomalies } from "../shared/statistics/cells/anomalies.ts";
import { budgetAllocate, budgetCurve } from "../shared/statistics/cells/budget.ts";
import { kpiChain } from "../shared/statistics/cells/chain.ts";
import { churnSbg } from "../shared/statistics/cells/churn.ts";
import {
  aliveProbabilities,
  clvFit,
  clvFromOrders,
  clvPredict,
  clvSpendFit,
} from "../shared/statistics/cells/clv.ts";
import { kpiDrivers } from "../shared/statistics/cells/drivers.ts";
import {
  kpiForecast,
  objectiveProbability,
  objectiveRatioProbability,
  objectiveTarget,
} from "../shared/statistics/cells/forecast.ts";
import {
  npsAnswersNeeded,
  npsCompared,
  npsWithInterval,
  rateInterval,
} from "../shared/statistics/cells/proportions.ts";
import { IN_A_CELL } from "../shared/statistics/limits.ts";
import type { Arguments, Spill } from "./compute.ts";

interface Tool {
  readonly french: string;
  readonly compute: (args: Arguments, language: () => Language) => number | Spill;
}

export const statistics: Readonly<Record<string, Tool>> = {
  CLV_FROM_ORDERS: tool("CLV_DEPUIS_COMMANDES", clvFromOrders),
  CLV_PREDICT: tool("CLV_PREDITE", clvPredict),
  CLV_FIT: tool("CLV_AJUSTEMENT", clvFit),
  CLV_SPEND_FIT: tool("CLV_AJUSTEMENT_PANIER", clvSpendFit),
  P_ALIVE: tool("PROBA_ACTIF", aliveProbabilities),
  CHURN_SBG: tool("ATTRITION_SBG", churnSbg),
  NPS_CI: tool("NPS_INTERVALLE", npsWithInterval),
  NPS_DIFF: tool("NPS_ECART", npsCompared),
  NPS_SAMPLE: tool("NPS_ECHANTILLON", npsAnswersNeeded),
  RATE_CI: tool("TAUX_INTERVALLE", rateInterval),
  AB_TEST: tool("TEST_AB", abTestTable),
  AB_PROB: tool("PROBA_AB", abProbability),
  AB_SAMPLE_SIZE: tool("TAILLE_TEST_AB", abSampleSize),
  AB_SRM: tool("REPARTITION_TEST_AB", abSampleRatio),
  KPI_FORECAST: tool("KPI_PREVISION", kpiForecast),
  OBJECTIVE_PROB: tool("OBJECTIF_PROBA", objectiveProbability),
  OBJECTIVE_PROB_RATIO: tool("OBJECTIF_PROBA_RATIO", objectiveRatioProbability),
  OBJECTIVE_TARGET: tool("OBJECTIF_CIBLE", objectiveTarget),
  KPI_DRIVERS: tool("KPI_CAUSES", kpiDrivers),
  KPI_CHAIN: tool("KPI_CHAINE", kpiChain),
  KPI_ANOMALIES: tool("KPI_VALEURS_ATYPIQUES", kpiAnomalies),
  BUDGET_CURVE: tool("BUDGET_COURBE", budgetCurve),
  BUDGET_ALLOCATE: tool("BUDGET_REPARTITION", budgetAllocate),
};

function tool(french: string, compute: Statistic): Tool {
  return {
    french,
    compute: (args, language) => {
      const answer = finite(compute(args, IN_A_CELL));
      return typeof answer === "number" ? answer : worded(answer, language());
    },
  };
}
