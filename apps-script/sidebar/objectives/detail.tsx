// One objective: where it stands, its past with what happened, why it moves, its chances, and what was decided.
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Objective } from "../../../shared/api/objectives.ts";
import type { Note } from "../../../shared/objectives/evidence.ts";
import { targetValue } from "../../../shared/objectives/objective.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { Question } from "../question.tsx";
import { TroubleMessage } from "../trouble.tsx";
import { dayInWords } from "../when.ts";
import { deleteObjective, type Trouble } from "../worker.ts";
import { NextReview, Standing } from "./card.tsx";
import { Chances } from "./chances.tsx";
import { Facts } from "./facts.tsx";
import { kpiOf } from "./form.ts";
import { FreshnessLine } from "./freshness-line.tsx";
import { History } from "./history.tsx";
import { Notes } from "./notes.tsx";
import { RetireForm } from "./retire-form.tsx";
import { Reviews } from "./reviews.tsx";
import { Why } from "./why.tsx";

interface Props {
  readonly objective: Objective;
  /** The others under way, one of which may take its place. */
  readonly others: readonly Objective[];
  readonly notes: readonly Note[];
  readonly now: number;
  /** What was just done. */
  readonly status: ComponentChildren;
  readonly onReview: () => void;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
  readonly onRetired: () => void;
  readonly onChange: () => Promise<void>;
  readonly onBack: () => void;
}

export function ObjectiveDetail(props: Props): VNode {
  const { objective, notes, now, status, onReview, onEdit, onChange, onBack } = props;
  const { say, language } = useSpeech();
  const { draft, assessment, retired, currency } = objective;
  const { feasibility, progress } = assessment;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const aim = targetValue(draft);
  const kpi = kpiOf(draft);
  const from = progress.history[0]?.from;
  const shownNotes = notes.filter(({ day }) => from === undefined || day >= from);
  return (
    <div class="page">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {say("backToObjectives")}
      </button>
      {status}
      <h2 ref={title} tabIndex={-1}>
        {draft.title || draft.wish || say("untitled")}
      </h2>
      <Standing objective={objective} />
      {progress.problem === null && <p class="count">{progress.words[language]}</p>}
      <FreshnessLine freshness={objective.freshness} now={now} />
      {retired ? <RetiredLine {...props} /> : <NextReview objective={objective} now={now} />}
      {!retired && (
        <p class="actions">
          <button type="button" class="primary" onClick={onReview}>
            {say("reviewNow")}
          </button>
          <button type="button" onClick={onEdit}>
            {say("edit")}
          </button>
        </p>
      )}
      <section>
        <h3>{say("historyTitle")}</h3>
        <History objective={objective} notes={shownNotes} />
        <Notes notes={shownNotes} onChange={onChange} />
      </section>
      <Why objective={objective} />
      {kpi && feasibility && aim !== null && draft.deadline !== null && !retired && (
        <Chances
          feasibility={feasibility}
          target={aim}
          deadline={draft.deadline}
          kpi={kpi}
          targetType={draft.targetType}
          currency={currency}
        />
      )}
      <Reviews objective={objective} />
      <Facts objective={objective} />
      {!retired && <Endings {...props} />}
    </div>
  );
}

function RetiredLine({ objective: { retired }, others }: Props): VNode | null {
  const { say, language } = useSpeech();
  if (!retired) return null;
  const by = others.find(({ id }) => id === retired.replacedBy)?.draft.title;
  return (
    <p class="count">
      {say("retiredOn", { day: dayInWords(retired.on, language), reason: retired.reason })}
      {by !== undefined && ` ${say("replacedBy", { title: by })}`}
    </p>
  );
}

/** What ends an objective: it is retired, with its history, or deleted without. */
function Endings({ objective, others, onRemoved, onRetired }: Props): VNode {
  const { say } = useSpeech();
  const [ending, setEnding] = useState<"retire" | "remove">();
  const [trouble, setTrouble] = useState<Trouble>();
  const buttons = useRef<HTMLParagraphElement>(null);
  const title = objective.draft.title || objective.draft.wish || say("untitled");
  const stay = (): void => {
    const place = ending === "retire" ? 0 : 1;
    setEnding(undefined);
    requestAnimationFrame(() => buttons.current?.querySelectorAll("button")[place]?.focus());
  };
  const remove = async (): Promise<void> => {
    const result = await deleteObjective(objective.id);
    if ("trouble" in result) {
      setTrouble(result.trouble);
      stay();
    } else onRemoved();
  };
  return (
    <section>
      {ending === "retire" && (
        <RetireForm objective={objective} others={others} onRetired={onRetired} onCancel={stay} />
      )}
      {ending === "remove" && (
        <Question text="removeAsk" values={{ title }} onConfirm={() => void remove()} onCancel={stay} />
      )}
      {ending === undefined && (
        <p class="actions" ref={buttons}>
          <button type="button" onClick={() => setEnding("retire")}>
            {say("retire")}
          </button>
          <button type="button" class="plain" onClick={() => setEnding("remove")}>
            {say("remove")}
          </button>
        </p>
      )}
      {trouble && <TroubleMessage trouble={trouble} />}
    </section>
  );
}
