// Faults F33 to F38: many who ask at once, events twice or never, a process killed anywhere, storage that fails.
import { expect } from "vitest";
import { onAlarm, startRun } from "../../../../worker/schedule.ts";
import { migrate, MIGRATIONS } from "../../../../worker/store/schema.ts";
import { type Disk, newDisk } from "../engine/disk.ts";
import type { Engine } from "../engine/engine.ts";
import type { Fault } from "./fault.ts";
import {
  connect,
  connected,
  DAY_MS,
  expectHealed,
  expectWhole,
  type FaultWorld,
  HOUR_MS,
  lastRuns,
  NOON,
  synced,
} from "./world.ts";

class Killed extends Error {}

/** A small account: every statement of its sync can be the last one. */
function shrink({ state }: FaultWorld): void {
  state.visits = state.visits.filter(({ day }) => day >= "2030-11-17");
  state.pageRows = 8;
}

/** Rings until no run is under way; a runner that throws is lost, as the platform loses it. */
async function carryOn(engine: Engine, id: string): Promise<void> {
  for (let rings = 0; engine.connection(id).running !== null && rings < 20; rings += 1) {
    await engine.ring().catch((error: unknown) => {
      if (error instanceof Killed) throw error;
    });
    if (engine.disk.alarm === null) engine.disk.alarm = engine.room.now() + 60_000;
  }
}

/** What is set aside of a window is what its place says, at any instant. */
function expectConsistent({ rows }: Disk): void {
  const places = rows<{ token: string; staged: number }>(
    `SELECT token, (SELECT COUNT(*) FROM staged WHERE window = id) AS staged FROM windows
     WHERE stream = 'visits' AND token IS NOT NULL`,
  );
  for (const { token, staged } of places) expect(staged).toBe(Number(token));
}

/** Has the n-th statement of a first sync fail, for every n until one of them comes through. @returns how many there are */
async function atEveryStatement(
  world: FaultWorld,
  fail: (query: string) => boolean,
  after: (engine: Engine, id: string) => Promise<Engine>,
): Promise<number> {
  for (let nth = 1; ; nth += 1) {
    const { engine, id } = await connected(world, { since: "2030-11-17" });
    let left = nth;
    engine.disk.beforeStatement = (query) => {
      if (fail(query) && (left -= 1) === 0) throw new Killed();
    };
    const killed = await engine.settle().then(
      () => false,
      (error: unknown) => {
        if (!(error instanceof Killed)) throw error;
        return true;
      },
    );
    engine.disk.beforeStatement = () => undefined;
    if (!killed) return nth - 1;
    expectConsistent(engine.disk);
    const next = await after(engine, id);
    expect(next.lastRun(id), `statement ${nth}`).toMatchObject({ state: "ok", code: null });
    expectWhole(world, next);
  }
}

export const running: readonly Fault[] = [
  {
    id: "F33",
    name: "the alarm, a button and a second person at once",
    async run(world) {
      const { engine, id } = await synced(world);
      world.clock.now = engine.connection(id).due;
      const before = lastRuns(engine).length;
      const [, ...started] = await Promise.all([
        onAlarm(engine.room),
        ...[1, 2, 3, 4, 5].map(() => startRun(engine.room, id)),
      ]);
      await engine.settle();
      expect(new Set(started.map((one) => one?.run)).size).toBe(1);
      expect(lastRuns(engine)).toHaveLength(before + 1);
      const paths = world.met.map(({ path }) => path);
      expect(paths).toHaveLength(new Set(paths).size);
      expect(paths).toHaveLength(engine.lastRun(id).pages);
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F34",
    name: "an alarm twice, late, and silent for three days",
    async run(world) {
      const { engine, id } = await synced(world);
      world.clock.now = engine.connection(id).due;
      await Promise.all([onAlarm(engine.room), onAlarm(engine.room)]);
      await engine.settle();
      await onAlarm(engine.room);
      expect(lastRuns(engine)).toHaveLength(2);
      for (let day = 21; day <= 23; day += 1) {
        world.state.visits.push({ day: `2030-11-${day}`, channel: "line 0", sessions: day });
      }
      world.clock.now += 3 * DAY_MS;
      await engine.ring();
      expectWhole(world, engine);
      await expectHealed(world, engine, id);
    },
  },
  {
    id: "F35",
    name: "killed at every page boundary and at every statement",
    async run(world) {
      shrink(world);
      const { engine, id } = await connected(world, { afterPage: () => true });
      world.met.length = 0;
      await engine.settle();
      while (engine.connection(id).running !== null) {
        const next = await world.start(engine.disk, { afterPage: () => true });
        expectConsistent(engine.disk);
        await next.ring();
      }
      expectWhole(world, engine);
      const paths = world.met.map(({ path }) => path);
      expect(paths).toHaveLength(new Set(paths).size);

      const statements = await atEveryStatement(
        world,
        () => true,
        async (dead, which) => {
          const next = await world.start(dead.disk);
          await carryOn(next, which);
          return next;
        },
      );
      expect(statements).toBeGreaterThan(100);
    },
  },
  {
    id: "F36",
    name: "killed in a migration, and older code over newer tables",
    async run() {
      for (let version = 1; version <= MIGRATIONS.length; version += 1) {
        const disk = newDisk();
        MIGRATIONS.slice(0, version).forEach((migration) => disk.rows(migration));
        disk.rows("CREATE TABLE schema_version (number INTEGER NOT NULL); SELECT 1");
        disk.rows("INSERT INTO schema_version VALUES (?)", version);
        disk.rows("INSERT INTO facts VALUES (1, 'traffic', 20301120, 1, '{\"sessions\":9}')");
        const tables = () => disk.rows("SELECT name, sql FROM sqlite_master ORDER BY 1");
        const before = tables();
        let statements = 0;
        for (let nth = 1, done = false; !done; nth += 1) {
          let left = nth;
          disk.beforeStatement = () => {
            if ((left -= 1) === 0) throw new Killed();
          };
          try {
            migrate(disk.storage);
            done = true;
          } catch (error) {
            expect(error).toBeInstanceOf(Killed);
            statements += 1;
            expect(tables()).toEqual(before);
          }
        }
        expect(statements).toBeGreaterThanOrEqual(4);
        disk.beforeStatement = () => undefined;
        expect(disk.rows("SELECT number FROM schema_version")).toEqual([{ number: MIGRATIONS.length }]);
        expect(disk.rows("SELECT sums FROM facts")).toEqual([{ sums: '{"sessions":9}' }]);
        disk.rows("UPDATE schema_version SET number = number + 1");
        expect(() => migrate(disk.storage)).toThrow("newer than this code");
      }
    },
  },
  {
    id: "F37",
    name: "storage that is full from any statement on",
    async run(world) {
      shrink(world);
      for (let nth = 1, full = true; full; nth += 1) {
        world.clock.now = NOON;
        const { engine, id } = await synced(world);
        world.state.visits = world.state.visits.map((row) => ({
          ...row,
          sessions: (row.sessions ?? 0) + (row.day >= "2030-11-18" ? 1 : 0),
        }));
        const before = engine.disk.rows("SELECT * FROM facts");
        const started = await startRun(engine.room, id);
        expect(started).toBeDefined();
        let left = nth;
        full = false;
        engine.disk.beforeStatement = (query) => {
          // Rows may still be changed and taken away.
          if (!/^\s*INSERT/.test(query) || (left -= 1) > 0) return;
          full = true;
          throw new Error("database or disk is full: SQLITE_FULL");
        };
        await engine.settle();
        expect(engine.lastRun(id)).toMatchObject(
          full ? { state: "failed", code: "storage_full" } : { state: "ok" },
        );
        if (full) expect(engine.disk.rows("SELECT * FROM facts").length).toBe(before.length);
        engine.disk.beforeStatement = () => undefined;
        await expectHealed(world, engine, id);
      }
    },
  },
  {
    id: "F38",
    name: "an alarm that throws, and an object that is evicted in the middle of a run",
    async run(world) {
      const { engine, id } = await synced(world);
      engine.disk.beforeStatement = () => {
        throw new Error("Internal error.");
      };
      await expect(engine.ring()).rejects.toThrow("Internal error.");
      engine.disk.beforeStatement = () => undefined;
      // The platform gives up on an alarm that fails too often: the next call sets it again.
      engine.disk.alarm = null;
      const next = await world.start(engine.disk, { afterPage: () => true });
      expect(next.disk.alarm).not.toBeNull();
      await next.ring();
      const last = await world.start(engine.disk);
      world.clock.now += HOUR_MS;
      while (last.connection(id).running !== null) await last.ring();
      expect(lastRuns(last).map(({ state }) => state)).toContain("abandoned");
      expect(last.lastRun(id)).toMatchObject({ state: "ok" });
      const other = await connect(last);
      await last.settle();
      expect(last.lastRun(other)).toMatchObject({ state: "ok" });
    },
  },
];
