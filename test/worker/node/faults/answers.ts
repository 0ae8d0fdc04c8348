// Faults F01 to F18 that an answer states: too many requests, refusals, pages and numbers that are not what was agreed.
import { expect } from "vitest";
import type { Fault } from "./fault.ts";
import { lasting, passing, refuse, text, times } from "./play.ts";
import { connected, expectHealed, HOUR_MS, NOON, QUOTED, type Script, send, synced } from "./world.ts";

export const answers: readonly Fault[] = [
  {
    id: "F01",
    name: "429 with Retry-After: 2, three times",
    run: async (world) =>
      expect(await passing(world, refuse(429, { "retry-after": "2" }), 3)).toEqual([2000, 2000, 2000]),
  },
  {
    id: "F02",
    name: "429 with a date, a past date, a negative number, no number",
    async run(world) {
      const later = new Date(NOON + 12_000).toUTCString();
      const headers = [later, new Date(NOON - HOUR_MS).toUTCString(), "-5", "abc"];
      let turn = 0;
      const gaps = await passing(
        world,
        (...given) => refuse(429, { "retry-after": headers[turn++] ?? "" })(...given),
        4,
      );
      expect(gaps[0]).toBe(12_000);
      // Its own waits then: the middle of a range that doubles.
      expect(gaps.slice(1)).toEqual([1000, 2000, 4000]);
    },
  },
  {
    id: "F03",
    name: "429 without a header",
    run: async (world) => expect(await passing(world, refuse(429), 4)).toEqual([500, 1000, 2000, 4000]),
  },
  {
    id: "F04",
    name: "429 for ever, and a wait of two hours",
    async run(world) {
      await lasting(world, refuse(429), { code: "rate_limited", tries: 5, state: "rescheduled" });
      const { engine, id } = await connected(world);
      world.script = times(Number.POSITIVE_INFINITY, refuse(429, { "retry-after": "7200" }));
      const before = world.met.length;
      await engine.settle();
      expect(engine.lastRun(id)).toMatchObject({ state: "rescheduled", code: "rate_limited" });
      expect(engine.disk.alarm).toBe(world.clock.now + 2 * HOUR_MS);
      expect(world.met.length - before).toBeLessThan(6);
      world.script = undefined;
      await engine.ring();
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F05",
    name: "500, 502, 503, 504 and 408, twice each",
    async run(world) {
      for (const status of [500, 502, 503, 504, 408]) await passing(world, refuse(status));
    },
  },
  {
    id: "F06",
    name: "500 for ever on page 7 of 10",
    run: (world) => lasting(world, refuse(500), { code: "source_down", tries: 5 }),
  },
  {
    id: "F11",
    name: "a sign-in page with status 200",
    run: (world) =>
      lasting(world, text(`<title>Sign in</title>${QUOTED}`, "text/html"), {
        code: "source_not_json",
        tries: 1,
      }),
  },
  {
    id: "F12",
    name: "errors inside of a success",
    async run(world) {
      const told = (message: string): Script => text(JSON.stringify({ errors: [{ message, who: QUOTED }] }));
      await lasting(world, told("not yours"), { code: "access_denied", tries: 1 });
      await lasting(world, told("slow down"), { code: "rate_limited", tries: 1, state: "rescheduled" });
    },
  },
  {
    id: "F13",
    name: "an empty body, null, a list, a byte order mark, a sudden nothing",
    async run(world) {
      for (const body of ["", "null", "[]"])
        await lasting(world, text(body), { code: "source_malformed", tries: 5 });
      const { engine, id } = await synced(world);
      const marked: Script = async ({ path }, response) => {
        const url = `https:/${path}`;
        return send(response, 200, `\uFEFF${await (await world.service.answer(new Request(url))).text()}`);
      };
      world.script = times(1, marked, /\/visits/);
      await engine.sync(id);
      expect(engine.lastRun(id)).toMatchObject({ state: "ok" });
      // A page without a row is asked for twice before it empties what was there.
      world.script = times(1, text('{"rows":[],"next":null,"total":0}'), /\/visits/);
      world.met.length = 0;
      await engine.sync(id);
      expect(world.asked("visits").length).toBe(1 + 2);
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F16",
    name: "a field and a channel never seen before",
    async run(world) {
      const { engine, id } = await synced(world);
      world.state.visits = world.state.visits.map((row) => ({ ...row, note: "new" }));
      const names = "SELECT name FROM notices WHERE name = 'note'";
      await engine.sync(id);
      await engine.sync(id);
      expect(engine.disk.rows(names)).toHaveLength(1);
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F17",
    name: "a row without what it cannot do without",
    async run(world) {
      const { engine, id } = await synced(world);
      const row = world.state.visits.at(-1);
      if (row) row.sessions = null;
      await engine.sync(id);
      // Left out and counted: no figure of it is made up.
      expect(engine.lastRun(id)).toMatchObject({ state: "ok", rejected: 1 });
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F18",
    name: "numbers that are none",
    async run(world) {
      for (const sessions of ['"1 234,56"', '"--"', '"<10"', "NaN", "9007199254740993", "1e400"]) {
        const row = `{"day":"2030-11-20","channel":"Ads","sessions":${sessions}}`;
        await lasting(world, text(`{"rows":[${row}],"next":null,"total":1}`), {
          code: "source_malformed",
          tries: 5,
        });
      }
    },
  },
];
