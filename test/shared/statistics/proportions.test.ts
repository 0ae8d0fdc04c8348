// Rates, Net Promoter Scores and A/B tests, against published intervals and exact computations.
import { describe, expect, test } from "vitest";
import { abTest, chiSquaredTest, sampleRatioTest, sampleSize } from "../../../shared/statistics/ab-test.ts";
import { npsDifference, npsInterval, npsSample } from "../../../shared/statistics/nps.ts";
import { compare } from "../../../shared/statistics/posterior.ts";
import { newcombe, wilson } from "../../../shared/statistics/proportions.ts";
import { reference, relative, say } from "./reference.ts";

type Pair = [successes: number, trials: number];
const count = ([successes, trials]: Pair): { successes: number; trials: number } => ({ successes, trials });

interface Case {
  readonly a: Pair;
  readonly b: Pair;
  readonly z_pooled: number;
  readonly p_pooled: number;
  readonly chi2: number;
  readonly fisher_p: number;
  readonly newcombe95: Pair;
  readonly wilsonA95: Pair;
  readonly wilsonB95: Pair;
  readonly p_b_beats_a: number;
  readonly expected_loss_choose_a: number;
  readonly expected_loss_choose_b: number;
  readonly seq_abs_5000: [number, number, number, number];
  readonly gbstats: { relative: { chance_to_win: number }; absolute: { chance_to_win: number } };
}
const cases = reference<{ cases: Case[] }>("ab.json").cases;

describe.each(cases.map((one) => [`${one.a.join("/")} against ${one.b.join("/")}`, one] as const))(
  "%s",
  (name, one) => {
    const found = abTest(count(one.a), count(one.b), 0.95);

    test("has the exact probability and losses", () => {
      expect(Math.abs(found.bBeatsA - one.p_b_beats_a)).toBeLessThan(1e-9);
      expect(relative(found.lossOfA, one.expected_loss_choose_a)).toBeLessThan(1e-9);
      expect(relative(found.lossOfB, one.expected_loss_choose_b)).toBeLessThan(1e-9);
      const { relative: lift, absolute } = one.gbstats;
      say(
        `P(B > A) ${name}: ${found.bBeatsA.toFixed(4)}; gbstats ${lift.chance_to_win.toFixed(4)} on the lift, ${absolute.chance_to_win.toFixed(4)} on the difference`,
      );
    });

    test("has the z, p and chi-squared of scipy", () => {
      expect(found.z).toBeCloseTo(one.z_pooled, 12);
      expect(found.test).toBe("z");
      expect(relative(found.p, one.p_pooled)).toBeLessThan(1e-9);
      expect(relative(chiSquaredTest([count(one.a), count(one.b)]).chi2, one.chi2)).toBeLessThan(1e-9);
    });

    test("has the intervals of Wilson and Newcombe, and the one that holds at any time", () => {
      const bounds = [found.difference, wilson(count(one.a), 0.95), wilson(count(one.b), 0.95)];
      [one.newcombe95, one.wilsonA95, one.wilsonB95].forEach(([low, high], i) => {
        expect(bounds[i]?.low).toBeCloseTo(low, 12);
        expect(bounds[i]?.high).toBeCloseTo(high, 12);
      });
      const [, low, high, p] = one.seq_abs_5000;
      expect(found.anytime.low).toBeCloseTo(low, 12);
      expect(found.anytime.high).toBeCloseTo(high, 12);
      expect(relative(found.anytime.p, p)).toBeLessThan(1e-9);
    });
  },
);

describe("an A/B test of few conversions", () => {
  test("has Fisher's p", () => {
    // scipy 1.17.1: fisher_exact([[0, 100], [5, 95]]) and fisher_exact([[3, 37], [1, 5]])
    expect(abTest(count([0, 100]), count([5, 100]), 0.95)).toMatchObject({ test: "Fisher" });
    expect(abTest(count([0, 100]), count([5, 100]), 0.95).p).toBeCloseTo(0.059383210468586585, 12);
    expect(abTest(count([3, 40]), count([1, 6]), 0.95).p).toBeCloseTo(0.4399607807090112, 12);
  });

  test("knows that 5 of 100 beats none of 100, where a normal approximation says one half", () => {
    // P = 1 − Σ of the exact sum: 101 … 96 over 202 … 197, one term
    const exact = 1 - [0, 1, 2, 3, 4, 5].reduce((product, i) => (product * (101 - i)) / (202 - i), 1);
    expect(compare(count([0, 100]), count([5, 100])).bBeatsA).toBeCloseTo(exact, 12);
  });

  test("says nothing where nothing was seen", () => {
    const found = abTest(count([0, 100]), count([0, 50]), 0.95);
    expect(found).toMatchObject({ z: 0, p: 1, lift: undefined });
    // one success and one failure more on each side: 1 × 101 / 102³ + 1 × 51 / 52³ is the variance
    const variance = 101 / 102 ** 3 + 51 / 52 ** 3;
    const rho2 = (2 * Math.log(20) + Math.log(2 * Math.log(20) + 1)) / 5000;
    const grown = 150 * rho2 + 1;
    const half = Math.sqrt((variance * 2 * grown * Math.log(20 * Math.sqrt(grown))) / (150 * rho2));
    expect(found.anytime.high).toBeCloseTo(half, 12);
  });
});

// Evan Miller's sum (https://www.evanmiller.org/bayesian-ab-testing.html) in mpmath, 50 digits
test.each([
  [[5, 1e6], [9, 1e6], 0.8491220101951622],
  [[5000, 1e6], [5100, 1e6], 0.8407414988856761],
  [[500, 1e6], [640, 1e6], 0.9999834291867966],
  [[20000, 40000], [20100, 40000], 0.7602477648190714],
  [[9, 1e7], [2, 1e7], 0.01928708117676557],
] as [Pair, Pair, number][])("P(B > A) of %j and %j is %d", (a, b, exact) => {
  const { bBeatsA } = compare(count(a), count(b));
  expect(Math.abs(bBeatsA - exact)).toBeLessThan(5e-12);
  expect(compare(count(b), count(a)).bBeatsA + bBeatsA).toBeCloseTo(1, 11);
});

describe("published figures", () => {
  const published = reference<{
    newcombe_published: { a?: Pair; b?: Pair; ci?: Pair; single?: Pair; wilson?: Pair }[];
    sample_size_per_arm: {
      p: number;
      mde_abs: number;
      power: number;
      alpha: number;
      evan_miller: number;
      power_prop_test: number;
    }[];
    srm: { users: number[]; weights: number[]; p: number }[];
    r_prop_test: { x: number[]; n: number[]; chi2: number; df: number; p: number };
    aspirin: { x: Pair; n: Pair; chi2: number; p: number };
  }>("ab-published.json");

  test("Newcombe's intervals, to the digits printed", () => {
    for (const { a, b, ci, single, wilson: interval } of published.newcombe_published) {
      if (a && b && ci) {
        expect(newcombe(count(a), count(b), 0.95).low).toBeCloseTo(ci[0], 4);
        expect(newcombe(count(a), count(b), 0.95).high).toBeCloseTo(ci[1], 4);
      }
      if (single && interval) {
        expect(wilson(count(single), 0.95).low).toBeCloseTo(interval[0], 4);
        expect(wilson(count(single), 0.95).high).toBeCloseTo(interval[1], 4);
      }
    }
  });

  test("sample sizes of R and of Evan Miller", () => {
    for (const {
      p,
      mde_abs: change,
      power,
      alpha,
      evan_miller: baseline,
      power_prop_test: pooled,
    } of published.sample_size_per_arm) {
      const ask = { baseline: p, change, power, alpha };
      expect(relative(sampleSize({ ...ask, variance: "pooled" }), pooled)).toBeLessThan(1e-8);
      expect(relative(sampleSize({ ...ask, variance: "baseline" }), baseline)).toBeLessThan(1e-8);
    }
  });

  test("shares of visitors, smokers and aspirin", () => {
    for (const { users, weights, p } of published.srm)
      expect(sampleRatioTest(users, weights).p).toBeCloseTo(p, 12);
    const { x, n, chi2, df, p } = published.r_prop_test;
    const smokers = chiSquaredTest(x.map((smoking, i) => count([smoking, n[i] ?? 0])));
    expect(smokers.chi2).toBeCloseTo(chi2, 4);
    expect(smokers.degrees).toBe(df);
    expect(smokers.p).toBeCloseTo(p, 5);
    const { aspirin } = published;
    const heart = chiSquaredTest([count([aspirin.x[0], aspirin.n[0]]), count([aspirin.x[1], aspirin.n[1]])]);
    expect(heart.chi2).toBeCloseTo(aspirin.chi2, 3);
    expect(relative(heart.p, aspirin.p)).toBeLessThan(1e-4);
  });
});

describe("NPS", () => {
  const { cases: known } = reference<{ cases: Record<string, number | Pair>[] }>("nps.json");

  test.each(known)("$promoters, $passives and $detractors answers", (one) => {
    const answers = {
      promoters: Number(one.promoters),
      passives: Number(one.passives),
      detractors: Number(one.detractors),
    };
    const found = npsInterval(answers, Number(one.conf));
    const [low, high] = one.ci_adj as Pair;
    expect(found.nps).toBeCloseTo(Number(one.nps), 9);
    expect(found.margin).toBeCloseTo(Number(one.adj_moe), 9);
    expect(found.low).toBeCloseTo(low, 9);
    expect(found.high).toBeCloseTo(high, 9);
  });

  test("an interval is cut at −100 as it is at 100", () => {
    const found = npsInterval({ promoters: 0, passives: 0, detractors: 5 }, 0.95);
    expect(found.low).toBe(-100);
    expect(found.high).toBeCloseTo(-17.491453034169, 9);
  });

  test("a difference is measured with both margins", () => {
    // adjusted variances of 45/40/15 and 60/25/15: (13.8220 / 1.95996)² + (14.3462 / 1.95996)² = 10.1643²; z = 15 / 10.1643
    const found = npsDifference(
      { promoters: 45, passives: 40, detractors: 15 },
      { promoters: 60, passives: 25, detractors: 15 },
      0.95,
    );
    expect(found.difference).toBe(15);
    expect(found.z).toBeCloseTo(1.4758, 4);
    // two-sided tail of z = 1.4758
    expect(found.p).toBeCloseTo(0.14, 3);
  });

  test("a margin of 5 points takes 0.6 × (1.96 / 0.05)² answers", () => {
    expect(npsSample(5, 0.95, 0.6)).toBeCloseTo(0.6 * (1.959963984540054 / 0.05) ** 2, 9);
  });
});
