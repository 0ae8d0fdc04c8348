// The small texts that scripts keep (properties, cache), saved with the workbook.
import type { Served, Store } from "../google/host.ts";

/** @param texts by scope, then by key: changed in place. @param changed called after each change. */
export function storeOver(texts: Record<string, Record<string, string>>, changed: () => void): Served<Store> {
  return {
    get: (scope, key) => texts[scope]?.[key] ?? null,
    all: (scope) => ({ ...texts[scope] }),
    set(scope, key, value) {
      texts[scope] = { ...texts[scope], [key]: value };
      changed();
    },
    delete(scope, key) {
      const { [key]: _, ...others } = texts[scope] ?? {};
      texts[scope] = others;
      changed();
    },
  };
}
