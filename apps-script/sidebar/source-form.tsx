// The form that connects a source, or connects one again: drawn from the fields that its connector asks for.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection, ConnectorSummary } from "../../shared/api/sources.ts";
import { Icon } from "./icons.tsx";
import { useSpeech } from "./language.ts";
import { useLoaded } from "./loaded.ts";
import {
  fieldsOf,
  isKeyFile,
  missingIn,
  type SourceField,
  type SourceTexts,
  valuesIn,
} from "./source-fields.ts";
import { focusFirstError, TextField } from "./text-field.tsx";
import { TroubleMessage } from "./trouble.tsx";
import { changeConnection, connect, readConnectors, type Trouble } from "./worker.ts";
import type { Word } from "./words.ts";

interface Props {
  /** The source to connect again; without it, a new one. */
  readonly connection?: Connection | undefined;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export function SourceForm({ connection, onDone, onBack }: Props): VNode {
  const { say, language } = useSpeech();
  const { body, trouble, reload } = useLoaded(readConnectors, true);
  const [chosen, setChosen] = useState(connection?.connector);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const connectors = body?.connectors ?? [];
  const connector = connectors.find(({ name }) => name === chosen) ?? connectors[0];
  return (
    <div class="page">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {say("backToSources")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        {connection ? say("reconnectTo", { name: connection.name }) : say("addSource")}
      </h2>
      {trouble && <TroubleMessage trouble={trouble} onRetry={() => void reload()} />}
      {!body && !trouble && <p role="status">{say("loading")}</p>}
      {!connection && connectors.length > 1 && (
        <div class="field">
          <label for="connector">{say("chooseConnector")}</label>
          <select
            id="connector"
            value={connector?.name}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {connectors.map(({ name, label }) => (
              <option key={name} value={name}>
                {label[language]}
              </option>
            ))}
          </select>
        </div>
      )}
      {connector && (
        <Fields key={connector.name} connector={connector} connection={connection} onDone={onDone} />
      )}
    </div>
  );
}

type FieldsProps = Pick<Props, "connection" | "onDone"> & { readonly connector: ConnectorSummary };

function Fields({ connector, connection, onDone }: FieldsProps): VNode {
  const { say, language } = useSpeech();
  const [name, setName] = useState(connection?.name ?? connector.label[language]);
  const [texts, setTexts] = useState<SourceTexts>(() =>
    Object.fromEntries(
      Object.entries(connection?.settings ?? {}).map(([key, text]) => [`settings.${key}`, text]),
    ),
  );
  const [errors, setErrors] = useState<Readonly<Record<string, Word>>>({});
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const form = useRef<HTMLFormElement>(null);
  const fields = fieldsOf(connector);

  const setText = (path: string, text: string): void => {
    setTexts((before) => ({ ...before, [path]: text }));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== path)));
  };
  const send = async (): Promise<void> => {
    const missing = { ...missingIn(fields, texts), ...(name.trim() === "" && { name: "wantName" as const }) };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return focusFirstError(form.current);
    setBusy(true);
    setTrouble(undefined);
    const values = valuesIn(connector, texts);
    const result = connection
      ? await changeConnection(connection.id, { name: name.trim(), ...values })
      : await connect({ connector: connector.name, name: name.trim(), ...values });
    setBusy(false);
    if ("body" in result) return onDone();
    setTrouble(result.trouble);
    const wrong = result.trouble.kind === "problem" ? (result.trouble.fields ?? []) : [];
    setErrors(Object.fromEntries(wrong.map((path) => [path, "wantOther" as const])));
    if (wrong.length > 0) focusFirstError(form.current);
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <h3>{connector.label[language]}</h3>
      <p class="help">{connector.gives[language]}</p>
      <TextField
        name="name"
        maxLength={200}
        label={say("sourceName")}
        help={say("sourceNameHelp")}
        value={name}
        error={errors["name"]}
        onText={setName}
      />
      {fields.map((field) => (
        <Input
          key={field.path}
          field={field}
          text={texts[field.path] ?? ""}
          error={errors[field.path]}
          onText={(text) => setText(field.path, text)}
          onError={(word) => setErrors((before) => ({ ...before, [field.path]: word }))}
        />
      ))}
      <p class="submit">
        <button type="submit" class="primary" aria-disabled={busy}>
          {say(busy ? "trying" : connection ? "reconnect" : "connect")}
        </button>
      </p>
      {trouble && <TroubleMessage trouble={trouble} />}
    </form>
  );
}

interface InputProps {
  readonly field: SourceField;
  readonly text: string;
  readonly error: Word | undefined;
  readonly onText: (text: string) => void;
  readonly onError: (word: Word) => void;
}

function Input({ field: { path, label, help, kind }, text, error, onText, onError }: InputProps): VNode {
  const { language } = useSpeech();
  const common = { name: path, label: label[language], help: help[language], error };
  if (kind !== "file")
    return (
      <TextField {...common} type={kind === "secret" ? "password" : "text"} value={text} onText={onText} />
    );
  /** The file is read here: only its text goes to the Worker, and none of it stays in the sheet. */
  const read = async (file: File | undefined): Promise<void> => {
    const content = (await file?.text()) ?? "";
    if (isKeyFile(content)) onText(content);
    else {
      onText("");
      if (file) onError("fileUnreadable");
    }
  };
  return (
    <TextField
      {...common}
      type="file"
      accept=".json,application/json"
      onChange={(event) => void read(event.currentTarget.files?.[0])}
    />
  );
}
