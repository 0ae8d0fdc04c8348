// What went wrong, in words.
import type { VNode } from "preact";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import type { Failure } from "./server.ts";

export function FailureMessage({ failure }: { failure: Failure }): VNode {
  const { say } = useSpeech();
  const { kind, ...values } = failure;
  return (
    <p class="message error" role="alert">
      <Icon name="warning" />
      <span>{say(kind, values)}</span>
    </p>
  );
}
