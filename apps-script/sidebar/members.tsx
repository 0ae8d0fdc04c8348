// Who is in the workspace, and for an owner, removing someone.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Member, Workspace } from "../../shared/api/workspace.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import { Question } from "./question.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { removeMember, type Trouble } from "./worker.ts";

export function Members({ workspace: { role, members } }: { workspace: Workspace }): VNode {
  const { say } = useSpeech();
  const [asking, setAsking] = useState<Member>();
  const [gone, setGone] = useState<readonly Member[]>([]);
  const [trouble, setTrouble] = useState<Trouble>();
  const remove = async (member: Member): Promise<void> => {
    setTrouble(undefined);
    const result = await removeMember(member.id);
    setAsking(undefined);
    if ("trouble" in result) setTrouble(result.trouble);
    else setGone((before) => [...before, member]);
  };
  const left = members.filter(({ id }) => gone.every((member) => member.id !== id));
  const last = gone[gone.length - 1];
  return (
    <>
      <h3>{say("members")}</h3>
      <ul class="runs">
        {left.map((member) => (
          <li key={member.id}>
            {member.email} <span class="about">({say(member.role)})</span>
            {role === "owner" && !member.you && (
              <button
                type="button"
                class="plain"
                aria-label={say("removeMember", { email: member.email })}
                onClick={() => setAsking(member)}
              >
                {say("takeOut")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <Question
          key={asking.id}
          text="removeMemberAsk"
          values={{ email: asking.email }}
          onConfirm={() => void remove(asking)}
          onCancel={() => setAsking(undefined)}
        />
      )}
      <div role="status">
        {last && (
          <p class="message done">
            <Icon name="done" />
            <span>{say("memberRemoved", { email: last.email })}</span>
          </p>
        )}
      </div>
      {trouble && <TroubleMessage trouble={trouble} />}
    </>
  );
}
