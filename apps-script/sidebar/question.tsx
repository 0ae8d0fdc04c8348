// A question before something that is not undone.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useSpeech } from "./language.ts";
import type { Word } from "./words.ts";

interface Props {
  readonly text: Word;
  readonly values?: Readonly<Record<string, string>>;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The keyboard goes to the question, not to an answer: a second Enter confirms nothing. Answered, it gives it back. */
export function Question({ text, values, onConfirm, onCancel }: Props): VNode {
  const { say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [asked, before] = [box.current, document.activeElement];
    asked?.focus();
    return () => {
      const { activeElement: at, body } = document;
      if ((at === body || asked?.contains(at)) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div class="message question" role="group" aria-label={say(text, values)} tabIndex={-1} ref={box}>
      <p>{say(text, values)}</p>
      <button type="button" class="primary" onClick={onConfirm}>
        {say("confirm")}
      </button>
      <button type="button" onClick={onCancel}>
        {say("cancel")}
      </button>
    </div>
  );
}
