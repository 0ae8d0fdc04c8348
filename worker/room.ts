// What the code that runs inside a workspace's object works with.
import type { Environment } from "./environment.ts";
import type { TokenCache } from "./tokens.ts";

export interface Room {
  /** The id of the workspace. */
  readonly id: string;
  readonly storage: DurableObjectStorage;
  readonly sql: SqlStorage;
  readonly environment: Environment;
  readonly now: () => number;
  readonly fetch: typeof fetch;
  readonly tokens: TokenCache;
  /** The host that the call came to; undefined outside of calls. */
  readonly ownHost: string | undefined;
  readonly startRunner: (runner: Runner) => Promise<void>;
}

/** One run of one connection: what a Workflow is started with. */
export interface Runner {
  readonly workspace: string;
  readonly connection: string;
  readonly run: number;
}
