// The fields of an objective: its KPI, what it is about, where it starts, where it should arrive, and when.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { families } from "../../shared/kpi.ts";
import { parseNumber } from "../../shared/number.ts";
import { addDays } from "../../shared/period.ts";
import { valueInWords } from "./kpi-words.ts";
import { useSpeech } from "./language.ts";
import { type DraftErrors, type DraftTexts, measurable, scopeOf, typedFigure } from "./objective-draft.ts";
import { groupByFamily } from "./search.ts";
import { TextField } from "./text-field.tsx";
import { dayOf } from "./when.ts";
import { readKpi, type Trouble } from "./worker.ts";

interface Props {
  readonly texts: DraftTexts;
  readonly errors: DraftErrors;
  readonly onChange: (part: Partial<DraftTexts>) => void;
  readonly onTrouble: (trouble: Trouble | undefined) => void;
}

export function ObjectiveFields(props: Props): VNode {
  const { texts, errors, onChange } = props;
  const { say, language } = useSpeech();
  const kpi = measurable.find(({ name }) => name === texts.kpi);
  return (
    <>
      <KpiField {...props} />
      <TextField
        name="title"
        maxLength={200}
        label={`${say("titleField")} (${say("optional")})`}
        value={texts.title}
        placeholder={kpi?.label[language] ?? ""}
        onText={(title) => onChange({ title })}
      />
      <ScopeFields {...props} />
      <Figure {...props} field="baseline" />
      <TakeRecent {...props} />
      <Figure {...props} field="target" />
      <div class="pair">
        <TextField
          name="start"
          type="date"
          label={say("startField")}
          value={texts.start}
          error={errors.start}
          onText={(start) => onChange({ start })}
        />
        <TextField
          name="deadline"
          type="date"
          label={say("deadlineField")}
          value={texts.deadline}
          min={texts.start}
          error={errors.deadline}
          onText={(deadline) => onChange({ deadline })}
        />
      </div>
    </>
  );
}

function KpiField({ texts, errors, onChange }: Props): VNode {
  const { say, language } = useSpeech();
  return (
    <div class="field">
      <label for="field-kpi">{say("kpiField")}</label>
      <select
        id="field-kpi"
        name="kpi"
        value={texts.kpi}
        aria-invalid={errors.kpi !== undefined}
        {...(errors.kpi && { "aria-describedby": "field-kpi-error" })}
        onChange={(event) => onChange({ kpi: event.currentTarget.value })}
      >
        <option value="">{say("chooseKpi")}</option>
        {groupByFamily(measurable).map(({ family, kpis }) => (
          <optgroup key={family} label={families[family][language]}>
            {kpis.map(({ name, label }) => (
              <option key={name} value={name}>
                {name} · {label[language]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {errors.kpi && (
        <p class="field-error" id="field-kpi-error">
          {say(errors.kpi)}
        </p>
      )}
    </div>
  );
}

const SCOPES = [
  { scope: "all", word: "everything" },
  { scope: "channel", word: "channel" },
  { scope: "campaign", word: "campaign" },
] as const;

function ScopeFields({ texts, errors, onChange }: Props): VNode {
  const { say } = useSpeech();
  const suggestions = useNames(texts);
  return (
    <>
      <fieldset>
        <legend>{say("scopeField")}</legend>
        {SCOPES.map(({ scope, word }) => (
          <label key={scope} class="choice">
            <input
              type="radio"
              name="scope"
              checked={texts.scope === scope}
              onChange={() => onChange({ scope, within: "" })}
            />
            {say(word)}
          </label>
        ))}
      </fieldset>
      {texts.scope !== "all" && (
        <TextField
          name="within"
          maxLength={200}
          label={say(texts.scope === "channel" ? "channelName" : "campaignName")}
          value={texts.within}
          error={errors.within}
          suggestions={suggestions}
          onText={(within) => onChange({ within })}
        />
      )}
    </>
  );
}

/** The channels or campaigns that the figures know. */
function useNames({ kpi, scope }: DraftTexts): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    setNames([]);
    if (scope === "all" || kpi === "") return undefined;
    void readKpi(kpi, { by: scope }).then((result) => {
      if (current && "body" in result)
        setNames((result.body.rows ?? []).map(({ key }) => key).filter(Boolean));
    });
    return () => {
      current = false;
    };
  }, [kpi, scope]);
  return names;
}

function Figure({ field, texts, errors, onChange }: Props & { field: "baseline" | "target" }): VNode {
  const { say, language } = useSpeech();
  const unit = measurable.find(({ name }) => name === texts.kpi)?.unit;
  const value = parseNumber(texts[field]);
  const help =
    value !== undefined && unit
      ? say("readAs", { value: valueInWords(value, unit, language) })
      : unit === "rate" && say("rateHelp");
  return (
    <TextField
      name={field}
      inputMode="decimal"
      label={say(field === "baseline" ? "baselineField" : "targetField")}
      value={texts[field]}
      error={errors[field]}
      help={help}
      onText={(text) => onChange({ [field]: text })}
    />
  );
}

/** Fills in what the KPI is worth today, which most objectives start from. */
function TakeRecent({ texts, onChange, onTrouble }: Props): VNode | null {
  const { say, language } = useSpeech();
  const [why, setWhy] = useState("");
  const kpi = measurable.find(({ name }) => name === texts.kpi);
  if (!kpi) return null;
  const take = async (): Promise<void> => {
    setWhy("");
    onTrouble(undefined);
    const today = dayOf(Date.now());
    const period = { from: addDays(today, -30), to: addDays(today, -1) };
    const result = await readKpi(kpi.name, { ...period, scope: scopeOf(texts) });
    if ("trouble" in result) return onTrouble(result.trouble);
    const { value, problem } = result.body;
    if (value === null) return setWhy(problem.words[language]);
    const rounded = Number(value.toPrecision(3));
    onChange({ baseline: typedFigure(rounded, kpi.unit === "rate", language) });
  };
  return (
    <div>
      <button type="button" class="plain" onClick={() => void take()}>
        {say("takeRecent")}
      </button>
      <p class="help" role="status">
        {why}
      </p>
    </div>
  );
}
