// The form that writes a KPI's formula in the selected cell of the sheet.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Kpi } from "../../shared/kpi.ts";
import { metrics } from "../../shared/metrics.ts";
import { printReference } from "../cell-formula.ts";
import { FormulaField } from "./formula-field.tsx";
import { InsertOutcome, type Outcome } from "./insert-outcome.tsx";
import {
  calledWith,
  cautionOn,
  exampleTexts,
  fieldsOf,
  isCountedOnce,
  previewFormula,
  readFields,
  type Texts,
} from "./insertion.ts";
import { useSpeech } from "./language.ts";
import { ask } from "./server.ts";

export function InsertForm({ kpi }: { kpi: Kpi }): VNode {
  const { say, language, sheetLocale } = useSpeech();
  const [fromAnswers, setFromAnswers] = useState(kpi.answers !== undefined);
  const [texts, setTexts] = useState<Texts>({});
  const [submitted, setSubmitted] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (kpi.kind !== "quantity" || isCountedOnce(kpi)) return;
    void ask("freshness").then((answer) => {
      const tab = "value" in answer ? answer.value.dataTab : null;
      const table = tab === null ? undefined : printReference({ sheet: tab, a1: "A:Z" });
      // What was typed meanwhile stays.
      if (table !== undefined) setTexts((typed) => ({ table, ...typed }));
    });
  }, [kpi]);

  const example = exampleTexts(kpi, sheetLocale);
  const fields = fieldsOf(kpi, fromAnswers);
  const reading = readFields(fields, texts);
  const errors = "errors" in reading ? reading.errors : {};
  const busy = outcome?.kind === "busy";

  const write = async (replace?: string): Promise<void> => {
    setSubmitted(true);
    if ("errors" in reading) {
      const first = fields.find(({ name }) => errors[name]);
      form.current?.querySelector<HTMLElement>(`[name="${first?.name}"]`)?.focus();
      return;
    }
    setOutcome({ kind: "busy" });
    const answer = await ask("insert", { ...calledWith(kpi, reading.args), ...(replace && { replace }) });
    setOutcome("value" in answer ? { kind: "inserted", ...answer.value } : answer.failure);
  };
  const setText = (name: string, text: string): void => {
    setTexts((before) => ({ ...before, [name]: text }));
    setOutcome(undefined);
  };
  const fillWith = (values: Texts): void => {
    setFromAnswers(false);
    setTexts(values);
    setOutcome(undefined);
  };

  return (
    <form
      ref={form}
      noValidate
      aria-labelledby="insert-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void write();
      }}
    >
      <h3 id="insert-title">{say("insertTitle")}</h3>
      {kpi.kind !== "quantity" && <p class="help">{say("insertHelp")}</p>}
      {kpi.answers && (
        <fieldset>
          <legend>{say("from")}</legend>
          <Choice checked={fromAnswers} onChoose={() => setFromAnswers(true)}>
            {say("fromAnswers", { name: metrics[kpi.answers.metric].label[language] })}
          </Choice>
          <Choice checked={!fromAnswers} onChoose={() => setFromAnswers(false)}>
            {say("fromCounts", { count: kpi.args.length })}
          </Choice>
        </fieldset>
      )}
      {fields.map((field) => (
        <FormulaField
          key={field.name}
          field={field}
          text={texts[field.name] ?? ""}
          error={errors[field.name]}
          caution={cautionOn(field, texts)}
          submitted={submitted}
          onText={(text) => setText(field.name, text)}
          onFailure={setOutcome}
        />
      ))}
      {example && (
        <button type="button" class="plain" onClick={() => fillWith(example)}>
          {say("fillExample")}
        </button>
      )}
      <p class="preview">
        <span>{say("preview")}</span>
        <code>{previewFormula(kpi, fields, texts, { language, sheetLocale })}</code>
      </p>
      <p class="submit">
        <button type="submit" class="primary" aria-disabled={busy}>
          {say(busy ? "inserting" : "insert")}
        </button>
        <span>{say("insertWhere")}</span>
      </p>
      <InsertOutcome
        outcome={outcome}
        onReplace={(cell) => void write(cell)}
        onCancel={() => setOutcome(undefined)}
      />
    </form>
  );
}

function Choice(props: { checked: boolean; onChoose: () => void; children: string }): VNode {
  return (
    <label class="choice">
      <input type="radio" name="from" checked={props.checked} onChange={props.onChoose} />
      {props.children}
    </label>
  );
}
