// The formula language: what parses, what it gives, and that printing never changes a meaning.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate, namesIn, parseFormula, printFormula, type Expression } from "../../shared/formula.ts";

const value = (text: string, values = {}) => evaluate(parseFormula(text), values);

test("products come before sums and equal ranks are read from the left", () => {
  expect(value("2 + 3 * 4")).toBe(14);
  expect(value("20 - 5 - 3")).toBe(12);
  expect(value("100 / 5 / 2")).toBe(10);
  expect(value("-(2 + 3) * 2")).toBe(-10);
  expect(value("2 - -3")).toBe(5);
});

test("a name takes its value, and a missing value is a programming error", () => {
  expect(value("1000 * spend / impressions", { spend: 1500, impressions: 300000 })).toBe(5);
  expect(() => value("spend / clicks", { spend: 1 })).toThrow('No value for "clicks"');
});

test("a division by zero is told with both of its sides", () => {
  const outcome = value("(spend + fees) / leads", { spend: 1000, fees: 200, leads: 0 });
  expect(outcome).toMatchObject({ denominator: { name: "leads" }, numeratorValue: 1200 });
});

test.each(["", "1 +", "(1", "1)", "a b", "a ^ b", "2 * / 3", "1.2.3"])("%j is refused", (text) => {
  expect(() => parseFormula(text)).toThrow(SyntaxError);
});

test("names come once, in the order of the text", () => {
  expect(namesIn(parseFormula("(a + b) / a - -c"))).toEqual(["a", "b", "c"]);
});

test("printing puts labels and typographic signs where asked", () => {
  const signs = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;
  expect(printFormula(parseFormula("(gain - cost) / cost"), (name) => `«${name}»`, signs)).toBe(
    "(«gain» − «cost») ÷ «cost»",
  );
});

const expressions = fc.letrec<{ any: Expression }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 6 },
    fc.record({
      kind: fc.constant("number" as const),
      value: fc.double({ min: 0, max: 1e300, noNaN: true }),
    }),
    fc.record({ kind: fc.constant("name" as const), name: fc.constantFrom("spend", "clicks", "e1", "_x") }),
    fc.record({ kind: fc.constant("negation" as const), operand: tie("any") }),
    fc.record({
      kind: fc.constant("operation" as const),
      operator: fc.constantFrom("+" as const, "-" as const, "*" as const, "/" as const),
      left: tie("any"),
      right: tie("any"),
    }),
  ),
})).any;

test("parsing what was printed gives the same tree, whatever the tree", () => {
  fc.assert(
    fc.property(expressions, (expression) => {
      expect(parseFormula(printFormula(expression))).toEqual(expression);
    }),
    { numRuns: 2000 },
  );
});
