// Whether this spreadsheet belongs to a workspace, and which, for every view that needs to know.
import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import type { Workspace } from "../../shared/api/workspace.ts";
import { ask } from "./server.ts";
import { readWorkspace, type Trouble } from "./worker.ts";

export interface Pairing {
  readonly state: "unknown" | "unpaired" | "paired";
  /** The name of the spreadsheet. */
  readonly spreadsheet: string;
  /** Once the Worker has told. */
  readonly workspace?: Workspace | undefined;
  readonly trouble?: Trouble | undefined;
  readonly reload: () => void;
}

export const PairingContext = createContext<Pairing>({ state: "unknown", spreadsheet: "", reload: () => {} });

export function usePairing(): Pairing {
  return useContext(PairingContext);
}

/** Asks the script at once, and the Worker once a view `needed` its answer. */
export function usePairingState(needed: boolean): Pairing {
  const [known, setKnown] = useState<Omit<Pairing, "reload">>({ state: "unknown", spreadsheet: "" });
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    void ask("paired").then((answer) => {
      if ("failure" in answer) setKnown({ state: "unknown", spreadsheet: "", trouble: answer.failure });
      else {
        const { paired, spreadsheet } = answer.value;
        setKnown({ state: paired ? "paired" : "unpaired", spreadsheet });
      }
    });
  }, [asked]);

  const { state, workspace, trouble } = known;
  useEffect(() => {
    if (!needed || state !== "paired" || workspace || trouble) return;
    void readWorkspace().then((result) => {
      setKnown((before) =>
        "body" in result ? { ...before, workspace: result.body } : { ...before, trouble: result.trouble },
      );
    });
  }, [needed, state, workspace, trouble]);

  const reload = useCallback(() => setAsked((times) => times + 1), []);
  return { ...known, reload };
}
