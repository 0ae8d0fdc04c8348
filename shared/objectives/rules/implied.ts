// What a target supposes of the factors of its KPI, and whether each has ever been seen there.
import { evaluate, namesIn, parseFormula } from "../../formula.ts";
import { identityOf } from "../../identity.ts";
import { type Kpi, kpiFromTotals } from "../../kpi.ts";
import type { Identity } from "../../kpis/identities.ts";
import { findKpi } from "../../kpis/index.ts";
import { type MetricName, metrics } from "../../metrics.ts";
import { addDays, daysBetween } from "../../period.ts";
import type { Evidence, Series } from "../evidence.ts";
import { pointsIn, type Span, totalsOf } from "../reading.ts";
import { shapeOf } from "../shape.ts";

/** One factor of an identity, the others as they are: the value it would take, and the range it was seen in. */
export interface Implied {
  /** A KPI or a metric. */
  readonly name: string;
  readonly needed: number;
  readonly low: number;
  readonly high: number;
}

const FEWEST_SPANS = 8;
const SHORT_SPAN = 28;

/** The identity along which a target is solved; none for a mere bound, or for a KPI said by itself. */
export function solvable(kpi: Kpi): Identity | undefined {
  const identity = identityOf(kpi);
  const itself = identity && namesIn(parseFormula(identity.formula)).includes(kpi.name);
  return identity?.relation || itself ? undefined : identity;
}

/**
 * For each factor of the KPI's identity, what it alone would have to be; null where the past does not tell all of them.
 * @param days how long the objective lasts: the past is looked at over stretches as long, or of 28 days
 */
export function impliedBy(kpi: Kpi, target: number, days: number, evidence: Evidence): Implied[] | null {
  const identity = solvable(kpi);
  if (!identity) return null;
  const factors = namesIn(parseFormula(identity.formula));
  const series = evidence.series.filter(
    (one) => one.step === "day" && one.points.length > 0 && [kpi.name, ...factors].includes(one.kpi),
  );
  for (const length of days > SHORT_SPAN ? [days, SHORT_SPAN] : [days]) {
    const past = spansOf(series, length)
      .map((span) => factorsIn(identity, baseIn(series, span)))
      .filter((values) => values !== null);
    const now = past[past.length - 1];
    if (!now || past.length < FEWEST_SPANS) continue;
    const wanted = shapeOf(kpi).kind === "sum" ? (target * length) / days : target;
    const implied = Object.keys(now).map((name): Implied | null => {
      const needed = solved(identity.formula, now, name, wanted);
      const seen = past.map((values) => values[name] ?? 0);
      return needed === null ? null : { name, needed, low: Math.min(...seen), high: Math.max(...seen) };
    });
    return implied.filter((one) => one !== null);
  }
  return null;
}

/** Stretches of so many days that all the series hold, a week apart, oldest first. */
function spansOf(series: readonly Series[], length: number): Span[] {
  const first = series.map(({ points }) => points[0]?.from ?? "").reduce((a, b) => (a > b ? a : b), "");
  const last = series
    .map(({ points }) => points[points.length - 1]?.to ?? "")
    .reduce((a, b) => (a < b ? a : b), "9");
  const spans: Span[] = [];
  if (series.length === 0) return spans;
  for (let to = last; daysBetween(first, to) + 1 >= length; to = addDays(to, -7)) {
    spans.push({ from: addDays(to, 1 - length), to });
  }
  return spans.reverse();
}

/** The total of each metric over a stretch, from whichever series holds it. */
function baseIn(series: readonly Series[], span: Span): Record<string, number> {
  const base: Record<string, number> = {};
  for (const one of series) {
    const kpi = findKpi(one.kpi);
    const totals = totalsOf(kpi, pointsIn(one, kpi, span));
    for (const { name, metric } of kpi.args) {
      const value = totals[name];
      if (value !== undefined && metrics[metric].adds !== "none") base[metric] = value;
    }
  }
  return base;
}

/** The value of each name of the identity's formula; null where one cannot be told. */
function factorsIn(
  { formula, of = {} }: Identity,
  base: Record<string, number>,
): Record<string, number> | null {
  const factors: Record<string, number> = {};
  for (const name of namesIn(parseFormula(formula))) {
    const given = of[name];
    const value =
      typeof given === "string"
        ? valueIn(given, base)
        : name in metrics
          ? valueIn(name, base)
          : kpiIn(findKpi(name), given, base);
    if (value === null) return null;
    factors[name] = value;
  }
  return factors;
}

function kpiIn(kpi: Kpi, given: readonly string[] | undefined, base: Record<string, number>): number | null {
  const totals: Record<string, number> = {};
  for (const [index, { name, metric, fallback }] of kpi.args.entries()) {
    const expression = given?.[index] ?? (given === undefined ? metric : undefined);
    const value = expression === undefined ? null : valueIn(expression, base);
    if (value === null && fallback === undefined) return null;
    if (value !== null) totals[name] = value;
  }
  const outcome = kpiFromTotals(kpi, totals);
  return "value" in outcome ? outcome.value : null;
}

function valueIn(expression: string, base: Readonly<Record<string, number>>): number | null {
  const tree = parseFormula(expression);
  if (namesIn(tree).some((name) => base[name as MetricName] === undefined)) return null;
  const value = evaluate(tree, base);
  return typeof value === "number" ? value : null;
}

/** What one factor must be for the formula to make the target, the others unchanged: the formula is linear in it or in its inverse. */
function solved(
  formula: string,
  now: Readonly<Record<string, number>>,
  name: string,
  target: number,
): number | null {
  const tree = parseFormula(formula);
  const at = (value: number): number => {
    const outcome = evaluate(tree, { ...now, [name]: value });
    return typeof outcome === "number" ? outcome : Number.NaN;
  };
  const start = now[name] ?? 0;
  if (start === 0) return null;
  const inverse = (value: number): number => 1 / value;
  for (const turn of [(value: number): number => value, inverse]) {
    const [a, b] = [turn(start), 2 * turn(start)];
    const slope = (at(turn(b)) - at(turn(a))) / (b - a);
    const needed = turn(a + (target - at(turn(a))) / slope);
    if (Number.isFinite(needed) && Math.abs(at(needed) - target) <= 1e-6 * Math.max(1e-9, Math.abs(target))) {
      return needed;
    }
  }
  return null;
}
