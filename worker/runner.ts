// A runner reads pages one after the other; it holds nothing, so that it may be lost at any moment.
import type { Reading, SourceAnswer } from "./connector.ts";
import { findConnector } from "./connectors/index.ts";
import { authorized, doorOf } from "./access.ts";
import type { Failed, PageRead, Task } from "./commit.ts";
import type { Environment } from "./environment.ts";
import { failureOf, SourceFailure } from "./failure.ts";
import { send } from "./http.ts";
import { log } from "./log.ts";
import { afterFailure } from "./retry.ts";
import type { Runner } from "./room.ts";
import { hashOf } from "./secret.ts";

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
  readonly forgetToken: (connection: string) => Promise<void>;
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
      const { reading, digest } = await readFromSource(task, around);
      const rows = reading.facts.length + reading.uniques.length;
      const { page, stream } = task;
      log({ event: "page", ...entry, stream, from: page.from, rows, ms: around.now() - began }, began);
      return await truth.commit(connection, run, { window: task.window, token: page.token, reading, digest });
    } catch (error) {
      if (!(error instanceof SourceFailure)) throw error;
      log({ event: "retry", ...entry, code: error.code, status: error.status }, around.now());
      if (error.status === 401 && !refreshed && !("code" in task)) {
        refreshed = true;
        await truth.forgetToken(connection);
        continue;
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

async function readFromSource(
  task: Task,
  around: Surroundings,
): Promise<{ reading: Reading; digest: string }> {
  const connector = findConnector(task.connector);
  const stream = connector?.streams.find(({ name }) => name === task.stream);
  if (!connector || !stream) throw new SourceFailure("request_refused");
  const request = authorized(stream.request(task.page, task.settings), task.token);
  const answer: SourceAnswer = await send(request, doorOf(around, connector));
  const failure = failureOf(answer, connector.errors, around.now());
  if (failure) throw failure;
  const reading = stream.read(answer, task.page);
  return { reading, digest: await hashOf(JSON.stringify([reading.facts, reading.uniques])) };
}
