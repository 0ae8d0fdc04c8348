// What happened beside the figures, day by day: a price change, a strike, a new site.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Note } from "../../../shared/objectives/evidence.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { focusFirstError, TextField } from "../text-field.tsx";
import { TroubleMessage } from "../trouble.tsx";
import { dayInWords, dayOf } from "../when.ts";
import { deleteNote, type Trouble, writeNote } from "../worker.ts";

interface Props {
  readonly notes: readonly Note[];
  readonly onChange: () => Promise<void>;
}

export function Notes({ notes, onChange }: Props): VNode {
  const { say, language } = useSpeech();
  const [writing, setWriting] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const adder = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setWriting(false);
    requestAnimationFrame(() => adder.current?.focus());
  };
  const remove = async (id: string): Promise<void> => {
    const result = await deleteNote(id);
    setTrouble("trouble" in result ? result.trouble : undefined);
    if ("body" in result) {
      await onChange();
      adder.current?.focus();
    }
  };
  return (
    <div class="notes">
      {notes.length > 0 && (
        <ol>
          {notes.map(({ id, day, text, by }) => (
            <li key={id}>
              <p>
                <strong>{dayInWords(day, language)}</strong> {text} <small>{by}</small>
              </p>
              <button
                type="button"
                class="plain"
                aria-label={say("removeNoteOf", { text })}
                onClick={() => void remove(id)}
              >
                {say("removeNote")}
              </button>
            </li>
          ))}
        </ol>
      )}
      {writing ? (
        <NoteForm onWritten={() => void onChange().then(close)} onCancel={close} />
      ) : (
        <button type="button" class="plain" ref={adder} onClick={() => setWriting(true)}>
          <Icon name="add" />
          {say("addNote")}
        </button>
      )}
      {trouble && <TroubleMessage trouble={trouble} />}
    </div>
  );
}

function NoteForm({ onWritten, onCancel }: { onWritten: () => void; onCancel: () => void }): VNode {
  const { say } = useSpeech();
  const [day, setDay] = useState(() => dayOf(Date.now()));
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const write = async (): Promise<void> => {
    setAsked(true);
    if (text.trim() === "" || day === "") return focusFirstError(form.current);
    const result = await writeNote({ day, text: text.trim() });
    if ("trouble" in result) setTrouble(result.trouble);
    else onWritten();
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <TextField
        name="noteText"
        maxLength={300}
        label={say("noteText")}
        help={say("noteHelp")}
        value={text}
        error={asked && text.trim() === "" ? "wantNote" : undefined}
        onText={setText}
      />
      <TextField
        name="noteDay"
        type="date"
        label={say("noteDay")}
        value={day}
        error={asked && day === "" ? "wantDate" : undefined}
        onText={setDay}
      />
      <p class="submit">
        <button type="submit" class="primary">
          {say("addNote")}
        </button>
        <button type="button" onClick={onCancel}>
          {say("cancel")}
        </button>
      </p>
      {trouble && <TroubleMessage trouble={trouble} />}
    </form>
  );
}
