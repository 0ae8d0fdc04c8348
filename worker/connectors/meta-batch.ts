// Several questions to Meta in one request, each with an answer of its own (https://developers.facebook.com/docs/graph-api/batch-requests).
import * as z from "zod";
import type { SourceRequest } from "../connector.ts";
import { failureOf, SourceFailure } from "../failure.ts";
import { META_ERRORS, META_VERSION } from "./meta-graph.ts";
import { understand } from "./reading.ts";

/** What one question brought; `withdrawn` where Meta no longer gives what it asks. */
export type Part = "withdrawn" | Readonly<Record<string, unknown>>;

/** At most fifty questions. */
export function batch(
  questions: readonly { readonly path: string; readonly parameters: Readonly<Record<string, string>> }[],
): SourceRequest {
  return {
    method: "POST",
    url: `https://graph.facebook.com/${META_VERSION.name}/`,
    json: {
      include_headers: false,
      batch: questions.map(({ path, parameters }) => ({
        method: "GET",
        relative_url: `${META_VERSION.name}/${path}?${new URLSearchParams(parameters).toString()}`,
      })),
    },
  };
}

// A question that Meta had no time for has no answer.
const Answers = z.array(z.object({ code: z.number().int(), body: z.string() }).nullable());

/** @throws SourceFailure where one of them failed, or some have no answer */
export function partsOf(body: unknown, count: number): readonly Part[] {
  const answers = understand(Answers, body);
  if (answers.length !== count) throw new SourceFailure("source_malformed");
  return answers.map((answer): Part => {
    if (answer === null) throw new SourceFailure("source_down");
    const parsed = understand(z.record(z.string(), z.unknown()), jsonOf(answer.body));
    const failure = failureOf({ status: answer.code, headers: {}, body: parsed }, META_ERRORS, 0);
    if (failure?.instead === "without") return "withdrawn";
    if (failure) throw failure;
    return parsed;
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SourceFailure("source_malformed");
  }
}
