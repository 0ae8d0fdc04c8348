// The Workflow that runs a sync: one step a page. It is disposable; the truth is the workspace's object.
import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from "cloudflare:workers";
import { readEnvironment } from "./environment.ts";
import type { Runner } from "./room.ts";
import { readPage } from "./runner.ts";

/** Only for what goes wrong between a runner and the object: failures of a source are the runner's to retry. */
const STEP = {
  retries: { limit: 3, delay: "1 second", backoff: "exponential" },
  timeout: "5 minutes",
} as const;

export class SyncRun extends WorkflowEntrypoint<Env, Runner> {
  override async run({ payload }: Readonly<WorkflowEvent<Runner>>, step: WorkflowStep): Promise<void> {
    const environment = readEnvironment({ ...this.env });
    if ("faulty" in environment) return;
    const workspace = this.env.WORKSPACE.getByName(payload.workspace);
    const around = {
      environment,
      fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
      now: Date.now,
      random: Math.random,
      wait: (ms: number) => scheduler.wait(ms),
    };
    for (let page = 0, more = true; more; page += 1) {
      more = await step.do(`page ${page}`, STEP, () => readPage(workspace, payload, around));
    }
  }
}
