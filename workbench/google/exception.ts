// Errors as Apps Script words them, and objects that name what the local host does not have.

/** Google names its own errors `Exception`. */
export class Exception extends Error {
  override name = "Exception";
}

/** Asked of any object by the language or by JSON: answered `undefined`, as a plain object would. */
const ASKED_BY_LANGUAGE = new Set(["then", "toJSON"]);

/**
 * The same members, where a member that is not there throws `not in the local host: Range.protect`
 * instead of being `undefined`, so that a gap of the host is never taken for a fault of the script.
 */
export function only<Members extends object>(kind: string, members: Members): Members {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === "symbol" || key in target || ASKED_BY_LANGUAGE.has(key))
        return Reflect.get(target, key, receiver);
      throw new Exception(`not in the local host: ${kind}.${key}`);
    },
  });
}
