// Runs the built add-on in Node: a new context for each execution, and only JSON crosses its border.
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { buildSync } from "esbuild";
import { type AddOnFunction, publicNames, readFunctions } from "./add-on.ts";
import type { CellResult } from "./cell-values.ts";
import { type Answer, type Call, CELL_LIMIT, SCRIPT_LIMIT, TOO_LONG } from "./execution.ts";
import type { AuthMode, Host } from "./host.ts";
import { type Ask, portAnswer, portError } from "./remote-ports.ts";
import { checkArguments } from "./script-run.ts";
import type { enter } from "./vm-runtime.ts";

export interface NodeRuntime {
  functions: AddOnFunction[];
  /** Functions that a sidebar or a cell may call. */
  names: string[];
  /** Runs `onOpen`, a menu item or a trigger. @throws the script's error */
  entry(name: string, mode: AuthMode, args?: readonly unknown[]): void;
  /** `google.script.run`. @throws the script's error */
  call(name: string, args: readonly unknown[]): unknown;
  /** One execution for a cell, ended after `limit` milliseconds; each argument is JSON (see `cell-values.ts`). */
  customFunction(name: string, args: readonly string[], limit?: number): CellResult;
}

type Member = (...args: unknown[]) => unknown;

let loaded: vm.Script | undefined;

/** The host's own source as one script, whose value is `enter`. */
function hostScript(): vm.Script {
  if (loaded) return loaded;
  const built = buildSync({
    entryPoints: [fileURLToPath(new URL("vm-runtime.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    globalName: "scriptHost",
    write: false,
  });
  const source = `(() => { ${built.outputFiles[0]?.text} return scriptHost.enter; })()`;
  return (loaded = new vm.Script(source, { filename: "script-host.js" }));
}

const START = new vm.Script(
  "(() => { const start = __start; delete globalThis.__start; return start(); })()",
);

/** @param code the built `Code.js` */
export function createNodeRuntime(code: string, host: Host): NodeRuntime {
  const addOn = new vm.Script(code, { filename: "Code.js" });
  const functions = readFunctions(code);
  const { manifest, files, locale, ...ports } = host;
  const settings = JSON.stringify({ manifest, files, locale });
  const ask: Ask = (port, method, args) => {
    try {
      const { [method]: member } = ports[port as keyof typeof ports] as unknown as Record<string, Member>;
      return portAnswer(member?.(...(JSON.parse(args) as unknown[])));
    } catch (thrown) {
      return portError(thrown);
    }
  };
  const run = (call: Call, limit: number): string => {
    const context = vm.createContext();
    const start = (hostScript().runInContext(context) as typeof enter)(ask, settings, JSON.stringify(call));
    const answer = withinLimit(limit, (timeout) => {
      addOn.runInContext(context);
      context["__start"] = start;
      return JSON.parse(START.runInContext(context, { timeout }) as string) as Answer;
    });
    if ("error" in answer) throw new Error(answer.error);
    return answer.ok;
  };
  const texts = (args: readonly unknown[]) => args.map((arg) => JSON.stringify(arg));
  return {
    functions,
    names: publicNames(functions),
    entry: (name, mode, args = []) => {
      run({ kind: "entry", name, mode, args: texts(args) }, SCRIPT_LIMIT);
    },
    call: (name, args) => {
      const answer = run({ kind: "run", name, args: texts(checkArguments(args)) }, SCRIPT_LIMIT);
      return JSON.parse(answer) as unknown;
    },
    customFunction: (name, args, limit = CELL_LIMIT) => {
      try {
        return JSON.parse(run({ kind: "cell", name, args }, limit)) as CellResult;
      } catch (thrown) {
        return { error: (thrown as Error).message };
      }
    },
  };
}

function withinLimit<Result>(limit: number, run: (timeout: number) => Result): Result {
  try {
    return run(limit);
  } catch (thrown) {
    const { code, message } = thrown as { code?: string; message: string };
    throw new Error(code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? TOO_LONG : message, { cause: thrown });
  }
}
