// The part of the Node runtime that is evaluated inside each execution's own context.
import { type Call, execute, modeOf } from "./execution.ts";
import { foreignGlobals } from "./globals.ts";
import type { Settings } from "./host.ts";
import { type Ask, remotePorts } from "./remote-ports.ts";
import { createContext } from "./services/context.ts";
import { createServices } from "./services.ts";

/**
 * Makes this context Apps Script's: its globals, its services, its `Date`.
 * @returns what runs the call (JSON) once the add-on is evaluated, and gives its `Answer` (JSON)
 */
export function enter(ask: Ask, settingsJson: string, callJson: string): () => string {
  const call = JSON.parse(callJson) as Call;
  const settings = JSON.parse(settingsJson) as Settings;
  const context = createContext({ ...settings, ...remotePorts(ask) }, modeOf(call));
  const realm = globalThis as Record<string, unknown>;
  for (const name of foreignGlobals(realm)) delete realm[name];
  Object.assign(realm, createServices(context));
  return () => JSON.stringify(execute(call, (name) => realm[name], context.ScriptDate));
}
