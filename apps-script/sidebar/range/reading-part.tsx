// How the cells of a range are read: what a row is, and what its dates, numbers and amounts leave open.
import type { VNode } from "preact";
import { channelNames, type ChannelName } from "../../../shared/range/channel-names.ts";
import { hasMoney, type RangeMapping, type RowKind } from "../../../shared/range/mapping.ts";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import type { Word } from "../words.ts";
import { hasSlashedDates, hasUndecidedNumbers, type RangeDraft, withKind } from "./draft.ts";

const KINDS: readonly (readonly [RowKind, Word])[] = [
  ["figures", "rowFigures"],
  ["scores", "rowScores"],
  ["orders", "rowOrders"],
];
const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "CAD", "MAD", "XOF"];

interface Props {
  readonly draft: RangeDraft;
  readonly onChange: (draft: RangeDraft) => void;
}

/** What a row is. */
export function KindPart({ draft, onChange }: Props): VNode {
  const { say } = useSpeech();
  return (
    <fieldset class="stacked">
      <legend>{say("rowKind")}</legend>
      {KINDS.map(([kind, word]) => (
        <label class="choice" key={kind}>
          <input
            type="radio"
            name="rowKind"
            checked={draft.mapping.kind === kind}
            onChange={() => onChange(withKind(draft, kind))}
          />
          <span>{say(word)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the cells themselves leave open. */
export function ReadingPart({ draft, onChange, error }: Props & { readonly error: Word | undefined }): VNode {
  const { say, language } = useSpeech();
  const { mapping } = draft;
  const set = (change: Partial<RangeMapping>): void =>
    onChange({ ...draft, mapping: { ...mapping, ...change } });
  const channels = Object.entries(channelNames).filter(([name]) => name !== "unknown");
  const namesChannel = mapping.columns.some(({ role }) => role === "channel");
  return (
    <>
      {hasSlashedDates(draft) && (
        <Choice
          name="dateOrder"
          value={mapping.dayFirst ? "day" : "month"}
          options={[
            ["day", say("dayFirst")],
            ["month", say("monthFirst")],
          ]}
          onChoose={(value) => set({ dayFirst: value === "day" })}
        />
      )}
      {hasUndecidedNumbers(draft) && (
        <Choice
          name="decimalMark"
          value={mapping.decimal}
          options={[
            [",", say("decimalComma")],
            [".", say("decimalPoint")],
          ]}
          onChoose={(value) => set({ decimal: value === "," ? "," : "." })}
        />
      )}
      {hasMoney(mapping) && (
        <TextField
          name="currency"
          label={say("currencyOf")}
          help={say("currencyHelp")}
          maxLength={3}
          value={mapping.currency ?? ""}
          suggestions={CURRENCIES}
          error={error}
          onText={(text) => set({ currency: text.trim().toUpperCase() || null })}
        />
      )}
      {!namesChannel && (
        <Choice
          name="channelOfAll"
          value={mapping.channel ?? ""}
          options={[
            ["", say("channelUnsaid")],
            ...channels.map(([name, words]) => [name, words[language]] as const),
          ]}
          onChoose={(value) => set({ channel: value === "" ? null : (value as ChannelName) })}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly name: Word;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ name, value, options, onChoose }: ChoiceProps): VNode {
  const { say } = useSpeech();
  return (
    <div class="field">
      <label for={name}>{say(name)}</label>
      <select id={name} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {options.map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
