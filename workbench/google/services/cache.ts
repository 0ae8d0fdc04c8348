// CacheService: texts forgotten after a while.
import { Exception, only } from "../exception.ts";
import { type Context, texts } from "./context.ts";

/** https://developers.google.com/apps-script/reference/cache/cache */
const LONGEST_KEY = 250;
const LARGEST_VALUE = 100 * 1024;
const DEFAULT_SECONDS = 600;
const MOST_SECONDS = 21_600;

export function createCacheService(context: Context) {
  const open = (scope: string, member: string) => () => {
    context.guard("other", `CacheService.${member}`);
    return createCache(context, `cache:${scope}`);
  };
  return only("CacheService", {
    getScriptCache: open("script", "getScriptCache"),
    getDocumentCache: open("document", "getDocumentCache"),
    getUserCache: open("user", "getUserCache"),
  });
}

interface Kept {
  value: string;
  until: number;
}

function createCache({ store, machine }: Context, scope: string) {
  const cache = only("Cache", {
    get: (key: unknown): string | null => {
      const text = store.get(scope, String(key));
      if (text === null) return null;
      const kept = JSON.parse(text) as Kept;
      if (kept.until > machine.now()) return kept.value;
      store.delete(scope, String(key));
      return null;
    },
    getAll: (keys: readonly unknown[]) => {
      const found = keys.map((key) => [String(key), cache.get(key)]);
      return Object.fromEntries(found.filter(([, value]) => value !== null)) as Record<string, string>;
    },
    put: (key: unknown, value: unknown, seconds = DEFAULT_SECONDS): void => {
      if (String(key).length > LONGEST_KEY) throw new Exception("Argument too large: key");
      if (String(value).length > LARGEST_VALUE) throw new Exception("Argument too large: value");
      const kept: Kept = {
        value: String(value),
        until: machine.now() + Math.min(seconds, MOST_SECONDS) * 1000,
      };
      store.set(scope, String(key), JSON.stringify(kept));
    },
    putAll: (values: object, seconds = DEFAULT_SECONDS): void => {
      for (const [key, value] of Object.entries(texts(values))) cache.put(key, value, seconds);
    },
    remove: (key: unknown): void => store.delete(scope, String(key)),
    removeAll: (keys: readonly unknown[]): void => {
      for (const key of keys) cache.remove(key);
    },
  });
  return cache;
}
