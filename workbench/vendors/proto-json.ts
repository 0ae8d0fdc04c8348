// Reads a JSON body as Google's servers read one into a message: unknown fields and wrong types are refused.

/** A request that is refused, with the HTTP code and the words of the refusal. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** The fields of a message; `unsupported` is a field that exists and is not simulated. */
export type Shape =
  | "string"
  | "bool"
  | "int64"
  | "unsupported"
  | readonly [Shape]
  | { readonly [field: string]: Shape };

type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

/** @throws Refusal 400 with these words. */
export function invalid(message: string): never {
  throw new Refusal(400, message);
}

/**
 * The message in this text, without its null fields; an int64 may be a string or a number. An empty text is empty.
 * @throws Refusal 400 when it does not fit the shape, 501 when it holds what is not simulated.
 */
export function readProto(text: string, shape: Shape): unknown {
  let body: Json;
  try {
    body = JSON.parse(text === "" ? "{}" : text, (_, value: Json) => value ?? undefined) as Json;
  } catch {
    return invalid("Invalid JSON payload received. Unexpected token.");
  }
  check(body ?? {}, shape, "");
  return body ?? {};
}

function check(value: Json, shape: Shape, path: string): void {
  if (shape === "unsupported") throw new Refusal(501, `${path} is not simulated.`);
  if (typeof shape === "string") checkScalar(value, shape, path);
  else if (isList(shape)) checkList(value, shape[0], path);
  else checkMessage(value, shape, path);
}

function checkScalar(value: Json, type: "string" | "bool" | "int64", path: string): void {
  const fits = {
    string: typeof value === "string",
    bool: typeof value === "boolean",
    int64: (typeof value === "string" || typeof value === "number") && /^-?\d+$/.test(String(value)),
  };
  if (!fits[type])
    invalid(`Invalid value at '${path}' (TYPE_${type.toUpperCase()}), ${JSON.stringify(value)}`);
}

function checkList(value: Json, shape: Shape, path: string): void {
  if (!Array.isArray(value)) return invalid(`Invalid value at '${path}', a list is wanted.`);
  for (const [index, item] of value.entries()) check(item ?? {}, shape, `${path}[${index}]`);
}

function checkMessage(value: Json, shape: { readonly [field: string]: Shape }, path: string): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return invalid(`Invalid value at '${path}', an object is wanted.`);
  }
  for (const [field, part] of Object.entries(value)) {
    const known = Object.hasOwn(shape, field) ? shape[field] : undefined;
    const where = path === "" ? "" : ` at '${path}'`;
    if (!known)
      return invalid(`Invalid JSON payload received. Unknown name "${field}"${where}: Cannot find field.`);
    check(part, known, path === "" ? field : `${path}.${field}`);
  }
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
