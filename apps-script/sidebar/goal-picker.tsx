// The goal that KPIs are looked for: chosen in a list, or the one that what is typed seems to mean.
import type { VNode } from "preact";
import { type Goal, goals } from "../../shared/objectives/goals.ts";
import { useSpeech } from "./language.ts";
import { goalsMeant } from "./search.ts";

interface Props {
  readonly goal: Goal | undefined;
  readonly query: string;
  readonly onGoal: (goal: Goal | undefined) => void;
}

export function GoalPicker({ goal, query, onGoal }: Props): VNode {
  const { say, language } = useSpeech();
  const meant = goal ? [] : goalsMeant(query);
  return (
    <div class="goal">
      {meant.length > 0 && (
        <p class="meant">
          {say("goalsMeant")}
          {meant.map((one) => (
            <button key={one.id} type="button" class="plain" onClick={() => onGoal(one)}>
              {one.label[language]}
            </button>
          ))}
        </p>
      )}
      <label for="goal">{say("goalField")}</label>
      <select
        id="goal"
        value={goal?.id ?? ""}
        onChange={(event) => onGoal(goals.find(({ id }) => id === event.currentTarget.value))}
      >
        <option value="">{say("anyGoal")}</option>
        {goals.map(({ id, label }) => (
          <option key={id} value={id}>
            {label[language]}
          </option>
        ))}
      </select>
      {goal && <p class="help">{goal.why[language]}</p>}
    </div>
  );
}
