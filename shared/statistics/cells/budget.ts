// What budget seems to bring, and how to share it out, as functions of a cell.
import { type Argument, isHeader, quotable, type Range, rowsOf } from "../../cell.ts";
import type { Words } from "../../language.ts";
import { sum } from "../../number.ts";
import { fail } from "../../problem.ts";
import { type Statistic, type WordedCell, words } from "../answer.ts";
import {
  allocate,
  type Channel,
  type CurveFit,
  FEWEST_POINTS,
  fitCurve,
  LEAST_VARIATION,
  variation,
} from "../budget.ts";
import { amountAt, checkLengths, given, numberBetween, oneNumber, sideBySide } from "../input.ts";
import type { Limits } from "../limits.ts";
import { confidenceIn } from "./proportions.ts";

const SPEND = words("dépenses | spend");
const RESULT = words("résultats | results");
const POINTS = words("périodes avec dépense et résultat | periods with spend and result");
const CHANNELS = words("canaux | channels");

interface Points {
  readonly spend: readonly number[];
  readonly result: readonly number[];
}

/** `=BUDGET_CURVE(B2:B27; C2:C27)`: the curve result = a × spend^b, and how sure b is. */
export const budgetCurve: Statistic = ([spend, result, confidence], limits) => {
  const points = pointsIn(spend, result, SPEND, RESULT, limits);
  const {
    a,
    b,
    r2,
    standardError,
    low,
    high,
    points: n,
  } = fitCurve(points.spend, points.result, confidenceIn(confidence));
  return {
    headers: [
      "a",
      "b",
      "R²",
      "erreur type b | standard error b",
      "b, borne basse | b, low",
      "b, borne haute | b, high",
      "n",
    ],
    rows: [[a, b, r2, standardError, low, high, n]],
  };
};

/** The periods with a spend and a result above 0. Fails where they are too few, or the spend varied too little. */
function pointsIn(
  spend: Argument,
  result: Argument,
  ofSpend: Words,
  ofResult: Words,
  limits: Limits,
): Points {
  const rows = sideBySide(
    [
      { argument: spend, name: ofSpend },
      { argument: result, name: ofResult },
    ],
    limits,
    ({ read }) => ({ x: read(0, amountAt, 0), y: read(1, amountAt, 0) }),
  );
  const points = rows.flatMap((point) => (point && point.x > 0 && point.y > 0 ? [point] : []));
  if (points.length < FEWEST_POINTS) {
    fail({ kind: "too_few", what: POINTS, found: points.length, least: FEWEST_POINTS });
  }
  const spends = points.map(({ x }) => x);
  if (variation(spends) < LEAST_VARIATION) fail({ kind: "too_steady", argument: ofSpend });
  return { spend: spends, result: points.map(({ y }) => y) };
}

/**
 * `=BUDGET_ALLOCATE(B1:D27; F1:H27; 9000)`: a split of the total of one period between channels, one column each under its
 * name; a row is a period. No channel strays by more than 30 % from its mean spend, nor out of the spends observed.
 */
export const budgetAllocate: Statistic = ([spends, results, total, change], limits) => {
  const budget = oneNumber(given(total, "total"));
  const most = numberBetween(given(change, "variation permise | change allowed"), 0, 1, 0.3);
  const channels = channelsIn(spends, results, limits).map((channel) => bounded(channel, most));
  const [low, high] = [sum(channels.map(({ least }) => least)), sum(channels.map((channel) => channel.most))];
  if (budget < low || budget > high) fail({ kind: "budget_out_of_reach", total: budget, low, high });
  const shares = allocate(channels, budget);
  return {
    headers: [
      "canal | channel",
      "budget actuel | present budget",
      "budget suggéré (corrélation, pas preuve) | suggested budget (correlation, not proof)",
      "variation | change",
      "résultat actuel | present result",
      "résultat attendu | expected result",
      "élasticité | elasticity",
      "remarque | note",
    ],
    rows: channels.map(({ name, present, a, b, note }, i) => {
      const spend = shares[i] as number;
      return [name, present, spend, spend / present - 1, a * present ** b, a * spend ** b, b, note];
    }),
  };
};

interface NamedChannel extends CurveFit {
  readonly name: string;
  readonly spend: readonly number[];
}

/** The channels of two tables with the same headers. */
function channelsIn(spends: Argument, results: Argument, limits: Limits): NamedChannel[] {
  const [spendRows, resultRows] = [rowsOf(spends), rowsOf(results)];
  const [names, others] = [spendRows[0] ?? [], resultRows[0] ?? []];
  if (!isHeader(names) || !isHeader(others)) fail({ kind: "no_table" });
  if (names.length < 2) fail({ kind: "too_few", what: CHANNELS, found: names.length, least: 2 });
  checkLengths(CHANNELS, names.length, RESULT, others.length);
  return names.map((cell, column) => {
    const name = quotable(cell);
    const [ofSpend, ofResult] = [onChannel(SPEND, name), onChannel(RESULT, name)];
    const points = pointsIn(
      columnOf(spendRows, column),
      columnOf(resultRows, column),
      ofSpend,
      ofResult,
      limits,
    );
    return { name, spend: points.spend, ...fitCurve(points.spend, points.result, 0.95) };
  });
}

function onChannel({ fr, en }: Words, channel: string): Words {
  return { fr: `${fr}, ${channel}`, en: `${en}, ${channel}` };
}

function columnOf(range: Range, column: number): Range {
  return range.map((row) => [row[column]]);
}

/** How far a channel may go. One whose curve does not flatten as more is spent stays where it is. */
function bounded(
  channel: NamedChannel,
  change: number,
): Channel & { name: string; present: number; note: WordedCell } {
  const { name, a, b, spend } = channel;
  const present = sum(spend) / spend.length;
  if (b <= 0 || b >= 1) return { name, a, b, present, least: present, most: present, note: UNTOUCHED };
  return {
    name,
    a,
    b,
    present,
    least: Math.max(extreme(spend, Math.min), present * (1 - change)),
    most: Math.min(extreme(spend, Math.max), present * (1 + change)),
    note: "",
  };
}

const UNTOUCHED = words("inchangé\u00a0: rendement non décroissant | unchanged: return not diminishing");

function extreme(values: readonly number[], of: (a: number, b: number) => number): number {
  return values.reduce((found, value) => of(found, value));
}
