// The names that exist in Apps Script's V8, and how to find those that do not.

/**
 * The language's own globals (https://tc39.es/ecma262/#sec-global-object) that V8 has in Apps Script, whose
 * documentation rules out timers, fetch, URL, TextEncoder, atob, crypto and the like:
 * https://developers.google.com/apps-script/guides/v8-runtime#limitations
 */
const LANGUAGE = new Set(
  `globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt
   decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
   AggregateError Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
   FinalizationRegistry Float32Array Float64Array Function Int8Array Int16Array Int32Array Map Number Object
   Promise Proxy RangeError ReferenceError RegExp Set String Symbol SyntaxError TypeError Uint8Array
   Uint8ClampedArray Uint16Array Uint32Array URIError WeakMap WeakRef WeakSet
   Atomics Intl JSON Math Reflect SharedArrayBuffer WebAssembly console`.split(/\s+/),
);

/** Every global of this realm that Apps Script does not have. */
export function foreignGlobals(realm: object): string[] {
  const names = new Set<string>();
  for (let place: object | null = realm; place; place = Object.getPrototypeOf(place) as object | null)
    for (const name of Object.getOwnPropertyNames(place)) names.add(name);
  // What every object inherits is no global of its own.
  const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));
  return [...names].filter(
    (name) => !LANGUAGE.has(name) && !inherited.has(name) && /^[A-Za-z_$][\w$]*$/.test(name),
  );
}
