// How the figures of a KPI add up over time: a sum, a ratio of sums, a growth since a start, or a level.
import type { Expression } from "../formula.ts";
import { expressionOf, isListed, type Kpi, metricOf } from "../kpi.ts";

/** constant + Σ weight × argument. */
export interface Linear {
  readonly constant: number;
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * `sum`: the values of two periods add up. `ratio`: their numerators do, and their denominators. `growth`: a linear function of
 * a stock, whose start is that of the period. `level`: a value that holds for its own day or month; of a `stock` (followers,
 * recurring revenue), or of what happened in it (people counted once).
 */
export type Shape =
  | { readonly kind: "sum"; readonly over: Linear }
  | { readonly kind: "ratio"; readonly over: Linear; readonly under: Linear }
  | { readonly kind: "growth"; readonly over: Linear; readonly under: Linear }
  | { readonly kind: "level"; readonly stock: boolean };

export function shapeOf(kpi: Kpi): Shape {
  const given = kpi.args.filter((argument) => !isListed(argument));
  const ways = new Set(given.map((argument) => metricOf(argument).adds));
  const stock = ways.has("last") && !ways.has("none");
  const level: Shape = { kind: "level", stock };
  if (given.length < kpi.args.length || kpi.statistic || ways.has("none")) return level;
  const reduced = fractionOf(expressionOf(kpi));
  if (!reduced) return level;
  const { over, under } = reduced;
  if (ways.has("first"))
    return ways.has("last") && !ways.has("sum") ? { kind: "growth", over, under } : level;
  if (ways.has("last")) return level;
  if (isConstant(under)) {
    return over.constant === 0 ? { kind: "sum", over: scaled(over, 1 / under.constant) } : level;
  }
  return over.constant === 0 && under.constant === 0 ? { kind: "ratio", over, under } : level;
}

/** The value of a linear form; a total that may be left out counts for nothing. */
export function linearOf({ constant, weights }: Linear, totals: Readonly<Record<string, number>>): number {
  let value = constant;
  for (const name in weights) value += (weights[name] ?? 0) * (totals[name] ?? 0);
  return value;
}

interface Fraction {
  readonly over: Linear;
  readonly under: Linear;
}

const ONE: Linear = { constant: 1, weights: {} };

/** An expression as one linear form over another; `undefined` where it is not one (a product of two totals). */
function fractionOf(expression: Expression): Fraction | undefined {
  switch (expression.kind) {
    case "number":
      return { over: { constant: expression.value, weights: {} }, under: ONE };
    case "name":
      return { over: { constant: 0, weights: { [expression.name]: 1 } }, under: ONE };
    case "negation": {
      const inner = fractionOf(expression.operand);
      return inner && { over: scaled(inner.over, -1), under: inner.under };
    }
    case "operation": {
      const [left, right] = [fractionOf(expression.left), fractionOf(expression.right)];
      if (!left || !right) return undefined;
      if (expression.operator === "*") {
        return fraction(product(left.over, right.over), product(left.under, right.under));
      }
      if (expression.operator === "/") {
        return fraction(product(left.over, right.under), product(left.under, right.over));
      }
      const sign = expression.operator === "+" ? 1 : -1;
      if (alike(left.under, right.under)) {
        return { over: added(left.over, scaled(right.over, sign)), under: left.under };
      }
      const [first, second] = [product(left.over, right.under), product(right.over, left.under)];
      return fraction(
        first && second && added(first, scaled(second, sign)),
        product(left.under, right.under),
      );
    }
  }
}

function fraction(over: Linear | undefined, under: Linear | undefined): Fraction | undefined {
  return over && under && { over, under };
}

function product(a: Linear, b: Linear): Linear | undefined {
  if (isConstant(a)) return scaled(b, a.constant);
  return isConstant(b) ? scaled(a, b.constant) : undefined;
}

function isConstant({ weights }: Linear): boolean {
  return Object.values(weights).every((weight) => weight === 0);
}

function scaled({ constant, weights }: Linear, by: number): Linear {
  return {
    constant: constant * by,
    weights: Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, weight * by])),
  };
}

function added(a: Linear, b: Linear): Linear {
  const names = new Set([...Object.keys(a.weights), ...Object.keys(b.weights)]);
  return {
    constant: a.constant + b.constant,
    weights: Object.fromEntries(
      [...names].map((name) => [name, (a.weights[name] ?? 0) + (b.weights[name] ?? 0)]),
    ),
  };
}

function alike(a: Linear, b: Linear): boolean {
  const gap = added(a, scaled(b, -1));
  return gap.constant === 0 && isConstant(gap);
}
