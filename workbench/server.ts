// Runs the two Workers, workbench in front of the real one, under one local `wrangler dev`.
import { join } from "node:path";
import { startNode, type ProcessGroup } from "./process-group.ts";

const ROOT = join(import.meta.dirname, "..");

/** Starts the Workers on this port of 127.0.0.1, keeping their data in `state`; `settings` are those of `prepareSettings`. */
export function startWorkers(port: number, state: string, settings: string[]): ProcessGroup {
  const flags = [
    ...settings,
    "--ip=127.0.0.1",
    `--port=${port}`,
    "--inspector-port=0",
    `--persist-to=${state}`,
    "--show-interactive-dev-session=false",
  ];
  return startNode(["node_modules/wrangler/bin/wrangler.js", "dev", ...flags], ROOT, {
    ...process.env,
    WRANGLER_WRITE_LOGS: "false",
    // Local Workers find each other by name in a registry: each state has its own.
    WRANGLER_REGISTRY_PATH: join(state, "registry"),
  });
}

/**
 * Resolves when the real Worker answers through the workbench, once these Workers have said that they listen: what
 * answers before may be another workbench. Rejects when the time is up.
 */
export async function whenReady(url: string, workers: ProcessGroup, patienceMs = 120_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const listening = workers.output().includes(`Ready on ${url}`);
    const answer = listening ? await fetch(new URL("/healthz", url)).catch(() => null) : null;
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} does not answer.`);
}
