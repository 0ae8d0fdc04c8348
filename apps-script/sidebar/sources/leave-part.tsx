// Disconnecting a source, with or without its figures, once confirmed.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../../../shared/api/sources.ts";
import { useSpeech } from "../language.ts";
import { TroubleMessage } from "../trouble.tsx";
import { disconnect, type Trouble } from "../worker.ts";

interface Props {
  readonly connection: Connection;
  readonly onLeft: () => void;
  readonly onChange: () => Promise<void>;
}

export function LeavePart({ connection: { id, name }, onLeft, onChange }: Props): VNode {
  const { say } = useSpeech();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const leave = async (data: "keep" | "drop"): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const result = await disconnect(id, data);
    setBusy(false);
    if ("trouble" in result) return setTrouble(result.trouble);
    onLeft();
    await onChange();
  };
  return (
    <>
      {asking ? (
        <Leaving name={name} onLeave={(data) => void leave(data)} onCancel={() => setAsking(false)} />
      ) : (
        <p class="actions">
          <button type="button" class="plain" onClick={() => setAsking(true)}>
            {say("disconnect")}
          </button>
        </p>
      )}
      {trouble && <TroubleMessage trouble={trouble} />}
    </>
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
