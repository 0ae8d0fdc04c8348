// The columns of a range with the meaning of each, to be corrected.
import type { VNode } from "preact";
import { dimensions } from "../../../shared/dimensions.ts";
import type { Language } from "../../../shared/language.ts";
import { isMetric, metricNamed } from "../../../shared/metrics.ts";
import { isNothing, textOf } from "../../../shared/range/cells.ts";
import { type Role, rolesFor } from "../../../shared/range/mapping.ts";
import { useSpeech } from "../language.ts";
import { say, type Word } from "../words.ts";
import { type RangeDraft, roleOf, withRole } from "./draft.ts";

const WORDS: Readonly<Record<"score" | "order" | "customer", Word>> = {
  score: "roleScore",
  order: "roleOrder",
  customer: "roleCustomer",
};

function roleName(role: Role, language: Language): string {
  if (role === "score" || role === "order" || role === "customer") return say(WORDS[role], language);
  return (isMetric(role) ? metricNamed(role) : dimensions[role]).label[language];
}

interface Props {
  readonly draft: RangeDraft;
  readonly onChange: (draft: RangeDraft) => void;
}

export function ColumnsPart({ draft, onChange }: Props): VNode {
  const { say: tell, language } = useSpeech();
  const { columns, mapping } = draft;
  const roles = rolesFor(mapping.kind);
  const order = new Intl.Collator(language);
  const metrics = roles
    .filter(isMetric)
    .sort((a, b) => order.compare(roleName(a, language), roleName(b, language)));
  const options = (some: readonly Role[]): VNode[] =>
    some.map((role) => (
      <option key={role} value={role}>
        {roleName(role, language)}
      </option>
    ));
  return (
    <fieldset class="stacked">
      <legend>{tell("columnsTitle")}</legend>
      <p class="help">{tell("columnsHelp")}</p>
      {columns.map(({ header, cells }, place) => {
        const id = `column-${place}`;
        const alone = columns.filter((column) => column.header === header).length === 1;
        const filled = cells.filter((cell) => !isNothing(cell)).map(textOf);
        const samples = [...new Set(filled)].slice(0, 2);
        const shown = samples.map((text) => (text.length > 30 ? `${text.slice(0, 29)}…` : text)).join(" · ");
        return (
          <div class="field" key={id}>
            <label for={id}>{header}</label>
            <select
              id={id}
              value={alone ? (roleOf(mapping, header) ?? "") : ""}
              disabled={!alone}
              aria-describedby={`${id}-help`}
              onChange={({ currentTarget: { value } }) =>
                onChange(withRole(draft, header, value === "" ? undefined : (value as Role)))
              }
            >
              <option value="">{tell("ignored")}</option>
              <optgroup label={tell("whatRows")}>{options(roles.filter((role) => !isMetric(role)))}</optgroup>
              {metrics.length > 0 && <optgroup label={tell("figuresGroup")}>{options(metrics)}</optgroup>}
            </select>
            <p class="help" id={`${id}-help`}>
              {alone ? shown !== "" && tell("sample", { cells: shown }) : tell("sameHeader")}
            </p>
          </div>
        );
      })}
      {mapping.columns.some(({ role }) => role === "customer") && <p class="help">{tell("customerHelp")}</p>}
    </fieldset>
  );
}
