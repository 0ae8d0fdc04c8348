// Why something asked of the Worker came to nothing, what still works, and the one thing to do.
import type { VNode } from "preact";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import { usePairing } from "./pairing.tsx";
import { ask } from "./server.ts";
import type { Trouble } from "./worker.ts";

interface Props {
  readonly trouble: Trouble;
  readonly onRetry?: (() => void) | undefined;
}

/** A problem of the Worker is already worded in the user's language. */
export function TroubleMessage({ trouble, onRetry }: Props): VNode {
  const { say } = useSpeech();
  const pairing = usePairing();
  const { kind, ...values } = trouble;
  const text =
    trouble.kind === "problem"
      ? trouble.detail
      : say(kind === "problem" ? "unexpected" : kind, values as never);
  const lost = trouble.kind === "problem" && trouble.code === "key_refused";
  const pairAgain = async (): Promise<void> => {
    await ask("unpair");
    pairing.reload();
  };
  return (
    <div class="message error" role="alert">
      <Icon name="warning" />
      <span>
        {text} {trouble.kind === "problem" && <small>{say("withCode", { code: trouble.code })}</small>}
      </span>
      {lost ? (
        <button type="button" onClick={() => void pairAgain()}>
          {say("pairAgain")}
        </button>
      ) : (
        onRetry && (
          <button type="button" onClick={onRetry}>
            {say("retry")}
          </button>
        )
      )}
    </div>
  );
}
