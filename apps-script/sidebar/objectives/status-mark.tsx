// The status of an objective: a shape and a word, so that it is told without its colour.
import type { VNode } from "preact";
import type { Status } from "../../../shared/objectives/assessment.ts";
import { statusWords } from "../../../shared/objectives/status.ts";
import { Icon, type IconName } from "../icons.tsx";
import { useSpeech } from "../language.ts";

const SHAPES: Readonly<Record<Status, { readonly icon: IconName; readonly tone: string }>> = {
  draft: { icon: "draft", tone: "quiet" },
  not_started: { icon: "waiting", tone: "quiet" },
  no_data: { icon: "empty", tone: "quiet" },
  ahead: { icon: "ahead", tone: "good" },
  on_track: { icon: "done", tone: "good" },
  at_risk: { icon: "warning", tone: "watch" },
  off_track: { icon: "behind", tone: "bad" },
  reached: { icon: "flag", tone: "good" },
  missed: { icon: "missed", tone: "bad" },
  retired: { icon: "archive", tone: "quiet" },
};

export function StatusMark({ status }: { status: Status }): VNode {
  const { language } = useSpeech();
  const { icon, tone } = SHAPES[status];
  return (
    <span class={`mark ${tone}`}>
      <Icon name={icon} />
      {statusWords[status][language]}
    </span>
  );
}
