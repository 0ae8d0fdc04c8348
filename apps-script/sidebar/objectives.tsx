// Objectives: what this spreadsheet is to reach, and by when.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Objective } from "../../shared/api/objectives.ts";
import { EmptyView } from "./empty.tsx";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import { useLoaded } from "./loaded.ts";
import { ObjectiveForm } from "./objective-form.tsx";
import { ObjectiveItem } from "./objective-item.tsx";
import { usePairing } from "./pairing.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { useNow } from "./when.ts";
import { readObjectives } from "./worker.ts";
import type { Word } from "./words.ts";

interface Props {
  readonly shown: boolean;
  readonly showSources: () => void;
}

export function ObjectivesView({ shown, showSources }: Props): VNode {
  const { state } = usePairing();
  if (state === "paired") return <PairedObjectives shown={shown} />;
  return (
    <EmptyView icon="target" title="noObjective" why="noObjectiveWhy" action="begin" onAction={showSources} />
  );
}

/** Which page of the view: the list, the form of a new objective, or that of one to change. */
type Page = "list" | "new" | Objective;

function PairedObjectives({ shown }: { shown: boolean }): VNode {
  const { say } = useSpeech();
  const { workspace } = usePairing();
  const { body, trouble, reload } = useLoaded(readObjectives, shown);
  const [page, setPage] = useState<Page>("list");
  const [done, setDone] = useState<Word>();
  const now = useNow(shown);

  const changed = (word: Word): void => {
    setPage("list");
    setDone(word);
    void reload();
  };
  const open = (next: Page): void => {
    setDone(undefined);
    setPage(next);
  };
  if (page !== "list") {
    return (
      <ObjectiveForm
        objective={page === "new" ? undefined : page}
        onDone={() => changed("saved")}
        onBack={() => open("list")}
      />
    );
  }
  const told = done && (
    <p class="message done">
      <Icon name="done" />
      <span>{say(done)}</span>
    </p>
  );
  if (body?.objectives.length === 0 && !trouble) {
    return (
      <>
        <div class="told" role="status">
          {told}
        </div>
        <EmptyView
          icon="target"
          title="firstObjective"
          why="firstObjectiveWhy"
          action="addObjective"
          onAction={() => open("new")}
        />
      </>
    );
  }
  return (
    <div class="page">
      {trouble && <TroubleMessage trouble={trouble} onRetry={() => void reload()} />}
      {!body && !trouble && <p role="status">{say("loading")}</p>}
      <div role="status">{told}</div>
      {body && (
        <>
          <h2>{say("objectivesTitle", { workspace: workspace?.name ?? "" })}</h2>
          <ul class="items">
            {body.objectives.map((objective) => (
              <ObjectiveItem
                key={objective.id}
                objective={objective}
                now={now}
                onEdit={() => open(objective)}
                onRemoved={() => changed("removed")}
              />
            ))}
          </ul>
          <p class="submit">
            <button type="button" class="primary" onClick={() => open("new")}>
              {say("addObjective")}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
