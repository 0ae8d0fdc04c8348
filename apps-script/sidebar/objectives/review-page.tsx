// The review of an objective: its figures beside those of the last one, then a decision, with what is done and by whom.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { DecideReview, Objective } from "../../../shared/api/objectives.ts";
import { figureOf } from "../../../shared/objectives/figure.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { Fact } from "../source-state.tsx";
import { focusFirstError, TextField } from "../text-field.tsx";
import { TroubleMessage } from "../trouble.tsx";
import { dayInWords } from "../when.ts";
import { review, type Trouble } from "../worker.ts";
import { Standing } from "./card.tsx";
import { RadioFields } from "./choice-fields.tsx";
import { unitOf } from "./form.ts";
import { chancesInWords } from "./in-words.ts";
import { useMe } from "./me.ts";
import { DECISIONS } from "./reviews.tsx";
import { Why } from "./why.tsx";

interface Props {
  readonly objective: Objective;
  readonly onDone: (decided: DecideReview) => void;
  readonly onBack: () => void;
}

export function ReviewPage({ objective, onDone, onBack }: Props): VNode {
  const { say } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div class="page">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {say("backToObjective")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        {say("reviewTitle")}
        <span class="label">{objective.draft.title}</span>
      </h2>
      <Standing objective={objective} />
      <LastTime objective={objective} />
      <Why objective={objective} />
      <Decision objective={objective} onDone={onDone} onBack={onBack} />
    </div>
  );
}

/** The figures of the review before, beside which those of today are read. */
function LastTime({ objective: { draft, reviews, currency } }: { objective: Objective }): VNode {
  const { say, language } = useSpeech();
  const last = reviews[reviews.length - 1];
  if (!last) return <p class="help">{say("firstReview")}</p>;
  const { on, decision, what, valueThen, probabilityThen } = last;
  const chances = chancesInWords({ probability: probabilityThen, range: null }, language);
  return (
    <dl>
      <Fact about={say("lastReview")}>
        {dayInWords(on, language)} · {say(DECISIONS[decision])}
        {what !== "" && ` · ${what}`}
      </Fact>
      {valueThen !== null && (
        <Fact about={say("valueThen")}>{figureOf(valueThen, unitOf(draft), currency)[language]}</Fact>
      )}
      {chances !== null && <Fact about={say("chancesThen")}>{chances}</Fact>}
    </dl>
  );
}

function Decision({ objective: { id, draft }, onDone, onBack }: Props): VNode {
  const { say } = useSpeech();
  const me = useMe();
  const [decision, setDecision] = useState<DecideReview["decision"] | "">("");
  const [what, setWhat] = useState("");
  const [who, setWho] = useState<string>();
  const [asked, setAsked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const form = useRef<HTMLFormElement>(null);
  const by = who ?? (me || draft.owner);
  const wantsWhat = decision === "changed" || decision === "acted";
  const missing = wantsWhat && what.trim() === "";
  const save = async (): Promise<void> => {
    setAsked(true);
    if (decision === "") return form.current?.querySelector("input")?.focus();
    if (missing || by.trim() === "") return focusFirstError(form.current);
    const decided = { decision, what: what.trim(), by: by.trim() };
    setSaving(true);
    setTrouble(undefined);
    const result = await review(id, decided);
    setSaving(false);
    if ("trouble" in result) setTrouble(result.trouble);
    else onDone(decided);
  };
  return (
    <section>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!saving) void save();
        }}
      >
        <RadioFields
          name="decision"
          legend={say("decisionField")}
          value={decision}
          options={[
            { value: "kept", label: say("decisionKept"), more: say("decisionKeptMore") },
            { value: "acted", label: say("decisionActed"), more: say("decisionActedMore") },
            { value: "changed", label: say("decisionChanged"), more: say("decisionChangedMore") },
          ]}
          onChoose={(chosen) => setDecision(chosen as DecideReview["decision"])}
        />
        {asked && decision === "" && <p class="field-error">{say("wantDecision")}</p>}
        <TextField
          name="what"
          maxLength={500}
          label={wantsWhat ? say("decisionWhat") : `${say("decisionWhat")} (${say("optional")})`}
          value={what}
          error={asked && missing ? "wantWhat" : undefined}
          onText={setWhat}
        />
        <TextField
          name="by"
          maxLength={200}
          label={say("decisionBy")}
          value={by}
          error={asked && by.trim() === "" ? "wantWho" : undefined}
          onText={setWho}
        />
        <p class="submit">
          <button type="submit" class="primary" aria-disabled={saving}>
            {say(saving ? "saving" : "saveReview")}
          </button>
          <button type="button" onClick={onBack}>
            {say("cancel")}
          </button>
        </p>
        {trouble && <TroubleMessage trouble={trouble} />}
      </form>
    </section>
  );
}
