// The add-on's clock triggers, run while the page is open: an hour there is a minute here.
import type { KeptTrigger } from "../google/services/script-app.ts";
import type { PageRuntime } from "../google/page-runtime.ts";

const LOCAL_HOUR_MS = 60_000;

/** Runs what is due, one after the other. @param kept the triggers by id, as the store keeps them. */
export function runClockTriggers(runtime: PageRuntime, kept: () => Record<string, string>): void {
  let hours = 0;
  let running = false;
  const tick = async (): Promise<void> => {
    hours += 1;
    if (running) return;
    running = true;
    for (const text of Object.values(kept())) {
      const { handler, everyHours } = JSON.parse(text) as KeptTrigger;
      if (hours % everyHours === 0) await runtime.entry(handler, "FULL").catch(console.error);
    }
    running = false;
  };
  setInterval(() => void tick(), LOCAL_HOUR_MS);
}
