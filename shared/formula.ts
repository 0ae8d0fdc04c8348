// KPI formulas as text: `1000 * spend / impressions` parsed, evaluated and printed.

export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "negation"; readonly operand: Expression }
  | {
      readonly kind: "operation";
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

export type Operator = "+" | "-" | "*" | "/";

/** A division by zero met while evaluating: which part was 0, and the value above it. */
export interface ZeroDivision {
  readonly denominator: Expression;
  readonly numerator: Expression;
  readonly numeratorValue: number;
}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:e[-+]?\d+)?)|([A-Za-z_]\w*)|([-+*/()]))/y;

/** Parses a formula of numbers, names, `+ - * /` and parentheses. Throws a SyntaxError that gives the position. */
export function parseFormula(text: string): Expression {
  const tokens: { text: string; kind: "number" | "name" | "sign"; at: number }[] = [];
  const source = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new SyntaxError(`Unexpected character at ${at} in "${text}"`);
    const kind = match[1] !== undefined ? "number" : match[2] !== undefined ? "name" : "sign";
    tokens.push({ text: match[1] ?? match[2] ?? match[3] ?? "", kind, at });
  }
  let next = 0;
  const take = (signs: string): string | undefined => {
    const token = tokens[next];
    if (token?.kind !== "sign" || !signs.includes(token.text)) return undefined;
    next += 1;
    return token.text;
  };
  const chain = (operators: string, operand: () => Expression): Expression => {
    let left = operand();
    for (let operator = take(operators); operator; operator = take(operators)) {
      left = { kind: "operation", operator: operator as Operator, left, right: operand() };
    }
    return left;
  };
  const sumOf = (): Expression => chain("+-", () => chain("*/", factor));
  const factor = (): Expression => {
    if (take("-")) return { kind: "negation", operand: factor() };
    if (take("(")) {
      const inner = sumOf();
      if (!take(")")) throw new SyntaxError(`Missing ) in "${text}"`);
      return inner;
    }
    const token = tokens[next];
    if (!token || token.kind === "sign") {
      throw new SyntaxError(`A number or a name is missing at ${token?.at ?? source.length} in "${text}"`);
    }
    next += 1;
    return token.kind === "number"
      ? { kind: "number", value: Number(token.text) }
      : { kind: "name", name: token.text };
  };
  const expression = sumOf();
  const rest = tokens[next];
  if (rest) throw new SyntaxError(`Unexpected "${rest.text}" at ${rest.at} in "${text}"`);
  return expression;
}

/** The value of an expression, or the first division by zero that leaves it undefined. */
export function evaluate(
  expression: Expression,
  values: Readonly<Record<string, number>>,
): number | ZeroDivision {
  if (expression.kind === "number") return expression.value;
  if (expression.kind === "name") {
    const value = values[expression.name];
    if (value === undefined) throw new Error(`No value for "${expression.name}"`);
    return value;
  }
  if (expression.kind === "negation") {
    const operand = evaluate(expression.operand, values);
    return typeof operand === "number" ? -operand : operand;
  }
  const left = evaluate(expression.left, values);
  if (typeof left !== "number") return left;
  const right = evaluate(expression.right, values);
  if (typeof right !== "number") return right;
  switch (expression.operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      if (right !== 0) return left / right;
      return { denominator: expression.right, numerator: expression.left, numeratorValue: left };
  }
}

type Compiled = (values: readonly number[]) => number;

/**
 * An expression as a function of the values of its names, in the order of `names`: what `evaluate` gives, to the bit,
 * and NaN where that is a division by zero. For many rows it is made once.
 */
export function compile(expression: Expression, names: readonly string[]): Compiled {
  switch (expression.kind) {
    case "number":
      return () => expression.value;
    case "name": {
      const place = names.indexOf(expression.name);
      return (values) => values[place] ?? NaN;
    }
    case "negation": {
      const operand = compile(expression.operand, names);
      return (values) => -operand(values);
    }
    case "operation": {
      const left = compile(expression.left, names);
      const right = compile(expression.right, names);
      return OPERATIONS[expression.operator](left, right);
    }
  }
}

const OPERATIONS: Readonly<Record<Operator, (left: Compiled, right: Compiled) => Compiled>> = {
  "+": (left, right) => (values) => left(values) + right(values),
  "-": (left, right) => (values) => left(values) - right(values),
  "*": (left, right) => (values) => left(values) * right(values),
  "/": (left, right) => (values) => left(values) / (right(values) || NaN),
};

/** The names that an expression uses, each once, in the order they appear. */
export function namesIn(expression: Expression): string[] {
  const found = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === "name") found.add(part.name);
    if (part.kind === "negation") visit(part.operand);
    if (part.kind === "operation") {
      visit(part.left);
      visit(part.right);
    }
  };
  visit(expression);
  return [...found];
}

/** The operators as printed mathematics writes them. */
export const TYPOGRAPHIC = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

const RANK = { "+": 1, "-": 1, "*": 2, "/": 2 } as const;

/**
 * Prints an expression with as few parentheses as it needs; parsing the result gives the same tree.
 * `nameOf` may put labels or cell references in place of the names, `signs` typographic operators.
 */
export function printFormula(
  expression: Expression,
  nameOf: (name: string) => string = (name) => name,
  signs: Readonly<Record<Operator, string>> = { "+": "+", "-": "-", "*": "*", "/": "/" },
): string {
  const print = (part: Expression, floor: number): string => {
    if (part.kind === "number") return String(part.value);
    if (part.kind === "name") return nameOf(part.name);
    if (part.kind === "negation") return `-${print(part.operand, 3)}`;
    const rank = RANK[part.operator];
    const text = `${print(part.left, rank)} ${signs[part.operator]} ${print(part.right, rank + 1)}`;
    return rank < floor ? `(${text})` : text;
  };
  return print(expression, 0);
}
