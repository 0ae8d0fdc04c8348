// The second of the first steps: demonstration data in one click, or one's own tool.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { useSpeech } from "./language.ts";
import { usePairing } from "./pairing.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { connect, type Trouble } from "./worker.ts";

interface Props {
  readonly onConnected: () => Promise<void>;
  readonly onOwnTool: () => void;
}

export function ConnectStep({ onConnected, onOwnTool }: Props): VNode {
  const { say } = useSpeech();
  const { workspace } = usePairing();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  if (!workspace) return <p role="status">{say("loading")}</p>;
  if (workspace.role !== "owner") return <p>{say("onlyOwnerConnects")}</p>;

  const useDemo = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const result = await connect({ demo: true });
    if ("trouble" in result) setTrouble(result.trouble);
    else await onConnected();
    setBusy(false);
  };
  return (
    <>
      {workspace.demo && (
        <>
          <p class="submit">
            <button type="button" class="primary" aria-disabled={busy} onClick={() => void useDemo()}>
              {say(busy ? "trying" : "useDemo")}
            </button>
          </p>
          <p class="help">{say("demoHelp")}</p>
        </>
      )}
      <p class="submit">
        <button type="button" class={workspace.demo ? "" : "primary"} onClick={onOwnTool}>
          {say("connectOwn")}
        </button>
      </p>
      {trouble && <TroubleMessage trouble={trouble} />}
    </>
  );
}
