// Objectives: what this spreadsheet is to reach, how each does, and the page of the one that is opened.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Objective, Objectives } from "../../shared/api/objectives.ts";
import { EmptyView } from "./empty.tsx";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import { useLoaded } from "./loaded.ts";
import { ObjectiveDetail } from "./objectives/detail.tsx";
import { ObjectiveForm } from "./objectives/form-page.tsx";
import { ObjectiveList } from "./objectives/list.tsx";
import { ReviewPage } from "./objectives/review-page.tsx";
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

/** Which page of the view: the list, a new objective, or what is done with one of them. */
type Page =
  | { readonly at: "list" | "new" }
  | { readonly at: "detail" | "edit" | "review"; readonly id: string };

const LIST: Page = { at: "list" };

function PairedObjectives({ shown }: { shown: boolean }): VNode {
  const { say } = useSpeech();
  const { body, trouble, reload } = useLoaded(readObjectives, shown);
  const [page, setPage] = useState<Page>(LIST);
  const [told, setTold] = useState<Word>();
  const now = useNow(shown);
  const opened = "id" in page ? body?.objectives.find(({ id }) => id === page.id) : undefined;
  useReturn(page);

  /** What was just done is shown once it can be read back. */
  const open = async (next: Page, word?: Word): Promise<void> => {
    if (word) await reload();
    setTold(word);
    setPage(next);
    window.scrollTo(0, 0);
  };
  const status = (
    <div role="status" class="told">
      {told && (
        <p class="message done">
          <Icon name="done" />
          <span>{say(told)}</span>
        </p>
      )}
    </div>
  );
  const failed = trouble && <TroubleMessage trouble={trouble} onRetry={() => void reload()} />;
  if (page.at === "new" || (page.at === "edit" && opened)) {
    return (
      <ObjectiveForm
        objective={opened}
        onSaved={({ id, assessment }) =>
          open({ at: "detail", id }, assessment.soundness === "draft" ? "draftSaved" : "saved")
        }
        onBack={() => open(opened ? { at: "detail", id: opened.id } : LIST)}
      />
    );
  }
  if (body && opened) return pageOf({ body, opened, page, now, status, open, reload });
  if (body?.objectives.length === 0 && !trouble) {
    return (
      <>
        {status}
        <EmptyView
          icon="target"
          title="firstObjective"
          why="firstObjectiveWhy"
          action="addObjective"
          onAction={() => open({ at: "new" })}
        />
      </>
    );
  }
  return (
    <div class="page">
      {failed}
      {!body && !trouble && <p role="status">{say("loading")}</p>}
      {status}
      {body && (
        <ObjectiveList
          body={body}
          now={now}
          onOpen={(id) => open({ at: "detail", id })}
          onNew={() => open({ at: "new" })}
        />
      )}
    </div>
  );
}

interface Opened {
  readonly body: Objectives;
  readonly opened: Objective;
  readonly page: Page;
  readonly now: number;
  readonly status: VNode;
  readonly open: (page: Page, word?: Word) => void;
  readonly reload: () => Promise<void>;
}

function pageOf({ body, opened, page, now, status, open, reload }: Opened): VNode {
  const { id } = opened;
  const detail: Page = { at: "detail", id };
  if (page.at === "review") {
    return (
      <ReviewPage
        key={id}
        objective={opened}
        onDone={({ decision }) => open(decision === "changed" ? { at: "edit", id } : detail, "reviewSaved")}
        onBack={() => open(detail)}
      />
    );
  }
  return (
    <ObjectiveDetail
      // Once retired it is another page, read from its title.
      key={`${id} ${opened.retired === null}`}
      objective={opened}
      others={body.objectives.filter((one) => one.id !== id && !one.retired)}
      notes={body.notes}
      now={now}
      status={status}
      onReview={() => open({ at: "review", id })}
      onEdit={() => open({ at: "edit", id })}
      onRemoved={() => open(LIST, "removed")}
      onRetired={() => open(detail, "retiredTold")}
      onChange={reload}
      onBack={() => open(LIST)}
    />
  );
}

/** Back in the list, the keyboard is on the objective that was opened; on the button of a new one where there is none. */
function useReturn(page: Page): void {
  const left = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (page.at === "list" && left.current !== undefined) {
      const button = document.querySelector<HTMLElement>("#view-objectives .primary");
      (document.getElementById(left.current) ?? button)?.focus();
    }
    left.current = page.at === "list" ? undefined : "id" in page ? `objective-${page.id}` : "";
  }, [page]);
}
