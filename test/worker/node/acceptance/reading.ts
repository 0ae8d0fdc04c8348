// Cases about what is read: twice the same, a little at a time, page by page, however long the pages are.
import { expect } from "vitest";
import { readAgain } from "../../../../worker/resync.ts";
import { isSnapshot } from "../../../../worker/plan.ts";
import { daysOf, figuresOf } from "../engine/held.ts";
import type { Engine } from "../engine/engine.ts";
import {
  type Case,
  DAY_MS,
  expectOk,
  hasEntities,
  NOON,
  opened,
  pulled,
  questions,
  shopOf,
  SINCE,
  type Subject,
} from "./subject.ts";

/** Pages short enough that there are several of most tables. */
const FEW_ROWS = 7;

/** Figures that another reading may be compared by: how things stood on a day is only known to who asked that day. */
function lasting({ connector }: Subject, engine: Engine): string[] {
  const snapshots = connector.streams.filter(isSnapshot).map(({ name }) => `${name} `);
  return figuresOf(engine, SINCE).filter((line) => !snapshots.some((name) => line.startsWith(name)));
}

const pages = (subject: Subject, rows: number) => {
  const uniques = subject.connector.streams.filter(({ kind }) => kind === "uniques");
  const counted = new Set(uniques.map(({ name }) => name));
  return (shop: ReturnType<typeof shopOf>) => (stream: string) =>
    // Counts of people come in one page.
    shop.change({ mostRows: counted.has(stream) ? 250_000 : rows });
};

export const reading: readonly Case[] = [
  {
    name: "two full pulls equal",
    async run(subject) {
      const shop = shopOf(subject);
      const { engine, id } = await pulled(subject, shop);
      const other = await pulled(subject, shop);
      const first = figuresOf(engine);
      expect(first.length).toBeGreaterThan(0);
      expect(figuresOf(other.engine)).toEqual(first);
      expect(daysOf(other.engine)).toEqual(daysOf(engine));
      readAgain(engine.room, engine.connection(id));
      await engine.sync(id, SINCE);
      expectOk(engine, id);
      expect(figuresOf(engine)).toEqual(first);
    },
  },
  {
    name: "incremental within full",
    async run(subject) {
      const shop = shopOf(subject);
      const clock = { now: NOON };
      const { engine, id } = await pulled(subject, shop, { clock });
      for (const days of [1, 3]) {
        clock.now += days * DAY_MS;
        shop.clock.now = clock.now;
        await engine.sync(id);
        expectOk(engine, id);
      }
      const whole = await pulled(subject, shop);
      expect(lasting(subject, engine)).toEqual(lasting(subject, whole.engine));
    },
  },
  {
    name: "future cursor",
    async run(subject) {
      const shop = shopOf(subject);
      const clock = { now: NOON };
      const { engine, id } = await pulled(subject, shop, { clock });
      const future = Date.parse("2999-01-01T00:00:00Z");
      engine.disk.rows("UPDATE cursors SET until = ?, swept = ?", future, future);
      engine.disk.rows("UPDATE connections SET planned_day = '2999-01-01', as_of = ?", future);
      clock.now += DAY_MS;
      shop.clock.now = clock.now;
      await engine.sync(id);
      expectOk(engine, id);
      const { as_of: asOf, planned_day: planned } = engine.connection(id);
      expect(asOf).toBeLessThanOrEqual(clock.now);
      expect(planned).toBe("2024-10-09");
      expect(engine.disk.rows("SELECT * FROM cursors WHERE until > ?", clock.now)).toEqual([]);
      const whole = await pulled(subject, shop);
      expect(lasting(subject, engine)).toEqual(lasting(subject, whole.engine));
    },
  },
  {
    name: "resume after every page",
    async run(subject) {
      const shop = shopOf(subject);
      const beforePage = pages(subject, FEW_ROWS)(shop);
      const whole = await pulled(subject, shop, { beforePage });
      const asked = questions(shop.asked.splice(0));
      const clock = { now: NOON };
      let lost = 0;
      const { engine, id } = await opened(subject, shop, {
        clock,
        beforePage,
        afterPage: () => (lost += 1) > 0,
      });
      await engine.settle();
      while (engine.connection(id).running !== null) await engine.ring();
      expectOk(engine, id);
      expect(lost).toBeGreaterThanOrEqual(subject.connector.streams.length - 1);
      // Nothing was asked that an undisturbed sync does not ask.
      expect(questions(shop.asked)).toEqual(asked);
      expect(figuresOf(engine)).toEqual(figuresOf(whole.engine));
    },
  },
  {
    name: "records moving while paging",
    async run(subject) {
      const shop = shopOf(subject);
      const clock = { now: NOON };
      let read = 0;
      const { engine, id } = await opened(subject, shop, {
        clock,
        beforePage: pages(subject, FEW_ROWS)(shop),
        afterPage() {
          // Hours go by between pages; where nothing else moves, a campaign of yesterday vanishes.
          read += 1;
          if (read <= 12) clock.now += 3 * 3_600_000;
          shop.clock.now = clock.now;
          if (read === 2 && !hasEntities(subject))
            shop.change({ adjustments: [{ from: "2024-10-08", channel: "Email", removed: true }] });
          return false;
        },
      });
      await engine.settle();
      expectOk(engine, id);
      // What changed since the first sync moves while it is read, too.
      for (read of [3, Number.POSITIVE_INFINITY]) {
        clock.now += DAY_MS;
        shop.clock.now = clock.now;
        await engine.sync(id);
        expectOk(engine, id);
      }
      const whole = await pulled(subject, shop, { beforePage: pages(subject, 250_000)(shop) });
      expect(lasting(subject, engine)).toEqual(lasting(subject, whole.engine));
    },
  },
  {
    name: "page size 1 and maximum",
    async run(subject) {
      const shop = shopOf(subject);
      const whole = await pulled(subject, shop);
      const { engine } = await pulled(subject, shop, { beforePage: pages(subject, 1)(shop) });
      expect(figuresOf(engine)).toEqual(figuresOf(whole.engine));
      expect(daysOf(engine)).toEqual(daysOf(whole.engine));
    },
  },
  {
    name: "empty account",
    async run(subject) {
      const shop = shopOf(subject, { adjustments: [{ from: "2000-01-01", removed: true }] });
      const { engine } = await pulled(subject, shop);
      expect(lasting(subject, engine).filter((line) => !line.endsWith(" 0"))).toEqual([]);
      expect(daysOf(engine).length).toBeGreaterThan(0);
    },
  },
];
