// What the analyst wants, in words of their own, and the goal that it is taken for: another can always be chosen.
import type { VNode } from "preact";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import { SelectField } from "./choice-fields.tsx";
import type { FormProps } from "./form-props.ts";
import { closestGoals, goalLabel, sectors } from "./proposals.ts";

export function WishFields({ form: { draft, own }, onSay }: FormProps): VNode {
  const { say, language } = useSpeech();
  const begun = draft.goal !== null || draft.kpi !== null;
  const named = (goal: string): { value: string; label: string } => ({
    value: goal,
    label: goalLabel(goal, language),
  });
  const choose = (goal: string): void =>
    onSay({ goal, ...(draft.wish.trim() === "" && { wish: goalLabel(goal, language) }) });
  return (
    <>
      <TextField
        name="wish"
        maxLength={300}
        label={say("wishField")}
        value={draft.wish}
        help={begun ? undefined : say("wishHelp")}
        onText={(wish) => onSay({ wish })}
      />
      {begun ? (
        <SelectField
          name="goal"
          label={say(own.includes("goal") ? "goalChosen" : "goalProposed")}
          value={draft.goal ?? ""}
          {...(draft.goal === null && { blank: say("chooseGoal") })}
          groups={[{ options: closestGoals(draft.wish).map(named) }]}
          onChoose={choose}
        />
      ) : (
        <SelectField
          name="preset"
          label={say("presetField")}
          value=""
          blank={say("choosePreset")}
          groups={sectors(language).map(({ label, goals }) => ({ label, options: goals.map(named) }))}
          onChoose={(goal) => goal !== "" && choose(goal)}
        />
      )}
      <p class="unseen" role="status">
        {draft.goal !== null && say("goalTold", { goal: goalLabel(draft.goal, language) })}
      </p>
    </>
  );
}
