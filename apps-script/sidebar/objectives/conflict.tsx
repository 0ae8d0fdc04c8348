// What someone else made of an objective while it was being changed here: how it differs, and what to keep of each.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { figureOf } from "../../../shared/objectives/figure.ts";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import type { Language } from "../../../shared/language.ts";
import { useSpeech } from "../language.ts";
import { Fact } from "../source-state.tsx";
import { dayInWords } from "../when.ts";
import { say as sayIn } from "../words.ts";
import { typedTarget } from "./figures.ts";
import { LABELS } from "./field-words.ts";
import { unitOf } from "./form.ts";
import { TYPES } from "./target-fields.tsx";
import { kpisInWords, scopeInWords } from "./in-words.ts";
import { type DraftField, merge } from "./merge.ts";
import { goalLabel } from "./proposals.ts";
import type { Stale } from "./save.ts";

interface Props {
  readonly conflict: Stale;
  readonly mine: ObjectiveDraft;
  readonly currency: string | null;
  readonly onSave: (merged: ObjectiveDraft) => void;
  readonly onTakeTheirs: (theirs: ObjectiveDraft) => void;
}

export function Conflict({ conflict, mine, currency, onSave, onTakeTheirs }: Props): VNode {
  const { say, language } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { before, theirs } = conflict;
  const { theirs: theirOwn, both, merged } = merge(before, mine, theirs.draft);
  const show = (draft: ObjectiveDraft, field: DraftField): string =>
    shown(draft, field, currency, language) || say("nothing");
  return (
    <div class="message question" role="alert" tabIndex={-1} ref={box}>
      <p>{say("changedMeanwhile", { who: theirs.saved.by ?? say("someone") })}</p>
      {theirOwn.length + both.length === 0 && <p>{say("sameAsYours")}</p>}
      <dl>
        {theirOwn.map((field) => (
          <Fact key={field} about={say(LABELS[field])}>
            {show(theirs.draft, field)}
          </Fact>
        ))}
        {both.map((field) => (
          <Fact key={field} about={say(LABELS[field])}>
            {say("theirsAndYours", { theirs: show(theirs.draft, field), yours: show(mine, field) })}
          </Fact>
        ))}
      </dl>
      <p>{say(both.length === 0 ? "mergeHelp" : "mergeHelpBoth")}</p>
      <button type="button" class="primary" onClick={() => onSave(merged)}>
        {say("mergeSave")}
      </button>
      <button type="button" onClick={() => onTakeTheirs(theirs.draft)}>
        {say("takeTheirs")}
      </button>
    </div>
  );
}

/** A field of an objective in words; empty where it says nothing. */
function shown(
  draft: ObjectiveDraft,
  field: DraftField,
  currency: string | null,
  language: Language,
): string {
  const unit = unitOf(draft);
  switch (field) {
    case "baseline":
      return draft.baseline ? figureOf(draft.baseline.value, unit, currency)[language] : "";
    case "target":
      return draft.target ? typedTarget(draft.target, unit, language) : "";
    case "start":
    case "deadline":
      return draft[field] === null ? "" : dayInWords(draft[field], language);
    case "scope":
      return scopeInWords(draft.scope, language);
    case "goal":
      return draft.goal === null ? "" : goalLabel(draft.goal, language);
    case "kpi":
      return draft.kpi === null ? "" : kpisInWords([draft.kpi], language);
    case "secondary":
      return kpisInWords(draft.secondary, language);
    case "waived":
      return Object.keys(draft.waived).join(", ");
    case "targetType":
      return sayIn(TYPES[draft.targetType], language);
    case "cadence":
      return draft.cadence === null ? "" : sayIn(draft.cadence, language);
    case "kind":
      return sayIn(draft.kind === "campaign" ? "oneCampaign" : "continuous", language);
    default:
      return String(draft[field] ?? "");
  }
}
