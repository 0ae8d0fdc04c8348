// Refusals as HTTP answers, in the caller's language.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiProblemCode } from "../shared/api/call.ts";
import { type Language, languageOf } from "../shared/language.ts";
import { type Extras, problemOf } from "./refusal.ts";

/** The first language of `Accept-Language`. */
export function languageOfRequest(context: Context): Language {
  return languageOf((context.req.header("accept-language") ?? "").split(",")[0]?.trim() ?? "");
}

/** RFC 9457. */
export function refuse(context: Context, code: ApiProblemCode, extras: Extras = {}): Response {
  const problem = problemOf(code, languageOfRequest(context), extras);
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (extras.retryAfter !== undefined) headers["retry-after"] = String(extras.retryAfter);
  if (problem.status === 401) headers["www-authenticate"] = "Bearer";
  return context.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, headers);
}
