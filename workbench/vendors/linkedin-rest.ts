// LinkedIn's way of writing: parameters with parentheses and lists, refusals with a code of the service's.
import type { Answer } from "./vendor.ts";

export class LinkedInRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws LinkedInRefusal 400 */
export function invalid(message: string): never {
  throw new LinkedInRefusal(400, message);
}

const USUAL: Record<number, [code: string, message: string, serviceErrorCode: number]> = {
  400: ["ILLEGAL_ARGUMENT", "Invalid query parameters passed to request", 100],
  401: ["INVALID_ACCESS_TOKEN", "Invalid access token", 65_600],
  403: ["ACCESS_DENIED", "Not enough permissions to access this resource", 100],
  404: ["RESOURCE_NOT_FOUND", "No such resource", 0],
  426: ["NONEXISTENT_VERSION", "Requested version is not active", 0],
  429: ["TOO_MANY_REQUESTS", "Resource level throttle limit for calls to this resource is reached.", 101],
};

/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling */
export function linkedinProblem(status: number, message?: string): unknown {
  const [code, usual, serviceErrorCode] = USUAL[status] ?? [
    "INTERNAL_SERVER_ERROR",
    "Internal server error",
    0,
  ];
  return { status, code, serviceErrorCode, message: message ?? usual };
}

export function refuse(status: number, message?: string): Answer {
  return { status, body: linkedinProblem(status, message) };
}

/** The parameters of a request, still as they were written. @throws LinkedInRefusal */
export function parametersOf(search: string): Map<string, string> {
  const pairs = search
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "");
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      // Encoded punctuation makes a text of a list; a bare colon in a name ends it too soon.
      if (/%28|%29|%2C/i.test(value) || /urn:li:/.test(value)) invalid(`Invalid value for parameter ${name}`);
      return [name, value] as const;
    }),
  );
}

/** @throws LinkedInRefusal for parameters other than these */
export function only(parameters: ReadonlyMap<string, string>, ...names: string[]): void {
  for (const name of parameters.keys()) {
    if (!names.includes(name)) invalid(`Parameter '${name}' is unknown`);
  }
}

/** The entries of `List(a,b)`. @throws LinkedInRefusal */
export function listOf(value: string | undefined): string[] {
  const [, inside] = /^List\(([^()]*)\)$/.exec(value ?? "") ?? [];
  return inside === undefined ? invalid("A list is wanted") : inside.split(",").map(decodeURIComponent);
}
