// One source of the list: its state, and what can be done with it.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection, SourceProblemCode } from "../../shared/api/sources.ts";
import { useSpeech } from "./language.ts";
import { usePairing } from "./pairing.tsx";
import { SourceState } from "./source-state.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { changeConnection, disconnect, type Result, startSync, type Trouble } from "./worker.ts";

/** Problems that new credentials or settings may end. */
const TO_RECONNECT = new Set<SourceProblemCode>([
  "access_denied",
  "credentials_refused",
  "credentials_unreadable",
  "account_not_found",
  "unit_changed",
]);

interface Props {
  readonly connection: Connection;
  readonly now: number;
  /** Called when something was done. */
  readonly onChange: () => Promise<void>;
  readonly onReconnect: () => void;
}

export function SourceItem({ connection, now, onChange, onReconnect }: Props): VNode {
  const { say } = useSpeech();
  const role = usePairing().workspace?.role;
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const { id, name, state, problem } = connection;

  const act = async (action: () => Promise<Result<unknown>>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const result = await action();
    if ("trouble" in result) setTrouble(result.trouble);
    else await onChange();
    setBusy(false);
  };
  const mayReconnect = role === "owner" && problem && TO_RECONNECT.has(problem.code);
  const maySync = (role === "owner" || role === "member") && (state === "idle" || state === "failed");
  return (
    <li class="item">
      <h3>{name}</h3>
      <SourceState connection={connection} now={now} />
      {leaving ? (
        <Leaving
          name={name}
          onLeave={(data) => void act(() => disconnect(id, data))}
          onCancel={() => setLeaving(false)}
        />
      ) : (
        <p class="actions">
          {mayReconnect && (
            <button type="button" class="primary" onClick={onReconnect}>
              {say("reconnect")}
            </button>
          )}
          {maySync && (
            <button
              type="button"
              class={mayReconnect ? "" : "primary"}
              aria-label={say("syncOf", { name })}
              aria-disabled={busy}
              onClick={() => void act(() => startSync(id))}
            >
              {say("sync")}
            </button>
          )}
          {role === "owner" && (
            <button
              type="button"
              aria-disabled={busy}
              onClick={() => void act(() => changeConnection(id, { paused: state !== "paused" }))}
            >
              {say(state === "paused" ? "resume" : "pause")}
            </button>
          )}
          {role === "owner" && (
            <button type="button" class="plain" onClick={() => setLeaving(true)}>
              {say("disconnect")}
            </button>
          )}
        </p>
      )}
      {trouble && <TroubleMessage trouble={trouble} />}
    </li>
  );
}

interface LeavingProps {
  readonly name: string;
  readonly onLeave: (data: "keep" | "drop") => void;
  readonly onCancel: () => void;
}

/** The keyboard goes to the question, not to an answer. */
function Leaving({ name, onLeave, onCancel }: LeavingProps): VNode {
  const { say } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="message question" role="group" aria-label={say("disconnect")} tabIndex={-1} ref={box}>
      <p>{say("disconnectAsk", { name })}</p>
      <button type="button" onClick={() => onLeave("keep")}>
        {say("keepData")}
      </button>
      <button type="button" onClick={() => onLeave("drop")}>
        {say("dropData")}
      </button>
      <button type="button" onClick={onCancel}>
        {say("cancel")}
      </button>
    </div>
  );
}
