// The sidebar's side of the door to the script: typed calls over `google.script.run`, and failures that have words.
import type { Answer, Door, Refusal } from "../door.ts";

/** What may go wrong before the script answers; `Refusal` is what the script itself says. */
type Outage = { readonly kind: "several_accounts" | "not_authorised" | "offline" };

export type Failure = Refusal | Outage;

/** What Google puts in the sidebar: https://developers.google.com/apps-script/guides/html/reference/run */
interface Run {
  withSuccessHandler(handler: (answer: string) => void): Run;
  withFailureHandler(handler: (error: Error) => void): Run;
  sidebar(method: string, payload: string): void;
}

declare const google: { readonly script: { readonly run: Run } };

/** Asks the script; never rejects. */
export function ask<Method extends keyof Door>(
  method: Method,
  ...[payload]: Parameters<Door[Method]>
): Promise<{ value: ReturnType<Door[Method]> } | { failure: Failure }> {
  return new Promise((resolve) => {
    google.script.run
      .withSuccessHandler((text) => {
        const answer = JSON.parse(text) as Answer<ReturnType<Door[Method]>>;
        resolve("refusal" in answer ? { failure: answer.refusal } : answer);
      })
      .withFailureHandler((error) => resolve({ failure: failureOf(error.message) }))
      .sidebar(method, JSON.stringify(payload ?? null));
  });
}

/**
 * What an error of `google.script.run` means. With several accounts signed in, Google runs the call under the wrong
 * one and answers PERMISSION_DENIED: https://issuetracker.google.com/issues/69270374
 */
export function failureOf(message: string): Failure {
  if (/PERMISSION_DENIED|reading from storage/i.test(message)) return { kind: "several_accounts" };
  if (/authori[sz]ation|autorisation|have permission/i.test(message)) return { kind: "not_authorised" };
  if (/NetworkError/i.test(message)) return { kind: "offline" };
  return { kind: "unexpected" };
}
