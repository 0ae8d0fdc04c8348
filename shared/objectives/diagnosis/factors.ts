// What a change is made of factor by factor, along the identity of the KPI; the parts add up to it exactly.
import { evaluate, type Expression, namesIn, parseFormula } from "../../formula.ts";
import { type Kpi, kpiFromTotals, labelIn } from "../../kpi.ts";
import { identities } from "../../kpis/identities.ts";
import { catalogue } from "../../kpis/index.ts";
import type { Words } from "../../language.ts";
import { isMetric, metricNamed } from "../../metrics.ts";
import { sum } from "../../number.ts";
import { chainEffects, type Factor } from "../../statistics/chain.ts";
import type { Part } from "../assessment.ts";
import { type Linear, linearOf, shapeOf } from "../shape.ts";
import { argumentsIn, type Pool, type Totals } from "./pool.ts";

/**
 * Factor by factor along an identity that is a product and that holds on these totals; else numerator and denominator of a
 * ratio, the terms of a sum, or sessions and what each brings. Empty where nothing of the kind can be told.
 */
export function factorsOf(kpi: Kpi, pool: Pool, change: number): Part[] {
  for (const factors of [alongIdentity(kpi, pool), alongFormula(kpi, pool), perSession(kpi, pool)]) {
    if (!factors) continue;
    const effects = factors.map(({ effect }) => effect);
    // Large effects that all but cancel leave a small change, and rounding of their own size.
    const size = Math.max(Math.abs(change), ...effects.map(Math.abs));
    if (effects.every(Number.isFinite) && Math.abs(sum(effects) - change) <= 1e-9 * size) return factors;
  }
  return [];
}

function alongIdentity(kpi: Kpi, pool: Pool): Part[] | undefined {
  const identity = identities.find((one) => one.kpi === kpi.name && one.relation === undefined);
  if (!identity) return undefined;
  const product = powersOf(parseFormula(identity.formula));
  if (!product || product.powers.length < 2) return undefined;
  const factors = product.powers.map(({ name, power }) => {
    const [before, after] = [pool.before, pool.after].map((totals) =>
      valueIn(name, identity.of?.[name], totals),
    );
    const label = isMetric(name)
      ? metricNamed(name).label
      : catalogue.find((one) => one.name === name)?.label;
    return {
      label: label ?? { fr: name, en: name },
      factor: { before: before ?? Number.NaN, after: after ?? Number.NaN, power },
    };
  });
  return chained(factors, product.constant);
}

/** A factor of an identity over totals by metric; undefined where one is missing, or it is not defined. */
function valueIn(
  name: string,
  of: readonly string[] | string | undefined,
  totals: Totals,
): number | undefined {
  const value = (text: string): number | undefined => {
    const expression = parseFormula(text);
    if (namesIn(expression).some((metric) => totals[metric] === undefined)) return undefined;
    const found = evaluate(expression, totals);
    return typeof found === "number" ? found : undefined;
  };
  if (typeof of === "string") return value(of);
  if (isMetric(name)) return totals[name];
  const kpi = catalogue.find((one) => one.name === name);
  if (!kpi) return undefined;
  const given: Record<string, number> = {};
  for (const [index, argument] of kpi.args.entries()) {
    const expression = of ? of[index] : argument.metric;
    const found = expression === undefined ? argument.fallback : (value(expression) ?? argument.fallback);
    if (found === undefined) return undefined;
    given[argument.name] = found;
  }
  const outcome = kpiFromTotals(kpi, given);
  return "value" in outcome ? outcome.value : undefined;
}

interface Product {
  readonly constant: number;
  readonly powers: readonly { readonly name: string; readonly power: number }[];
}

/** An expression as a constant times names to a power; undefined where it adds or subtracts. */
function powersOf(expression: Expression): Product | undefined {
  if (expression.kind === "number") return { constant: expression.value, powers: [] };
  if (expression.kind === "name") return { constant: 1, powers: [{ name: expression.name, power: 1 }] };
  if (expression.kind !== "operation" || expression.operator === "+" || expression.operator === "-")
    return undefined;
  const [left, right] = [powersOf(expression.left), powersOf(expression.right)];
  if (!left || !right) return undefined;
  const times = expression.operator === "*";
  return {
    constant: times ? left.constant * right.constant : left.constant / right.constant,
    powers: [
      ...left.powers,
      ...right.powers.map(({ name, power }) => ({ name, power: times ? power : -power })),
    ],
  };
}

function alongFormula(kpi: Kpi, pool: Pool): Part[] | undefined {
  const shape = shapeOf(kpi);
  const totals = { before: argumentsIn(kpi, pool.before), after: argumentsIn(kpi, pool.after) };
  if (shape.kind === "sum") {
    const names = Object.keys(shape.over.weights).filter((name) => shape.over.weights[name] !== 0);
    if (names.length < 2) return undefined;
    return names.map((name) => ({
      label: labelIn(kpi, name),
      effect: (shape.over.weights[name] ?? 0) * ((totals.after[name] ?? 0) - (totals.before[name] ?? 0)),
    }));
  }
  if (shape.kind !== "ratio") return undefined;
  const factor = (linear: Linear, power: number) => ({
    label: labelOfForm(kpi, linear),
    factor: { before: linearOf(linear, totals.before), after: linearOf(linear, totals.after), power },
  });
  const [over, under] = [factor(shape.over, 1), factor(shape.under, -1)];
  return chained([over, under], 1) ?? midpoint(over, under);
}

/** A numerator that may be negative over a denominator above 0: each moves with the mean of the other (Shapley's for two). */
function midpoint(over: Named, under: Named): Part[] | undefined {
  const [{ before: n0, after: n1 }, { before: d0, after: d1 }] = [over.factor, under.factor];
  if (!(d0 > 0 && d1 > 0)) return undefined;
  return [
    { label: over.label, effect: ((n1 - n0) * (1 / d0 + 1 / d1)) / 2 },
    { label: under.label, effect: ((n0 + n1) * (1 / d1 - 1 / d0)) / 2 },
  ];
}

/** The names of a linear form: `chiffre d'affaires − coût des ventes`. */
function labelOfForm(kpi: Kpi, { weights }: Linear): Words {
  const names = Object.keys(weights).filter((name) => weights[name] !== 0);
  const say = (language: keyof Words): string =>
    names
      .map((name, at) => {
        const label = labelIn(kpi, name)[language];
        const minus = (weights[name] ?? 0) < 0;
        return at === 0 ? (minus ? `−${label}` : label) : `${minus ? "−" : "+"} ${label}`;
      })
      .join(" ");
  return { fr: say("fr"), en: say("en") };
}

/** A sum as the sessions times what each brought, where sessions were read over the same days. */
function perSession(kpi: Kpi, pool: Pool): Part[] | undefined {
  const shape = shapeOf(kpi);
  const [was, is] = [pool.before["sessions"], pool.after["sessions"]];
  if (shape.kind !== "sum" || !was || !is || kpi.args.some(({ metric }) => metric === "sessions"))
    return undefined;
  const [before, after] = [pool.before, pool.after].map((totals) =>
    linearOf(shape.over, argumentsIn(kpi, totals)),
  );
  const each: Words = { fr: `${kpi.label.fr} par session`, en: `${kpi.label.en} per session` };
  return chained(
    [
      { label: metricNamed("sessions").label, factor: { before: was, after: is, power: 1 } },
      { label: each, factor: { before: (before ?? 0) / was, after: (after ?? 0) / is, power: 1 } },
    ],
    1,
  );
}

interface Named {
  readonly label: Words;
  readonly factor: Factor;
}

function chained(factors: readonly Named[], constant: number): Part[] | undefined {
  const defined = factors.every(({ factor: { before, after, power } }) =>
    [before, after].every((value) => (power > 0 ? value >= 0 : value > 0) && Number.isFinite(value)),
  );
  if (!defined) return undefined;
  const effects = chainEffects(
    factors.map(({ factor }) => factor),
    constant,
  );
  return factors.map(({ label }, at) => ({ label, effect: effects[at] ?? 0 }));
}
