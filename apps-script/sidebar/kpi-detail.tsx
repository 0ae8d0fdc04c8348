// One KPI: what it says, how it is computed, an example, and the form that writes it in the sheet.
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Kpi } from "../../shared/kpi.ts";
import { directions, units } from "../../shared/kpi-words.ts";
import { Icon } from "./icons.tsx";
import { exampleFormula } from "./insertion.ts";
import { InsertForm } from "./insert-form.tsx";
import { unbrokenFormula, valueInWords } from "./kpi-words.ts";
import { useSpeech } from "./language.ts";

export function KpiDetail({ kpi, onBack }: { kpi: Kpi; onBack: () => void }): VNode {
  const { say, language, sheetLocale } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const quantity = kpi.kind === "quantity";
  return (
    <article class="kpi">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {say("allKpis")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        <span class="name">{kpi.name}</span> <span class="label">{kpi.label[language]}</span>
      </h2>
      <p>{kpi.summary[language]}</p>
      {quantity ? (
        <p class="help">{say("quantityHelp")}</p>
      ) : (
        <p class="formula">
          <strong>{kpi.name}</strong> = {unbrokenFormula(kpi, language)}
        </p>
      )}
      <dl>
        <Fact about={say("better")}>
          <span class="better">
            <Icon name={kpi.better} />
            {directions[kpi.better][language]}
          </span>
        </Fact>
        <Fact about={say("unit")}>{units[kpi.unit][language]}</Fact>
        <Fact about={say(quantity ? "toType" : "example")}>
          <code>{exampleFormula(kpi, sheetLocale)}</code>{" "}
          {!quantity && <span class="value">= {valueInWords(kpi.example.value, kpi.unit, language)}</span>}
        </Fact>
        <Fact about={say("frenchName")}>
          <code>{kpi.alias}</code>
        </Fact>
      </dl>
      <InsertForm kpi={kpi} />
    </article>
  );
}

function Fact({ about, children }: { about: string; children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{about}</dt>
      <dd>{children}</dd>
    </div>
  );
}
