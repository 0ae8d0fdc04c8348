// Runs a command so that it can be ended with everything it started.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { stillRunning, withDescendants } from "./processes.ts";

export type ProcessGroup = {
  /** Everything the command printed so far. */
  output: () => string;
  /** The exit code, once it has ended by itself or not; null when a signal ended it. */
  ended: Promise<number | null>;
  /** Ends the command and all its descendants. */
  end: () => Promise<void>;
};

const LONGEST_OUTPUT = 20_000;
const PATIENCE_MS = 4000;

/** Starts Node 26 on a script, in this process's own group (to kill that group is to kill all), and keeps its output. */
export function startNode(args: string[], folder: string, env: NodeJS.ProcessEnv): ProcessGroup {
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-LONGEST_OUTPUT);
    });
  }
  const ended = new Promise<number | null>((done) => {
    child.on("error", () => done(1)).on("exit", (code) => done(code));
  });
  return { output: () => output, ended, end: () => endAll(child) };
}

async function endAll(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  let all = withDescendants([child.pid]);
  const deadline = Date.now() + PATIENCE_MS;
  for (const pid of all) signal(pid, "SIGTERM");
  while (stillRunning(all).length > 0) {
    // A server that is just reloading starts a process after it was told to end.
    all = withDescendants(all);
    if (Date.now() > deadline) for (const pid of all) signal(pid, "SIGKILL");
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Does nothing when the process has ended meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    return;
  }
}
