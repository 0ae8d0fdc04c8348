// One input of a form, under its label, with what helps and what is wrong.
import type { ComponentChildren, InputHTMLAttributes, TargetedEvent, VNode } from "preact";
import { useSpeech } from "./language.ts";
import type { Word } from "./words.ts";

interface Props {
  readonly name: string;
  readonly type?: "text" | "password" | "file" | "date";
  readonly value?: string;
  readonly maxLength?: number;
  readonly min?: string;
  readonly placeholder?: string;
  readonly inputMode?: "decimal";
  readonly accept?: string;
  readonly readOnly?: boolean;
  readonly onChange?: (event: TargetedEvent<HTMLInputElement>) => void;
  readonly label: string;
  readonly help?: ComponentChildren;
  readonly error?: Word | undefined;
  /** What may be chosen instead of typed. */
  readonly suggestions?: readonly string[];
  readonly onText?: (text: string) => void;
}

export function TextField({
  label,
  help,
  error,
  suggestions,
  onText,
  type = "text",
  ...input
}: Props): VNode {
  const { say } = useSpeech();
  const id = `field-${input.name}`;
  const about = [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(" ");
  // One kind of input among several, which the types of JSX tell apart only where the kind is written out.
  const attributes = {
    ...input,
    type,
    id,
    autocomplete: "off",
    spellcheck: false,
    "aria-invalid": error !== undefined,
    ...(about && { "aria-describedby": about }),
    ...(suggestions && { list: `${id}-list` }),
    ...(onText && {
      onInput: (event: TargetedEvent<HTMLInputElement>) => onText(event.currentTarget.value),
    }),
  } as InputHTMLAttributes;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input {...attributes} />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {say(error)}
        </p>
      )}
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

/** Puts the keyboard where the first mistake of a form is. */
export function focusFirstError(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
