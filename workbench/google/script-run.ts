// What `google.script.run` lets through, in both directions.
// https://developers.google.com/apps-script/guides/html/reference/run#myFunction(...)

/**
 * The arguments as the script receives them.
 * @throws TypeError when one holds what cannot travel: a date, a function, an element, a cycle
 */
export function checkArguments(args: readonly unknown[]): unknown[] {
  return args.map((argument, at) => copy(argument, String(at), []));
}

/** What the client receives: a result that cannot travel arrives as `null`. */
export function checkReturn(value: unknown): unknown {
  try {
    return copy(value, "result", []);
  } catch {
    return null;
  }
}

function copy(value: unknown, path: string, parents: readonly unknown[]): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const kind = Object.prototype.toString.call(value);
  const travels = kind === "[object Array]" || kind === "[object Object]";
  if (!travels || parents.includes(value))
    throw new TypeError(`Failed due to illegal value in property: ${path}`);
  const inside = [...parents, value];
  if (Array.isArray(value)) return value.map((item, at) => copy(item, String(at), inside));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, copy(item, key, inside)]));
}
