// What an objective aims at: reached or kept to, as a value or as a change of where it starts.
import type { VNode } from "preact";
import { figureOf } from "../../../shared/objectives/figure.ts";
import { type Target, type TargetType, targetValue } from "../../../shared/objectives/objective.ts";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import type { Word } from "../words.ts";
import { SelectField } from "./choice-fields.tsx";
import { typedTarget } from "./figures.ts";
import { currencyIn, unitOf } from "./form.ts";
import type { FormProps } from "./form-props.ts";

export const TYPES: Readonly<Record<TargetType, Word>> = {
  reach_at_least: "reachAtLeast",
  reach_at_most: "reachAtMost",
  stay_above: "stayAbove",
  stay_below: "stayBelow",
};

const WAYS: Readonly<Record<Target["as"], Word>> = {
  value: "asValue",
  percent: "asPercent",
  points: "asPoints",
};

export function TargetFields({ form, evidence, onSay, onType, onSayAs }: FormProps): VNode {
  const { say, language } = useSpeech();
  const { draft, texts } = form;
  const unit = unitOf(draft);
  const aim = targetValue(draft);
  const currency = currencyIn(evidence);
  const as = draft.target?.as ?? "value";
  const help =
    draft.target === null
      ? say("targetHelp")
      : aim === null
        ? say("targetWantsBaseline")
        : draft.baseline === null
          ? say("readAs", { value: figureOf(aim, unit, currency)[language] })
          : say("targetFrom", {
              value: figureOf(aim, unit, currency)[language],
              from: figureOf(draft.baseline.value, unit, currency)[language],
            });
  return (
    <>
      <SelectField
        name="targetType"
        label={say("targetTypeField")}
        value={draft.targetType}
        groups={[
          {
            options: Object.entries(TYPES).map(([value, word]) => ({ value, label: say(word) })),
          },
        ]}
        onChoose={(type) => onSay({ targetType: type as TargetType })}
      />
      <div class="pair">
        <TextField
          name="target"
          label={say("targetField")}
          value={texts.target ?? (draft.target ? typedTarget(draft.target, unit, language) : "")}
          onText={(text) => onType("target", text)}
        />
        <SelectField
          name="targetAs"
          label={say("targetAsField")}
          value={as}
          groups={[
            {
              options: Object.entries(WAYS)
                .filter(([value]) => value !== "points" || unit === "rate")
                .map(([value, word]) => ({ value, label: say(word) })),
            },
          ]}
          onChoose={(value) => onSayAs(value as Target["as"])}
        />
      </div>
      <p class="help" role="status">
        {help}
      </p>
    </>
  );
}
