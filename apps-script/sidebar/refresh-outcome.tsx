// What a refresh of the sheet came to: how many rows, which columns moved aside, or why nothing changed.
import type { VNode } from "preact";
import { formatNumber } from "../../shared/number.ts";
import { quoted } from "../../shared/language.ts";
import type { RefreshState } from "../refresh-state.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import type { Word } from "./words.ts";

export function RefreshOutcome({ state, done }: { state: RefreshState; done: Word }): VNode {
  const { say, language } = useSpeech();
  if (state.failure) {
    return (
      <p class="message error">
        <Icon name="warning" />
        <span>{state.failure[language]}</span>
      </p>
    );
  }
  const columns = state.moved.map((name) => quoted(name, language)).join(", ");
  return (
    <p class="message done">
      <Icon name="done" />
      <span>
        {say(done, { rows: formatNumber(state.rows, language) })}{" "}
        {state.moved.length > 0 && say("movedColumns", { columns })} {state.unsent?.[language]}
      </span>
    </p>
  );
}
