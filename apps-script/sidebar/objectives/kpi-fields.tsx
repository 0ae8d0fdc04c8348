// The indicators of an objective: the one that it aims at, why, and those to look at beside it.
import type { VNode } from "preact";
import { families, type Kpi } from "../../../shared/kpi.ts";
import { roles } from "../../../shared/kpi-words.ts";
import { catalogue, findKpi } from "../../../shared/kpis/index.ts";
import type { Language } from "../../../shared/language.ts";
import { useSpeech } from "../language.ts";
import { groupByFamily } from "../search.ts";
import { type Option, SelectField } from "./choice-fields.tsx";
import type { FormProps } from "./form-props.ts";
import { besideIn, kpisFor } from "./proposals.ts";
import { sentenceCase } from "./in-words.ts";

/** Those whose value totals are enough to compute: no source tells dates or raw answers. */
const measurable = catalogue.filter(({ kind }) => kind !== "statistic");

/** How many may be looked at beside the first: more would hide what matters. */
const MOST_BESIDE = 6;

export function KpiFields(props: FormProps): VNode {
  const { say, language } = useSpeech();
  const { draft } = props.form;
  const proposal = kpisFor(draft.goal, props.evidence.metrics);
  const proposed = proposal ? [proposal.primary, ...proposal.alternatives, ...besideIn(proposal)] : [];
  return (
    <>
      <SelectField
        name="kpi"
        label={say("kpiField")}
        value={draft.kpi ?? ""}
        blank={say("chooseKpi")}
        groups={[
          ...(proposed.length > 0
            ? [
                {
                  label: say("proposedKpis"),
                  options: kpisNamed(proposed).map((kpi) => option(kpi, language)),
                },
              ]
            : []),
          ...groupByFamily(measurable.filter(({ name }) => !proposed.includes(name))).map((group) => ({
            label: families[group.family][language],
            options: group.kpis.map((kpi) => option(kpi, language)),
          })),
        ]}
        help={proposal && draft.kpi === proposal.primary ? proposal.why[language] : undefined}
        onChoose={(kpi) => props.onSay({ kpi: kpi === "" ? null : kpi })}
      />
      <Beside {...props} proposed={proposed} />
    </>
  );
}

function option({ name, label }: Kpi, language: Language): Option {
  return { value: name, label: `${sentenceCase(label[language])} (${name})` };
}

function kpisNamed(names: readonly string[]): Kpi[] {
  return names.map((name) => findKpi(name));
}

/** The secondary indicators: proposed ones to keep or not, and any other to add. */
function Beside({ form: { draft }, proposed, onSay }: FormProps & { proposed: readonly string[] }): VNode {
  const { say, language } = useSpeech();
  const { secondary, kpi } = draft;
  const shown = [...new Set([...proposed, ...secondary])].filter((name) => name !== kpi);
  const others = measurable.filter(({ name }) => name !== kpi && !shown.includes(name));
  const toggle = (name: string, kept: boolean): void =>
    onSay({ secondary: kept ? [...secondary, name] : secondary.filter((one) => one !== name) });
  const noProcess = !secondary.some((name) => findKpi(name).role === "process");
  return (
    <details class="fold">
      <summary>{say("besideKpis", { count: secondary.filter((name) => name !== kpi).length })}</summary>
      <p class="help">{say(noProcess ? "besideNoProcess" : "besideHelp")}</p>
      {kpisNamed(shown).map(({ name, label, role }) => (
        <label key={name} class="choice">
          <input
            type="checkbox"
            name={`beside-${name}`}
            checked={secondary.includes(name)}
            onChange={(event) => toggle(name, event.currentTarget.checked)}
          />
          <span>
            {sentenceCase(label[language])} <small>{roles[role][language]}</small>
          </span>
        </label>
      ))}
      {secondary.length < MOST_BESIDE && (
        <SelectField
          name="addBeside"
          label={say("addBeside")}
          value=""
          blank={say("chooseKpi")}
          groups={groupByFamily(others).map((group) => ({
            label: families[group.family][language],
            options: group.kpis.map((one) => option(one, language)),
          }))}
          onChoose={(name) => name !== "" && toggle(name, true)}
        />
      )}
    </details>
  );
}
