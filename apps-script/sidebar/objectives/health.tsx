// The set of objectives in one line, which opens on what could be better about it.
import type { VNode } from "preact";
import type { RuleResult } from "../../../shared/objectives/assessment.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";

export function SetHealth({ set }: { set: readonly RuleResult[] }): VNode | null {
  const { say, language } = useSpeech();
  const failing = set.filter(({ state }) => state === "fail");
  if (set.length === 0) return null;
  const word = failing.length === 0 ? "setSound" : failing.length === 1 ? "setOne" : "setSeveral";
  const ordered = [...failing, ...set.filter(({ state }) => state === "pass")];
  return (
    <details class="health">
      <summary>
        <Icon name={failing.length === 0 ? "done" : "warning"} />
        <span>{say(word, { count: failing.length })}</span>
        <Icon name="open" />
      </summary>
      <ul>
        {ordered.map(({ id, state, words }) => (
          <li key={id} class={`rule ${state}`}>
            <Icon name={state === "fail" ? "warning" : "done"} />
            <span>
              {words[language]} <small>{say("withCode", { code: id })}</small>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
