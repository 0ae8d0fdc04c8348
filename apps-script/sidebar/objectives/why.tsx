// Why an objective moves: read from the Worker when asked for, or at once where it does not do well.
import type { VNode } from "preact";
import { useCallback, useState } from "preact/hooks";
import type { Objective } from "../../../shared/api/objectives.ts";
import { useSpeech } from "../language.ts";
import { useLoaded } from "../loaded.ts";
import { TroubleMessage } from "../trouble.tsx";
import { readDiagnosis } from "../worker.ts";
import { Budget } from "./budget.tsx";
import { DiagnosisView } from "./diagnosis.tsx";

const UNWELL: ReadonlySet<string> = new Set(["at_risk", "off_track", "missed"]);

export function Why({ objective }: { objective: Objective }): VNode | null {
  const { say } = useSpeech();
  const { id, draft, assessment, currency } = objective;
  const { status, value } = assessment.progress;
  const [wanted, setWanted] = useState(false);
  const asked = wanted || UNWELL.has(status);
  // Other figures have another explanation.
  const read = useCallback(() => readDiagnosis(id), [id, value]);
  const { body, trouble, reload } = useLoaded(read, asked);
  if (draft.kpi === null) return null;
  return (
    <section>
      <h3>{say("whyTitle")}</h3>
      {!asked && (
        <>
          <p class="help">{say("whyHelp")}</p>
          <p class="actions">
            <button type="button" onClick={() => setWanted(true)}>
              {say("whyAsk")}
            </button>
          </p>
        </>
      )}
      <div role="status">
        {asked && !body && !trouble && <p>{say("whyReading")}</p>}
        {body && !body.diagnosis && <p class="help">{say("whyTooShort")}</p>}
        {body?.diagnosis && <DiagnosisView diagnosis={body.diagnosis} kpi={draft.kpi} currency={currency} />}
      </div>
      {trouble && <TroubleMessage trouble={trouble} onRetry={() => void reload()} />}
      {body?.budget && <Budget advice={body.budget} />}
    </section>
  );
}
