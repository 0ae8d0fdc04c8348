// Faults F01 to F18: answers that are late, refused, cut, enormous, elsewhere or not what was agreed.
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, vi } from "vitest";
import type { Fault } from "./fault.ts";
import {
  connected,
  expectHealed,
  HOUR_MS,
  NOON,
  openCanary,
  QUOTED,
  type Script,
  send,
  synced,
} from "./world.ts";

const PAGE_7 = /\/visits\?from=2030-01-01.*after=60$/;
/** The product waits twenty seconds for an answer. */
const PATIENCE_MS = 250;

/** Plays a script at the pages of this year's visits (or others) until it has played so many times. */
function times(count: number, script: Script, at = /\/visits\?from=2030-01-01/): Script {
  let played = 0;
  return (met, response) => at.test(met.path) && (played += 1) <= count && script(met, response);
}

const refuse =
  (status: number, headers: Record<string, string> = {}): Script =>
  (_, response) =>
    send(response, status, JSON.stringify({ error: QUOTED }), headers);

const text =
  (body: string, type = "application/json"): Script =>
  (_, response) =>
    send(response, 200, body, { "content-type": type });

/** Deadlines come sooner, and in real time. */
function hurry(): void {
  const wait = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => wait(PATIENCE_MS));
}

/** A first sync meets a script for ever: it ends with a code after so many tries, and later nothing is missing. */
async function lasting(
  world: Parameters<Fault["run"]>[0],
  script: Script,
  { code, tries, state = "failed" }: { code: string; tries: number; state?: string },
): Promise<void> {
  const { engine, id } = await connected(world);
  world.met.length = 0;
  world.script = times(Number.POSITIVE_INFINITY, script, PAGE_7);
  await engine.settle();
  expect(engine.lastRun(id)).toMatchObject({ state, code });
  expect(world.met.filter(({ path }) => PAGE_7.test(path))).toHaveLength(tries);
  // The pages before it are set aside, and not asked for again.
  expect(engine.disk.rows("SELECT 1 FROM staged")).toHaveLength(60);
  const before = world.met.length;
  await expectHealed(world, engine, id);
  const again = world.met.slice(before).filter(({ path }) => path.includes("from=2030-01-01"));
  expect(again.map(({ path }) => path.split("after=")[1])).toEqual(["60", "70", "80", "90"]);
}

/** What fails for a moment costs as many requests more as it failed times, and nothing else. */
async function passing(world: Parameters<Fault["run"]>[0], script: Script, count = 2): Promise<number[]> {
  const { engine, id } = await connected(world);
  world.met.length = 0;
  world.script = times(count, script, PAGE_7);
  await engine.settle();
  expect(engine.lastRun(id)).toMatchObject({ state: "ok", code: null });
  expect(world.met).toHaveLength(engine.lastRun(id).pages + count);
  await expectHealed(world, engine, id);
  const at = world.met.filter(({ path }) => PAGE_7.test(path)).map((one) => one.at);
  return at.slice(1).map((instant, index) => instant - (at[index] ?? 0));
}

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
    id: "F07",
    name: "a request that is never answered",
    async run(world) {
      hurry();
      await passing(world, () => true, 1);
      await lasting(world, () => true, { code: "source_timeout", tries: 5 });
    },
  },
  {
    id: "F08",
    name: "an answer that drips",
    async run(world) {
      hurry();
      const drip: Script = async (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        for (let byte = 0; byte < 100 && !response.destroyed; byte += 1) {
          response.write(" ");
          await pause(20);
        }
        return true;
      };
      await passing(world, drip, 1);
      await lasting(world, drip, { code: "source_timeout", tries: 5 });
    },
  },
  {
    id: "F09",
    name: "a connection reset, an answer shorter than it said, a chunked answer cut",
    async run(world) {
      const reset: Script = (_, response) => {
        response.destroy();
        return true;
      };
      const half =
        (headers: Record<string, string>): Script =>
        async (_, response) => {
          response.writeHead(200, { "content-type": "application/json", ...headers });
          response.write('{"rows":[');
          await pause(10);
          response.destroy();
          return true;
        };
      await passing(world, reset);
      await passing(world, half({ "content-length": "5000" }));
      await passing(world, half({}));
      await lasting(world, reset, { code: "source_down", tries: 5 });
    },
  },
  {
    id: "F10",
    name: "JSON cut, the connection closed properly",
    async run(world) {
      await passing(world, text('{"rows":[{"day":'));
      await lasting(world, text('{"rows":[{"day":'), { code: "source_malformed", tries: 5 });
    },
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
    id: "F14",
    name: "a gzip bomb, an endless body, JSON a hundred thousand levels deep, a list of 60 MB",
    async run(world) {
      const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 32));
      let written = 0;
      const endless: Script = async (_, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const spaces = " ".repeat(65_536);
        while (!response.destroyed && written < 100_000_000) {
          written += spaces.length;
          if (!response.write(spaces))
            await Promise.race([new Promise((done) => response.once("drain", done)), pause(50)]);
        }
        response.end();
        return true;
      };
      const zipped: Script = (_, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(bomb);
        return true;
      };
      const large = { code: "source_too_large", tries: 1 };
      await lasting(world, zipped, large);
      await lasting(world, endless, large);
      expect(written).toBeLessThan(40_000_000);
      await lasting(world, text(`${"[".repeat(100_000)}${"]".repeat(100_000)}`), {
        code: "source_malformed",
        tries: 5,
      });
      await lasting(world, text(`[${"1,".repeat(30_000_000)}1]`), large);
    },
  },
  {
    id: "F15",
    name: "redirects to the same host, to another one, in a circle, to plain HTTP",
    async run(world) {
      const canary = await openCanary();
      for (const to of [
        `${world.origin}/api.atelier.example/members`,
        `${canary.origin}/steal`,
        "",
        "http://api.atelier.example/visits",
      ]) {
        const redirect: Script = ({ path }, response) =>
          send(response, 302, "", { location: to === "" ? world.origin + path : to });
        await lasting(world, redirect, { code: "source_redirects", tries: 1 });
      }
      canary.close();
      expect(canary.seen).toEqual([]);
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
