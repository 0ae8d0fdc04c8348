// What a view reads from the Worker: when it is shown, and again when asked to.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Result, Trouble } from "./worker.ts";

export interface Loaded<Body> {
  /** The last that was read; it stays when a later reading fails. */
  readonly body?: Body | undefined;
  readonly trouble?: Trouble | undefined;
  readonly reload: () => Promise<void>;
}

/** @param read stays the same function from one rendering to the next */
export function useLoaded<Body>(read: () => Promise<Result<Body>>, shown: boolean): Loaded<Body> {
  const [known, setKnown] = useState<{ body?: Body; trouble?: Trouble }>({});
  const latest = useRef(0);
  const reload = useCallback(async () => {
    const turn = (latest.current += 1);
    const result = await read();
    // Of two readings under way, the one asked last tells.
    if (turn !== latest.current) return;
    setKnown((before) => ("body" in result ? { body: result.body } : { ...before, trouble: result.trouble }));
  }, [read]);
  useEffect(() => {
    if (shown) void reload();
  }, [shown, reload]);
  return { ...known, reload };
}
