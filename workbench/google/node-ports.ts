// Ports of a script host in Node: texts kept in memory, a real clock, no way out.
import { randomUUID } from "node:crypto";
import type { Machine, Net, Store, Ui, User } from "./host.ts";
import { sleep } from "./wire.ts";

export function memoryStore(): Store {
  const scopes = new Map<string, Map<string, string>>();
  const open = (scope: string): Map<string, string> => {
    const known = scopes.get(scope) ?? new Map<string, string>();
    scopes.set(scope, known);
    return known;
  };
  return {
    get: (scope, key) => open(scope).get(key) ?? null,
    set: (scope, key, value) => void open(scope).set(key, value),
    delete: (scope, key) => void open(scope).delete(key),
    all: (scope) => Object.fromEntries(open(scope)),
  };
}

export const nodeMachine: Machine = {
  now: () => Date.now(),
  sleep,
  uuid: randomUUID,
  log: (level, text) => console.error(`${level}: ${text}`),
};

/** No network: every request fails as an address that does not answer. */
export const noNet: Net = { fetch: () => ({ error: "no network" }) };

/** Nobody at the keyboard. */
export const nobody: User = { email: () => "", identityToken: () => null };

/** No screen: what would be shown is dropped, questions are closed without an answer. */
export const noUi: Ui = {
  menu: () => {},
  sidebar: () => {},
  dialog: () => {},
  alert: () => "CLOSE",
  prompt: () => ({ button: "CLOSE", text: "" }),
  toast: () => {},
};
