// How old the figures of each source are, and what the last syncs came to, in words.
import type { VNode } from "preact";
import type { Connection, Run } from "../../shared/api/sources.ts";
import { formatNumber } from "../../shared/number.ts";
import { useSpeech } from "./language.ts";
import { useLoaded } from "./loaded.ts";
import { Fact } from "./source-state.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { atTime, duration, relative } from "./when.ts";
import { readRuns } from "./worker.ts";

type Sources = readonly Connection[];

export function SourceAges({ connections, now }: { connections: Sources; now: number }): VNode | null {
  const { say, language } = useSpeech();
  if (connections.length === 0) return null;
  return (
    <section aria-labelledby="source-ages">
      <h2 id="source-ages">{say("sourceAges")}</h2>
      <dl>
        {connections.map(({ id, name, asOf }) => (
          <Fact key={id} about={name}>
            {asOf === null ? say("asOfNever") : relative(asOf, now, language)}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

const LAST_RUNS = 8;
const readLastRuns = () => readRuns(LAST_RUNS);

export function StatusRuns({ connections, shown }: { connections: Sources; shown: boolean }): VNode {
  const { say, language } = useSpeech();
  const { body, trouble, reload } = useLoaded(readLastRuns, shown);
  const nameOf = (id: string): string =>
    connections.find((connection) => connection.id === id)?.name ?? say("disconnectedSource");
  return (
    <section aria-labelledby="last-runs">
      <h2 id="last-runs">{say("lastRuns")}</h2>
      {trouble && <TroubleMessage trouble={trouble} onRetry={() => void reload()} />}
      {body?.runs.length === 0 && <p>{say("noRun")}</p>}
      <ul class="runs">
        {body?.runs.map((run) => (
          <li key={`${run.connection} ${run.number}`}>
            <span class="about">
              {say("runOf", { at: atTime(run.started, language), name: nameOf(run.connection) })}
            </span>{" "}
            <RunWords run={run} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RunWords({ run }: { run: Run }): VNode {
  const { say, language } = useSpeech();
  const { state, started, ended, progress, problem } = run;
  const count = (value: number): string => formatNumber(value, language);
  const rows = count(run.rows);
  const words = {
    ok: () => say("runOk", { pages: count(run.pages), rows, duration: duration(started, ended ?? started) }),
    running: () => say("runRunning", { done: count(progress.done), total: count(progress.total), rows }),
    failed: () => problem?.words[language] ?? say("runAbandoned", { rows }),
    rescheduled: () => say("runRescheduled", { rows }),
    abandoned: () => say("runAbandoned", { rows }),
  };
  const why = state !== "failed" && problem ? ` ${problem.words[language]}` : "";
  return (
    <span class={state === "failed" ? "bad" : ""}>
      {words[state]()}
      {why}
    </span>
  );
}
