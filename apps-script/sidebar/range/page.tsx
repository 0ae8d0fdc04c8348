// The page that connects a range of the sheet, or changes where it is and what its columns mean.
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../../../shared/api/sources.ts";
import { formatNumber } from "../../../shared/number.ts";
import { lackingIn } from "../../../shared/range/mapping.ts";
import type { ShownRange } from "../../door.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { ask } from "../server.ts";
import { focusFirstError, TextField } from "../text-field.tsx";
import { TroubleMessage } from "../trouble.tsx";
import type { Trouble } from "../worker.ts";
import type { Word } from "../words.ts";
import { ChoosePart } from "./choose-part.tsx";
import { ColumnsPart } from "./columns-part.tsx";
import { draftOf, knownRange, mappingOf, type RangeDraft } from "./draft.ts";
import { PreviewPart } from "./preview-part.tsx";
import { KindPart, ReadingPart } from "./reading-part.tsx";
import { saveRange } from "./save.ts";

interface Props {
  /** The range to change; without it, a new one. */
  readonly connection?: Connection | undefined;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export function RangePage({ connection, onDone, onBack }: Props): VNode {
  const { say, sheetLocale } = useSpeech();
  const [draft, setDraft] = useState<RangeDraft>();
  const [headless, setHeadless] = useState<string>();
  const title = useRef<HTMLHeadingElement>(null);
  const known = connection && knownRange(connection);
  const take = (shown: ShownRange): void => {
    const found = draftOf(shown, sheetLocale, known?.mapping);
    setDraft(found);
    setHeadless(found ? undefined : placeName(shown));
  };
  const chosen = draft !== undefined;
  useEffect(() => title.current?.focus(), [chosen]);
  useEffect(() => {
    // Where its tab is still there, a range that is connected is shown as it is.
    if (known) void ask("range", known.place).then((answer) => "value" in answer && take(answer.value));
  }, []);
  return (
    <div class="page range">
      <button type="button" class="back" onClick={onBack}>
        <Icon name="back" />
        {say("backToSources")}
      </button>
      <h2 ref={title} tabIndex={-1}>
        {connection ? say("changeRange", { name: connection.name }) : say("addRange")}
      </h2>
      {draft ? (
        <Columns
          draft={draft}
          connection={connection}
          onChange={setDraft}
          onOther={() => setDraft(undefined)}
          onDone={onDone}
        />
      ) : (
        <>
          <p class="help">{say("rangeWhy")}</p>
          <ChoosePart onShown={take} />
          {headless !== undefined && (
            <p class="message error" role="alert">
              <Icon name="warning" />
              <span>{say("noHeader", { place: headless })}</span>
            </p>
          )}
        </>
      )}
    </div>
  );
}

function placeName({ tab, place }: ShownRange): string {
  return `${tab}!${place.a1}`;
}

interface ColumnsProps {
  readonly draft: RangeDraft;
  readonly connection: Connection | undefined;
  readonly onChange: (draft: RangeDraft) => void;
  readonly onOther: () => void;
  readonly onDone: () => void;
}

function Columns({ draft, connection, onChange, onOther, onDone }: ColumnsProps): VNode {
  const { say, language } = useSpeech();
  const [name, setName] = useState(connection?.name ?? draft.shown.tab);
  const [error, setError] = useState<{
    readonly name?: Word;
    readonly currency?: Word;
    readonly columns?: Word;
  }>({});
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  // Made by a first try whose rows could not be sent: the next one changes it.
  const made = useRef(connection?.id);
  const form = useRef<HTMLFormElement>(null);
  const { shown } = draft;
  const rows = Math.max(0, shown.total - draft.header - 1);

  const save = async (): Promise<void> => {
    const lacking = lackingIn(mappingOf(draft));
    const found = {
      ...(name.trim() === "" && { name: "wantName" as const }),
      ...(lacking === "currency" && { currency: "wantCurrency" as const }),
      ...(lacking === "date" && { columns: "wantDateColumn" as const }),
      ...(lacking === "figure" && { columns: "wantFigureColumn" as const }),
    };
    setError(found);
    if (Object.keys(found).length > 0) return focusFirstError(form.current);
    setBusy(true);
    setTrouble(undefined);
    const result = await saveRange(made.current, name.trim(), draft);
    setBusy(false);
    made.current = result.id;
    if (result.trouble) return setTrouble(result.trouble);
    onDone();
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <p>
        {say("rangeRows", { place: placeName(shown), rows: formatNumber(rows, language) })}.{" "}
        {!/\d$/.test(shown.place.a1) && say("rangeOpen")}
      </p>
      <button type="button" class="plain" onClick={onOther}>
        {say("otherRange")}
      </button>
      <TextField
        name="name"
        maxLength={200}
        label={say("sourceName")}
        help={say("sourceNameHelp")}
        value={name}
        error={error.name}
        onText={setName}
      />
      <KindPart draft={draft} onChange={onChange} />
      <ColumnsPart draft={draft} onChange={onChange} />
      <ReadingPart draft={draft} onChange={onChange} error={error.currency} />
      {error.columns && (
        <p class="field-error" role="alert">
          {say(error.columns)}
        </p>
      )}
      <PreviewPart draft={draft} />
      <p class="submit">
        <button type="submit" class="primary" aria-disabled={busy}>
          {say(busy ? "sendingRange" : connection ? "saveRange" : "connect")}
        </button>
      </p>
      {trouble && <TroubleMessage trouble={trouble} />}
    </form>
  );
}
