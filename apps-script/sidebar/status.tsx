// Status: how fresh the figures of this spreadsheet are, what the last syncs came to, and who shares the workspace.
import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { formatNumber } from "../../shared/number.ts";
import type { Freshness } from "../door.ts";
import type { RefreshState } from "../refresh-state.ts";
import { EmptyView } from "./empty.tsx";
import { useSpeech } from "./language.ts";
import { useLoaded } from "./loaded.ts";
import { FailureMessage } from "./message.tsx";
import { usePairing } from "./pairing.tsx";
import { RefreshOutcome } from "./refresh-outcome.tsx";
import { ask, type Failure } from "./server.ts";
import { Fact } from "./source-state.tsx";
import { SourceAges, StatusRuns } from "./status-runs.tsx";
import { StatusWorkspace } from "./status-workspace.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { relative, useNow } from "./when.ts";
import { readConnections } from "./worker.ts";

/** Written by the build, from package.json. */
declare const BOUSSOLE_VERSION: string;

interface Props {
  readonly shown: boolean;
  readonly showSources: () => void;
}

export function StatusView({ shown, showSources }: Props): VNode {
  const { say } = useSpeech();
  const { state } = usePairing();
  return (
    <>
      {state === "paired" ? (
        <PairedStatus shown={shown} />
      ) : (
        <EmptyView
          icon="pulse"
          title="nothingToRefresh"
          why="nothingToRefreshWhy"
          action="begin"
          onAction={showSources}
        />
      )}
      <p class="version">{say("version", { version: BOUSSOLE_VERSION })}</p>
    </>
  );
}

function PairedStatus({ shown }: { shown: boolean }): VNode {
  const { say } = useSpeech();
  const { workspace, trouble, reload } = usePairing();
  const now = useNow(shown);
  const connections = useLoaded(readConnections, shown);
  const problem = connections.trouble ?? trouble;
  const retry = (): void => {
    if (trouble) reload();
    void connections.reload();
  };
  return (
    <div class="page">
      <SheetStatus shown={shown} now={now} troubled={problem !== undefined} />
      {problem && <TroubleMessage trouble={problem} onRetry={retry} />}
      {!connections.body && !problem && <p role="status">{say("loading")}</p>}
      {connections.body && <SourceAges connections={connections.body.connections} now={now} />}
      {connections.body && <StatusRuns connections={connections.body.connections} shown={shown} />}
      {workspace && <StatusWorkspace workspace={workspace} />}
    </div>
  );
}

interface SheetProps {
  readonly shown: boolean;
  readonly now: number;
  /** Whether the view says already that something is wrong. */
  readonly troubled: boolean;
}

/** What the spreadsheet itself remembers: it is told even when the Worker does not answer. */
function SheetStatus({ shown, now, troubled }: SheetProps): VNode {
  const { say } = useSpeech();
  const [known, setKnown] = useState<Freshness>();
  const [outcome, setOutcome] = useState<RefreshState>();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  const look = useCallback(async () => {
    const answer = await ask("freshness");
    if ("value" in answer) setKnown(answer.value);
    else setFailure(answer.failure);
  }, []);
  useEffect(() => {
    if (shown) void look();
  }, [shown, look]);
  const refresh = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setOutcome(undefined);
    setFailure(undefined);
    const answer = await ask("refresh");
    if ("value" in answer) setOutcome(answer.value);
    else setFailure(answer.failure);
    await look();
    setBusy(false);
  };
  return (
    <section aria-labelledby="in-this-sheet">
      <h2 id="in-this-sheet">{say("inThisSheet")}</h2>
      {known && <SheetFacts known={known} now={now} />}
      <p class="submit">
        <button type="button" class="primary" aria-disabled={busy} onClick={() => void refresh()}>
          {say(busy ? "refreshing" : "refreshNow")}
        </button>
      </p>
      <div role="status">{outcome && <RefreshOutcome state={outcome} done="refreshedRows" />}</div>
      {!outcome && !troubled && known?.last?.failure && (
        <RefreshOutcome state={known.last} done="refreshedRows" />
      )}
      {failure && <FailureMessage failure={failure} />}
    </section>
  );
}

function SheetFacts({ known: { last, schedule }, now }: { known: Freshness; now: number }): VNode {
  const { say, language } = useSpeech();
  const automatic = !schedule.on
    ? say("automaticOff")
    : schedule.lastRun === null
      ? say("automaticWaiting")
      : say("automaticLast", { when: relative(schedule.lastRun, now, language) });
  return (
    <dl>
      <Fact about={say("refreshedAt")}>
        {last?.fresh ? relative(last.fresh, now, language) : say("never")}
      </Fact>
      {last && <Fact about={say("rowsInSheet")}>{formatNumber(last.rows, language)}</Fact>}
      <Fact about={say("automatic")}>{automatic}</Fact>
    </dl>
  );
}
