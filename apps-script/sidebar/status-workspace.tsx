// The workspace: who shares it, and what its owners and this spreadsheet can do about it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Invitation, Workspace } from "../../shared/api/workspace.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import { Members } from "./members.tsx";
import { usePairing } from "./pairing.tsx";
import { Question } from "./question.tsx";
import { ask } from "./server.ts";
import { TextField } from "./text-field.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { atTime } from "./when.ts";
import { invite, resultOf, type Trouble } from "./worker.ts";

export function StatusWorkspace({ workspace }: { workspace: Workspace }): VNode {
  const { say } = useSpeech();
  const { name, role, members } = workspace;
  return (
    <section aria-labelledby="workspace">
      <h2 id="workspace">
        {say("workspace")} <span class="label">{name}</span>
      </h2>
      {role === "reader" && <p>{say("reader")}</p>}
      {members.length > 0 && <Members workspace={workspace} />}
      {role === "owner" && <Invite />}
      <Renew owner={role === "owner"} />
    </section>
  );
}

function Invite(): VNode {
  const { say, language } = useSpeech();
  const [invitation, setInvitation] = useState<Invitation>();
  const [copied, setCopied] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const make = async (): Promise<void> => {
    setTrouble(undefined);
    setCopied(false);
    const result = await invite();
    if ("trouble" in result) setTrouble(result.trouble);
    else setInvitation(result.body);
  };
  const copy = async (code: string): Promise<void> => {
    // Where the browser keeps the clipboard from a frame, the selected text can be copied by hand.
    const box = document.querySelector<HTMLInputElement>("#field-invitation");
    box?.focus();
    box?.select();
    await navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <p class="submit">
        <button type="button" onClick={() => void make()}>
          {say("invite")}
        </button>
      </p>
      {trouble && <TroubleMessage trouble={trouble} onRetry={() => void make()} />}
      {invitation && (
        <>
          <TextField
            name="invitation"
            label={say("code")}
            help={say("inviteHelp", { expires: atTime(invitation.expires, language) })}
            value={invitation.code}
            readOnly
          />
          <p class="submit">
            <button type="button" class="primary" onClick={() => void copy(invitation.code)}>
              {say("copy")}
            </button>
            <span role="status">{copied && say("copied")}</span>
          </p>
        </>
      )}
    </>
  );
}

function Renew({ owner }: { owner: boolean }): VNode {
  const { say } = useSpeech();
  const { reload } = usePairing();
  const [asking, setAsking] = useState<"rotate" | "leave">();
  const [done, setDone] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const confirm = async (): Promise<void> => {
    setTrouble(undefined);
    setDone(false);
    if (asking === "leave") {
      const answer = await ask("unpair");
      if ("failure" in answer) setTrouble(answer.failure);
      else reload();
    } else {
      const result = resultOf(await ask("rotateKey"));
      if ("trouble" in result) setTrouble(result.trouble);
      else setDone(true);
    }
    setAsking(undefined);
  };
  return (
    <>
      <p class="actions">
        {owner && (
          <button type="button" class="plain" onClick={() => setAsking("rotate")}>
            {say("rotate")}
          </button>
        )}
        <button type="button" class="plain" onClick={() => setAsking("leave")}>
          {say("leave")}
        </button>
      </p>
      {asking && (
        <Question
          key={asking}
          text={asking === "leave" ? "leaveAsk" : "rotateAsk"}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(undefined)}
        />
      )}
      <div role="status">
        {done && (
          <p class="message done">
            <Icon name="done" />
            <span>{say("rotated")}</span>
          </p>
        )}
      </div>
      {trouble && <TroubleMessage trouble={trouble} />}
    </>
  );
}
