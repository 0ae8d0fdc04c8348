// Who changed what of an objective, version after version; read once it is opened.
import type { VNode } from "preact";
import { useCallback, useState } from "preact/hooks";
import type { Change } from "../../../shared/api/objectives.ts";
import { useSpeech } from "../language.ts";
import { useLoaded } from "../loaded.ts";
import { TroubleMessage } from "../trouble.tsx";
import { dayInWords } from "../when.ts";
import type { Word } from "../words.ts";
import { readChanges } from "../worker.ts";
import { LABELS } from "./field-words.ts";
import { differences } from "./merge.ts";

const DID: Readonly<Record<Change["did"], Word>> = {
  created: "didCreate",
  changed: "didChange",
  retired: "didRetire",
};

export function Versions({ id }: { id: string }): VNode {
  const { say } = useSpeech();
  const [opened, setOpened] = useState(false);
  const read = useCallback(() => readChanges(id), [id]);
  const { body, trouble, reload } = useLoaded(read, opened);
  return (
    <details class="fold" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{say("versionsTitle")}</summary>
      {opened && !body && !trouble && <p role="status">{say("loading")}</p>}
      {trouble && <TroubleMessage trouble={trouble} onRetry={() => void reload()} />}
      {body && <Log changes={body.changes} />}
    </details>
  );
}

function Log({ changes }: { changes: readonly Change[] }): VNode {
  const { say, language } = useSpeech();
  return (
    <ul class="log">
      {changes
        .map((change, place) => {
          const before = changes[place - 1];
          const fields = before ? differences(before.draft, change.draft) : [];
          return (
            <li key={`${change.version} ${change.did}`}>
              <p>
                <strong>{dayInWords(change.at.slice(0, 10), language)}</strong> {say(DID[change.did])}
                {fields.length > 0 && ` ${fields.map((field) => say(LABELS[field])).join(", ")}`}
              </p>
              {change.by !== null && <p class="count">{change.by}</p>}
            </li>
          );
        })
        .reverse()}
    </ul>
  );
}
