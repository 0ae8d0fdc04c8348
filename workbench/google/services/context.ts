// What every service of one execution shares.
import { only } from "../exception.ts";
import type { AuthMode, Host } from "../host.ts";
import { createGuard, type Guard } from "../permissions.ts";
import { createScriptDate } from "../script-date.ts";

export interface Context extends Host {
  mode: AuthMode;
  guard: Guard;
  /** The `Date` of the script. */
  ScriptDate: DateConstructor;
}

export function createContext(host: Host, mode: AuthMode): Context {
  const ScriptDate = createScriptDate(host.manifest.timeZone, () => host.machine.now());
  return { ...host, mode, guard: createGuard(mode, host.manifest), ScriptDate };
}

/** An enumeration of Apps Script: each value is its own name. */
export function enumeration<Name extends string>(kind: string, names: readonly Name[]): Record<Name, Name> {
  return only(kind, Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>);
}

/** What a script hands over where a text is wanted. */
export function asText(value: unknown): string {
  return String(value);
}

/** The texts of an object that a script hands over. */
export function texts(object: object): Record<string, string> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, asText(value)]));
}
