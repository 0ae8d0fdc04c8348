// What an objective says of itself, and how sound it is, rule by rule.
import type { VNode } from "preact";
import type { Objective } from "../../../shared/api/objectives.ts";
import { figureOf } from "../../../shared/objectives/figure.ts";
import { useSpeech } from "../language.ts";
import { Fact } from "../source-state.tsx";
import { dayInWords } from "../when.ts";
import { unitOf } from "./form.ts";
import { kpisInWords } from "./in-words.ts";
import { LETTERS, leftToDo, rulesOf, score } from "./letters.ts";
import { RuleList } from "./rule-list.tsx";
import { LETTER_NAMES } from "./smart-bar.tsx";
import { soundnessWord } from "./soundness.ts";
import { Versions } from "./versions.tsx";

export function Facts({ objective: { id, draft, assessment, currency } }: { objective: Objective }): VNode {
  const { say, language } = useSpeech();
  const { rules, soundness } = assessment;
  const { start, deadline, baseline, cadence, owner, audience, serves } = draft;
  const left = leftToDo(rules, soundness);
  const lines = [
    [say("wishField"), draft.wish],
    [say("baselineField"), baseline && figureOf(baseline.value, unitOf(draft), currency)[language]],
    [
      say("periodField"),
      start !== null &&
        deadline !== null &&
        say("period", { from: dayInWords(start, language), to: dayInWords(deadline, language) }),
    ],
    [say("cadenceField"), cadence && say(cadence)],
    [say("ownerField"), owner],
    [say("besideField"), kpisInWords(draft.secondary, language)],
    [say("servesField"), serves],
    [say("audienceField"), audience],
  ] as const;
  return (
    <section>
      <h3>{say("factsTitle")}</h3>
      <dl>
        {lines.map(
          ([about, text]) =>
            text && (
              <Fact key={about} about={about}>
                {text}
              </Fact>
            ),
        )}
      </dl>
      <details class="fold">
        <summary>
          {say(soundnessWord(soundness, left), { count: left })} {say("scoreOf", score(rules))}
        </summary>
        {LETTERS.map((letter) => (
          <div key={letter}>
            <h4>{say(LETTER_NAMES[letter])}</h4>
            <RuleList rules={rulesOf(letter, rules)} waived={draft.waived} />
          </div>
        ))}
      </details>
      <Versions id={id} />
    </section>
  );
}
