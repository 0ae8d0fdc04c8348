// Sources: the tools whose figures reach this spreadsheet, and the first steps towards the first of them.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../../shared/api/sources.ts";
import { ConnectStep } from "./connect-step.tsx";
import { useSpeech } from "./language.ts";
import { useLoaded } from "./loaded.ts";
import { FailureMessage } from "./message.tsx";
import { PairForm } from "./pair-form.tsx";
import { usePairing } from "./pairing.tsx";
import { RefreshOutcome } from "./refresh-outcome.tsx";
import { ask } from "./server.ts";
import { SourceForm } from "./source-form.tsx";
import { SourceItem } from "./source-item.tsx";
import { Steps } from "./steps.tsx";
import { type SyncOutcome, useSyncWatch } from "./sync-watch.ts";
import { TroubleMessage } from "./trouble.tsx";
import { TryFormula } from "./try-formula.tsx";
import { useNow } from "./when.ts";
import { readConnections } from "./worker.ts";

export function SourcesView({ shown }: { shown: boolean }): VNode {
  const { say } = useSpeech();
  const { state, trouble, reload } = usePairing();
  if (state === "paired") return <PairedSources shown={shown} />;
  return (
    <div class="page">
      {state === "unpaired" ? (
        <Steps at={1}>
          <PairForm />
        </Steps>
      ) : trouble ? (
        <TroubleMessage trouble={trouble} onRetry={reload} />
      ) : (
        <p role="status">{say("loading")}</p>
      )}
    </div>
  );
}

/** Which page of the view: the list, the form of a new source, or that of one to connect again. */
type Page = "list" | "add" | Connection;

function PairedSources({ shown }: { shown: boolean }): VNode {
  const { say } = useSpeech();
  const pairing = usePairing();
  const { body, trouble, reload } = useLoaded(readConnections, shown);
  const connections = body?.connections;
  const outcome = useSyncWatch(connections, reload);
  const [page, setPage] = useState<Page>("list");
  // Whoever saw the second step is shown the third.
  const [newcomer, setNewcomer] = useState(false);
  const none = connections?.length === 0;
  useEffect(() => {
    if (none) setNewcomer(true);
  }, [none]);

  if (page !== "list") {
    const done = (): void => {
      setPage("list");
      void reload();
    };
    return (
      <SourceForm
        connection={page === "add" ? undefined : page}
        onDone={done}
        onBack={() => setPage("list")}
      />
    );
  }
  const retry = (): void => {
    if (pairing.trouble) pairing.reload();
    void reload();
  };
  const problem = trouble ?? pairing.trouble;
  return (
    <div class="page">
      {problem && <TroubleMessage trouble={problem} onRetry={retry} />}
      {!connections && !problem && <p role="status">{say("loading")}</p>}
      {none && (
        <Steps at={2}>
          <ConnectStep onConnected={reload} onOwnTool={() => setPage("add")} />
        </Steps>
      )}
      {connections && !none && newcomer && <LastStep outcome={outcome} onEnd={() => setNewcomer(false)} />}
      <div role="status">{outcome && <Outcome outcome={outcome} />}</div>
      {connections && !none && (
        <SourceList connections={connections} shown={shown} reload={reload} onPage={setPage} />
      )}
    </div>
  );
}

function Outcome({ outcome }: { outcome: SyncOutcome }): VNode {
  if ("unasked" in outcome) return <FailureMessage failure={outcome.unasked} />;
  return <RefreshOutcome state={outcome} done="syncedAndRefreshed" />;
}

interface ListProps {
  readonly connections: readonly Connection[];
  readonly shown: boolean;
  readonly reload: () => Promise<void>;
  readonly onPage: (page: Page) => void;
}

function SourceList({ connections, shown, reload, onPage }: ListProps): VNode {
  const { say } = useSpeech();
  const { workspace } = usePairing();
  const now = useNow(shown);
  return (
    <>
      <h2>{say("sourcesTitle", { workspace: workspace?.name ?? "" })}</h2>
      <ul class="items">
        {connections.map((connection) => (
          <SourceItem
            key={connection.id}
            connection={connection}
            now={now}
            onChange={reload}
            onReconnect={() => onPage(connection)}
          />
        ))}
      </ul>
      {workspace?.role === "owner" && (
        <p class="submit">
          <button type="button" onClick={() => onPage("add")}>
            {say("addSource")}
          </button>
        </p>
      )}
    </>
  );
}

/** The third step: waits for the first sync, then offers a formula over its figures. */
function LastStep({ outcome, onEnd }: { outcome: SyncOutcome | undefined; onEnd: () => void }): VNode {
  const { say } = useSpeech();
  const [tab, setTab] = useState<string | null>(null);
  const rows = outcome && "rows" in outcome ? outcome.rows : 0;
  useEffect(() => {
    if (!outcome) return;
    void ask("freshness").then((answer) => {
      if ("value" in answer) setTab(answer.value.dataTab);
    });
  }, [outcome]);
  return (
    <Steps at={3}>
      {tab === null || rows === 0 ? <p>{say("firstSync")}</p> : <TryFormula tab={tab} onEnd={onEnd} />}
    </Steps>
  );
}
