// The value of customers as functions of a cell: fits, predictions, and all of it from a table of orders.
import { isOmitted } from "../../cell.ts";
import { fail } from "../../problem.ts";
import { type Statistic, type WordedCell, words } from "../answer.ts";
import type { BgNbd, History } from "../bg-nbd.ts";
import { aliveProbability } from "../bg-nbd-predict.ts";
import { predictValue, type Terms, type TimeUnit } from "../clv.ts";
import { expectedSpend, type GammaGamma, isSpending, type Spending } from "../gamma-gamma.ts";
import { checkSize } from "../limits.ts";
import { customersFrom } from "../orders.ts";
import {
  customerRows,
  historyRows,
  modelOf,
  purchaseParameters,
  SPENDING_MODEL,
  spendingRows,
  spendModelOf,
  spendParameters,
  weightedRows,
} from "./customers.ts";
import { ordersIn, termsIn, todayIn, unitIn } from "./orders.ts";

const ALIVE = "P(actif) | P(alive)";
const PREDICTED = ["achats attendus | expected purchases", ALIVE, "panier attendu | expected spend", "CLV"];
const HISTORY = [
  "achats répétés | repeat purchases",
  "récence (semaines) | recency (weeks)",
  "ancienneté (semaines) | age (weeks)",
  "panier moyen | mean value",
];
const FITTED = ["log-vraisemblance | log-likelihood", "clients | customers", "convergé | converged"];
const NOTE = "remarque | note";
/** Purchases and baskets more related than this break the assumption that they are not. */
const MOST_CORRELATED = 0.3;
const CORRELATED = words(
  "Panier lié au nombre d'achats\u00a0: séparez les types de clients | Basket related to number of purchases: separate the kinds of customers",
);

/** `=CLV_FIT(B2:B500; C2:C500; D2:D500)`: the parameters of the purchase model. */
export const clvFit: Statistic = ([x, recency, age, weight], limits) => {
  const columns = [x, recency, age];
  const rows = isOmitted(weight) ? historyRows(columns, limits) : weightedRows([...columns, weight], limits);
  const { model, logLikelihood, customers, converged } = modelOf(present(rows));
  return fitTable(model, [logLikelihood, customers, converged], FITTED);
};

/** `=CLV_SPEND_FIT(B2:B500; E2:E500)`: the parameters of the spending model. */
export const clvSpendFit: Statistic = ([x, mean], limits) => {
  const fit = spendModelOf(present(spendingRows([x, mean], limits)));
  const { model, logLikelihood, customers, converged, correlation } = fit;
  return fitTable(
    model,
    [logLikelihood, customers, converged, correlation, noteOn(correlation)],
    [...FITTED, "corrélation achats-panier | purchases-basket correlation", NOTE],
  );
};

/** Parameters first, so that the table may be given back to CLV_PREDICT. */
function fitTable(
  model: BgNbd | GammaGamma,
  cells: readonly WordedCell[],
  headers: readonly string[],
): ReturnType<Statistic> {
  return { headers: [...Object.keys(model), ...headers], rows: [[...Object.values(model), ...cells]] };
}

function noteOn(correlation: number): WordedCell {
  return Math.abs(correlation) > MOST_CORRELATED ? CORRELATED : "";
}

/** `=P_ALIVE(B2:B500; C2:C500; D2:D500)`: the probability, row by row, that a customer has not left. */
export const aliveProbabilities: Statistic = ([x, recency, age, parameters], limits) => {
  const rows = historyRows([x, recency, age], limits);
  const model = purchaseParameters(parameters) ?? modelOf(present(rows)).model;
  return { headers: [ALIVE], rows: rows.map((row) => [row ? aliveProbability(model, row) : ""]) };
};

/** `=CLV_PREDICT(B2:B500; C2:C500; D2:D500; E2:E500; 12)`: purchases, presence, basket and value of each customer. */
export const clvPredict: Statistic = (args, limits) => {
  const [x, recency, age, mean, months, discount, unit, margin, purchases, spending] = args;
  const rows = customerRows([x, recency, age, mean], limits);
  const terms = termsIn(months, discount, margin);
  const customers = present(rows);
  const model = purchaseParameters(purchases) ?? modelOf(customers).model;
  const spend = spendParameters(spending) ?? spendModelOf(customers).model;
  checkSize(limits, "predictions", customers.length * terms.months);
  const predict = predictor(model, spend, terms, unitIn(unit));
  return { headers: PREDICTED, rows: rows.map((row) => (row ? predict(row) : PREDICTED.map(() => ""))) };
};

/** `=CLV_FROM_ORDERS(A2:A900; B2:B900; C2:C900; "2026-06-30"; 12)`: everything from a table of orders, a row per customer. */
export const clvFromOrders: Statistic = (args, limits) => {
  const [customer, date, amount, asOf, months, discount, margin] = args;
  const today = todayIn(asOf);
  const terms = termsIn(months, discount, margin);
  const customers = customersFrom(ordersIn([customer, date, amount], limits), today);
  checkSize(limits, "predictions", customers.length * terms.months);
  const { model } = modelOf(customers);
  const spending = spendModelOf(customers);
  const predict = predictor(model, spending.model, terms, "week");
  return {
    headers: ["client | customer", ...HISTORY, ...PREDICTED, NOTE],
    rows: customers.map((one, row) => [
      one.customer,
      one.x,
      one.recency,
      one.age,
      isSpending(one) ? one.mean : "",
      ...predict(one),
      // What concerns the whole table is said once.
      row === 0 ? noteOn(spending.correlation) : "",
    ]),
  };
};

/** What computes the predicted columns of a customer. */
function predictor(
  model: BgNbd,
  spending: GammaGamma,
  terms: Terms,
  unit: TimeUnit,
): (customer: History & Spending) => number[] {
  return (customer) => {
    const spend = expectedSpend(spending, customer) ?? fail({ kind: "no_fit", model: SPENDING_MODEL });
    const { purchases, value } = predictValue(model, customer, spend, terms, unit);
    return [purchases, aliveProbability(model, customer), spend, value];
  };
}

function present<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row): row is Row => row !== undefined);
}
