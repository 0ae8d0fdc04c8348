// Choosing a range: what is selected in the sheet, or a file that becomes a tab.
import type { TargetedDragEvent, VNode } from "preact";
import { useState } from "preact/hooks";
import { MOST_RANGE_ROWS, type RangePlace } from "../../../shared/api/ranges.ts";
import { formatNumber } from "../../../shared/number.ts";
import type { ShownRange } from "../../door.ts";
import { Icon } from "../icons.tsx";
import { useSpeech } from "../language.ts";
import { FailureMessage } from "../message.tsx";
import { ask, type Failure } from "../server.ts";
import { TextField } from "../text-field.tsx";
import { tabOf } from "./csv.ts";
import { textOfFile } from "./file-text.ts";

const LARGEST_FILE = 10 * 1024 * 1024;

interface Props {
  /** Whether the range has a header is for its caller to say. */
  readonly onShown: (shown: ShownRange) => void;
}

export function ChoosePart({ onShown }: Props): VNode {
  const { say, sheetLocale, language } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | string>();

  const show = async (place: RangePlace | null): Promise<void> => {
    const answer = await ask("range", place);
    if ("value" in answer) onShown(answer.value);
    else setFailure(answer.failure);
  };
  const open = async (file: File): Promise<void> => {
    const text = file.size > LARGEST_FILE ? "" : textOfFile(new Uint8Array(await file.arrayBuffer()));
    const tab = text === undefined ? undefined : tabOf(file.name, text, sheetLocale);
    if (file.size > LARGEST_FILE || (tab && tab.rows.length > MOST_RANGE_ROWS + 1)) {
      return setFailure(say("largeCsv", { rows: formatNumber(MOST_RANGE_ROWS, language) }));
    }
    if (!tab) return setFailure(say("notCsv"));
    const answer = await ask("addTab", tab);
    if ("value" in answer) await show(answer.value);
    else setFailure(answer.failure);
  };
  const act = async (action: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    await action();
    setBusy(false);
  };
  const drop = (event: TargetedDragEvent<HTMLDivElement>): void => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void act(() => open(file));
  };
  return (
    <>
      <p>{say("selectRange")}</p>
      <p class="submit">
        <button type="button" class="primary" aria-disabled={busy} onClick={() => void act(() => show(null))}>
          {say("useSelection")}
        </button>
      </p>
      <div class="drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <TextField
          name="csv"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          label={say("orCsv")}
          help={say("csvHelp")}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void act(() => open(file));
          }}
        />
      </div>
      {busy && <p role="status">{say("readingRange")}</p>}
      {typeof failure === "string" ? (
        <p class="message error" role="alert">
          <Icon name="warning" />
          <span>{failure}</span>
        </p>
      ) : (
        failure && <FailureMessage failure={failure} />
      )}
    </>
  );
}
