// One definition, several doors: a cell function, KPI over a table, and totals give the same double.
import * as fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { call } from "../../apps-script/call.ts";
import { type Kpi, type KpiArgument, kpiFromTotals, labelOf, metricOf } from "../../shared/kpi.ts";
import { catalogue } from "../../shared/kpis/index.ts";

beforeAll(() => {
  vi.stubGlobal("Session", { getActiveUserLocale: () => "fr" });
});

/** Figures as people have them: whole counts, cents, rates to four decimals; zeros among them. */
function figure(argument: KpiArgument): fc.Arbitrary<number> {
  const { unit } = metricOf(argument);
  if (unit === "rate") return fc.integer({ min: 0, max: 10_000 }).map((value) => value / 10_000);
  const whole = fc.integer({ min: 0, max: 100_000_000 });
  return unit === "count" ? whole : whole.map((value) => value / 100);
}

/** The value, or the sentence that stands for it, without the name of the function. */
function outcome(name: string, args: unknown[]): unknown {
  try {
    return call(name, args);
  } catch (error) {
    return (error as Error).message.replace(/^\w+\s*: /, "");
  }
}

const formulas = catalogue.filter(({ kind }) => kind === "formula");

describe.each(formulas.map((kpi) => [kpi.name, kpi] as const))("%s", (_, kpi: Kpi) => {
  test("is the same in a cell, over a table and from totals", () => {
    const header = kpi.args.map((argument) => labelOf(argument).fr);
    fc.assert(
      fc.property(fc.tuple(...kpi.args.map(figure)), (figures) => {
        const cell = outcome(kpi.name, figures);
        const totals = Object.fromEntries(kpi.args.map(({ name }, index) => [name, figures[index] ?? 0]));
        const fromTotals = kpiFromTotals(kpi, totals);
        expect(outcome("KPI", [kpi.name, [header, figures]])).toEqual(cell);
        if ("value" in fromTotals) expect(Object.is(fromTotals.value, cell)).toBe(true);
        else expect(cell).toEqual(expect.any(String));
      }),
      { numRuns: 1000 },
    );
  });
});
