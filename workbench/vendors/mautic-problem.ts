// How Mautic words its refusals: a list of errors, sometimes with the status of a success.
import type { Answer } from "./vendor.ts";

const USUAL: Record<number, [type: string | null, message: string]> = {
  401: ["invalid_grant", "The access token provided is invalid."],
  403: [null, "You do not have access to the requested area/action."],
  404: [
    null,
    "Looks like I encountered an error (error #404). If I do it again, please report me to the system administrator!",
  ],
  429: [null, "Too many requests"],
};

/** The body of an error, as `HttpException` and the API's own controllers write it. */
export function mauticProblem(status: number, message?: string): { errors: object[] } {
  const [type, usual] = USUAL[status] ?? [null, `Error ${status}`];
  return { errors: [{ message: message ?? usual, code: status, type }] };
}

export function refuse(status: number, message?: string): Answer {
  return { status, body: mauticProblem(status, message) };
}

/** What goes wrong inside the tables of events is answered with the status of a success. */
export function exception(message: string, code = 0): { errors: object[] } {
  return { errors: [{ message, code, type: null }] };
}
