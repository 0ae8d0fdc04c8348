// A split of the budget: suggested where past spend tells something, refused in words elsewhere.
import { describe, expect, test } from "vitest";
import { adviseBudget } from "../../../shared/objectives/diagnosis/budget-advice.ts";
import { noise } from "../statistics/noise.ts";
import { draftOf } from "./build.ts";

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe("a budget suggestion", () => {
  const weeks = (a: number, b: number, spend: (t: number) => number) =>
    Array.from({ length: 26 }, (_, t) => ({ spend: spend(t), result: a * spend(t) ** b }));
  const around = (middle: number) => (t: number) => middle * (1 + 0.4 * noise(t));
  const draft = draftOf();

  test("moves money toward the channel whose next euro brings more, within 30 %, at the same total", () => {
    const advice = adviseBudget(
      draft,
      [
        { channel: "email", weeks: weeks(30, 0.6, around(500)) },
        { channel: "display", weeks: weeks(2, 0.5, around(2000)) },
      ],
      "EUR",
    );
    const [email, display] = advice?.channels ?? [];
    expect(email?.suggested).toBeGreaterThan(email?.spend ?? Infinity);
    expect(email?.suggested).toBeLessThanOrEqual(1.3 * (email?.spend ?? 0) + 1e-6);
    expect(total((advice?.channels ?? []).map(({ suggested }) => suggested))).toBeCloseTo(
      (email?.spend ?? 0) + (display?.spend ?? 0),
      6,
    );
    expect(advice?.currency).toBe("EUR");
    expect(advice?.gain).toBeGreaterThan(0);
    expect(advice?.words.fr).toContain("pas une preuve");
    // a b x^(b − 1) at the spend of today
    expect(email?.marginal).toBeCloseTo(30 * 0.6 * (email?.spend ?? 1) ** -0.4, 9);
  });

  test("is refused on thin data, or on a spend that does not vary, each in words", () => {
    const advice = adviseBudget(
      draft,
      [
        { channel: "email", weeks: weeks(30, 0.6, around(500)).slice(0, 8) },
        { channel: "display", weeks: weeks(2, 0.5, () => 2000) },
      ],
      "EUR",
    );
    expect(advice?.gain).toBeNull();
    expect(advice?.channels.map(({ refusal }) => refusal?.en.slice(0, 20))).toEqual([
      "Too few weeks with s",
      "Spend varied too lit",
    ]);
    expect(advice?.channels.every(({ spend, suggested }) => spend === suggested)).toBe(true);
    expect(adviseBudget(draft, [], "EUR")).toBeNull();
  });

  test("is not given where more budget already cost more and brought no more", () => {
    const raised = Array.from({ length: 26 }, (_, t) => ({
      spend: (t >= 20 ? 1500 : 1000) * (1 + 0.05 * noise(t)),
      result: 100 + 3 * noise(t + 50),
    }));
    const advice = adviseBudget(
      draft,
      [
        { channel: "paid_search", weeks: raised },
        { channel: "email", weeks: weeks(30, 0.6, around(500)) },
      ],
      "EUR",
    );
    expect(advice?.gain).toBeNull();
    expect(advice?.words.fr).toContain("problème de structure");
  });
});
