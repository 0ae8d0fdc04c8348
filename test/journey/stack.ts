// `npm start` in a test: on a free port with a state folder of its own, ended gently or killed with all it started.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const ROOT = join(import.meta.dirname, "../..");
const START_MS = 90_000;

export type Stack = {
  url: string;
  /** Starts the server; resolves once it answers. */
  start: () => Promise<void>;
  /** Ends it as Ctrl+C would. */
  stop: () => Promise<void>;
  /** kill -9 of the process group, with no warning. */
  kill: () => Promise<void>;
  /** Ends it and forgets its state. */
  remove: () => Promise<void>;
};

/** A stack that is not started yet. */
export async function newStack(): Promise<Stack> {
  const state = mkdtempSync(join(tmpdir(), "boussole-journey-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const { pid } = child ?? {};
    if (pid === undefined) return;
    process.kill(-pid, signal);
    for (let waited = 0; isGroupAlive(pid); waited += 20) {
      if (waited > 15_000) throw new Error(`Left running after ${signal}:\n${groupOf(pid)}`);
      await pause(20);
    }
    child = undefined;
  };
  const start = async (): Promise<void> => {
    let output = "";
    const flags = ["start", "--silent", "--", "--port", String(port), "--state", state];
    const started = spawn("npm", flags, { cwd: ROOT, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    }
    const deadline = Date.now() + START_MS;
    while (!output.includes(url)) {
      if (started.exitCode !== null || Date.now() > deadline) throw new Error(`npm start failed:\n${output}`);
      await pause(50);
    }
  };
  const remove = async (): Promise<void> => {
    await end("SIGKILL");
    rmSync(state, { recursive: true, force: true });
  };
  return { url, start, stop: () => end("SIGTERM"), kill: () => end("SIGKILL"), remove };
}

/** Whether a process of the group still runs; those that only wait to be buried do not count. */
function isGroupAlive(leader: number): boolean {
  try {
    process.kill(-leader, 0);
  } catch {
    return false;
  }
  return groupOf(leader) !== "";
}

function groupOf(leader: number): string {
  const table = execFileSync("ps", ["-A", "-o", "pgid=,stat=,pid=,args="], { encoding: "utf8" });
  const lines = table.split("\n").filter((line) => Number(line.trim().split(/\s+/)[0]) === leader);
  return lines.filter((line) => !line.trim().split(/\s+/)[1]?.startsWith("Z")).join("\n");
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => {
    server.close(done);
  });
  return port;
}
