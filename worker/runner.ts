// A runner reads pages one after the other; it holds nothing, so that it may be lost at any moment.
import { authorized, doorOf } from "./access.ts";
import { countRows, type PageRead } from "./commit.ts";
import type { EntityReading, Reading, SourceAnswer, SourceRequest, Stream } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import type { Environment } from "./environment.ts";
import { answerFailure, SourceFailure } from "./failure.ts";
import { send } from "./http.ts";
import { log } from "./log.ts";
import { dayPage, entityPage } from "./plan.ts";
import { afterFailure, LONGEST_WAIT_MS } from "./retry.ts";
import type { Runner } from "./room.ts";
import { hashOf } from "./secret.ts";
import type { Failed, Task } from "./task.ts";
import { isWhole } from "./values.ts";

/** The workspace's object, as a runner sees it. */
export interface Truth {
  readonly where: (connection: string, run: number) => Promise<Task | Failed | "done">;
  readonly commit: (connection: string, run: number, read: PageRead) => Promise<boolean>;
  readonly abandon: (
    connection: string,
    run: number,
    code: SourceFailure["code"],
    later?: number,
  ) => Promise<void>;
  /** @returns whether the window may be begun again */
  readonly beginAgain: (connection: string, run: number, window: number) => Promise<boolean>;
  readonly expireToken: (connection: string) => Promise<void>;
}

export interface Surroundings {
  readonly environment: Environment;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly random: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** Reads and commits the next page of a run, with its retries. @returns whether there is more to read. */
export async function readPage(
  truth: Truth,
  { workspace, connection, run }: Runner,
  around: Surroundings,
): Promise<boolean> {
  let refreshed = false;
  for (let tries = 1; ; tries += 1) {
    const task = await truth.where(connection, run);
    if (task === "done") return false;
    const entry = { workspace, connection, run, tries };
    try {
      if ("code" in task) throw new SourceFailure(task.code, task);
      const began = around.now();
      const { reading, digest, pause } = await readFromSource(task, around);
      const rows = countRows(reading);
      const { window, stream, bounds } = task;
      log({ event: "page", ...entry, stream, from: bounds.first, rows, ms: around.now() - began }, began);
      const more = await truth.commit(connection, run, { window, token: bounds.token, reading, digest });
      return more && (await rest(truth, { connection, run, pause }, around));
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      log({ event: "retry", ...entry, code: error.code, status: error.status }, around.now());
      if (error.status === 401 && !refreshed && !("code" in task)) {
        refreshed = true;
        await truth.expireToken(connection);
        continue;
      }
      if (!("code" in task) && losesPlace(error, task)) {
        if (await truth.beginAgain(connection, run, task.window)) continue;
      }
      const next = afterFailure(error, tries, around.random);
      if (next.kind === "wait") {
        await around.wait(next.ms);
        continue;
      }
      await truth.abandon(connection, run, error.code, next.kind === "postpone" ? next.ms : undefined);
      return false;
    }
  }
}

/** Whether the service may no longer know the place that it was asked to go on from. */
function losesPlace({ code, status }: SourceFailure, { bounds }: Task): boolean {
  const unknown = code === "cursor_expired" || (code === "request_refused" && [400, 410].includes(status));
  return unknown && bounds.token !== null;
}

/** Leaves the service alone for as long as it asks. @returns whether this runner goes on */
async function rest(
  truth: Truth,
  { connection, run, pause }: { readonly connection: string; readonly run: number; readonly pause: number },
  around: Surroundings,
): Promise<boolean> {
  if (pause > LONGEST_WAIT_MS) {
    await truth.abandon(connection, run, "rate_limited", pause);
    return false;
  }
  if (pause > 0) await around.wait(pause);
  return true;
}

interface Read {
  readonly reading: Reading | EntityReading;
  readonly digest: string;
  /** How long the service asks to be left alone (ms). */
  readonly pause: number;
}

async function readFromSource(task: Task, around: Surroundings): Promise<Read> {
  const connector = findConnector(task.connector);
  const stream = connector?.streams.find(({ name }) => name === task.stream);
  if (!connector || !stream) throw new SourceFailure("request_refused");
  const request = authorized(
    understood(() => requestOf(stream, task)),
    task,
  );
  const answer = await send(request, doorOf(around, connector, task.settings));
  const failure = answerFailure(answer, connector, around.now());
  if (failure && !failure.instead) throw failure;
  const reading = understood(() => (failure ? without(stream, failure) : readingOf(stream, answer, task)));
  if ("facts" in reading && ![...reading.facts, ...reading.uniques].every(({ values }) => isWhole(values))) {
    throw new SourceFailure("source_malformed");
  }
  const pause = Math.max(reading.wait ?? 0, connector.quota?.(answer.headers)?.wait ?? 0);
  return { reading, digest: await hashOf(understood(() => digested(reading, answer))), pause };
}

/** What stands for a page that the service refuses, where its rules say what to do about it. */
function without({ kind, name }: Stream, { instead }: SourceFailure): Reading | EntityReading {
  const end = { next: null, total: null, unit: null, marks: [] };
  const rows = kind === "entities" ? { entities: [] } : { facts: [], uniques: [] };
  return {
    ...end,
    ...rows,
    ...(instead === "halves" ? { capped: true } : { withdrawn: true, drift: [name] }),
  };
}

/** What a connector makes of things; what it stumbles over is an answer nobody foresaw. @throws SourceFailure */
function understood<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof SourceFailure ? error : new SourceFailure("source_malformed");
  }
}

function requestOf(stream: Stream, { bounds, settings }: Task): SourceRequest {
  return stream.kind === "entities"
    ? stream.request(entityPage(bounds), settings)
    : stream.request(dayPage(bounds), settings);
}

function readingOf(
  stream: Stream,
  answer: SourceAnswer,
  { bounds, settings, unit }: Task,
): Reading | EntityReading {
  return stream.kind === "entities"
    ? stream.read(answer, entityPage(bounds), settings, unit)
    : stream.read(answer, dayPage(bounds), settings, unit);
}

/** The same for two pages that hold the same rows; where there are none, the answer itself tells pages apart. */
function digested(reading: Reading | EntityReading, { body }: SourceAnswer): string {
  const rows = "entities" in reading ? reading.entities : [reading.facts, reading.uniques];
  return JSON.stringify(countRows(reading) > 0 ? rows : [reading.next, body]);
}
