// The page's side of the script host: two Web Workers, one for cells and one for menus and sidebar.
import { publicNames, readFunctions } from "./add-on.ts";
import type { CellResult } from "./cell-values.ts";
import { CELL_LIMIT, SCRIPT_LIMIT } from "./execution.ts";
import type { AuthMode, Book, Manifest, Served, Store, Ui, User } from "./host.ts";
import { startScriptWorker } from "./script-worker.ts";
import { checkArguments } from "./script-run.ts";

export interface PageRuntimeOptions {
  code: string;
  manifest: Manifest;
  /** HTML files of the project, by name without extension. */
  files: Record<string, string>;
  /** The user's language: `fr`, `en`. */
  locale: string;
  book: Served<Book>;
  store: Served<Store>;
  ui: Served<Ui>;
  user: Served<User>;
  /** Where `worker-runtime.ts`, bundled, is served. */
  workerUrl: string | URL;
  /** Origins that the script knows, and where they are really served: `{ "https://api.example": "/api" }`. */
  origins?: Record<string, string>;
}

export interface PageRuntime {
  /** Functions that a sidebar or a cell may call. */
  names: string[];
  /** Runs `onOpen`, a menu item or a trigger; `args` is what Google would hand over (an event). */
  entry(name: string, mode: AuthMode, args?: unknown[]): Promise<void>;
  /** `google.script.run`: resolves to what the client receives, rejects with the script's error. */
  call(name: string, args: unknown[]): Promise<unknown>;
  /** One execution for a cell; each argument is JSON (see `cell-values.ts`). Calls made together travel together. */
  customFunction(name: string, args: readonly string[]): Promise<CellResult>;
  /** Ends both workers. */
  stop(): void;
}

export function createPageRuntime(options: PageRuntimeOptions): PageRuntime {
  const { code, manifest, files, locale, book, store, ui, user, workerUrl, origins = {} } = options;
  const functions = readFunctions(code);
  const start = (limit: number) =>
    startScriptWorker({
      url: workerUrl,
      ports: { book, store, ui, user },
      load: {
        code,
        names: functions.map(({ name }) => name),
        settings: { manifest, files, locale },
        origins,
      },
      limit,
    });
  // A cell never waits for a question that a menu asks the user.
  const cells = start(CELL_LIMIT);
  const calls = start(SCRIPT_LIMIT);
  const texts = (args: readonly unknown[]) => args.map((arg) => JSON.stringify(arg));
  return {
    names: publicNames(functions),
    entry: async (name, mode, args = []) => {
      await calls.run({ kind: "entry", name, mode }, texts(args));
    },
    call: async (name, args) => {
      const answer = await calls.run({ kind: "run", name, mode: "FULL" }, texts(checkArguments(args)));
      return JSON.parse(answer) as unknown;
    },
    customFunction: async (name, args) => {
      const call = { kind: "cell", name, mode: "CUSTOM_FUNCTION" } as const;
      try {
        return JSON.parse(await cells.run(call, args)) as CellResult;
      } catch (thrown) {
        return { error: thrown instanceof Error ? thrown.message : String(thrown) };
      }
    },
    stop: () => {
      cells.stop();
      calls.stop();
    },
  };
}
