// One argument of a formula: typed, taken from what is selected in the sheet, or chosen in a list.
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Words } from "../../shared/language.ts";
import { printReference } from "../cell-formula.ts";
import { Icon } from "./icons.tsx";
import type { Field } from "./insertion.ts";
import { useSpeech } from "./language.ts";
import { ask, type Failure } from "./server.ts";
import type { Word } from "./words.ts";

interface Props {
  readonly field: Field;
  readonly text: string;
  readonly error: Word | undefined;
  readonly caution: Words | undefined;
  /** After a first attempt to insert, an empty field is an error too. */
  readonly submitted: boolean;
  readonly onText: (text: string) => void;
  readonly onFailure: (failure: Failure) => void;
}

export function FormulaField(props: Props): VNode {
  const { field, text, error, caution, submitted, onText } = props;
  const { say, language } = useSpeech();
  const [left, setLeft] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = `field-${field.name}`;
  const shownError = submitted || (left && text !== "") ? error : undefined;
  const control = {
    id,
    name: field.name,
    value: text,
    "aria-invalid": shownError !== undefined,
    "aria-describedby": shownError && `${id}-error`,
    onBlur: () => setLeft(true),
  };
  const take = (selection: string): void => {
    onText(selection);
    input.current?.focus();
  };

  return (
    <div class="field">
      <label for={id}>
        {field.label[language]}
        {field.fallback !== undefined && <small> ({say("optional")})</small>}
      </label>
      {typeof field.takes === "string" ? (
        <>
          <TakeSelection {...props} onTake={take} />
          <input
            {...control}
            ref={input}
            type="text"
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => onText(event.currentTarget.value)}
          />
        </>
      ) : (
        <select
          {...control}
          value={text || String(field.fallback ?? "")}
          onChange={(event) => onText(event.currentTarget.value)}
        >
          {field.fallback === undefined && <option value="" />}
          {field.takes.map(({ name, label }) => (
            <option key={name} value={name}>
              {label[language]}
            </option>
          ))}
        </select>
      )}
      {caution && <p class="help">{caution[language]}</p>}
      {shownError && (
        <p class="field-error" id={`${id}-error`}>
          {say(shownError)}
        </p>
      )}
    </div>
  );
}

type TakeProps = Pick<Props, "field" | "onFailure"> & { readonly onTake: (selection: string) => void };

function TakeSelection({ field, onTake, onFailure }: TakeProps): VNode {
  const { say, language } = useSpeech();
  const take = async (): Promise<void> => {
    const answer = await ask("selection");
    if ("failure" in answer) onFailure(answer.failure);
    else onTake(printReference(answer.value));
  };
  return (
    <button
      type="button"
      class="plain"
      aria-label={say("takeSelectionFor", { name: field.label[language] })}
      onClick={() => void take()}
    >
      <Icon name="selection" />
      {say("takeSelection")}
    </button>
  );
}
