// A division by zero in a KPI, told with what is above and below the line.
import { type Expression, namesIn, printFormula, TYPOGRAPHIC, type ZeroDivision } from "./formula.ts";
import { type Kpi, labelIn, type Totals } from "./kpi.ts";
import { type Language, quoted, type Words } from "./language.ts";
import type { Problem } from "./problem.ts";

/** The problem that a division by zero is, for the values of the arguments and terms. */
export function zeroDenominator(kpi: Kpi, values: Totals, division: ZeroDivision): Problem {
  const leftOut = (part: Expression): boolean =>
    part.kind === "name" &&
    kpi.args.some(({ name, fallback }) => name === part.name && fallback === values[name]);
  const said = (part: Expression): Expression =>
    isSum(part) && leftOut(part.right) ? said(part.left) : part;

  const denominator = said(division.denominator);
  const numerator = said(division.numerator);
  const below = namesIn(denominator);
  const above = namesIn(numerator).filter((name) => !below.includes(name));
  const problem = {
    kind: "zero_denominator",
    denominator: inWords(kpi, denominator),
    advice: kpi.atZero,
  } as const;

  if (above.every((name) => values[name] === 0)) {
    return { ...problem, zeros: above.map((name) => labelIn(kpi, name)) };
  }
  const [only = ""] = above;
  if (namesIn(numerator).length === 1) {
    return { ...problem, numerator: inWords(kpi, { kind: "name", name: only }), value: values[only] ?? 0 };
  }
  // "5 of spend" can be said of a quantity or of a sum; a product of several has no such unit.
  const sayable = isSum(numerator) && namesIn(numerator).length === above.length;
  if (!sayable) return problem;
  return { ...problem, numerator: inWords(kpi, numerator), value: division.numeratorValue };
}

function isSum(part: Expression): part is Extract<Expression, { kind: "operation" }> {
  return part.kind === "operation" && (part.operator === "+" || part.operator === "-");
}

function inWords(kpi: Kpi, part: Expression): Words {
  const print = (language: Language): string =>
    printFormula(part, (name) => quoted(labelIn(kpi, name)[language], language), TYPOGRAPHIC);
  return { fr: print("fr"), en: print("en") };
}
