// One execution: a function of the freshly loaded add-on, called for a cell, a menu or a sidebar.
import { readArgument, writeResult } from "./cell-values.ts";
import type { AuthMode } from "./host.ts";
import { checkReturn } from "./script-run.ts";

/** `args` are JSON texts, one for each argument. */
export type Call =
  | { kind: "cell"; name: string; args: readonly string[] }
  | { kind: "run"; name: string; args: readonly string[] }
  | { kind: "entry"; name: string; mode: AuthMode; args: readonly string[] };

/** What a call gives back, JSON inside: a cell's result, a client's answer, nothing for an entry point. */
export type Answer = { ok: string } | { error: string };

/** https://developers.google.com/apps-script/guides/services/quotas#current_limitations, in milliseconds. */
export const CELL_LIMIT = 30_000;
export const SCRIPT_LIMIT = 360_000;
export const TOO_LONG = "Exceeded maximum execution time";

/** What started the call decides how much it may do. */
export function modeOf(call: Call): AuthMode {
  if (call.kind === "cell") return "CUSTOM_FUNCTION";
  return call.kind === "run" ? "FULL" : call.mode;
}

/**
 * Calls `call.name` among the functions of the add-on.
 * @param find the function of that name, evaluated for this execution alone
 */
export function execute(call: Call, find: (name: string) => unknown, ScriptDate: DateConstructor): Answer {
  try {
    const hidden = call.kind !== "entry" && call.name.endsWith("_");
    const script = hidden ? undefined : find(call.name);
    if (typeof script !== "function") return { error: `Script function not found: ${call.name}` };
    if (call.kind === "cell") {
      const returned: unknown = script(...call.args.map((json) => readArgument(json, ScriptDate)));
      return { ok: JSON.stringify(writeResult(returned)) };
    }
    const returned: unknown = script(...call.args.map((json): unknown => JSON.parse(json)));
    return { ok: JSON.stringify(call.kind === "run" ? checkReturn(returned) : null) };
  } catch (thrown) {
    return { error: thrownText(thrown) };
  }
}

function thrownText(thrown: unknown): string {
  const message = (thrown as { message?: unknown } | null | undefined)?.message;
  return typeof message === "string" ? message : String(thrown);
}
