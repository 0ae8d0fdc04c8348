// Every KPI function on awkward cells: a documented value or a sentence, never NaN, Infinity or a silent 0.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { call } from "../../apps-script/call.ts";
import { type Expression, namesIn } from "../../shared/formula.ts";
import {
  type ExampleArgument,
  expressionOf,
  isListed,
  type Kpi,
  labelOf,
  metricOf,
} from "../../shared/kpi.ts";
import { catalogue } from "../../shared/kpis/index.ts";

beforeAll(() => {
  vi.stubGlobal("Session", { getActiveUserLocale: () => "en_GB" });
});

const functions = catalogue.filter(({ kind }) => kind !== "quantity");
const cells = (argument: ExampleArgument): unknown =>
  typeof argument === "object" ? argument.map((cell) => [cell]) : argument;
const examples = (kpi: Kpi): unknown[] => kpi.example.args.map(cells);

/** The value, or the sentence of the error without its narrow spaces. */
function outcome(kpi: Kpi, args: unknown[]): number | string {
  try {
    return call(kpi.name, args) as number;
  } catch (error) {
    return (error as Error).message.replace(/[\u00a0\u202f]/g, " ");
  }
}

/** The example with one argument replaced. */
const withArgument = (kpi: Kpi, index: number, value: unknown): unknown[] => {
  const args = examples(kpi);
  args[index] = value;
  return args;
};

/** The arguments below each fraction bar. */
function denominators(kpi: Kpi): string[][] {
  const find = (part: Expression): string[][] => {
    if (part.kind === "negation") return find(part.operand);
    if (part.kind !== "operation") return [];
    const below = part.operator === "/" ? [namesIn(part.right)] : [];
    return [...below, ...find(part.left), ...find(part.right)];
  };
  const given = new Set(kpi.args.map(({ name }) => name));
  return find(expressionOf(kpi)).filter((names) => names.every((name) => given.has(name)));
}

const isSentence = (text: number | string): boolean =>
  typeof text === "string" &&
  /^[A-Z_]+: .{10,300}[.?]$/s.test(text) &&
  !/(?<!result is )undefined|NaN|Infinity|own, not of|\[object/.test(text);

describe.each(functions.map((kpi) => [kpi.name, kpi] as const))("%s", (_, kpi) => {
  const given = kpi.args.slice(0, kpi.example.args.length);
  const numeric = given.flatMap((argument, index) =>
    isListed(argument) ? [] : [[argument, index] as const],
  );

  test("is undefined, in words, where a denominator is 0", () => {
    const zeros = [...denominators(kpi), kpi.args.map(({ name }) => name)];
    for (const names of denominators(kpi).length > 0 ? zeros : []) {
      const args = examples(kpi).map((example, index) =>
        names.includes(kpi.args[index]?.name ?? "") && typeof example === "number" ? 0 : example,
      );
      const told = outcome(kpi, args);
      expect(isSentence(told), String(told)).toBe(true);
      expect(told).toMatch(/" (?:is|are) 0\b/);
    }
  });

  test("asks for an argument that is blank, and takes none for an optional one", () => {
    given.forEach((argument, index) => {
      for (const blank of ["", undefined, [[""], [""]], [[null]]]) {
        const told = outcome(kpi, withArgument(kpi, index, blank));
        if (argument.fallback !== undefined) expect(told, argument.name).toEqual(expect.any(Number));
        else expect(told).toMatch(/: ".*": no value|shapes|is 1 row|is \d rows/);
      }
    });
    expect(isSentence(outcome(kpi, []))).toBe(true);
  });

  test("names the argument and the row of a text that it cannot read", () => {
    given.forEach((argument, index) => {
      const label = labelOf(argument).en;
      const told = outcome(kpi, withArgument(kpi, index, "abc"));
      expect(told).toMatch(new RegExp(`"abc" is not (?:a number|a date|one of)`));
      expect(told).toContain(`"${label}"`);
      for (const cell of [true, "#N/A", "1,234"]) {
        expect(isSentence(outcome(kpi, withArgument(kpi, index, cell))), `${label} ${cell}`).toBe(true);
      }
    });
  });

  test("refuses what is negative where that makes no sense", () => {
    for (const [argument, index] of numeric) {
      const told = outcome(kpi, withArgument(kpi, index, -5));
      if (argument.signed || metricOf(argument).signed)
        expect(told, argument.name).toEqual(expect.any(Number));
      else expect(told).toMatch(/−5 is (?:negative|not)/);
    }
  });

  test("reads a cell, a column, and a whole column with its header alike", () => {
    const value = kpi.example.value;
    const blanks = Array.from({ length: 50 }, () => [""]);
    const column = (argument: unknown): unknown[][] => (Array.isArray(argument) ? argument : [[argument]]);
    const scalar = (index: number): boolean => kpi.args[index]?.name === "scale";
    const shaped = (shape: (argument: unknown) => unknown): unknown[] =>
      examples(kpi).map((argument, index) => (scalar(index) ? argument : shape(argument)));
    expect(outcome(kpi, shaped(column))).toBeCloseTo(value, 9);
    expect(
      outcome(
        kpi,
        shaped((one) => [["header"], ...column(one), ...blanks]),
      ),
    ).toBeCloseTo(value, 9);
  });

  test("adds up a column that can be, and refuses one that cannot", () => {
    for (const [argument, index] of numeric) {
      const amount = kpi.example.args[index] as number;
      const told = outcome(kpi, withArgument(kpi, index, [[amount / 4], [""], [(3 * amount) / 4]]));
      if (metricOf(argument).adds === "sum") expect(told).toBeCloseTo(kpi.example.value, 9);
      else expect(told).toContain("one value is expected, 2 were found");
    }
  });

  test("computes 100,000 rows", () => {
    const rows = 100_000;
    const long = given.map((argument, index) => {
      const example = kpi.example.args[index];
      if (argument.name === "scale") return example;
      const listed =
        typeof example === "object" ? example.map((cell) => [cell]) : [[(example as number) / rows]];
      if (typeof example !== "object" && metricOf(argument).adds !== "sum") return example;
      return Array.from({ length: rows }, (__, row) => listed[row % listed.length]);
    });
    const value = outcome(kpi, long);
    expect(value).toEqual(expect.any(Number));
    expect(Math.abs((value as number) - kpi.example.value)).toBeLessThan(0.05 * Math.abs(kpi.example.value));
  });

  test("takes no more arguments than it has", () => {
    const told = outcome(kpi, [...kpi.args.map((_argument, index) => examples(kpi)[index] ?? ""), 1]);
    expect(told).toContain(`${kpi.args.length + 1} arguments given, ${kpi.args.length} at most`);
  });
});
