// Why a figure moved: by segment and by factor, adding up to the change.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFormula } from "../../../shared/formula.ts";
import { chainEffects, type Factor } from "../../../shared/statistics/chain.ts";
import { ratioChange, type Segment } from "../../../shared/statistics/mix-rate.ts";
import { productOf } from "../../../shared/statistics/product.ts";
import { reference } from "./reference.ts";

const expected = reference<{
  mix_rate: {
    N0: number[];
    D0: number[];
    N1: number[];
    D1: number[];
    R0: number;
    R1: number;
    segments: { rate: number; mix: number; undefined: number }[];
    residual_must_be_below: number;
  }[];
  lmdi_chain: {
    x0: number[];
    x1: number[];
    powers: number[];
    V0: number;
    V1: number;
    lmdi: number[];
    shapley: number[];
  }[];
  tol: number;
}>("drivers.json");

const segment = (n0: number, d0: number, n1: number, d1: number): Segment => ({
  before: { numerator: n0, denominator: d0 },
  after: { numerator: n1, denominator: d1 },
});

describe("mix and rate", () => {
  test.each(expected.mix_rate)(
    "of costs $N0 over $D0 becoming $N1 over $D1",
    ({ N0, D0, N1, D1, ...known }) => {
      const found = ratioChange(N0.map((n0, i) => segment(n0, D0[i] ?? 0, N1[i] ?? 0, D1[i] ?? 0)));
      expect(found.before).toBeCloseTo(known.R0, 10);
      expect(found.after).toBeCloseTo(known.R1, 10);
      known.segments.forEach(({ rate, mix, undefined: unmatched }, i) => {
        expect(found.segments[i]?.rate).toBeCloseTo(rate, 10);
        expect(found.segments[i]?.mix).toBeCloseTo(mix, 10);
        expect(found.segments[i]?.unmatched).toBeCloseTo(unmatched, 10);
      });
      const told = found.segments.reduce((sum, { total }) => sum + total, 0);
      expect(Math.abs(told - (known.R1 - known.R0))).toBeLessThan(known.residual_must_be_below);
    },
  );

  test("of visits, where nearly all of a rise comes from a better segment growing", () => {
    // sessions (8000, 2000) → (6000, 6000), conversions (160, 120) → (126, 372): .028 → .0415, .03475 in between;
    // shares .8, .2 → .5, .5 and rates .02, .06 → .021, .062: mix (.0205 − .03475)(−.3) and (.061 − .03475)(.3)
    const { segments } = ratioChange([segment(160, 8000, 126, 6000), segment(120, 2000, 372, 6000)]);
    expect(segments.map(({ rate }) => +rate.toFixed(5))).toEqual([0.00065, 0.0007]);
    expect(segments.map(({ mix }) => +mix.toFixed(5))).toEqual([0.00428, 0.00787]);
  });

  const amounts = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 1000 })));

  test("always adds up, and swapping the periods swaps every sign", () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 6 }), (rows) => {
        const segments = rows.map(([n0 = 0, d0 = 0, n1 = 0, d1 = 0]) => segment(n0, d0, n1, d1));
        fc.pre(
          segments.some(({ before }) => before.denominator > 0) &&
            segments.some(({ after }) => after.denominator > 0),
        );
        const there = ratioChange(segments);
        const back = ratioChange(segments.map(({ before, after }) => ({ before: after, after: before })));
        const told = there.segments.reduce((sum, { total }) => sum + total, 0);
        expect(Math.abs(told - (there.after - there.before))).toBeLessThan(
          1e-9 * (1 + there.after + there.before),
        );
        there.segments.forEach(({ rate, mix }, i) => {
          expect(back.segments[i]?.rate).toBeCloseTo(-rate, 8);
          expect(back.segments[i]?.mix).toBeCloseTo(-mix, 8);
        });
      }),
    );
  });

  test("growth in proportion is no effect", () => {
    const { segments } = ratioChange([segment(10, 5, 30, 15), segment(8, 2, 24, 6)]);
    for (const { total } of segments) expect(total).toBeCloseTo(0, 12);
  });
});

describe("a chain of factors", () => {
  const factors = ({ x0, x1, powers }: { x0: number[]; x1: number[]; powers: number[] }): Factor[] =>
    x0.map((before, i) => ({ before, after: x1[i] ?? 0, power: powers[i] ?? 1 }));

  test.each(expected.lmdi_chain)("$V0 becoming $V1", (one) => {
    const effects = chainEffects(factors(one));
    one.lmdi.forEach((effect, i) => expect(effects[i]).toBeCloseTo(effect, 10));
    // another exact sharing out, over all orders of the factors, is within 1 %
    one.shapley.forEach((effect, i) => expect(Math.abs((effects[i] ?? 0) / effect - 1)).toBeLessThan(0.01));
  });

  test("always adds up, down to equal values and zeros", () => {
    const value = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e3, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }), (pairs) => {
        const given = pairs.map(([before, after]) => ({ before, after, power: 1 }));
        const change =
          pairs.reduce((all, [, after]) => all * after, 1) - pairs.reduce((all, [before]) => all * before, 1);
        const told = chainEffects(given).reduce((sum, effect) => sum + effect, 0);
        expect(Math.abs(told - change)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(change)));
      }),
    );
  });

  test("adds up when the value grows by nine orders of magnitude", () => {
    const given = [
      { before: 0.001, after: 500, power: 1 },
      { before: 0.001, after: 800, power: 1 },
    ];
    const told = chainEffects(given).reduce((sum, effect) => sum + effect, 0);
    expect(Math.abs(told / (400_000 - 1e-6) - 1)).toBeLessThan(1e-14);
  });

  test("factors that make up for each other have opposite effects", () => {
    // 2 × 4 becomes 4 × 2: the logarithmic mean of 8 and 8 is 8
    const [up, down] = chainEffects([
      { before: 2, after: 4, power: 1 },
      { before: 4, after: 2, power: 1 },
    ]);
    expect(up).toBeCloseTo(8 * Math.log(2), 12);
    expect(down).toBeCloseTo(-8 * Math.log(2), 12);
  });

  test("a factor that vanishes takes the whole change", () => {
    expect(
      chainEffects([
        { before: 2, after: 4, power: 1 },
        { before: 3, after: 0, power: 1 },
      ]),
    ).toEqual([0, -6]);
  });
});

describe("a formula as a product", () => {
  test.each([
    [
      "CPC / CR",
      1,
      0,
      [
        ["CPC", 1],
        ["CR", -1],
      ],
    ],
    [
      "1000 * CTR * CPC",
      1000,
      0,
      [
        ["CTR", 1],
        ["CPC", 1],
      ],
    ],
    [
      "CAC / (ARPU * margin_rate)",
      1,
      0,
      [
        ["CAC", 1],
        ["ARPU", -1],
        ["margin_rate", -1],
      ],
    ],
    [
      "ROAS * margin_rate - 1",
      1,
      -1,
      [
        ["ROAS", 1],
        ["margin_rate", 1],
      ],
    ],
  ] as const)("%s", (formula, scale, added, powers) => {
    const found = productOf(parseFormula(formula));
    expect(found?.scale).toBeCloseTo(scale, 12);
    expect(found?.added).toBeCloseTo(added, 12);
    expect(found?.powers.map(({ name, power }) => [name, power])).toEqual(powers);
  });

  test.each(["a + b", "a / (1 + a)", "a", "a * a * b", "a * b + c"])("%s is none", (formula) => {
    expect(productOf(parseFormula(formula))).toBeUndefined();
  });
});
