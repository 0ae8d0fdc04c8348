// The built add-on, as Google would load it: its three files, and its script in a bare context.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";

const folder = join(import.meta.dirname, "../../dist/addon");

/** A file of the built add-on, which `npm test` builds first. */
export function builtFile(name: "Code.js" | "Sidebar.html" | "appsscript.json"): string {
  return readFileSync(join(folder, name), "utf8");
}

export type Script = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** The global functions of the script, loaded where only the language itself and these services exist. */
export function loadScript(services: Readonly<Record<string, unknown>> = {}): Script {
  const context = createContext({ ...services });
  runInContext(builtFile("Code.js"), context);
  return context;
}
