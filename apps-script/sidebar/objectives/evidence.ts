// While an objective is being defined: what the data say about it, and how it is judged, without waiting for a save.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { assess } from "../../../shared/objectives/assess.ts";
import type { Assessment } from "../../../shared/objectives/assessment.ts";
import type { Evidence } from "../../../shared/objectives/evidence.ts";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import { readEvidence, type Trouble } from "../worker.ts";
import { noEvidence } from "./form.ts";

/** Between the last change of a KPI or a scope and the question to the Worker. */
const PAUSE = 300;
/** Between the last key and a new judgement: short enough to seem at once, long enough not to slow typing down. */
const BREATH = 60;

export interface Known {
  readonly evidence: Evidence;
  readonly reading: boolean;
  readonly trouble: Trouble | undefined;
  readonly reload: () => void;
}

/** @param exclude the objective being changed, which is not its own neighbour */
export function useEvidence(draft: ObjectiveDraft, today: string, exclude: string | undefined): Known {
  const [state, setState] = useState<Omit<Known, "reload">>(() => ({
    evidence: noEvidence(today),
    reading: true,
    trouble: undefined,
  }));
  const [turn, setTurn] = useState(0);
  const { kpi, scope, secondary } = draft;
  const asked = JSON.stringify({ kpi, scope, secondary, exclude });
  const first = useRef(true);
  useEffect(() => {
    let current = true;
    // What was read over another KPI or scope says nothing of this one.
    setState(({ evidence }) => ({
      evidence: { ...evidence, series: [] },
      reading: true,
      trouble: undefined,
    }));
    const timer = setTimeout(
      () => {
        void readEvidence(JSON.parse(asked) as Parameters<typeof readEvidence>[0]).then((result) => {
          if (!current) return;
          if ("body" in result) setState({ evidence: result.body, reading: false, trouble: undefined });
          else setState((before) => ({ ...before, reading: false, trouble: result.trouble }));
        });
      },
      first.current ? 0 : PAUSE,
    );
    first.current = false;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asked, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, reload };
}

/** The judgement on a draft; that of the draft before, for the moment that a new one takes. */
export function useAssessment(draft: ObjectiveDraft, evidence: Evidence): Assessment {
  const [assessment, setAssessment] = useState<Assessment>(() => assess(draft, evidence));
  const judged = useRef({ draft, evidence });
  useEffect(() => {
    if (judged.current.draft === draft && judged.current.evidence === evidence) return undefined;
    const timer = setTimeout(() => {
      judged.current = { draft, evidence };
      setAssessment(assess(draft, evidence));
    }, BREATH);
    return () => clearTimeout(timer);
  }, [draft, evidence]);
  return assessment;
}
