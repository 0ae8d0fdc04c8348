// A KPI row by row: whatever the cells hold, each row says what the KPI of its cells alone says.
import { array, assert, constantFrom, double, integer, oneof, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { caught, kpiFromArguments, kpiFromEach } from "../../shared/arguments.ts";
import { type Argument, type Cell, isBlank, numberIn, quotable } from "../../shared/cell.ts";
import { compile, evaluate, namesIn, parseFormula } from "../../shared/formula.ts";
import { type Kpi, kpiFromTotals, labelOf, type Outcome } from "../../shared/kpi.ts";
import { catalogue, findKpi } from "../../shared/kpis/index.ts";

const numbers = oneof(
  integer({ min: 0, max: 2000 }),
  double({ min: 0, max: 1, noNaN: true }),
  constantFrom(0, -0, -3, 1.5, 1e308, 1e-308, Infinity, NaN),
);
const oddities = constantFrom<Cell>("", " ", null, "abc", "12,5 %", "1 200,50 €", "1,234", true, new Date(0));
const cells = oneof({ arbitrary: numbers, weight: 8 }, { arbitrary: oddities, weight: 1 });
const ROWS = 6;

/** The outcome of one row by definition: each cell is a total by itself, and the first that is no number is told. */
function defined(kpi: Kpi, row: readonly Cell[]): Outcome {
  if (kpi.statistic) return caught(() => kpiFromArguments(kpi, row));
  const totals: Record<string, number> = {};
  for (const [index, argument] of kpi.args.entries()) {
    const value = numberIn(row[index]);
    if (value !== undefined) totals[argument.name] = value;
    else if (!isBlank(row[index])) {
      return { problem: { kind: "not_a_number", argument: labelOf(argument), found: quotable(row[index]) } };
    }
  }
  return kpiFromTotals(kpi, totals);
}

test.each(catalogue.map((kpi) => [kpi.name, kpi] as const))("%s", (_, kpi) => {
  const columns = kpi.args.map(() => array(cells, { minLength: ROWS, maxLength: ROWS }));
  const single = array(constantFrom(true, false, false), { minLength: 4, maxLength: 4 });
  const draw = array(oneof(...columns), { minLength: kpi.args.length, maxLength: kpi.args.length });
  assert(
    property(draw, single, (drawn, alone) => {
      // The first argument is a column, and its first row no header.
      const given = drawn.map((column, index): Argument =>
        index > 0 && alone[index % 4] ? column[0] : column.map((cell) => [cell]),
      );
      given[0] = [[7], ...(given[0] as Cell[][]).slice(1)];
      const outcomes = kpiFromEach(kpi, given);
      expect(outcomes).toHaveLength(ROWS);
      outcomes.forEach(([outcome], row) => {
        const across = given.map(
          (argument) => (Array.isArray(argument) ? argument[row]?.[0] : argument) as Cell,
        );
        const blank = given.every((argument, index) => !Array.isArray(argument) || isBlank(across[index]));
        expect(outcome, JSON.stringify(across)).toEqual(blank ? undefined : defined(kpi, across));
      });
    }),
    { numRuns: 60 },
  );
});

describe("one row", () => {
  const cpa = findKpi("CPA");

  test("of single cells is computed, and nothing stands beside blank ones", () => {
    expect(kpiFromEach(cpa, [100, 5])).toEqual([[{ value: 20 }]]);
    expect(kpiFromEach(cpa, ["", ""])).toEqual([[undefined]]);
  });

  test("of a block of two columns is computed column by column", () => {
    const spend = [
      [100, 30],
      [50, ""],
    ];
    const customers = [
      [4, 3],
      [0, ""],
    ];
    expect(kpiFromEach(cpa, [spend, customers])).toEqual([
      [{ value: 25 }, { value: 10 }],
      [defined(cpa, [50, 0]), undefined],
    ]);
  });
});

test("a formula made into a function gives what walking its tree gives, to the bit, and NaN where it divides by 0", () => {
  const values = array(constantFrom(0, -0, 1, 3, 0.1, 1e-300, 1e300, 7 / 3), { minLength: 9, maxLength: 9 });
  const formulas = [
    ...catalogue.map(({ formula }) => formula),
    "-a / (b - b * c)",
    "a / (b / c)",
    "2 - -a * 3e2",
  ];
  for (const formula of formulas) {
    const expression = parseFormula(formula);
    const names = namesIn(expression);
    const compiled = compile(expression, names);
    assert(
      property(values, (drawn) => {
        const walked = evaluate(
          expression,
          Object.fromEntries(names.map((name, at) => [name, drawn[at] ?? 0])),
        );
        expect(compiled(drawn), formula).toBe(typeof walked === "number" ? walked : NaN);
      }),
      { numRuns: 50 },
    );
  }
});
