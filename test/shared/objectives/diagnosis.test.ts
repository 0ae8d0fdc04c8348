// Why a KPI moved: parts that add up to the change, by channel and by factor, and the channel named.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findKpi } from "../../../shared/kpis/index.ts";
import { diagnose } from "../../../shared/objectives/diagnosis/diagnose.ts";
import { channelsOf } from "../../../shared/objectives/diagnosis/channels.ts";
import { factorsOf } from "../../../shared/objectives/diagnosis/factors.ts";
import { windowsOf } from "../../../shared/objectives/diagnosis/windows.ts";
import type { Series } from "../../../shared/objectives/evidence.ts";
import { noise } from "../statistics/noise.ts";
import { days, draftOf, evidenceOf } from "./build.ts";
import { channel } from "./diagnosis-table.ts";

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe("by channel", () => {
  test("a CPA is shared out between mix and rate as published", () => {
    // statistics of the midpoint decomposition: costs 5000, 3000, 2000 for 100, 50, 20; then 5500, 5200, 1500 for 105, 70, 18
    const segments = [
      channel("a", { spend: 5000, new_customers: 100 }, { spend: 5500, new_customers: 105 }),
      channel("b", { spend: 3000, new_customers: 50 }, { spend: 5200, new_customers: 70 }),
      channel("c", { spend: 2000, new_customers: 20 }, { spend: 1500, new_customers: 18 }),
    ];
    const pool = {
      before: { spend: 10_000, new_customers: 170 },
      after: { spend: 12_200, new_customers: 193 },
    };
    const found = channelsOf(findKpi("CPA"), segments, pool);
    const expected = [
      [1.347949, 0.434315],
      [4.691514, 0.420023],
      [-1.757594, -0.747301],
    ];
    expected.forEach(([rate = 0, mix = 0], at) => {
      expect(found[at]?.rate).toBeCloseTo(rate, 6);
      expect(found[at]?.mix).toBeCloseTo(mix, 6);
    });
  });

  test("what no channel holds is another one, so that the parts add up to the whole", () => {
    const segments = [channel("email", { leads: 30 }, { leads: 10 })];
    const found = channelsOf(findKpi("LEADS"), segments, { before: { leads: 100 }, after: { leads: 90 } });
    expect(found).toEqual([
      { channel: "email", mix: 0, rate: -20 },
      { channel: "other", mix: 0, rate: 10 },
    ]);
  });

  test("parts add up to the change to 1e-9, whatever the channels", () => {
    const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
    const side = fc.record({ spend: amount, new_customers: fc.nat(100_000) });
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 6 }), (pairs) => {
        const segments = pairs.map(([before, after], at) => channel(`c${at}`, before, after));
        const of = (at: "before" | "after", name: "spend" | "new_customers"): number =>
          total(pairs.map(([before, after]) => (at === "before" ? before : after)[name]));
        const pool = {
          before: { spend: of("before", "spend"), new_customers: of("before", "new_customers") },
          after: { spend: of("after", "spend"), new_customers: of("after", "new_customers") },
        };
        fc.pre(pool.before.new_customers > 0 && pool.after.new_customers > 0);
        const [was, is] = [
          pool.before.spend / pool.before.new_customers,
          pool.after.spend / pool.after.new_customers,
        ];
        const parts = channelsOf(findKpi("CPA"), segments, pool).flatMap(({ mix, rate }) => [mix, rate]);
        const size = Math.max(Math.abs(was), Math.abs(is), ...parts.map(Math.abs), 1);
        expect(Math.abs(total(parts) - (is - was)) / size).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("by factor", () => {
  test("a CPA follows its identity, CPC ÷ CR, as published for its logarithms", () => {
    // CPM ÷ 1000 ÷ CTR ÷ CR with .008, .012, .03, then .0095, .0105, .034: CPC takes 4.184650 + 3.251565, CR −3.047793
    const totals = (cpm: number, ctr: number, cr: number) => ({
      spend: cpm * 1e6,
      clicks: ctr * 1e6,
      new_customers: cr * ctr * 1e6,
      conversion_costs: 0,
    });
    const [before, after] = [totals(0.008, 0.012, 0.03), totals(0.0095, 0.0105, 0.034)];
    const [was, is] = [before.spend / before.new_customers, after.spend / after.new_customers];
    const found = factorsOf(findKpi("CPA"), { before, after }, is - was);
    expect(found.map(({ label }) => label.en)).toEqual(["cost per click", "conversion rate"]);
    expect(found[0]?.effect).toBeCloseTo(4.18465 + 3.251565, 5);
    expect(found[1]?.effect).toBeCloseTo(-3.047793, 5);
  });

  test("where the identity does not hold on the figures, its numerator and denominator do", () => {
    // Conversion costs are no part of CPC ÷ CR.
    const before = { spend: 1000, clicks: 500, new_customers: 50, conversion_costs: 200 };
    const after = { spend: 1100, clicks: 600, new_customers: 40, conversion_costs: 260 };
    const found = factorsOf(findKpi("CPA"), { before, after }, 1360 / 40 - 1200 / 50);
    expect(found).toHaveLength(2);
    expect(total(found.map(({ effect }) => effect))).toBeCloseTo(10, 9);
  });

  test("revenue is sessions × conversion × basket, and adds up", () => {
    const before = { revenue: 50_000, orders: 500, sessions: 20_000 };
    const after = { revenue: 42_000, orders: 400, sessions: 21_000 };
    const found = factorsOf(findKpi("REVENUE"), { before, after }, -8000);
    expect(found).toHaveLength(3);
    expect(Math.abs(total(found.map(({ effect }) => effect)) + 8000)).toBeLessThan(8000 * 1e-9);
    expect(found[1]?.effect).toBeLessThan(0);
  });

  test("parts add up to the change to 1e-9, for any KPI and figures", () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    const names = [
      "spend",
      "clicks",
      "impressions",
      "leads",
      "orders",
      "sessions",
      "new_customers",
      "revenue",
      "conversions",
      "cogs",
    ];
    const totals = fc.record(Object.fromEntries(names.map((name) => [name, amount])));
    const kpis = fc.constantFrom(
      "CPM",
      "CPL",
      "CPC",
      "CTR",
      "ROAS",
      "REVENUE",
      "LEADS",
      "AOV",
      "GROSS_MARGIN",
      "ROI",
    );
    fc.assert(
      fc.property(kpis, totals, totals, (name, before, after) => {
        const kpi = findKpi(name);
        const point = (day: string, given: Readonly<Record<string, number>>) => ({
          from: day,
          to: day,
          totals: Object.fromEntries(kpi.args.map(({ name: arg, metric }) => [arg, given[metric] ?? 0])),
        });
        const all = (["CPC", "CPL", "CTR", "AOV", "SESSIONS"] as const).map((other): Series => {
          const { args } = findKpi(other);
          const one = (day: string, given: Readonly<Record<string, number>>) => ({
            from: day,
            to: day,
            totals: Object.fromEntries(args.map(({ name: arg, metric }) => [arg, given[metric] ?? 0])),
          });
          return {
            kpi: other,
            step: "day",
            points: [one("2026-01-01", before), one("2026-01-02", after)],
            problem: null,
            currency: null,
          };
        });
        const own: Series = {
          kpi: name,
          step: "day",
          points: [point("2026-01-01", before), point("2026-01-02", after)],
          problem: null,
          currency: null,
        };
        const windows = {
          before: { from: "2026-01-01", to: "2026-01-01" },
          after: { from: "2026-01-02", to: "2026-01-02" },
        };
        const found = diagnose(draftOf({ kpi: name }), evidenceOf("2026-01-03", [own, ...all]), [], windows);
        const effects = found.factors.map(({ effect }) => effect);
        expect(effects.length).toBeGreaterThan(0);
        const size = Math.max(Math.abs(found.before.value ?? 0), Math.abs(found.after.value ?? 0), 1e-3);
        expect(Math.abs(total(effects) - (found.change ?? 0)) / size).toBeLessThan(1e-9);
      }),
    );
  });
});

test("a channel that degrades is named, with its part of the fall", () => {
  const at = (t: number, share: number) => ({
    conversions: (t >= 189 ? share : 1) * (60 + 3 * noise(t)),
    base: 2000 + 50 * noise(t + 700),
  });
  const series = days(
    "CR",
    "2025-06-01",
    Array.from({ length: 196 }, (_, t) => at(t, 0.6)),
  );
  const evidence = evidenceOf("2025-12-14", [series]);
  const draft = draftOf({ kpi: "CR", start: "2025-10-01", deadline: "2026-01-31" });
  const windows = windowsOf(draft, evidence);
  if (!windows) throw new Error("no windows");
  const week = (from: number) =>
    total(series.points.slice(from, from + 7).map(({ totals }) => totals["conversions"] ?? 0));
  const sessions = (from: number) =>
    total(series.points.slice(from, from + 7).map(({ totals }) => totals["base"] ?? 0));
  const segments = [
    channel(
      "email",
      { conversions: 0.2 * week(182), sessions: 0.3 * sessions(182) },
      { conversions: 0.2 * week(182), sessions: 0.3 * sessions(189) },
    ),
    channel(
      "paid_search",
      { conversions: 0.8 * week(182), sessions: 0.7 * sessions(182) },
      { conversions: week(189) - 0.2 * week(182), sessions: 0.7 * sessions(189) },
    ),
  ];
  const found = diagnose(draft, evidence, segments, windows);
  expect(found.significant).toBe(true);
  expect(found.guards).toEqual([]);
  expect(found.words.fr).toContain("Recherche payante en fait la plus grande part");
  expect(found.words.en).toContain("Paid search makes the largest part");
  // From about 3 % to 0.6 of it: 1.2 points less, not 1.2 %.
  expect(found.words.en).toMatch(/a fall of 1\.[12]\d*\u00a0points/);
  expect(total(found.channels.flatMap(({ mix, rate }) => [mix, rate]))).toBeCloseTo(found.change ?? 0, 12);
});
