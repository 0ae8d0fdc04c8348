// The identities of the catalogue hold, whatever the figures.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, namesIn, parseFormula } from "../../shared/formula.ts";
import { identityInWords, identityOf } from "../../shared/identity.ts";
import { kpiFromTotals, metricOf } from "../../shared/kpi.ts";
import { identities, type Identity } from "../../shared/kpis/identities.ts";
import { findKpi } from "../../shared/kpis/index.ts";
import { type MetricName, metrics } from "../../shared/metrics.ts";

type Base = Readonly<Record<string, number>>;

/** Figures of one business over one period; what is part of something is not larger than it. */
const figures = fc
  .record(
    Object.fromEntries(
      Object.entries(metrics).map(([name, metric]) => [
        name,
        metric.unit === "count"
          ? fc.integer({ min: 1, max: 10_000_000 })
          : fc.double({ min: 0.001, max: metric.unit === "rate" ? 1 : 1e7, noNaN: true }),
      ]),
    ),
  )
  .map((base): Base => {
    const value = (name: MetricName): number => base[name] ?? 0;
    const part = (whole: MetricName, name: MetricName): number => Math.min(value(whole), value(name));
    return {
      ...base,
      bounces: part("emails_sent", "bounces"),
      engaged_sessions: part("sessions", "engaged_sessions"),
      organic_sessions: part("sessions", "organic_sessions"),
      // Far above the revenue, 1 + markup would lose its digits to the subtraction.
      cogs: Math.min(value("cogs"), 100 * value("revenue")),
      // As many as stay, and the new ones.
      customers_end: part("customers_start", "customers_end") + value("new_customers"),
    };
  });

function valueOf(text: string, base: Base): number {
  const value = evaluate(parseFormula(text), base);
  return typeof value === "number" ? value : Number.NaN;
}

/** A KPI whose arguments are these expressions, or its usual metrics. */
function kpiValue(name: string, given: readonly string[] | undefined, base: Base): number {
  const kpi = findKpi(name);
  const expressions = given ?? kpi.args.map(({ metric }) => metric);
  const totals: Record<string, number> = {};
  kpi.args.forEach((argument, index) => {
    const expression = expressions[index];
    // What may be left out, is, unless the identity gives it: no margin rate, no conversion costs.
    if (expression === undefined || (!given && argument.fallback === 0)) return;
    totals[argument.name] = valueOf(expression, base);
  });
  const outcome = kpiFromTotals(kpi, totals);
  if ("problem" in outcome) throw new Error(`${name}: ${outcome.problem.kind}`);
  return outcome.value;
}

function sides({ kpi, formula, args, of = {} }: Identity, base: Base): [left: number, right: number] {
  const values = namesIn(parseFormula(formula)).map((name): [string, number] => {
    const given = of[name];
    if (typeof given === "string") return [name, valueOf(given, base)];
    return [name, name in metrics ? (base[name] ?? 0) : kpiValue(name, given, base)];
  });
  const left = kpiValue(kpi, args, base);
  return [left, valueOf(formula, Object.fromEntries(values))];
}

/** The same to 1e-9 of the larger of its parts: `1 − x` loses the digits of a tiny difference. */
function same(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
}

describe("an identity holds for any figures", () => {
  test.each(identities.map((identity) => [identityInWords(findKpi(identity.kpi), "en"), identity] as const))(
    "%s",
    (_, identity) => {
      fc.assert(
        fc.property(figures, (base) => {
          const [left, right] = sides(identity, base);
          const slack = 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
          if (identity.relation === "at least") expect(left).toBeGreaterThanOrEqual(right - slack);
          else if (identity.relation === "at most") expect(left).toBeLessThanOrEqual(right + slack);
          else expect(same(left, right), `${left} and ${right}`).toBe(true);
        }),
        { numRuns: 300 },
      );
    },
  );
});

test("a product holds to 1e-9 of itself, however small", () => {
  const products = identities.filter(({ formula, relation }) => !relation && !/[-+]/.test(formula));
  expect(products.length).toBeGreaterThan(12);
  fc.assert(
    fc.property(figures, fc.constantFrom(...products), (base, identity) => {
      const [left, right] = sides(identity, base);
      expect(Math.abs(left / right - 1)).toBeLessThan(1e-9);
    }),
    { numRuns: 2000 },
  );
});

test("the acquisition cost is the media cost where nothing else is counted", () => {
  fc.assert(
    fc.property(figures, (base) => {
      const identity = identityOf(findKpi("CAC")) as Identity;
      const [left, right] = sides(identity, { ...base, sales_costs: 0 });
      expect(Math.abs(left / right - 1)).toBeLessThan(1e-9);
    }),
  );
});

test("the shares of all sources make one", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 }), (sources) => {
      const sessions = sources.reduce((total, value) => total + value, 0);
      fc.pre(sessions > 0);
      const shares = sources.map((source_sessions) => {
        const outcome = kpiFromTotals(findKpi("TRAFFIC_SHARE"), { source_sessions, sessions });
        return "value" in outcome ? outcome.value : Number.NaN;
      });
      expect(
        same(
          shares.reduce((total, value) => total + value, 0),
          1,
        ),
      ).toBe(true);
    }),
  );
});

test("what is not the usual is told, and a KPI without an identity shows those in which it appears", () => {
  expect(identityInWords(findKpi("CPA"), "fr")).toBe("CPA = CPC ÷ CR [nouveaux clients ÷ clics]");
  expect(identityInWords(findKpi("CPA"), "en")).toBe("CPA = CPC ÷ CR [new customers ÷ clicks]");
  expect(identityInWords(findKpi("MARKUP_RATE"), "fr")).toBe(
    "GROSS_MARGIN_RATE = MARKUP_RATE ÷ (1 + MARKUP_RATE)",
  );
  expect(identityInWords(findKpi("SLA_RATE"), "fr")).toBe("");
  expect(metricOf(findKpi("CPC").args[0] as never).label.fr).toBe("dépenses");
});
