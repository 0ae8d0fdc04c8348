// What looks odd in a value: outside its usual range, of too few observations, or resting on an assumption.
import { evaluate, type Expression, namesIn } from "./formula.ts";
import { expressionOf, type Kpi, metricOf, type Totals } from "./kpi.ts";
import type { Warning } from "./warning.ts";

/** Below so many observations an average or a share says little. */
const FEW = 30;

/** The warnings about a value computed from totals. */
export function warningsOf(kpi: Kpi, totals: Totals, value: number): Warning[] {
  const warnings: Warning[] = [];
  const [low, high] = kpi.expected ?? [-Infinity, Infinity];
  if (value > high) warnings.push({ kind: "over_one", value });
  if (value < low) warnings.push({ kind: low === 0 ? "negative" : "under_one", value });
  const n = observations(kpi, totals);
  if (n !== undefined) warnings.push(...smallSample(n));
  for (const { name, fallback, caution } of kpi.args) {
    if (caution && (totals[name] ?? fallback) === caution.at) {
      warnings.push({ kind: "note", words: caution.words });
    }
  }
  return warnings;
}

/** The warning that a value rests on so many observations, where they are too few. */
export function smallSample(n: number): Warning[] {
  return n < FEW ? [{ kind: "small_n", n }] : [];
}

/** How many things a KPI is an average over: the value of the first denominator made of counts alone. */
function observations(kpi: Kpi, totals: Totals): number | undefined {
  const values = Object.fromEntries(
    kpi.args.map(({ name, fallback = 0 }) => [name, totals[name] ?? fallback]),
  );
  const counted = (name: string): boolean =>
    kpi.args.some((argument) => argument.name === name && metricOf(argument).unit === "count");
  const find = (part: Expression): number | undefined => {
    if (part.kind === "negation") return find(part.operand);
    if (part.kind !== "operation") return undefined;
    const below = part.operator === "/" ? namesIn(part.right) : [];
    if (below.length > 0 && below.every(counted)) {
      const value = evaluate(part.right, values);
      return typeof value === "number" ? value : undefined;
    }
    return find(part.left) ?? find(part.right);
  };
  return find(expressionOf(kpi));
}
