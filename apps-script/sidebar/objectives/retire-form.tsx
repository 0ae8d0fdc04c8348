// Retiring an objective that no longer tells what matters: why, and which other takes its place.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Objective } from "../../../shared/api/objectives.ts";
import { useSpeech } from "../language.ts";
import { focusFirstError, TextField } from "../text-field.tsx";
import { TroubleMessage } from "../trouble.tsx";
import { retireObjective, type Trouble } from "../worker.ts";
import { SelectField } from "./choice-fields.tsx";

interface Props {
  readonly objective: Objective;
  readonly others: readonly Objective[];
  readonly onRetired: () => void;
  readonly onCancel: () => void;
}

export function RetireForm({ objective, others, onRetired, onCancel }: Props): VNode {
  const { say } = useSpeech();
  const [reason, setReason] = useState("");
  const [by, setBy] = useState("");
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const missing = reason.trim() === "";
  const retire = async (): Promise<void> => {
    setAsked(true);
    setTrouble(undefined);
    if (missing) return focusFirstError(form.current);
    const result = await retireObjective(objective.id, { reason: reason.trim(), replacedBy: by || null });
    if ("trouble" in result) setTrouble(result.trouble);
    else onRetired();
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void retire();
      }}
    >
      <h3>{say("retireTitle")}</h3>
      <p class="help">{say("retireHelp")}</p>
      <TextField
        name="reason"
        maxLength={500}
        label={say("retireReason")}
        value={reason}
        error={asked && missing ? "wantReason" : undefined}
        onText={setReason}
      />
      {others.length > 0 && (
        <SelectField
          name="replacedBy"
          label={`${say("retireReplacedBy")} (${say("optional")})`}
          value={by}
          blank={say("nobodyReplaces")}
          groups={[{ options: others.map(({ id, draft }) => ({ value: id, label: draft.title })) }]}
          onChoose={setBy}
        />
      )}
      <p class="submit">
        <button type="submit" class="primary">
          {say("retire")}
        </button>
        <button type="button" onClick={onCancel}>
          {say("cancel")}
        </button>
      </p>
      {trouble && <TroubleMessage trouble={trouble} />}
    </form>
  );
}
