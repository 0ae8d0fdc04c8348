// The five letters, always in sight while an objective is defined: each tells its state and opens on its rules.
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Assessment, Letter } from "../../../shared/objectives/assessment.ts";
import { Icon, type IconName } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import type { Word } from "../words.ts";
import { LETTERS, type LetterState, leftToDo, rulesOf, score, stateOf } from "./letters.ts";
import { RuleList, type RuleListProps } from "./rule-list.tsx";
import { soundnessWord } from "./soundness.ts";

const STATES: Readonly<Record<LetterState, { readonly icon: IconName; readonly word: Word }>> = {
  good: { icon: "done", word: "letterGood" },
  check: { icon: "warning", word: "letterCheck" },
  missing: { icon: "missed", word: "letterMissing" },
  later: { icon: "unknown", word: "letterLater" },
};

export const LETTER_NAMES: Readonly<Record<Letter, Word>> = {
  S: "letterS",
  M: "letterM",
  A: "letterA",
  R: "letterR",
  T: "letterT",
};

interface Props extends Pick<RuleListProps, "waived" | "onFix" | "onWaive"> {
  readonly assessment: Assessment;
}

export function SmartBar({ assessment: { rules, soundness }, ...rest }: Props): VNode {
  const { say } = useSpeech();
  const [open, setOpen] = useState<Letter>();
  const bar = useRef<HTMLDivElement>(null);
  // The button of a fix goes with what it fixed: the keyboard goes back to the letter.
  const toLetter = (): void => bar.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
  const left = leftToDo(rules, soundness);
  const { passed, of } = score(rules);
  return (
    <div
      class="smart"
      ref={bar}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        toLetter();
        setOpen(undefined);
      }}
    >
      {open && (
        <section class="rules" id="smart-rules" tabIndex={0} aria-label={say(LETTER_NAMES[open])}>
          <h3>{say(LETTER_NAMES[open])}</h3>
          <RuleList rules={rulesOf(open, rules)} {...rest} onDone={toLetter} />
        </section>
      )}
      <div class="letters" role="group" aria-label={say("lettersGroup")}>
        {LETTERS.map((letter) => {
          const state = stateOf(letter, rules);
          const { icon, word } = STATES[state];
          return (
            <button
              key={letter}
              type="button"
              class={`letter ${state}`}
              aria-expanded={open === letter}
              {...(open === letter && { "aria-controls": "smart-rules" })}
              onClick={() => setOpen(open === letter ? undefined : letter)}
            >
              <b aria-hidden="true">{letter}</b>
              <Icon name={icon} />
              <i class="unseen">{say("letterTold", { name: say(LETTER_NAMES[letter]) })}</i>
              <span>{say(word)}</span>
            </button>
          );
        })}
      </div>
      <p class="sound" role="status">
        {say(soundnessWord(soundness, left), { count: left })} <small>{say("scoreOf", { passed, of })}</small>
      </p>
    </div>
  );
}
