// One objective of the list: its value now, how far it has come, its target and its deadline.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Objective } from "../../shared/api/objectives.ts";
import { findKpi } from "../../shared/kpis/index.ts";
import { Icon } from "./icons.tsx";
import { valueInWords } from "./kpi-words.ts";
import { useSpeech } from "./language.ts";
import { Question } from "./question.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { dayInWords, relativeDay } from "./when.ts";
import { deleteObjective, type Trouble } from "./worker.ts";

interface Props {
  readonly objective: Objective;
  readonly now: number;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
}

export function ObjectiveItem({ objective, now, onEdit, onRemoved }: Props): VNode {
  const { say, language } = useSpeech();
  const [removing, setRemoving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const { id, title, kpi: name, scope, baseline, target, deadline, now: figure } = objective;
  const { unit, label } = findKpi(name);
  const value = (number: number): string => valueInWords(number, unit, language);
  const where = scope === "all" ? [] : [scope.channel, scope.campaign].filter((part) => part !== undefined);

  const remove = async (): Promise<void> => {
    setTrouble(undefined);
    const result = await deleteObjective(id);
    setRemoving(false);
    if ("trouble" in result) setTrouble(result.trouble);
    else onRemoved();
  };
  return (
    <li class="item">
      <h3>{title}</h3>
      <p class="count">
        {name}
        {label[language] !== title && ` · ${label[language]}`}
        {where.length > 0 && ` · ${where.join(", ")}`}
      </p>
      <p class="figure">
        {figure.value === null ? (
          <>
            <strong>{say("noValue")}</strong> <small>{figure.problem.words[language]}</small>
          </>
        ) : (
          <strong>{say("nowOf", { value: value(figure.value) })}</strong>
        )}
      </p>
      <Way objective={objective} />
      <p class="count">
        {say("fromBaseline", { value: value(baseline) })} · {say("targetOf", { value: value(target) })} ·{" "}
        {say("dueOn", { day: dayInWords(deadline, language), when: relativeDay(deadline, now, language) })}
      </p>
      {removing ? (
        <Question
          text="removeAsk"
          values={{ title }}
          onConfirm={() => void remove()}
          onCancel={() => setRemoving(false)}
        />
      ) : (
        <p class="actions">
          <button type="button" aria-label={say("editOf", { title })} onClick={onEdit}>
            {say("edit")}
          </button>
          <button
            type="button"
            class="plain"
            aria-label={say("removeOf", { title })}
            onClick={() => setRemoving(true)}
          >
            {say("remove")}
          </button>
        </p>
      )}
      {trouble && <TroubleMessage trouble={trouble} />}
    </li>
  );
}

/** The way from the start value to the target: a bar, and the same in words. */
function Way({ objective: { title, progress } }: { objective: Objective }): VNode | null {
  const { say, language } = useSpeech();
  if (progress === null) return null;
  const percent = valueInWords(Number(progress.toFixed(2)), "rate", language);
  const words =
    progress >= 1 ? say("reached") : progress < 0 ? say("worse", { percent }) : say("way", { percent });
  return (
    <>
      <progress
        class={progress >= 1 ? "reached" : ""}
        max={1}
        value={Math.min(1, Math.max(0, progress))}
        aria-label={say("wayOf", { title })}
      />
      <p class={`state ${progress >= 1 ? "idle" : progress < 0 ? "failed" : ""}`}>
        {(progress >= 1 || progress < 0) && <Icon name={progress >= 1 ? "done" : "warning"} />}
        {words}
      </p>
    </>
  );
}
