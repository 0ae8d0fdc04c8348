// The catalogue: every definition is complete, holds together, and adding one is one entry.
import { describe, expect, test } from "vitest";
import { listFunctions } from "../../apps-script/functions.ts";
import { namesIn, parseFormula } from "../../shared/formula.ts";
import { expressionOf, type Kpi, kpiFromTotals, labelOf, metricOf } from "../../shared/kpi.ts";
import { identities } from "../../shared/kpis/identities.ts";
import { findIn } from "../../shared/find-kpi.ts";
import { catalogue, findKpi } from "../../shared/kpis/index.ts";
import { inFamily, share } from "../../shared/kpis/family.ts";
import { metrics } from "../../shared/metrics.ts";

const every = catalogue.map((kpi) => [kpi.name, kpi] as const);

test("every name, alias, synonym and label leads to one KPI, in any case", () => {
  for (const kpi of catalogue) {
    for (const name of [kpi.name, kpi.alias, ...(kpi.synonyms ?? []), kpi.label.fr, kpi.label.en]) {
      expect(findKpi(name.toLowerCase()).name, name).toBe(kpi.name);
    }
  }
});

test("usual English names find their KPI without being functions", () => {
  const found = [
    "Conversion rate",
    "LTV",
    "COST_PER_ACQUISITION",
    "CHURN_RATE",
    "RETENTION_RATE",
    "ENGAGEMENT",
  ];
  expect(found.map((name) => findKpi(name).name)).toEqual([
    "CR",
    "CLV",
    "CPA",
    "CHURN",
    "RETENTION",
    "INTERACTIONS",
  ]);
  expect(listFunctions().map(({ name }) => name)).not.toContain("CHURN_RATE");
});

describe.each(every)("%s", (_, kpi) => {
  test("its formula uses all its arguments and terms, and nothing else", () => {
    const used = namesIn(expressionOf(kpi));
    const totalled = kpi.args.map(({ name }) => name);
    const known = [...totalled, ...Object.keys(kpi.terms ?? {})];
    expect(known).toEqual(expect.arrayContaining(used));
    expect(used).toEqual(expect.arrayContaining(kpi.statistic ? Object.keys(kpi.terms ?? {}) : totalled));
  });

  test("its optional arguments come last, and its names are as a function wants them", () => {
    const required = kpi.args.filter(({ fallback }) => fallback === undefined);
    expect(kpi.args.slice(0, required.length)).toEqual(required);
    expect(kpi.alias).toMatch(/^[A-Z][A-Z_]+$/);
    expect(kpi.args.length).toBeLessThanOrEqual(5);
  });

  test("its words are sentences of an ordinary length, with French spaces", () => {
    for (const text of [kpi.summary.fr, kpi.summary.en]) {
      expect(text).toMatch(/^[A-ZÀÉ0-9].*\.$/s);
      expect(text.length).toBeLessThan(240);
    }
    expect(kpi.summary.fr).not.toMatch(/(?<![\u00a0\u202f])[;:?!%»]|«(?!\u00a0)|(?<!\u00a0):/);
    for (const text of [kpi.label.fr, kpi.label.en]) expect(text).not.toMatch(/\.$/);
  });
});

test("a measured quantity is one metric, and has no function", () => {
  const quantities = catalogue.filter(({ kind }) => kind === "quantity");
  const functions = new Set(listFunctions().map(({ name }) => name));
  expect(quantities.map(({ name }) => name)).toEqual([
    "UNIQUE_VISITORS",
    "SESSIONS",
    "ORGANIC_TRAFFIC",
    "CONTENT_PUBLISHED",
    "REACH",
    "ORGANIC_REACH",
    "SHARES",
    "LEADS",
    "SALES_VOLUME",
    "SALES_COUNT",
    "REVENUE",
    "MRR",
  ]);
  for (const { name, alias, args, formula } of quantities) {
    expect(args.map((argument) => argument.name)).toEqual([formula]);
    expect(functions.has(name) || functions.has(alias), name).toBe(false);
  }
});

test("both results and the work behind them are in the catalogue", () => {
  const process = catalogue.filter(({ role }) => role === "process").map(({ name }) => name);
  expect(process).toContain("FIRST_RESPONSE_TIME");
  expect(process).toContain("CONTENT_PUBLISHED");
  expect(process.length).toBeLessThan(catalogue.length / 4);
});

test("a metric found in the column of another names it", () => {
  for (const metric of Object.values(metrics)) {
    if ("of" in metric && metric.of) expect(Object.keys(metrics)).toContain(metric.of);
  }
});

test("identities are about KPIs and metrics that exist", () => {
  for (const { kpi, formula, of = {} } of identities) {
    const known = new Set([...catalogue.map(({ name }) => name), ...Object.keys(metrics)]);
    for (const name of [kpi, ...namesIn(parseFormula(formula)), ...Object.keys(of)]) {
      expect(known.has(name), name).toBe(true);
    }
  }
});

describe("a KPI made up in a family's file", () => {
  const [made] = inFamily("email", [
    {
      name: "FORWARD_RATE",
      alias: "TAUX_TRANSFERT",
      label: { fr: "taux de transfert", en: "forward rate" },
      summary: { fr: "La part des e-mails transférés.", en: "The share of e-mails forwarded." },
      ...share,
      args: [{ name: "forwards", metric: "shares" }, "delivered"],
      formula: "forwards / delivered",
      example: { args: [97, 9700], value: 0.01 },
    },
  ]) as [Kpi];

  test("has its two functions, with their parameters and help", () => {
    const functions = listFunctions([made]);
    expect(functions.slice(0, 2)).toEqual([
      {
        name: "FORWARD_RATE",
        description: "Taux de transfert — Forward rate",
        parameters: [
          { name: "forwards", description: "" },
          { name: "delivered", description: "" },
        ],
      },
      {
        name: "TAUX_TRANSFERT",
        description: "Taux de transfert = partages ÷ e-mails délivrés",
        parameters: [
          { name: "partages", description: "" },
          { name: "e_mails_delivres", description: "" },
        ],
      },
    ]);
  });

  test("is found, and computed from totals", () => {
    expect(findIn([...catalogue, made], "taux de transfert")).toBe(made);
    expect(kpiFromTotals(made, { forwards: 97, delivered: 9700 })).toEqual({ value: 0.01 });
    expect(labelOf(made.args[0] as never).en).toBe("shares");
    expect(metricOf(made.args[1] as never).unit).toBe("count");
  });
});
