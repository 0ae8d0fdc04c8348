// One field of the form of a source: typed, chosen, or read from a file that is picked or dropped.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import type { Word } from "../words.ts";
import { isKeyFile, type SourceField } from "./fields.ts";

interface Props {
  readonly field: SourceField;
  readonly text: string;
  readonly error: Word | undefined;
  readonly onText: (text: string) => void;
  readonly onError: (word: Word) => void;
}

export function FieldInput(props: Props): VNode {
  const { field, text, error, onText } = props;
  const { say, language } = useSpeech();
  if (field.kind === "file") return <FileInput {...props} />;
  if (field.kind === "choice") return <ChoiceInput {...props} />;
  const label = field.label[language];
  return (
    <TextField
      name={field.path}
      type={field.kind === "secret" ? "password" : "text"}
      label={field.optional ? `${label} (${say("optionalField")})` : label}
      help={field.help[language]}
      value={text}
      error={error}
      onText={onText}
    />
  );
}

function ChoiceInput({ field, text, error, onText }: Props): VNode {
  const { say, language } = useSpeech();
  const id = `field-${field.path}`;
  return (
    <div class="field">
      <label for={id}>{field.label[language]}</label>
      <select
        id={id}
        name={field.path}
        value={text}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error ${id}-help` : `${id}-help`}
        onChange={(event) => onText(event.currentTarget.value)}
      >
        <option value="">{field.optional ? `(${say("optionalField")})` : ""}</option>
        {field.choices?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label[language]}
          </option>
        ))}
      </select>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {say(error)}
        </p>
      )}
      <p class="help" id={`${id}-help`}>
        {field.help[language]}
      </p>
    </div>
  );
}

/** The file is read here: only its text goes to the Worker, and none of it stays in the sheet. */
function FileInput({ field, text, error, onText, onError }: Props): VNode {
  const { say, language } = useSpeech();
  const [name, setName] = useState("");
  const [over, setOver] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const content = await file.text();
    const good = isKeyFile(content);
    setName(good ? file.name : "");
    onText(good ? content : "");
    if (!good) onError("fileUnreadable");
  };
  return (
    <div
      class={over ? "drop over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void read(event.dataTransfer?.files[0]);
      }}
    >
      <TextField
        name={field.path}
        type="file"
        accept=".json,application/json"
        label={field.label[language]}
        help={`${field.help[language]} ${say("dropFile")}`}
        error={error}
        onChange={(event) => void read(event.currentTarget.files?.[0])}
      />
      <p class="help" role="status">
        {text !== "" && name !== "" && say("fileRead", { name })}
      </p>
    </div>
  );
}
