// Where an objective starts from: measured by the data, read in a cell, or typed.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { proposeBaselines } from "../../../shared/objectives/baseline.ts";
import { figureOf } from "../../../shared/objectives/figure.ts";
import type { Baseline } from "../../../shared/objectives/objective.ts";
import { printReference } from "../../cell-formula.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { FailureMessage } from "../message.tsx";
import { ask, type Failure } from "../server.ts";
import { TextField } from "../text-field.tsx";
import { RadioFields } from "./choice-fields.tsx";
import { typedFigure } from "./figures.ts";
import { currencyIn, unitOf } from "./form.ts";
import type { FormProps } from "./form-props.ts";

const same = (one: Baseline, other: Baseline | null): boolean =>
  other !== null && other.source === "data" && one.from === other.from && one.to === other.to;

export function BaselineFields(props: FormProps): VNode {
  const { form, evidence, reading, onSay, onType } = props;
  const { say, language } = useSpeech();
  const { draft } = form;
  const unit = unitOf(draft);
  const proposals = proposeBaselines(draft, evidence);
  const print = (value: number): string => figureOf(value, unit, currencyIn(evidence))[language];
  const chosen = proposals.findIndex(({ baseline }) => same(baseline, draft.baseline));
  const kept = draft.baseline?.source === "data" && chosen < 0 ? draft.baseline : null;
  const [asked, setAsked] = useState<"cell" | "typed">();
  const source = draft.baseline && form.own.includes("baseline") ? draft.baseline.source : undefined;
  const by = source === "cell" || source === "typed" ? source : asked;
  const value = by ?? (kept ? "kept" : chosen >= 0 ? String(chosen) : proposals.length === 0 ? "typed" : "");
  const choose = (wanted: string): void => {
    setAsked(wanted === "cell" || wanted === "typed" ? wanted : undefined);
    const proposal = proposals[Number(wanted)];
    if (proposal) onSay({ baseline: proposal.baseline });
    else if (wanted === "cell" || wanted === "typed") onSay({ baseline: null });
  };
  const why = evidence.series.find(({ kpi }) => kpi === draft.kpi)?.problem;
  return (
    <>
      <RadioFields
        name="baseline-source"
        legend={say("baselineField")}
        value={value}
        options={[
          ...proposals.map(({ words }, place) => ({
            value: String(place),
            label: words[language],
          })),
          ...(kept ? [{ value: "kept", label: print(kept.value), more: say("baselineKept") }] : []),
          { value: "cell", label: say("baselineCell") },
          { value: "typed", label: say("baselineTyped") },
        ]}
        onChoose={choose}
      />
      {reading && proposals.length === 0 && <p class="help">{say("readingData")}</p>}
      {!reading && proposals.length === 0 && why && <p class="help">{why[language]}</p>}
      {value === "cell" && <TakeCell {...props} print={print} />}
      {value === "typed" && (
        <TextField
          name="baseline"
          inputMode="decimal"
          label={say("baselineValue")}
          value={
            form.texts.baseline ?? (draft.baseline ? typedFigure(draft.baseline.value, unit, language) : "")
          }
          help={draft.baseline ? say("readAs", { value: print(draft.baseline.value) }) : say("figureHelp")}
          onText={(text) => onType("baseline", text)}
        />
      )}
      {(value === "cell" || value === "typed") && draft.baseline && (
        <div class="pair">
          <TextField
            name="baselineFrom"
            type="date"
            label={say("baselineFrom")}
            value={form.texts.baselineFrom ?? draft.baseline.from ?? ""}
            onText={(text) => onType("baselineFrom", text)}
          />
          <TextField
            name="baselineTo"
            type="date"
            label={say("baselineTo")}
            value={form.texts.baselineTo ?? draft.baseline.to ?? ""}
            onText={(text) => onType("baselineTo", text)}
          />
        </div>
      )}
    </>
  );
}

function TakeCell({ form, onSay, print }: FormProps & { readonly print: (value: number) => string }): VNode {
  const { say } = useSpeech();
  const [failure, setFailure] = useState<Failure>();
  const [empty, setEmpty] = useState<string>();
  const { baseline } = form.draft;
  const take = async (): Promise<void> => {
    const answer = await ask("selectedNumber");
    setFailure("failure" in answer ? answer.failure : undefined);
    if ("failure" in answer) return;
    const reference = printReference(answer.value.reference);
    const { value } = answer.value;
    setEmpty(value === null ? reference : undefined);
    if (value === null) return;
    onSay({ baseline: { value, from: null, to: null, source: "cell", reference, periods: null } });
  };
  const taken = baseline?.source === "cell" && !empty ? baseline : null;
  return (
    <>
      <button type="button" class="plain" onClick={() => void take()}>
        <Icon name="selection" />
        {say("takeCell")}
      </button>
      <p class="help" role="status">
        {empty !== undefined && say("cellEmpty", { cell: empty })}
        {taken && say("cellTaken", { cell: taken.reference ?? "", value: print(taken.value) })}
        {!taken && empty === undefined && say("takeCellHelp")}
      </p>
      {failure && <FailureMessage failure={failure} />}
    </>
  );
}
