// What Google's APIs have in common: the shape of an error, and who a bearer token belongs to.
import type { Answer, VendorRequest, World } from "./vendor.ts";

const STATUSES: Record<number, [status: string, message: string]> = {
  400: ["INVALID_ARGUMENT", "Request contains an invalid argument."],
  401: [
    "UNAUTHENTICATED",
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
  ],
  403: ["PERMISSION_DENIED", "User does not have sufficient permissions for this property."],
  404: ["NOT_FOUND", "Requested entity was not found."],
  429: [
    "RESOURCE_EXHAUSTED",
    "Exhausted property tokens for a project per hour. These quota tokens will return in under an hour.",
  ],
  500: ["INTERNAL", "Internal error encountered."],
  501: ["UNIMPLEMENTED", "Operation is not implemented, or supported, or enabled."],
  503: ["UNAVAILABLE", "The service is currently unavailable."],
};

/** An error in Google's shape (https://google.aip.dev/193). */
export function googleProblem(
  code: number,
  message?: string,
): { error: { code: number; message: string; status: string } } {
  const [status, usual] = STATUSES[code] ?? ["UNKNOWN", `Error ${code}`];
  return { error: { code, message: message ?? usual, status } };
}

export function refuse(code: number, message?: string): Answer {
  return { status: code, body: googleProblem(code, message) };
}

/** Null when the bearer token is alive and holds one of the scopes, else the refusal. */
export function unauthorized(request: VendorRequest, world: World, scopes: string[]): Answer | null {
  const [, token = ""] = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const known = world.memory.simulation().tokens[token];
  if (!known || known.expires <= world.now) return refuse(401);
  const granted = known.scope.split(" ");
  if (scopes.some((scope) => granted.includes(scope))) return null;
  return refuse(403, "Request had insufficient authentication scopes.");
}
