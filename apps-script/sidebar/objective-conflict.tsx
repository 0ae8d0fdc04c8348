// What someone else made of an objective while it was being changed here: how it differs, and whose version to keep.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Objective, ObjectiveDraft } from "../../shared/api/objectives.ts";
import { findKpi } from "../../shared/kpis/index.ts";
import type { Language } from "../../shared/language.ts";
import { valueInWords } from "./kpi-words.ts";
import { useSpeech } from "./language.ts";
import { differences } from "./objective-draft.ts";
import { Fact } from "./source-state.tsx";
import { dayInWords } from "./when.ts";
import type { Word } from "./words.ts";

interface Props {
  readonly theirs: Objective;
  readonly mine: ObjectiveDraft;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

const LABELS: Readonly<Record<keyof ObjectiveDraft, Word>> = {
  title: "titleField",
  kpi: "kpiField",
  scope: "scopeField",
  baseline: "baselineField",
  target: "targetField",
  start: "startField",
  deadline: "deadlineField",
};

export function ObjectiveConflict({ theirs, mine, onKeepMine, onTakeTheirs }: Props): VNode {
  const { say, language } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const different = differences(theirs, mine);
  return (
    <div class="message question" role="alert" tabIndex={-1} ref={box}>
      <p>{say("changedMeanwhile")}</p>
      {different.length === 0 && <p>{say("sameAsYours")}</p>}
      <dl>
        {different.map((field) => (
          <Fact key={field} about={say(LABELS[field])}>
            {field === "scope" && theirs.scope === "all" ? say("everything") : shown(theirs, field, language)}
          </Fact>
        ))}
      </dl>
      <button type="button" class="primary" onClick={onKeepMine}>
        {say("keepMine")}
      </button>
      <button type="button" onClick={onTakeTheirs}>
        {say("takeTheirs")}
      </button>
    </div>
  );
}

function shown(objective: Objective, field: keyof ObjectiveDraft, language: Language): string {
  switch (field) {
    case "baseline":
    case "target":
      return valueInWords(objective[field], findKpi(objective.kpi).unit, language);
    case "start":
    case "deadline":
      return dayInWords(objective[field], language);
    case "scope":
      return objective.scope === "all"
        ? ""
        : [objective.scope.channel, objective.scope.campaign].filter((part) => part !== undefined).join(", ");
    default:
      return objective[field];
  }
}
