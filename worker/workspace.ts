// The object of one workspace: its SQLite holds all there is to know, and its alarm keeps the syncs going.
import { DurableObject } from "cloudflare:workers";
import type { Identity } from "./auth.ts";
import { abandon, commit, type PageRead } from "./commit.ts";
import { type ConsentOutcome, type ConsentStep, takeStep } from "./consent.ts";
import { readEnvironment } from "./environment.ts";
import type { SourceFailure } from "./failure.ts";
import type { Language } from "../shared/language.ts";
import { log } from "./log.ts";
import type { Room, Runner } from "./room.ts";
import { arm, onAlarm, setNextAlarm } from "./schedule.ts";
import { newDesk, type Served, serve } from "./serve.ts";
import { exists, migrate } from "./store/schema.ts";
import { beginAgain, type Failed, type Task, where } from "./task.ts";
import { TokenCache } from "./tokens.ts";

/** A call as it reaches the object: its identity verified, the rest not yet. */
export interface Request {
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly identity: Identity | undefined;
  readonly keyHash: string;
  readonly spreadsheet: string;
  readonly language: Language;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The Worker's own origin, as it was called. */
  readonly origin: string;
}

/** An alarm that crashes is set again: the platform's own retries end after a few. */
const ALARM_AFTER_CRASH_MS = 60_000;

export class Workspace extends DurableObject<Env> {
  readonly #tokens = new TokenCache();
  readonly #desk = newDesk();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    if (!exists(ctx.storage.sql)) return;
    migrate(ctx.storage);
    // An alarm that failed too often is gone for good: the next call brings it back.
    void ctx.blockConcurrencyWhile(async () => {
      if ((await ctx.storage.getAlarm()) === null) await setNextAlarm(ctx.storage, Date.now());
    });
  }

  /** Answers a call of the API, once it is allowed. */
  async serve(request: Request): Promise<Served> {
    return serve(this.#room(request.origin), request, this.#desk);
  }

  /** Takes a step of a consent, for the browser of a person. */
  async consent(step: ConsentStep): Promise<ConsentOutcome> {
    return this.#exists() ? takeStep(this.#room(step.origin), step) : { shows: "gone" };
  }

  /** For a runner: what to read next. */
  async where(connection: string, run: number): Promise<Task | Failed | "done"> {
    return this.#exists() ? where(this.#room(), connection, run) : "done";
  }

  /** For a runner: keeps a page. @returns whether there is more to read. */
  async commit(connection: string, run: number, read: PageRead): Promise<boolean> {
    if (!this.#exists()) return false;
    const room = this.#room();
    const more = await commit(room, connection, run, read);
    await arm(room);
    return more;
  }

  /** For a runner: ends a run that cannot go on, or puts it off (`later`, ms). */
  async abandon(connection: string, run: number, code: SourceFailure["code"], later?: number): Promise<void> {
    if (!this.#exists()) return;
    const room = this.#room();
    abandon(room, connection, run, code, later);
    await arm(room);
  }

  /** For a runner: begins a window again whose place the service no longer knows. @returns whether it may be. */
  async beginAgain(connection: string, run: number, window: number): Promise<boolean> {
    return this.#exists() && beginAgain(this.#room(), connection, run, window);
  }

  async expireToken(connection: string): Promise<void> {
    this.#tokens.expire(connection);
  }

  override async alarm(): Promise<void> {
    if (!this.#exists()) return;
    try {
      await onAlarm(this.#room());
    } catch (error) {
      log({
        event: "crash",
        workspace: this.ctx.id.name,
        code: error instanceof Error ? error.name : "unknown",
      });
      await this.ctx.storage.setAlarm(Date.now() + ALARM_AFTER_CRASH_MS);
    }
  }

  #exists(): boolean {
    return exists(this.ctx.storage.sql);
  }

  #room(origin?: string): Room {
    const environment = readEnvironment({ ...this.env });
    if ("faulty" in environment) throw new Error(`${environment.faulty} is missing or wrong.`);
    const { storage, id } = this.ctx;
    return {
      id: id.name ?? "",
      storage,
      sql: storage.sql,
      environment,
      now: Date.now,
      fetch: (input, init) => fetch(input, init),
      tokens: this.#tokens,
      ownHost: origin === undefined ? undefined : new URL(origin).hostname,
      startRunner: async (params: Runner) => {
        const { workspace, connection, run } = params;
        await this.env.SYNC.createBatch({ instances: [{ id: `${workspace}-${connection}-${run}`, params }] });
      },
    };
  }
}
