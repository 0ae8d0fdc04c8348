// The last of the first steps: a formula over the figures that just came, written in the sheet by one button.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { argumentSeparator, printArgument, printCellFormula } from "../cell-formula.ts";
import type { FormulaArgument } from "../door.ts";
import { InsertOutcome, type Outcome } from "./insert-outcome.tsx";
import { useSpeech } from "./language.ts";
import { ask } from "./server.ts";

export function TryFormula({ tab, onEnd }: { tab: string; onEnd: () => void }): VNode {
  const { say, sheetLocale } = useSpeech();
  const [outcome, setOutcome] = useState<Outcome>();
  const args: FormulaArgument[] = ["CR", { sheet: tab, a1: "A:Z" }];
  const printed = args.map((argument) => printArgument(argument));
  const write = async (replace?: string): Promise<void> => {
    setOutcome({ kind: "busy" });
    const answer = await ask("insert", { name: "KPI", args, ...(replace && { replace }) });
    setOutcome("value" in answer ? { kind: "inserted", ...answer.value } : answer.failure);
  };
  return (
    <>
      <p>{say("figuresAreThere", { tab })}</p>
      <p class="preview">
        <code>{printCellFormula("KPI", printed, argumentSeparator(sheetLocale))}</code>
      </p>
      <p class="submit">
        <button
          type="button"
          class="primary"
          aria-disabled={outcome?.kind === "busy"}
          onClick={() => void write()}
        >
          {say(outcome?.kind === "busy" ? "inserting" : "insertTry")}
        </button>
        <button type="button" onClick={onEnd}>
          {say("endSteps")}
        </button>
      </p>
      <InsertOutcome
        outcome={outcome}
        onReplace={(cell) => void write(cell)}
        onCancel={() => setOutcome(undefined)}
      />
    </>
  );
}
