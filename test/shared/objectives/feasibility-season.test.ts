// The season of the year in the chances of an objective, where two years of it are known.
import { describe, expect, test } from "vitest";
import { feasibility } from "../../../shared/objectives/feasibility.ts";
import { addDays } from "../../../shared/period.ts";
import { noise } from "../statistics/noise.ts";
import { days, draftOf, evidenceOf } from "./build.ts";

const TODAY = "2026-11-20";

/** 20 leads a day, 60 in December. */
function leadsSince(first: string, end: string): { leads: number }[] {
  const leads: { leads: number }[] = [];
  for (let day = first; day < end; day = addDays(day, 1)) {
    leads.push({ leads: (day.slice(5, 7) === "12" ? 60 : 20) + 2 * noise(leads.length) });
  }
  return leads;
}

function chances(first: string) {
  const series = days("LEADS", first, leadsSince(first, TODAY));
  const draft = draftOf({
    start: TODAY,
    deadline: "2027-01-31",
    target: { as: "value", value: 2100 },
  });
  const found = feasibility(draft, evidenceOf(TODAY, [series]));
  if (!found) throw new Error("no feasibility");
  return found;
}

describe("an objective over a month that is three times the others, each year", () => {
  // 11 days of November and 31 of January at 20, 31 of December at 60: 840 + 1,860 = 2,700 leads.
  test("counts on it once two years are known", () => {
    // Weeks are told with their neighbours, on logarithms: the edges of so steep a month are rounded down.
    const found = chances("2024-11-01");
    expect(Math.abs((found.final?.value ?? 0) / 2700 - 1)).toBeLessThan(0.1);
    expect(found.probability).toBeGreaterThan(0.8);
    expect(found.words.fr).toContain("les deux dernières années");
  });

  test("does not with one year, and says so", () => {
    const found = chances("2025-11-01");
    expect(found.final?.value).toBeLessThan(2000);
    expect(found.words.fr).toContain("il faudrait deux ans");
  });
});
