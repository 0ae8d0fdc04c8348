// A view that has nothing to show yet: what is missing, why, and what can be done now.
import type { VNode } from "preact";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import type { Word } from "./words.ts";

interface Props {
  readonly icon: "target" | "plug" | "pulse";
  readonly title: Word;
  readonly why: Word;
  readonly action: Word;
  readonly onAction: () => void;
}

export function EmptyView({ icon, title, why, action, onAction }: Props): VNode {
  const { say } = useSpeech();
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{say(title)}</h2>
      <p>{say(why)}</p>
      <button type="button" class="primary" onClick={onAction}>
        {say(action)}
      </button>
    </div>
  );
}
