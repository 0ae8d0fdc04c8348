// The form of an objective: a new one, or one to change. Nothing typed is lost when someone else changed it meanwhile.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Objective, ObjectiveDraft } from "../../shared/api/objectives.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import { ObjectiveConflict } from "./objective-conflict.tsx";
import { type DraftErrors, type DraftTexts, emptyDraft, readDraft, textsOf } from "./objective-draft.ts";
import { ObjectiveFields } from "./objective-fields.tsx";
import { focusFirstError } from "./text-field.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { dayOf } from "./when.ts";
import { createObjective, replaceObjective, type Trouble } from "./worker.ts";

interface Props {
  readonly objective: Objective | undefined;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export function ObjectiveForm({ objective, onDone, onBack }: Props): VNode {
  const { say, language } = useSpeech();
  const [version, setVersion] = useState(objective?.version);
  const [texts, setTexts] = useState<DraftTexts>(() =>
    objective ? textsOf(objective, language) : emptyDraft(dayOf(Date.now())),
  );
  const [errors, setErrors] = useState<DraftErrors>({});
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const save = async (over = version): Promise<void> => {
    const reading = readDraft(texts, language);
    setErrors("errors" in reading ? reading.errors : {});
    if ("errors" in reading) return focusFirstError(form.current);
    setBusy(true);
    setTrouble(undefined);
    const result = await send(objective, over, reading.draft);
    setBusy(false);
    if ("body" in result) onDone();
    else setTrouble(result.trouble);
  };
  const change = (part: Partial<DraftTexts>): void => {
    setTexts((before) => ({ ...before, ...part }));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in part))));
  };
  const theirs = trouble?.kind === "problem" ? trouble.current : undefined;
  const reading = readDraft(texts, language);
  return (
    <div class="page">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {say("backToObjectives")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        {say(objective ? "editObjective" : "newObjective")}
      </h2>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void save();
        }}
      >
        <ObjectiveFields texts={texts} errors={errors} onChange={change} onTrouble={setTrouble} />
        <p class="submit">
          <button type="submit" class="primary" aria-disabled={busy}>
            {say(busy ? "saving" : "save")}
          </button>
          <button type="button" onClick={onBack}>
            {say("cancel")}
          </button>
        </p>
      </form>
      {theirs && "draft" in reading ? (
        <ObjectiveConflict
          theirs={theirs}
          mine={reading.draft}
          onKeepMine={() => {
            setVersion(theirs.version);
            void save(theirs.version);
          }}
          onTakeTheirs={() => {
            setVersion(theirs.version);
            setTexts(textsOf(theirs, language));
            setTrouble(undefined);
          }}
        />
      ) : (
        trouble && <TroubleMessage trouble={trouble} />
      )}
    </div>
  );
}

function send(objective: Objective | undefined, version: number | undefined, draft: ObjectiveDraft) {
  return objective && version !== undefined
    ? replaceObjective(objective.id, version, draft)
    : createObjective(draft);
}
