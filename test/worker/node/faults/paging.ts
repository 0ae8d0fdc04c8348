// Faults F19 to F28: units that change, pages that repeat or move, clocks that disagree, days restated.
import { expect } from "vitest";
import { addDays } from "../../../../shared/period.ts";
import { sumsByDay } from "../engine/held.ts";
import type { Fault } from "./fault.ts";
import { connected, DAY_MS, expectHealed, expectWhole, HOUR_MS, NOON, send, synced } from "./world.ts";

const THIS_YEAR = /\/visits\?from=2030-01-01/;

export const paging: readonly Fault[] = [
  {
    id: "F19",
    name: "another currency, another time zone",
    async run(world) {
      const { engine, id } = await synced(world);
      for (const unit of [{ currency: "USD" }, { currency: "EUR", timeZone: "Asia/Tokyo" }]) {
        Object.assign(world.state, unit);
        world.clock.now += DAY_MS;
        world.met.length = 0;
        await engine.sync(id);
        expect(engine.lastRun(id)).toMatchObject({ state: "failed", code: "unit_changed", rows: 0 });
        expect(world.asked("visits")).toEqual([]);
        expectWhole(world, engine);
      }
      Object.assign(world.state, { currency: "EUR", timeZone: "Europe/Paris" });
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F20",
    name: "the same page for ever",
    async run(world) {
      const { engine, id } = await connected(world);
      const page = JSON.stringify({ rows: world.state.visits.slice(0, 10), next: "10", total: null });
      world.script = ({ path }, response) => THIS_YEAR.test(path) && send(response, 200, page);
      await engine.settle();
      expect(engine.lastRun(id)).toMatchObject({ state: "failed", code: "paging_loop" });
      expect(world.met.filter(({ path }) => THIS_YEAR.test(path))).toHaveLength(2);
      expect(engine.disk.rows("SELECT 1 FROM facts WHERE stream = 'visits'")).toEqual([]);
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F21",
    name: "rows that come, go and change places while pages are read",
    async run(world) {
      const { state } = world;
      let pages = 0;
      world.script = ({ path }) => {
        if (!THIS_YEAR.test(path)) return false;
        pages += 1;
        if (pages === 4) state.visits.splice(3, 3);
        if (pages === 7) state.visits.unshift({ day: "2030-11-01", channel: "late", sessions: 77 });
        if (pages === 8) state.visits.reverse();
        return false;
      };
      const { engine, id } = await connected(world);
      await engine.settle();
      const { code } = engine.lastRun(id);
      // What cannot be whole says so, and is read again; nothing is half there.
      expect([null, "incomplete"]).toContain(code);
      if (code !== null) expect(engine.disk.rows("SELECT 1 FROM facts WHERE stream = 'visits'")).toEqual([]);
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F22",
    name: "a place forgotten at page 5",
    async run(world) {
      const { engine, id } = await connected(world);
      let forgotten = false;
      world.script = ({ path }, response) => {
        if (forgotten || !/from=2030-01-01.*after=40$/.test(path)) return false;
        forgotten = true;
        return send(response, 400, '{"errors":["this place is too old"]}');
      };
      await engine.settle();
      expect(engine.lastRun(id)).toMatchObject({ state: "ok" });
      // The window is begun again, the others are not.
      expect(world.met.filter(({ path }) => THIS_YEAR.test(path))).toHaveLength(5 + 10);
      expect(world.met.filter(({ path }) => path.includes("/visits?from=2029"))).toHaveLength(1);
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F23",
    name: "a service that gives no more than so many rows",
    async run(world) {
      world.state.cap = 3;
      [...world.state.deals.values()].forEach(
        (deal, index) => (deal.modified = NOON - (index + 1) * 90 * DAY_MS),
      );
      const { engine, id } = await connected(world);
      await engine.settle();
      expect(engine.lastRun(id)).toMatchObject({ state: "ok", code: null });
      expectWhole(world, engine);
      for (const deal of world.state.deals.values()) deal.modified = NOON;
      world.clock.now += 8 * DAY_MS;
      await engine.sync(id);
      expect(engine.lastRun(id)).toMatchObject({ state: "failed", code: "incomplete" });
      expectWhole(world, engine);
      world.state.cap = Number.POSITIVE_INFINITY;
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F24",
    name: "pages without end",
    async run(world) {
      const { engine, id } = await connected(world);
      let page = 0;
      world.script = ({ path }, response) => {
        if (!THIS_YEAR.test(path)) return false;
        page += 1;
        const row = { day: "2030-11-01", channel: `line ${page}`, sessions: 1 };
        return send(response, 200, JSON.stringify({ rows: [row], next: String(page), total: null }));
      };
      await engine.settle();
      expect(engine.lastRun(id)).toMatchObject({ state: "failed", code: "paging_loop" });
      expect(page).toBeLessThan(500);
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F25",
    name: "a clock ten minutes off, and a place in the year 2999",
    async run(world) {
      const { engine, id } = await synced(world);
      // The service's clock is behind ours: a deal closed just before the last reading is told after it.
      const before = world.clock.now - 9 * 60_000;
      world.state.deals.set("late", {
        modified: before,
        won: "2030-11-20T10:00:00Z",
        amount: 3,
        channel: "Ads",
      });
      await engine.sync(id);
      expectWhole(world, engine);
      world.clock.now -= 10 * 60_000;
      await engine.sync(id);
      expectWhole(world, engine);
      const future = Date.parse("2999-01-01T00:00:00Z");
      engine.disk.rows("UPDATE cursors SET until = ?, swept = ?", future, future);
      engine.disk.rows("UPDATE connections SET planned_day = '2999-01-01', as_of = ?", future);
      world.state.deals.set("new", {
        modified: world.clock.now,
        won: "2030-11-20T11:00:00Z",
        amount: 4,
        channel: "Ads",
      });
      await engine.sync(id);
      expectWhole(world, engine);
      expect(engine.disk.rows("SELECT 1 FROM cursors WHERE until > ?", world.clock.now)).toEqual([]);
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F26",
    name: "every day of three years with a 29 February and a week 53, in Paris and in New York",
    async run(world) {
      for (const [timeZone, midnight] of [
        ["Europe/Paris", parisMidnight],
        ["America/New_York", newYorkMidnight],
      ] as const) {
        world.state.timeZone = timeZone;
        world.state.deals.clear();
        world.clock.now = Date.parse("2029-01-10T12:00:00Z");
        const wanted: Record<string, number> = {};
        for (let day = "2026-01-01"; day < "2029-01-01"; day = addDays(day, 1)) {
          const [first, last] = [midnight(day), midnight(addDays(day, 1)) - 1000];
          for (const [at, name] of [
            [first, "first"],
            [last, "last"],
          ] as const) {
            const won = new Date(at).toISOString();
            world.state.deals.set(`${day} ${name}`, {
              modified: NOON - 999 * DAY_MS,
              won,
              amount: 1,
              channel: "Ads",
            });
          }
          wanted[day] = 2;
        }
        for (const deal of world.state.deals.values()) deal.modified = world.clock.now - DAY_MS;
        world.state.pageRows = 500;
        const { engine } = await connected(world);
        await engine.settle();
        const days = Object.entries(sumsByDay(engine)).flatMap(([day, { opps_won: won }]) =>
          won ? [[day, won]] : [],
        );
        expect(Object.fromEntries(days)).toEqual(wanted);
        expect(days).toHaveLength(365 + 365 + 366);
      }
    },
  },
  {
    id: "F27",
    name: "the last three days restated, a row of them gone",
    async run(world) {
      const { engine, id } = await synced(world);
      const marks = "SELECT marks FROM coverage WHERE stream = 'visits' AND day = 20301120";
      expect(engine.disk.rows(marks)).toEqual([{ marks: "provisional" }]);
      world.state.visits = world.state.visits.flatMap((row) => {
        if (row.day < "2030-11-18") return [row];
        return row.channel === "line 2" ? [] : [{ ...row, sessions: (row.sessions ?? 0) + 1 }];
      });
      await engine.sync(id);
      expectWhole(world, engine);
      world.clock.now += 5 * DAY_MS;
      await expectHealed(world, engine, id);
      expect(engine.disk.rows(marks)).toEqual([{ marks: "" }]);
    },
  },
  {
    id: "F28",
    name: "a row changed forty days later",
    async run(world) {
      const { engine, id } = await synced(world);
      world.clock.now += 40 * DAY_MS;
      await engine.sync(id);
      const changed = world.state.visits.find(({ day }) => day === "2030-11-05");
      if (changed) changed.sessions = 1234;
      world.state.visits.push({ day: "2030-11-04", channel: "back-dated", sessions: 17 });
      for (let day = 1; day <= 7; day += 1) {
        world.clock.now += DAY_MS;
        await engine.sync(id);
      }
      expectWhole(world, engine);
      await expectHealed(world, engine, id);
    },
  },
];

/** Midnight in Paris: summer time from the last Sunday of March until the last of October. */
function parisMidnight(day: string): number {
  const year = day.slice(0, 4);
  const summer = day > lastSunday(`${year}-03-31`) && day <= lastSunday(`${year}-10-31`);
  return Date.parse(`${day}T00:00:00Z`) - (summer ? 2 : 1) * HOUR_MS;
}

/** In New York, from the second Sunday of March until the first of November. */
function newYorkMidnight(day: string): number {
  const year = day.slice(0, 4);
  const summer = day > lastSunday(`${year}-03-14`) && day <= lastSunday(`${year}-11-07`);
  return Date.parse(`${day}T00:00:00Z`) + (summer ? 4 : 5) * HOUR_MS;
}

/** The Sunday of the seven days that end on this one. */
function lastSunday(day: string): string {
  return addDays(day, -new Date(day).getUTCDay());
}
