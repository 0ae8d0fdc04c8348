// Customers as the functions of a cell take them: a history per row, and the models they teach.
import type { Argument } from "../../cell.ts";
import type { Words } from "../../language.ts";
import { sum } from "../../number.ts";
import { fail } from "../../problem.ts";
import { words } from "../answer.ts";
import { type BgNbd, type BgNbdFit, fitBgNbd, type History, type Weighted } from "../bg-nbd.ts";
import {
  fitGammaGamma,
  type GammaGamma,
  type GammaGammaFit,
  isSpending,
  type Spending,
} from "../gamma-gamma.ts";
import { amountAt, countAt, filledCells, given, type SideBySide, sideBySide, sizeAt } from "../input.ts";
import type { Limits } from "../limits.ts";

const REPEATS = words("achats répétés | repeat purchases");
const RECENCY = words("récence | recency");
const AGE = words("ancienneté | age");
const BASKET = words("panier moyen | mean value");
const WEIGHT = words("poids | weight");
const CUSTOMERS = words("clients | customers");
const BUYERS = words("clients ayant racheté | customers who bought again");
export const SPENDING_MODEL = words("le modèle de panier | the spending model");
const FEWEST_CUSTOMERS = 10;
const FEWEST_BUYERS = 3;

/** The columns x, recency and age: a history per row, `undefined` where blank. Fails for a history that cannot be. */
export function historyRows(columns: readonly Argument[], limits: Limits): (History | undefined)[] {
  return rowsOf(columns, [REPEATS, RECENCY, AGE], limits, historyIn);
}

/** As `historyRows`, with a column of how many customers each row stands for. */
export function weightedRows(columns: readonly Argument[], limits: Limits): (Weighted | undefined)[] {
  return rowsOf(columns, [REPEATS, RECENCY, AGE, WEIGHT], limits, (row) => ({
    ...historyIn(row),
    weight: row.read(3, countAt),
  }));
}

/** As `historyRows`, with a column of mean baskets. */
export function customerRows(
  columns: readonly Argument[],
  limits: Limits,
): ((History & Spending) | undefined)[] {
  return rowsOf(columns, [REPEATS, RECENCY, AGE, BASKET], limits, (row) => ({
    ...historyIn(row),
    ...spendingIn(row, 3),
  }));
}

/** The columns x and mean basket. */
export function spendingRows(columns: readonly Argument[], limits: Limits): (Spending | undefined)[] {
  return rowsOf(columns, [REPEATS, BASKET], limits, (row) => spendingIn(row, 1));
}

function rowsOf<Row>(
  columns: readonly Argument[],
  names: readonly Words[],
  limits: Limits,
  read: (row: SideBySide) => Row,
): (Row | undefined)[] {
  return sideBySide(
    names.map((name, i) => ({ argument: columns[i], name })),
    limits,
    read,
  );
}

function historyIn({ read, place }: SideBySide): History {
  const [x, recency, age] = [read(0, countAt), read(1, amountAt), read(2, amountAt)];
  if (recency > age)
    fail({ kind: "greater", first: RECENCY, value: recency, second: AGE, limit: age, place });
  if (x > 0 !== recency > 0) fail({ kind: "no_repeat", x, recency, place });
  return { x, recency, age };
}

function spendingIn({ read }: SideBySide, column: number): Spending {
  const x = read(0, countAt);
  // Someone who never bought again has no repeat basket: the cell may be blank.
  return { x, mean: x > 0 ? read(column, amountAt) : 0 };
}

/** The purchase model of customers. Fails where they are too few, where too few bought again, or where it does not fit. */
export function modelOf(rows: readonly Weighted[]): BgNbdFit {
  const counted = rows.filter(({ weight = 1 }) => weight > 0);
  checkCount(counted, CUSTOMERS, FEWEST_CUSTOMERS);
  checkCount(
    counted.filter(({ x }) => x > 0),
    BUYERS,
    FEWEST_BUYERS,
  );
  const fit = fitBgNbd(counted);
  return fit.converged
    ? fit
    : fail({ kind: "no_fit", model: words("le modèle d'achats | the purchase model") });
}

/** The spending model of customers; fails as `modelOf`. */
export function spendModelOf(rows: readonly Spending[]): GammaGammaFit {
  const spending = rows.filter(isSpending);
  checkCount(spending, BUYERS, FEWEST_BUYERS);
  const fit = fitGammaGamma(spending);
  return fit.converged ? fit : fail({ kind: "no_fit", model: SPENDING_MODEL });
}

function checkCount(rows: readonly Partial<Weighted>[], what: Words, least: number): void {
  const found = sum(rows.map(({ weight = 1 }) => weight));
  if (found < least) fail({ kind: "too_few", what, found, least });
}

/** The first four numbers of a range, such as CLV_FIT gives; `undefined` where it is left out. */
export function purchaseParameters(argument: Argument): BgNbd | undefined {
  const [r, alpha, a, b] = parameters(argument, 4);
  return r && alpha && a && b ? { r, alpha, a, b } : undefined;
}

/** The first three numbers of a range, such as CLV_SPEND_FIT gives. */
export function spendParameters(argument: Argument): GammaGamma | undefined {
  const [p, q, v] = parameters(argument, 3);
  return p && q && v ? { p, q, v } : undefined;
}

function parameters(argument: Argument, least: number): number[] {
  const input = given(argument, "paramètres | parameters");
  const cells = filledCells(input);
  if (cells.length > 0 && cells.length < least) {
    fail({ kind: "too_few", what: input.name, found: cells.length, least });
  }
  return cells.slice(0, least).map((placed) => sizeAt(input.name, placed));
}
