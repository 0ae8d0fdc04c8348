// The form that gives this spreadsheet a workspace: a new one, or a colleague's.
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { useSpeech } from "./language.ts";
import { usePairing } from "./pairing.tsx";
import { ask } from "./server.ts";
import { focusFirstError, TextField } from "./text-field.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { resultOf, type Trouble } from "./worker.ts";

export function PairForm(): VNode {
  const { say } = useSpeech();
  const { spreadsheet, reload } = usePairing();
  const [joining, setJoining] = useState(false);
  const [name, setName] = useState(spreadsheet);
  const [code, setCode] = useState("");
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const form = useRef<HTMLFormElement>(null);

  const send = async (): Promise<void> => {
    const text = (joining ? code : name).trim();
    setEmpty(text === "");
    if (text === "") return focusFirstError(form.current);
    setBusy(true);
    setTrouble(undefined);
    const result = resultOf(await ask("pair", joining ? { code: text } : { name: text }));
    setBusy(false);
    if ("trouble" in result) setTrouble(result.trouble);
    else reload();
  };
  const choose = (join: boolean): void => {
    setJoining(join);
    setEmpty(false);
    setTrouble(undefined);
  };

  return (
    <form
      ref={form}
      noValidate
      aria-labelledby="step-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <fieldset>
        <label class="choice">
          <input type="radio" name="how" checked={!joining} onChange={() => choose(false)} />
          {say("newWorkspace")}
        </label>
        <label class="choice">
          <input type="radio" name="how" checked={joining} onChange={() => choose(true)} />
          {say("haveCode")}
        </label>
      </fieldset>
      {joining ? (
        <TextField
          key="code"
          name="code"
          label={say("code")}
          help={say("codeHelp")}
          value={code}
          error={empty ? "wantCode" : undefined}
          onText={setCode}
        />
      ) : (
        <TextField
          key="name"
          name="name"
          maxLength={200}
          label={say("workspaceName")}
          help={say("workspaceHelp")}
          value={name}
          error={empty ? "wantName" : undefined}
          onText={setName}
        />
      )}
      <p class="submit">
        <button type="submit" class="primary" aria-disabled={busy}>
          {say(busy ? "pairing" : joining ? "joinWorkspace" : "createWorkspace")}
        </button>
      </p>
      {trouble && <TroubleMessage trouble={trouble} />}
    </form>
  );
}
