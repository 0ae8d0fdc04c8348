// Sources: the tools whose figures reach this spreadsheet, the first steps towards the first of them, and its pages.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection, ConnectorSummary } from "../../shared/api/sources.ts";
import { ConnectStep } from "./connect-step.tsx";
import { useSpeech } from "./language.ts";
import { useLoaded } from "./loaded.ts";
import { FailureMessage } from "./message.tsx";
import { PairForm } from "./pair-form.tsx";
import { usePairing } from "./pairing.tsx";
import { RangePage } from "./range/page.tsx";
import { isRange } from "./range/sync-source.ts";
import { RefreshOutcome } from "./refresh-outcome.tsx";
import { ask } from "./server.ts";
import { CountingPart } from "./sources/counting.tsx";
import { Catalogue } from "./sources/catalogue.tsx";
import { SourceDetail } from "./sources/detail.tsx";
import { SourceList } from "./sources/list.tsx";
import { SourceForm } from "./sources/source-form.tsx";
import { UtmView } from "./sources/utm.tsx";
import { Steps } from "./steps.tsx";
import { type SyncOutcome, useSyncWatch } from "./sync-watch.ts";
import { TroubleMessage } from "./trouble.tsx";
import { TryFormula } from "./try-formula.tsx";
import { useNow } from "./when.ts";
import { readConnections, readConnectors, type Trouble } from "./worker.ts";

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

/** Which page of the view; a source is told by its id, since its state changes meanwhile. */
type Page =
  | { readonly at: "list" | "catalogue" | "range" | "utm" }
  | { readonly at: "new"; readonly connector: ConnectorSummary }
  | { readonly at: "source" | "settings"; readonly id: string };

const LIST: Page = { at: "list" };

function PairedSources({ shown }: { shown: boolean }): VNode {
  const { say } = useSpeech();
  const pairing = usePairing();
  const { body, trouble, reload } = useLoaded(readConnections, shown);
  const services = useLoaded(readConnectors, shown);
  const connections = body?.connections;
  const connectors = services.body?.connectors ?? [];
  const outcome = useSyncWatch(connections, reload);
  const now = useNow(shown);
  const [page, setPage] = useState<Page>(LIST);
  // Whoever saw the second step is shown the third.
  const [newcomer, setNewcomer] = useState(false);
  const none = connections?.length === 0;
  useEffect(() => {
    if (none) setNewcomer(true);
  }, [none]);
  useFocusAfter(page);

  const toList = (): void => setPage(LIST);
  const done = (next: Page) => (): void => {
    setPage(next);
    void reload();
  };
  const find = (id: string): Connection | undefined => connections?.find((one) => one.id === id);
  const connectorOf = ({ connector }: Connection) => connectors.find(({ name }) => name === connector);

  if (page.at === "utm") return <UtmView onBack={toList} />;
  if (page.at === "catalogue") {
    if (!services.body) return <Waiting trouble={services.trouble} onRetry={() => void services.reload()} />;
    const connected = new Set(connections?.map(({ connector }) => connector));
    const choose = (connector: ConnectorSummary): void => setPage({ at: "new", connector });
    return (
      <Catalogue
        connectors={connectors}
        connected={connected}
        onChoose={choose}
        onRange={() => setPage({ at: "range" })}
        onBack={toList}
      />
    );
  }
  if (page.at === "range") {
    const connected = (): void => {
      // Which formula its figures allow is not known.
      setNewcomer(false);
      done(LIST)();
    };
    return <RangePage onDone={connected} onBack={() => setPage({ at: "catalogue" })} />;
  }
  if (page.at === "new") {
    const back = (): void => setPage({ at: "catalogue" });
    return (
      <SourceForm key={page.connector.name} connector={page.connector} onDone={done(LIST)} onBack={back} />
    );
  }
  const opened = "id" in page ? find(page.id) : undefined;
  const connector = opened && connectorOf(opened);
  if (page.at === "settings" && opened && isRange(opened)) {
    const back: Page = { at: "source", id: opened.id };
    return <RangePage connection={opened} onDone={done(back)} onBack={() => setPage(back)} />;
  }
  if (page.at === "settings" && opened && connector) {
    const back: Page = { at: "source", id: opened.id };
    return (
      <SourceForm
        connector={connector}
        connection={opened}
        onDone={done(back)}
        onBack={() => setPage(back)}
      />
    );
  }
  if ("id" in page && opened) {
    return (
      <SourceDetail
        connection={opened}
        connector={connector}
        now={now}
        onChange={reload}
        onSettings={() => setPage({ at: "settings", id: opened.id })}
        onBack={toList}
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
          <ConnectStep onConnected={reload} onOwnTool={() => setPage({ at: "catalogue" })} />
        </Steps>
      )}
      {connections && !none && newcomer && <LastStep outcome={outcome} onEnd={() => setNewcomer(false)} />}
      <div role="status">{outcome && <Outcome outcome={outcome} />}</div>
      {connections && !none && (
        <>
          <h2>{say("sourcesTitle", { workspace: pairing.workspace?.name ?? "" })}</h2>
          <SourceList
            connections={connections}
            connectors={connectors}
            now={now}
            onChange={reload}
            onOpen={({ id }) => setPage({ at: "source", id })}
            onReconnect={({ id }) => setPage({ at: "settings", id })}
          />
          <CountingPart
            shown={shown}
            syncs={connections.map(({ asOf }) => asOf).join()}
            mayChoose={pairing.workspace?.role === "owner" || pairing.workspace?.role === "member"}
          />
          <ListActions owner={pairing.workspace?.role === "owner"} onPage={setPage} />
        </>
      )}
    </div>
  );
}

function ListActions({ owner, onPage }: { owner: boolean; onPage: (page: Page) => void }): VNode {
  const { say } = useSpeech();
  return (
    <p class="actions">
      {owner && (
        <button type="button" id="add-source" onClick={() => onPage({ at: "catalogue" })}>
          {say("addSource")}
        </button>
      )}
      <button type="button" id="check-utm" class="plain" onClick={() => onPage({ at: "utm" })}>
        {say("utmOpen")}
      </button>
    </p>
  );
}

/** Back in the list, the keyboard is where it was. */
function useFocusAfter(page: Page): void {
  const left = useRef("");
  useEffect(() => {
    if (page.at === "list") {
      if (left.current !== "") document.getElementById(left.current)?.focus();
      return;
    }
    if ("id" in page) left.current = `source-${page.id}`;
    else left.current = page.at === "utm" ? "check-utm" : "add-source";
  }, [page]);
}

function Waiting({ trouble, onRetry }: { trouble: Trouble | undefined; onRetry: () => void }): VNode {
  const { say } = useSpeech();
  return (
    <div class="page">
      {trouble ? (
        <TroubleMessage trouble={trouble} onRetry={onRetry} />
      ) : (
        <p role="status">{say("loading")}</p>
      )}
    </div>
  );
}

function Outcome({ outcome }: { outcome: SyncOutcome }): VNode {
  if ("unasked" in outcome) return <FailureMessage failure={outcome.unasked} />;
  return <RefreshOutcome state={outcome} done="syncedAndRefreshed" />;
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
