// The objectives of a workspace: the health of the set, those under way, and folded, those that were retired.
import type { VNode } from "preact";
import type { Objectives } from "../../../shared/api/objectives.ts";
import { useSpeech } from "../language.ts";
import { usePairing } from "../pairing.tsx";
import { ObjectiveCard } from "./card.tsx";
import { SetHealth } from "./health.tsx";

interface Props {
  readonly body: Objectives;
  readonly now: number;
  readonly onOpen: (id: string) => void;
  readonly onNew: () => void;
}

export function ObjectiveList({ body: { objectives, set }, now, onOpen, onNew }: Props): VNode {
  const { say } = useSpeech();
  const { workspace } = usePairing();
  const retired = objectives.filter((objective) => objective.retired);
  const cards = (shown: typeof objectives): VNode => (
    <ul class="items cards">
      {shown.map((objective) => (
        <ObjectiveCard
          key={objective.id}
          objective={objective}
          now={now}
          onOpen={() => onOpen(objective.id)}
        />
      ))}
    </ul>
  );
  return (
    <>
      <h2>{say("objectivesTitle", { workspace: workspace?.name ?? "" })}</h2>
      <SetHealth set={set} />
      {cards(objectives.filter((objective) => !objective.retired))}
      <p class="submit">
        <button type="button" class="primary" onClick={onNew}>
          {say("addObjective")}
        </button>
      </p>
      {retired.length > 0 && (
        <details class="fold">
          <summary>{say("retiredOnes", { count: retired.length })}</summary>
          {cards(retired)}
        </details>
      )}
    </>
  );
}
