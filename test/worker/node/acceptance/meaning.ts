// Cases about what figures mean: fields unknown or empty, days of every zone, money to the last micro, people never summed.
import { expect } from "vitest";
import { metrics, type MetricName } from "../../../../shared/metrics.ts";
import { addDays } from "../../../../shared/period.ts";
import { figuresOf, sumsByDay } from "../engine/held.ts";
import type { Shop } from "../engine/shop.ts";
import { type Case, expectOk, opened, pulled, SINCE, shopOf, type Subject } from "./subject.ts";
import { addUnknown, type Json, noNumbers, nothing, type Spoiling } from "./answers.ts";

/** Zones whose clocks change by an hour or by half of one, on either side of the equator, by whole hours from UTC or not. */
const ZONES: Readonly<Record<string, readonly [string, string]>> = {
  "Europe/Paris": ["2024-10-27", "2025-03-30"],
  "America/New_York": ["2024-11-03", "2025-03-09"],
  "Australia/Lord_Howe": ["2024-10-06", "2025-04-06"],
  "America/St_Johns": ["2024-11-03", "2025-03-09"],
  "Pacific/Auckland": ["2024-09-29", "2025-04-06"],
};

/** An account of a few days. */
const SOON = Date.parse("2024-10-03T12:00:00Z");
const FEW = { messageDays: 2 };

/** The sums of each day as the shop itself tells them, zeros left out. */
async function truth(
  { fixture }: Subject,
  shop: Shop,
  from: string,
  to: string,
  only: (name: MetricName) => boolean = () => true,
) {
  const days: Record<string, Record<string, number>> = {};
  for (const [part, names] of Object.entries(fixture.truth)) {
    for (const [day, counts] of Object.entries(await shop.totals(part, from, to))) {
      for (const [metric, called] of Object.entries(names)) {
        const sum = [called].flat().reduce((total, name) => total + (counts[name] ?? 0), 0);
        if (sum !== 0 && only(metric as MetricName)) days[day] = { ...days[day], [metric]: sum };
      }
    }
  }
  return days;
}

function chosen(
  all: ReturnType<typeof sumsByDay>,
  { fixture }: Subject,
  from: string,
  to: string,
  only: (name: MetricName) => boolean = () => true,
) {
  const names = new Set(Object.values(fixture.truth).flatMap((part) => Object.keys(part)));
  const days: typeof all = {};
  for (const [day, sums] of Object.entries(all)) {
    const kept = Object.entries(sums).filter(([name]) => names.has(name) && only(name as MetricName));
    if (day >= from && day <= to && kept.length > 0) days[day] = Object.fromEntries(kept);
  }
  return days;
}

/** How a sync may end that met something spoilt: well, without it, or with a reason. */
const ENDS = [
  "source_malformed",
  "source_down",
  "incomplete",
  "unit_changed",
  "paging_loop",
  "request_refused",
];

/** Spoils every place of the answers in turn: the sync says so, or does without, and no figure is made up. */
async function spoilEach(subject: Subject, { places, spoil }: Spoiling): Promise<void> {
  const shop = shopOf(subject, FEW, SOON);
  const found = new Set<string>();
  shop.between.alter = async (answer, { url }) => {
    if (!url.includes("token"))
      for (const place of places((await answer.clone().json()) as Json)) found.add(place);
    return answer;
  };
  const known = await opened(subject, shop);
  // What proves the credentials is no part of a sync.
  found.clear();
  await known.engine.settle();
  expect(found.size).toBeGreaterThan(1);
  for (const place of found) {
    const other = shopOf(subject, FEW, SOON);
    const { engine, id } = await opened(subject, other);
    other.between.alter = (answer, { url }) => (url.includes("token") ? answer : spoil(answer, place));
    await engine.settle();
    const { code } = engine.lastRun(id);
    if (code !== null) expect(ENDS, place).toContain(code);
    for (const total of Object.values(totals(engine))) expect(total, place).toSatisfy(Number.isSafeInteger);
  }
}

export const meaning: readonly Case[] = [
  {
    name: "unknown fields",
    async run(subject) {
      const shop = shopOf(subject);
      const whole = await pulled(subject, shop);
      shop.between.alter = async (answer) => addUnknown(answer, subject.fixture.dictionaries ?? []);
      const { engine } = await pulled(subject, shop);
      expect(figuresOf(engine)).toEqual(figuresOf(whole.engine));
    },
  },
  { name: "null fields", run: (subject) => spoilEach(subject, nothing) },
  { name: "numbers that are none", run: (subject) => spoilEach(subject, noNumbers) },
  {
    name: "five time zones, both DST days",
    async run(subject) {
      const { zone } = subject.fixture;
      const zones =
        typeof zone === "string" ? [[zone, ["2024-11-03", "2025-03-09"]] as const] : Object.entries(ZONES);
      for (const [timeZone, changes] of zones) {
        for (const day of changes) {
          const [from, to] = [addDays(day, -1), addDays(day, 1)];
          const now = Date.parse(`${addDays(day, 3)}T12:00:00Z`);
          // A small shop: what is counted does not matter, its days do.
          const few = [{ from: "2000-01-01", sessions: 0.2, conversions: 0.5 }];
          const shop = shopOf(subject, { timeZone, messageDays: 6, adjustments: few }, now);
          const settings = typeof zone === "function" ? zone(timeZone) : {};
          const { engine, id } = await opened(subject, shop, { since: from, settings });
          // Counts of people are no part of the totals.
          for (const { name, kind } of subject.connector.streams)
            if (kind === "uniques") engine.disk.rows("DELETE FROM windows WHERE stream = ?", name);
          await engine.settle();
          expectOk(engine, id);
          expect(engine.connection(id).time_zone).toBe(timeZone);
          const found = chosen(sumsByDay(engine), subject, from, to);
          expect(found, `${timeZone} ${day}`).toEqual(await truth(subject, shop, from, to));
        }
      }
      if (typeof zone === "string") expect(zones).toHaveLength(1);
    },
  },
  {
    name: "exact money",
    async run(subject) {
      const isMoney = (name: MetricName): boolean => metrics[name].unit === "money";
      const all = subject.connector.streams.flatMap((stream) => stream.metrics);
      if (!all.some(isMoney)) return "holds no money";
      const named = Object.values(subject.fixture.truth).flatMap((part) => Object.keys(part) as MetricName[]);
      expect(named.filter(isMoney).length).toBeGreaterThan(0);
      const shop = shopOf(subject, {}, Date.parse("2024-11-25T12:00:00Z"));
      const [from, to] = ["2024-11-01", "2024-11-23"];
      const { engine } = await pulled(subject, shop, { since: from });
      const expected = await truth(subject, shop, from, to, isMoney);
      expect(Object.keys(expected).length).toBeGreaterThan(3);
      expect(chosen(sumsByDay(engine), subject, from, to, isMoney)).toEqual(expected);
    },
  },
  {
    name: "unique metrics never summed",
    async run(subject) {
      const { streams } = subject.connector;
      for (const { kind, name, metrics: given } of streams) {
        const sums = given.map((metric) => metrics[metric].adds);
        const right = kind === "uniques" ? sums.every((adds) => adds === "none") : !sums.includes("none");
        expect(right, name).toBe(true);
      }
      const { engine } = await pulled(subject, shopOf(subject));
      const summed = Object.keys(totals(engine)) as MetricName[];
      expect(summed.filter((name) => metrics[name].adds === "none")).toEqual([]);
      if (!streams.some(({ kind }) => kind === "uniques")) return;
      expect(engine.disk.rows("SELECT 1 FROM uniques WHERE first >= ?", SINCE).length).toBeGreaterThan(0);
    },
  },
];

function totals(engine: Parameters<typeof sumsByDay>[0]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const day of Object.values(sumsByDay(engine))) {
    for (const [name, value] of Object.entries(day)) sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
}
