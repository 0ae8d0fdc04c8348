// One objective of the list: how it does, where it stands, its chances, and when it is looked at next.
import type { VNode } from "preact";
import type { Objective } from "../../../shared/api/objectives.ts";
import { figureOf } from "../../../shared/objectives/figure.ts";
import { targetValue } from "../../../shared/objectives/objective.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { dayInWords, dayOf } from "../when.ts";
import { kpiOf } from "./form.ts";
import { FreshnessLine } from "./freshness-line.tsx";
import { chancesInWords, scopeInWords, sentenceCase } from "./in-words.ts";
import { Sparkline } from "./sparkline.tsx";
import { StatusMark } from "./status-mark.tsx";
import { Way } from "./way.tsx";

interface Props {
  readonly objective: Objective;
  readonly now: number;
  readonly onOpen: () => void;
}

export function ObjectiveCard({ objective, now, onOpen }: Props): VNode {
  const { say } = useSpeech();
  const { id, draft } = objective;
  return (
    <li class="card">
      <h3>
        <button type="button" class="plain" id={`objective-${id}`} onClick={onOpen}>
          {draft.title || draft.wish || say("untitled")}
        </button>
      </h3>
      <Standing objective={objective} />
      <NextReview objective={objective} now={now} />
      <FreshnessLine freshness={objective.freshness} now={now} />
    </li>
  );
}

/** The status, the figure on its way to the target, and the chances: the head of a card and of its page. */
export function Standing({ objective }: { objective: Objective }): VNode {
  const { say, language } = useSpeech();
  const { draft, assessment, retired, isKpi } = objective;
  const { progress, feasibility } = assessment;
  const kpi = kpiOf(draft);
  const unit = kpi?.unit ?? "number";
  const print = (value: number): string => figureOf(value, unit, objective.currency)[language];
  const target = targetValue(draft);
  const chances = feasibility && progress.status !== "reached" ? chancesInWords(feasibility, language) : null;
  const stays = draft.targetType === "stay_above" || draft.targetType === "stay_below";
  return (
    <>
      <p class="standing">
        <StatusMark status={retired ? "retired" : progress.status} />
        <span class="tag">{say(isKpi ? "isKpi" : "isMetric")}</span>
      </p>
      {kpi && (
        <p class="count">
          {sentenceCase(kpi.label[language])} · {scopeInWords(draft.scope, language)}
        </p>
      )}
      <div class="figure">
        <p>
          {progress.value !== null && <strong>{print(progress.value)}</strong>}
          {target !== null && (
            <span>
              <Icon name="next" />
              {say("targetOf", { value: print(target) })}
            </span>
          )}
        </p>
        <Sparkline history={progress.history} print={print} />
      </div>
      {progress.value === null && progress.problem && <p class="count">{progress.problem[language]}</p>}
      <Way progress={progress} stays={stays} />
      {chances !== null && !retired && (
        <p class="chance">
          <Icon name="target" />
          {chances}
        </p>
      )}
    </>
  );
}

export function NextReview({ objective, now }: { objective: Objective; now: number }): VNode | null {
  const { say, language } = useSpeech();
  const { toReview, nextReview, retired } = objective;
  if (retired) return null;
  if (toReview) {
    return (
      <p class="age">
        <Icon name="waiting" />
        <span>{say("toReview")}</span>
      </p>
    );
  }
  if (nextReview === null) return null;
  if (nextReview <= dayOf(now)) {
    return (
      <p class="age">
        <Icon name="waiting" />
        <span>{say("reviewDue", { day: dayInWords(nextReview, language) })}</span>
      </p>
    );
  }
  return <p class="count">{say("nextReviewOn", { day: dayInWords(nextReview, language) })}</p>;
}
