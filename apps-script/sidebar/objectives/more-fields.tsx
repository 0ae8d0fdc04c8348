// What an objective may say besides: the strategy that it serves, for whom, of which kind, and its means.
import type { VNode } from "preact";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import { RadioFields } from "./choice-fields.tsx";
import { typedFigure } from "./figures.ts";
import type { FormProps } from "./form-props.ts";
import { strategiesFor } from "./proposals.ts";

export function MoreFields({ form, onSay, onType }: FormProps): VNode {
  const { say, language } = useSpeech();
  const { draft, texts } = form;
  const figure = (field: "budget" | "capacity"): string =>
    texts[field] ?? (draft[field] === null ? "" : typedFigure(draft[field], "number", language));
  return (
    <details class="fold">
      <summary>{say("moreFields")}</summary>
      <TextField
        name="serves"
        maxLength={300}
        label={say("servesField")}
        help={say("servesHelp")}
        suggestions={strategiesFor(draft.goal, language)}
        value={draft.serves}
        onText={(serves) => onSay({ serves })}
      />
      <TextField
        name="audience"
        maxLength={200}
        label={say("audienceField")}
        help={say("audienceHelp")}
        value={draft.audience}
        onText={(audience) => onSay({ audience })}
      />
      <RadioFields
        name="kind"
        legend={say("kindField")}
        value={draft.kind}
        options={[
          { value: "continuous", label: say("continuous") },
          { value: "campaign", label: say("oneCampaign") },
        ]}
        onChoose={(kind) => onSay({ kind: kind as ObjectiveDraft["kind"] })}
      />
      <div class="pair">
        <TextField
          name="budget"
          inputMode="decimal"
          label={say("budgetField")}
          value={figure("budget")}
          onText={(text) => onType("budget", text)}
        />
        <TextField
          name="capacity"
          inputMode="decimal"
          label={say("capacityField")}
          value={figure("capacity")}
          onText={(text) => onType("capacity", text)}
        />
      </div>
      <p class="help">{say("meansHelp")}</p>
    </details>
  );
}
