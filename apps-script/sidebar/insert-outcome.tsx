// What became of an insertion: written, to be confirmed, or refused.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Inserted, Refusal } from "../door.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import { FailureMessage } from "./message.tsx";
import type { Failure } from "./server.ts";

export type Outcome = { readonly kind: "busy" } | ({ readonly kind: "inserted" } & Inserted) | Failure;

interface Props {
  readonly outcome: Outcome | undefined;
  readonly onReplace: (cell: string) => void;
  readonly onCancel: () => void;
}

/** It stands last in the view, so it is brought in sight when it comes. */
export function InsertOutcome({ outcome, onReplace, onCancel }: Props): VNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), [outcome]);
  return (
    <div ref={box}>
      <div role="status">{outcome?.kind === "inserted" && <Written {...outcome} />}</div>
      <Refused outcome={outcome} onReplace={onReplace} onCancel={onCancel} />
    </div>
  );
}

function Refused({ outcome, ...answers }: Props): VNode | null {
  if (outcome === undefined) return null;
  switch (outcome.kind) {
    case "busy":
    case "inserted":
      return null;
    case "not_empty":
      return <Question {...outcome} {...answers} />;
    default:
      return <FailureMessage failure={outcome} />;
  }
}

function Written({ cell, display, reason, warnings = [] }: Inserted): VNode {
  const { say } = useSpeech();
  if (display.startsWith("#")) {
    return (
      <p class="message error">
        <Icon name="warning" />
        <span>{say("insertedError", { cell, reason: reason ?? say("insertedErrorUnknown") })}</span>
      </p>
    );
  }
  return (
    <>
      <p class="message done">
        <Icon name="done" />
        <span>{display === "" ? say("insertedPending", { cell }) : say("inserted", { cell, display })}</span>
      </p>
      {warnings.length > 0 && (
        <div class="message check">
          <Icon name="warning" />
          <strong>{say("toCheck")}</strong>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </div>
      )}
    </>
  );
}

type QuestionProps = Extract<Refusal, { kind: "not_empty" }> & Pick<Props, "onReplace" | "onCancel">;

/** The keyboard goes to the question, not to an answer: a second Enter replaces nothing. */
function Question({ cell, content, onReplace, onCancel }: QuestionProps): VNode {
  const { say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const short = content.length > 60 ? `${content.slice(0, 60)}…` : content;
  return (
    <div class="message question" role="group" aria-labelledby="replace" tabIndex={-1} ref={box}>
      <p id="replace">{say("not_empty", { cell, content: short })}</p>
      <button type="button" class="primary" onClick={() => onReplace(cell)}>
        {say("replace")}
      </button>
      <button type="button" onClick={onCancel}>
        {say("cancel")}
      </button>
    </div>
  );
}
