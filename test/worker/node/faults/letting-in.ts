// Faults F29 to F32: tokens that end, that two ask for at once, that are lost on the way, that are withdrawn.
import { expect } from "vitest";
import { startRun } from "../../../../worker/schedule.ts";
import { sealCredentials } from "../../../../worker/sealed.ts";
import type { Engine } from "../engine/engine.ts";
import type { Fault } from "./fault.ts";
import {
  connect,
  connected,
  DAY_MS,
  expectHealed,
  expectWhole,
  type FaultWorld,
  send,
  synced,
} from "./world.ts";

/** How often two ask at once. */
const ROUNDS = 20;

/** A source let in by a consent whose refresh token is good once, and replaced by another each time. */
async function consented(world: FaultWorld): Promise<{ engine: Engine; id: string }> {
  const { engine, id } = await synced(world);
  world.state.grants.add("grant-0");
  await sealCredentials(engine.room, engine.connection(id), { refreshToken: "grant-0" });
  world.met.length = 0;
  return { engine, id };
}

export const lettingIn: readonly Fault[] = [
  {
    id: "F29",
    name: "a token that ends at page 4",
    async run(world) {
      const { engine, id } = await connected(world, { credentials: { id: "c1", secret: "good" } });
      world.met.length = 0;
      let ended = false;
      world.script = ({ path }, response) => {
        if (ended || !/from=2030-01-01.*after=30$/.test(path)) return false;
        ended = true;
        return send(response, 401, '{"error":"expired"}');
      };
      await engine.settle();
      expect(engine.lastRun(id)).toMatchObject({ state: "ok" });
      expect(world.asked("token")).toHaveLength(2);
      const places = world.met
        .filter(({ path }) => path.includes("from=2030-01-01"))
        .map(({ path }) => path.split("after=")[1]);
      expect(places).toEqual(["", "10", "20", "30", "30", "40", "50", "60", "70", "80", "90"]);
      // Overnight, at the first question of a day.
      world.clock.now += DAY_MS;
      ended = false;
      world.script = ({ path }, response) => {
        if (ended || !path.includes("/account")) return false;
        ended = true;
        return send(response, 401, '{"error":"expired"}');
      };
      await engine.sync(id);
      expect(engine.lastRun(id)).toMatchObject({ state: "ok" });
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F30",
    name: "two who need a token at once, twenty times, of a service that watches for stolen ones",
    async run(world) {
      const { engine, id } = await consented(world);
      await startRun(engine.room, id);
      const { running } = engine.connection(id);
      for (let round = 1; round <= ROUNDS; round += 1) {
        engine.room.tokens.expire(id);
        const both = await Promise.all([1, 2].map(() => engine.truth.where(id, running ?? 0)));
        expect(
          new Set(both.map((task) => task !== "done" && "headers" in task && task.headers["authorization"]))
            .size,
        ).toBe(1);
        expect(world.asked("token")).toHaveLength(round);
        expect(world.state.grants.size).toBe(1);
      }
      await engine.settle();
      expect(engine.lastRun(id)).toMatchObject({ state: "ok" });
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F31",
    name: "killed between a new token and its keeping",
    async run(world) {
      const { engine, id } = await consented(world);
      const other = await connect(engine);
      await engine.settle();
      engine.disk.beforeStatement = (query) => {
        if (query.startsWith("UPDATE credentials")) throw new Error("Killed.");
      };
      await expect(engine.sync(id)).rejects.toThrow("Killed.");
      engine.disk.beforeStatement = () => undefined;
      const next = await world.start(engine.disk);
      world.met.length = 0;
      while (next.connection(id).running !== null) await next.ring();
      expect(next.lastRun(id)).toMatchObject({ state: "failed", code: "reconnect_needed" });
      for (let day = 0; day < 3; day += 1) {
        world.clock.now += DAY_MS;
        await next.ring();
      }
      // Asked once, never again; the other source goes on, and what was there stays.
      expect(world.asked("token")).toHaveLength(1);
      expect(next.lastRun(other)).toMatchObject({ state: "ok" });
      expect(next.connection(other).as_of).toBeGreaterThan(world.clock.now - DAY_MS);
      expect(next.disk.rows("SELECT 1 FROM runs WHERE state = 'abandoned'")).toHaveLength(1);
      expect(next.disk.rows("SELECT DISTINCT connection FROM facts")).toHaveLength(2);
    },
  },
  {
    id: "F32",
    name: "a consent withdrawn, a scope removed, a token endpoint that is down",
    async run(world) {
      const { engine, id } = await consented(world);
      world.script = ({ path }, response) => path.includes("/token") && send(response, 503);
      await engine.sync(id);
      expect(engine.lastRun(id)).toMatchObject({ state: "failed", code: "source_down" });
      await expectHealed(world, engine, id);
      world.script = ({ path }, response) =>
        path.includes("/visits") && send(response, 403, '{"error":"scope"}');
      await engine.sync(id);
      expect(engine.lastRun(id)).toMatchObject({ state: "failed", code: "access_denied" });
      await expectHealed(world, engine, id);
      world.state.grants.clear();
      engine.room.tokens.expire(id);
      await engine.sync(id);
      expect(engine.lastRun(id)).toMatchObject({ state: "failed", code: "reconnect_needed" });
      expectWhole(world, engine);
      world.state.grants.add("grant-new");
      await sealCredentials(engine.room, engine.connection(id), { refreshToken: "grant-new" });
      engine.disk.rows("UPDATE connections SET problem = NULL");
      await expectHealed(world, engine, id);
    },
  },
];
