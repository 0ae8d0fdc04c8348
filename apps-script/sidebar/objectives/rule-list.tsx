// The rules of a letter in words: what each found, the click that puts it right, and the reason why it is left aside.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RuleResult } from "../../../shared/objectives/assessment.ts";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import { Icon, type IconName } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import type { Word } from "../words.ts";
import { inOrder } from "./letters.ts";

export interface RuleListProps {
  readonly rules: readonly RuleResult[];
  readonly waived: ObjectiveDraft["waived"];
  /** Left out where nothing can be changed. */
  readonly onFix?: (change: Partial<ObjectiveDraft>) => void;
  readonly onWaive?: (waived: ObjectiveDraft["waived"]) => void;
  /** After a fix or a waiver, whose button is no more. */
  readonly onDone?: () => void;
}

export function RuleList({ rules, ...rest }: RuleListProps): VNode {
  return (
    <ul class="rule-list">
      {inOrder(rules).map((rule) => (
        <RuleItem key={rule.id} rule={rule} {...rest} />
      ))}
    </ul>
  );
}

function looks({ state, level }: RuleResult): { icon: IconName; tone: string; word: Word } {
  if (state === "pass") return { icon: "done", tone: "good", word: "rulePass" };
  if (state === "waived") return { icon: "done", tone: "quiet", word: "ruleWaived" };
  if (state === "unknown") return { icon: "unknown", tone: "quiet", word: "ruleUnknown" };
  if (level === "block") return { icon: "missed", tone: "bad", word: "ruleBlock" };
  return level === "warn"
    ? { icon: "warning", tone: "watch", word: "ruleWarn" }
    : { icon: "light", tone: "quiet", word: "ruleInfo" };
}

type ItemProps = Omit<RuleListProps, "rules"> & { readonly rule: RuleResult };

function RuleItem({ rule, waived, onFix, onWaive, onDone }: ItemProps): VNode {
  const { say, language } = useSpeech();
  const { id, level, state, words, fix } = rule;
  const { icon, tone, word } = looks(rule);
  const again = (): void => {
    onWaive?.(Object.fromEntries(Object.entries(waived).filter(([other]) => other !== id)));
    onDone?.();
  };
  return (
    <li class={`rule ${tone}`}>
      <Icon name={icon} />
      <div>
        <p>
          <span class="unseen">{say(word)} </span>
          {words[language]} <small>{say("withCode", { code: id })}</small>
        </p>
        {state === "fail" && fix && onFix && (
          <button
            type="button"
            class="fix"
            onClick={() => {
              onFix(fix.change);
              onDone?.();
            }}
          >
            {fix.words[language]}
          </button>
        )}
        {state === "fail" && level === "warn" && onWaive && (
          <Waiver
            id={id}
            onWaive={(reason) => {
              onWaive({ ...waived, [id]: reason });
              onDone?.();
            }}
          />
        )}
        {state === "waived" && onWaive && (
          <button type="button" class="plain" onClick={again}>
            {say("unwaive")}
          </button>
        )}
      </div>
    </li>
  );
}

function Waiver({ id, onWaive }: { id: string; onWaive: (reason: string) => void }): VNode {
  const { say } = useSpeech();
  const [reason, setReason] = useState<string>();
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const asked = reason !== undefined;
  useEffect(() => {
    if (asked) box.current?.querySelector("input")?.focus();
  }, [asked]);
  if (reason === undefined) {
    return (
      <button type="button" class="plain" onClick={() => setReason("")}>
        {say("waive")}
      </button>
    );
  }
  const waive = (): void => {
    if (reason.trim() !== "") return onWaive(reason.trim());
    setMissing(true);
    box.current?.querySelector("input")?.focus();
  };
  return (
    <div
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        // Enter answers this question, and does not save the objective.
        event.preventDefault();
        waive();
      }}
    >
      <TextField
        name={`waiver-${id}`}
        maxLength={300}
        label={say("waiverField")}
        value={reason}
        error={missing ? "wantReason" : undefined}
        onText={setReason}
      />
      <p class="actions">
        <button type="button" onClick={waive}>
          {say("waiveConfirm")}
        </button>
      </p>
    </div>
  );
}
