// A consent being asked for: its link, then how far the person is with it, looked at until it is given.
import { useCallback, useEffect, useState } from "preact/hooks";
import type { AskConsent, Consent } from "../../../shared/api/sources.ts";
import { askConsent, readConsent, type Trouble } from "../worker.ts";

/** How long to wait between two looks, in milliseconds. */
const WAIT_MS = 2000;
/** States that a person is still to change. */
const GOING: ReadonlySet<Consent["state"]> = new Set<Consent["state"]>(["asked", "opened", "answered"]);

export interface ConsentAsked {
  readonly state: "none" | "asking" | "expired" | Consent["state"];
  /** The id that stands for credentials, once the consent is granted. */
  readonly granted: string | undefined;
  /** The page to open, while it is to be. */
  readonly url: string | undefined;
  readonly problem: Consent["problem"];
  readonly trouble: Trouble | undefined;
  readonly ask: (body: AskConsent) => Promise<void>;
  /** Forgets it: what it was asked for has changed. */
  readonly reset: () => void;
}

type Known =
  | { readonly state: "none" | "asking" | "expired"; readonly trouble?: Trouble }
  | (Consent & { readonly url?: string | undefined });

const NONE: Known = { state: "none" };

export function useConsent(): ConsentAsked {
  const [known, setKnown] = useState<Known>(NONE);

  useEffect(() => {
    if (!("id" in known) || !GOING.has(known.state)) return undefined;
    const look = async (): Promise<void> => {
      const result = await readConsent(known.id);
      setKnown((before) => {
        // Asked again meanwhile: this answer is about another one.
        if (!("id" in before) || before.id !== known.id) return before;
        if ("body" in result) return { ...result.body, url: before.url };
        const gone = result.trouble.kind === "problem" && result.trouble.code === "not_found";
        // A call that came to nothing is made again.
        return gone ? { state: "expired" } : { ...before };
      });
    };
    const timer = setTimeout(() => void look(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [known]);

  const ask = useCallback(async (body: AskConsent) => {
    setKnown({ state: "asking" });
    const result = await askConsent(body);
    setKnown("body" in result ? result.body : { state: "none", trouble: result.trouble });
  }, []);
  const reset = useCallback(() => setKnown(NONE), []);

  return {
    state: known.state,
    granted: "id" in known && known.state === "granted" ? known.id : undefined,
    url: "id" in known && GOING.has(known.state) ? known.url : undefined,
    problem: "id" in known ? known.problem : null,
    trouble: "trouble" in known ? known.trouble : undefined,
    ask,
    reset,
  };
}
