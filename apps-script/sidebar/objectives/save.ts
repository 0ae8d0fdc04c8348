// Saving an objective: once at a time, over the version that was opened, or not at all when someone changed it meanwhile.
import { useState } from "preact/hooks";
import type { Objective } from "../../../shared/api/objectives.ts";
import type { ObjectiveDraft } from "../../../shared/objectives/objective.ts";
import { createObjective, replaceObjective, type Trouble } from "../worker.ts";

/** What someone else made of an objective while it was being changed here. */
export interface Stale {
  /** The version that both started from. */
  readonly before: ObjectiveDraft;
  readonly theirs: Objective;
}

interface Saving {
  readonly saving: boolean;
  readonly conflict: Stale | undefined;
  readonly trouble: Trouble | undefined;
  readonly save: (draft: ObjectiveDraft) => void;
}

export function useSave(objective: Objective | undefined, onSaved: (saved: Objective) => void): Saving {
  // The last version seen here, which a save replaces.
  const [seen, setSeen] = useState(objective);
  const [state, setState] = useState<Omit<Saving, "save">>({
    saving: false,
    conflict: undefined,
    trouble: undefined,
  });
  const send = async (draft: ObjectiveDraft): Promise<void> => {
    setState((before) => ({ ...before, saving: true, trouble: undefined }));
    const result = await (seen ? replaceObjective(seen.id, seen.version, draft) : createObjective(draft));
    if ("body" in result) return onSaved(result.body);
    const { trouble } = result;
    const theirs = trouble.kind === "problem" ? trouble.current : undefined;
    if (seen && theirs) {
      setState({ saving: false, conflict: { before: seen.draft, theirs }, trouble: undefined });
      setSeen(theirs);
    } else setState((before) => ({ ...before, saving: false, trouble }));
  };
  const save = (draft: ObjectiveDraft): void => {
    if (!state.saving) void send(draft);
  };
  return { ...state, save };
}
