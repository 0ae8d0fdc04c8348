// From when to when, how often it is looked at, who answers for it, and what it is called.
import type { VNode } from "preact";
import type { Cadence } from "../../../shared/objectives/objective.ts";
import { useSpeech } from "../language.ts";
import { usePairing } from "../pairing.tsx";
import { TextField } from "../text-field.tsx";
import { RadioFields } from "./choice-fields.tsx";
import type { FormProps } from "./form-props.ts";

export function TimeFields({ form: { draft, texts }, onSay, onType }: FormProps): VNode {
  const { say } = useSpeech();
  const { workspace } = usePairing();
  const members = workspace?.members.map(({ email }) => email) ?? [];
  return (
    <>
      <div class="pair">
        <TextField
          name="start"
          type="date"
          label={say("startField")}
          value={texts.start ?? draft.start ?? ""}
          onText={(text) => onType("start", text)}
        />
        <TextField
          name="deadline"
          type="date"
          label={say("deadlineField")}
          value={texts.deadline ?? draft.deadline ?? ""}
          {...(draft.start !== null && { min: draft.start })}
          onText={(text) => onType("deadline", text)}
        />
      </div>
      <RadioFields
        name="cadence"
        legend={say("cadenceField")}
        value={draft.cadence ?? ""}
        options={[
          { value: "weekly", label: say("weekly") },
          { value: "monthly", label: say("monthly") },
        ]}
        onChoose={(cadence) => onSay({ cadence: cadence as Cadence })}
      />
      <TextField
        name="owner"
        maxLength={200}
        label={say("ownerField")}
        value={draft.owner}
        suggestions={members}
        onText={(owner) => onSay({ owner })}
      />
      <TextField
        name="title"
        maxLength={200}
        label={say("titleField")}
        value={draft.title}
        onText={(title) => onSay({ title })}
      />
    </>
  );
}
