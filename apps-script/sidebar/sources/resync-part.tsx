// Reading a source again since a day, where its service has corrected its past.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Connection } from "../../../shared/api/sources.ts";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import { TroubleMessage } from "../trouble.tsx";
import { dayOf } from "../when.ts";
import { changeConnection, startSync, type Trouble } from "../worker.ts";
import type { Word } from "../words.ts";

interface Props {
  readonly connection: Connection;
  readonly onChange: () => Promise<void>;
}

export function ResyncPart({ connection: { id, state }, onChange }: Props): VNode {
  const { say } = useSpeech();
  const [day, setDay] = useState("");
  const [error, setError] = useState<Word>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [told, setTold] = useState(false);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setTold(false);
    setTrouble(undefined);
    if (day === "" || day > dayOf(Date.now())) return setError("wantPastDay");
    setBusy(true);
    const asked = await changeConnection(id, { resyncFrom: day });
    // A source that is paused keeps it for later.
    const result = "body" in asked && state !== "paused" ? await startSync(id) : asked;
    setBusy(false);
    if ("trouble" in result) return setTrouble(result.trouble);
    setTold(true);
    await onChange();
  };
  return (
    <details class="fold">
      <summary>{say("resyncTitle")}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void send();
        }}
      >
        <TextField
          name="resync"
          type="date"
          label={say("resyncDay")}
          help={say("resyncHelp")}
          value={day}
          error={error}
          onText={(text) => {
            setDay(text);
            setError(undefined);
          }}
        />
        <p class="submit">
          <button type="submit" aria-disabled={busy}>
            {say("resync")}
          </button>
        </p>
        <p role="status">{told && say("resyncAsked")}</p>
        {trouble && <TroubleMessage trouble={trouble} />}
      </form>
    </details>
  );
}
