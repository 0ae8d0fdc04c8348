// Follows the syncs that run, and refreshes the sheet when one ends.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Connection } from "../../shared/api/sources.ts";
import type { RefreshState } from "../refresh-state.ts";
import { ask, type Failure } from "./server.ts";

/** How long to wait before each new look, in milliseconds; then as long as the last. */
const WAITS = [2000, 2000, 3000, 4000, 6000, 8000, 10_000];

export type SyncOutcome = RefreshState | { readonly unasked: Failure };

/** @returns what the refresh after the last sync came to, if one ended since the view was opened */
export function useSyncWatch(
  connections: readonly Connection[] | undefined,
  reload: () => Promise<void>,
): SyncOutcome | undefined {
  const [outcome, setOutcome] = useState<SyncOutcome>();
  const runningBefore = useRef<readonly string[]>([]);
  const looks = useRef(0);

  useEffect(() => {
    if (!connections) return undefined;
    const running = connections.filter(({ state }) => state === "running").map(({ id }) => id);
    const ended = runningBefore.current.filter((id) => !running.includes(id));
    const started = running.some((id) => !runningBefore.current.includes(id));
    runningBefore.current = running;
    if (started) {
      looks.current = 0;
      setOutcome(undefined);
    }
    if (ended.length > 0) {
      void ask("refresh").then((answer) =>
        setOutcome("value" in answer ? answer.value : { unasked: answer.failure }),
      );
    }
    if (running.length === 0) return undefined;
    const wait = WAITS[Math.min(looks.current, WAITS.length - 1)] ?? 0;
    looks.current += 1;
    const timer = setTimeout(() => void reload(), wait);
    return () => clearTimeout(timer);
  }, [connections, reload]);
  return outcome;
}
