// How HubSpot words its refusals.
import type { Answer } from "./vendor.ts";

/** A request that is refused, with the status and the words of the refusal. */
export class HubSpotRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws HubSpotRefusal 400 with these words. */
export function invalid(message: string): never {
  throw new HubSpotRefusal(400, message);
}

const USUAL: Record<number, [category: string, message: string]> = {
  400: ["VALIDATION_ERROR", "There was a problem with the request."],
  401: [
    "INVALID_AUTHENTICATION",
    "Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview",
  ],
  403: ["MISSING_SCOPES", "This app hasn't been granted all required scopes to make this call."],
  404: ["OBJECT_NOT_FOUND", "resource not found"],
  429: ["RATE_LIMITS", "You have reached your daily limit."],
};
const CORRELATION = "5e11ce00-1111-4111-8111-0a7e11e0e5e1";

/** The body of an error: https://developers.hubspot.com/docs/api-reference/error-handling */
export function hubspotProblem(status: number, message?: string): unknown {
  const [category, usual] = USUAL[status] ?? ["UNKNOWN", "internal error"];
  const body = { status: "error", message: message ?? usual, correlationId: CORRELATION };
  return status === 429 ? { ...body, errorType: "RATE_LIMIT", policyName: "DAILY" } : { ...body, category };
}

export function refuse(status: number, message?: string): Answer {
  return { status, body: hubspotProblem(status, message) };
}
