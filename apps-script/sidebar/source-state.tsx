// The state of one source: in words with an icon, its progress while it syncs, how old its figures are.
import type { ComponentChildren, VNode } from "preact";
import type { Connection } from "../../shared/api/sources.ts";
import { formatNumber } from "../../shared/number.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import { atTime, dayInWords, relative } from "./when.ts";

const ICONS = { idle: "done", running: "sync", paused: "pause", failed: "warning" } as const;

interface MarkProps {
  readonly connection: Connection;
  /** What is said after it, on the same line. */
  readonly more?: string | undefined;
}

/** The state in a few words. */
export function StateMark({ connection, more }: MarkProps): VNode {
  const { say, language } = useSpeech();
  const { state, problem, asOf } = connection;
  const words = {
    idle: say(asOf === null ? "neverRead" : "idle"),
    running: say("running"),
    paused: say("pausedState"),
    failed: say("failed", { since: problem ? atTime(problem.since, language) : "" }),
  };
  return (
    <p class={`state ${state}`}>
      <Icon name={ICONS[state]} />
      <span>
        {words[state]} {more !== undefined && <small>· {more}</small>}
      </span>
    </p>
  );
}

export function SourceState({ connection, now }: { connection: Connection; now: number }): VNode {
  const { say, language } = useSpeech();
  const { state, problem } = connection;
  return (
    <>
      <StateMark connection={connection} />
      {state === "running" && <Progress connection={connection} />}
      {problem && state !== "running" && (
        <p class="message error">
          <span>
            {problem.words[language]} {problem.action[language]}{" "}
            <small>{say("withCode", { code: problem.code })}</small>
          </span>
        </p>
      )}
      <Facts connection={connection} now={now} />
    </>
  );
}

export function Progress({ connection: { name, lastRun } }: { connection: Connection }): VNode | null {
  const { say, language } = useSpeech();
  if (!lastRun || lastRun.state !== "running") return null;
  const { done, total } = lastRun.progress;
  const count = (value: number): string => formatNumber(value, language);
  return (
    <>
      <progress max={Math.max(1, total)} value={done} aria-label={say("progressOf", { name })} />
      <p class="count">
        {say("progress", { done: count(done), total: count(total), rows: count(lastRun.rows) })}
      </p>
    </>
  );
}

function Facts({ connection, now }: { connection: Connection; now: number }): VNode {
  const { say, language } = useSpeech();
  const { asOf, lastDay, lastRun, nextRun } = connection;
  const ended = lastRun?.ended;
  return (
    <dl>
      <Fact about={say("asOf")}>
        {asOf === null || lastDay === null
          ? say("asOfNever")
          : say("asOfUntil", { day: dayInWords(lastDay, language), when: relative(asOf, now, language) })}
      </Fact>
      {lastRun && ended && (
        <Fact about={say("lastSync")}>
          {say("lastSyncRows", {
            when: relative(ended, now, language),
            rows: formatNumber(lastRun.rows, language),
          })}
        </Fact>
      )}
      {nextRun && <Fact about={say("nextSync")}>{relative(nextRun, now, language)}</Fact>}
    </dl>
  );
}

export function Fact({ about, children }: { about: string; children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{about}</dt>
      <dd>{children}</dd>
    </div>
  );
}
