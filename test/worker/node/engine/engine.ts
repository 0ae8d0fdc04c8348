// The whole sync engine in one process: an object's code over a disk in memory, its alarm, and the runners it starts.
import { randomBytes } from "node:crypto";
import { commit, abandon } from "../../../../worker/commit.ts";
import { type Day, firstDayOf } from "../../../../shared/period.ts";
import { connectSource, type WantedSource } from "../../../../worker/connecting.ts";
import { findConnector } from "../../../../worker/connectors/index.ts";
import { type Environment, readEnvironment } from "../../../../worker/environment.ts";
import type { Room, Runner } from "../../../../worker/room.ts";
import { readPage, type Truth } from "../../../../worker/runner.ts";
import { arm, onAlarm, setNextAlarm, startRun } from "../../../../worker/schedule.ts";
import { type ConnectionRow, connectionById } from "../../../../worker/store/connections.ts";
import { type RunRow, runs } from "../../../../worker/store/runs.ts";
import { exists, migrate } from "../../../../worker/store/schema.ts";
import { beginAgain, where } from "../../../../worker/task.ts";
import { TokenCache } from "../../../../worker/tokens.ts";
import { type Disk, newDisk } from "./disk.ts";

/** What a process finds outside of itself. */
export interface Outside {
  readonly clock: { now: number };
  readonly fetch: typeof fetch;
  readonly environment?: Partial<Environment>;
  /** Called before every page, with the stream that it is of. */
  readonly beforePage?: (stream: string) => void;
  /** Called after every page; true loses the runner there. */
  readonly afterPage?: () => boolean;
}

export type Engine = Awaited<ReturnType<typeof startEngine>>;

const environment = readEnvironment({
  CRED_KEYS: JSON.stringify({ cur: "k1", k1: randomBytes(32).toString("base64") }),
  GOOGLE_CLIENT_IDS: "123456789-tests.apps.googleusercontent.com",
}) as Environment;

/** A process on this disk: a new one, or one on which another process ended. */
export async function startEngine(outside: Outside, disk: Disk = newDisk(), id = "f00d4a11f00d4a11") {
  const { clock } = outside;
  const queue: Runner[] = [];
  const room: Room = {
    id,
    storage: disk.storage,
    sql: disk.storage.sql,
    environment: { ...environment, ...outside.environment },
    now: () => clock.now,
    fetch: outside.fetch,
    tokens: new TokenCache(),
    ownHost: "boussole.example",
    startRunner: async (runner) => void queue.push(runner),
  };
  const truth: Truth = {
    where: async (connection, run) => {
      const task = await where(room, connection, run);
      if (task !== "done" && "stream" in task) outside.beforePage?.(task.stream);
      return task;
    },
    commit: async (connection, run, read) => {
      const more = await commit(room, connection, run, read);
      await arm(room);
      return more;
    },
    abandon: async (connection, run, code, later) => {
      abandon(room, connection, run, code, later);
      await arm(room);
    },
    beginAgain: async (connection, run, window) => beginAgain(room, connection, run, window),
    expireToken: async (connection) => room.tokens.expire(connection),
  };
  const around = {
    environment: room.environment,
    fetch: outside.fetch,
    now: room.now,
    random: () => 0.5,
    wait: async (ms: number) => void (clock.now += ms),
  };
  const existed = exists(room.sql);
  migrate(room.storage);
  if (existed && disk.alarm === null) await setNextAlarm(room.storage, clock.now);

  /** Lets every runner go on until it ends or is lost. */
  async function settle(): Promise<void> {
    for (let runner = queue.shift(); runner; runner = queue.shift()) {
      while (await readPage(truth, runner, around)) if (outside.afterPage?.()) break;
    }
  }

  /** Has days before this one left unread. */
  function forgetBefore(which: string, since: Day | undefined): void {
    if (since === undefined) return;
    const { number, connector } = connection(which);
    disk.rows("DELETE FROM windows WHERE connection = ? AND first <> '' AND last < ?", number, since);
    for (const stream of findConnector(connector)?.streams ?? []) {
      if (stream.kind === "entities") continue;
      const first = stream.starts === "day" ? since : firstDayOf(since, stream.starts);
      const query = "UPDATE windows SET first = ?1 WHERE connection = ?2 AND stream = ?3 AND first < ?1";
      disk.rows(query, first, number, stream.name);
    }
  }

  const connection = (which: string): ConnectionRow => connectionById(room.sql, which) as ConnectionRow;
  const engine = {
    room,
    disk,
    truth,
    around,
    queue,
    settle,
    connection,
    lastRun: (which: string): RunRow => runs(room.sql, 1, connection(which).number)[0] as RunRow,
    /** Connects a source, whose first sync waits in the queue; what lies before `since` is left out of it. */
    async connect(wanted: WantedSource, since?: string): Promise<string> {
      const { id: which } = await connectSource(room, wanted);
      forgetBefore(which, since);
      return which;
    },
    /** Syncs a source to the end of its run. */
    async sync(which: string, since?: string): Promise<RunRow> {
      await startRun(room, which);
      forgetBefore(which, since);
      await settle();
      return engine.lastRun(which);
    },
    /** Lets the alarm ring when it is to. */
    async ring(): Promise<void> {
      if (disk.alarm === null) throw new Error("No alarm is set.");
      clock.now = Math.max(clock.now, disk.alarm);
      disk.alarm = null;
      await onAlarm(room);
      await settle();
    },
  };
  return engine;
}
