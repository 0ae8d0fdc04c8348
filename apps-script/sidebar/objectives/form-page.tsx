// Defining an objective, on one page: its own words first, proposals for the rest, and what they are worth as one types.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Objective } from "../../../shared/api/objectives.ts";
import { type ObjectiveDraft, targetValue } from "../../../shared/objectives/objective.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { TroubleMessage } from "../trouble.tsx";
import { dayOf } from "../when.ts";
import { BaselineFields } from "./baseline-fields.tsx";
import { Chances } from "./chances.tsx";
import { Conflict } from "./conflict.tsx";
import { useAssessment, useEvidence } from "./evidence.ts";
import {
  currencyIn,
  emptyForm,
  formOf,
  kpiOf,
  noEvidence,
  said,
  settled,
  targetSaidAs,
  typed,
} from "./form.ts";
import type { FormProps } from "./form-props.ts";
import { KpiFields } from "./kpi-fields.tsx";
import { useMe } from "./me.ts";
import { MoreFields } from "./more-fields.tsx";
import { useSave } from "./save.ts";
import { ScopeFields } from "./scope-fields.tsx";
import { SmartBar } from "./smart-bar.tsx";
import { TargetFields } from "./target-fields.tsx";
import { TimeFields } from "./time-fields.tsx";
import { WishFields } from "./wish-fields.tsx";

interface Props {
  /** The one to change; none for a new one. */
  readonly objective: Objective | undefined;
  readonly onSaved: (saved: Objective) => void;
  readonly onBack: () => void;
}

export function ObjectiveForm({ objective, onSaved, onBack }: Props): VNode {
  const { say, language } = useSpeech();
  const today = dayOf(Date.now());
  const [form, setForm] = useState(() =>
    objective ? formOf(objective.draft, { language, evidence: noEvidence(today) }) : emptyForm(today, ""),
  );
  const { evidence, reading, trouble, reload } = useEvidence(form.draft, today, objective?.id);
  const assessment = useAssessment(form.draft, evidence);
  const { saving, conflict, trouble: refusal, save } = useSave(objective, onSaved);
  const me = useMe();
  const setting = { language, evidence };
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    (objective ? title.current : document.getElementById("field-wish"))?.focus();
  }, []);
  // What is read, and who is asking, change what is proposed.
  useEffect(() => setForm((before) => settled(before, setting)), [evidence, language]);
  useEffect(() => {
    if (me === "" || objective) return;
    setForm((before) =>
      before.own.includes("owner") ? before : { ...before, draft: { ...before.draft, owner: me } },
    );
  }, [me]);

  const { draft } = form;
  const fields: FormProps = {
    form,
    evidence,
    reading,
    onSay: (part) => setForm((before) => said(before, part, setting)),
    onType: (field, text) => setForm((before) => typed(before, field, text, setting)),
    onSayAs: (as) => setForm((before) => targetSaidAs(before, as, setting)),
  };
  const begun = draft.goal !== null || draft.kpi !== null;
  const aim = targetValue(draft);
  const kpi = kpiOf(draft);
  const takeDraft = (taken: ObjectiveDraft): void => setForm(formOf(taken, setting));
  return (
    <div class="page define">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {say("backToObjectives")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        {say(objective ? "editObjective" : "newObjective")}
      </h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (begun) save(draft);
        }}
      >
        <WishFields {...fields} />
        {begun && (
          <>
            <KpiFields {...fields} />
            <ScopeFields {...fields} />
            {trouble && <TroubleMessage trouble={trouble} onRetry={reload} />}
            <BaselineFields {...fields} />
            <TargetFields {...fields} />
            {kpi && assessment.feasibility && aim !== null && draft.deadline !== null && (
              <Chances
                feasibility={assessment.feasibility}
                target={aim}
                deadline={draft.deadline}
                kpi={kpi}
                targetType={draft.targetType}
                currency={currencyIn(evidence)}
                onTarget={(value) => fields.onSay({ target: { as: "value", value } })}
              />
            )}
            <TimeFields {...fields} />
            <MoreFields {...fields} />
            {conflict && objective && (
              <Conflict
                conflict={conflict}
                mine={draft}
                currency={objective.currency}
                onSave={(merged) => save(merged)}
                onTakeTheirs={takeDraft}
              />
            )}
            {refusal && <TroubleMessage trouble={refusal} onRetry={() => save(draft)} />}
            <SmartBar
              assessment={assessment}
              waived={draft.waived}
              onFix={fields.onSay}
              onWaive={(waived) => fields.onSay({ waived })}
            />
            <p class="submit">
              <button type="submit" class="primary" aria-disabled={saving}>
                {say(saving ? "saving" : assessment.soundness === "draft" ? "saveDraft" : "save")}
              </button>
              <button type="button" onClick={onBack}>
                {say("cancel")}
              </button>
            </p>
          </>
        )}
      </form>
    </div>
  );
}
