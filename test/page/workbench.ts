// Runs `npm start` for the tests: on a free port, with a state folder of its own, ended with all it started.
import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { descendants, stillRunning } from "../../workbench/processes.ts";

const ROOT = join(import.meta.dirname, "../..");

export type Running = {
  pid: number;
  /** Everything printed so far, on both streams. */
  output: () => string;
  ended: Promise<number | null>;
};

/** Runs `npm start` with these flags. @param language of the terminal. */
export function npmStart(flags: string[], language = "en_US.UTF-8"): Running {
  const child = spawn("npm", ["start", "--silent", "--", ...flags], {
    cwd: ROOT,
    env: { ...process.env, LC_ALL: language },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<number | null>((done) => {
    child.on("exit", done);
  });
  return { pid: child.pid ?? 0, output: () => output, ended };
}

/** Resolves once this is printed: the page's address means that it is served. @throws Error when `npm start` ends before. */
export async function untilPrinted(running: Running, text: string): Promise<void> {
  while (!running.output().includes(text)) {
    const ended = await Promise.race([running.ended.then(() => true), pause(50, false)]);
    if (ended) throw new Error(`npm start ended:\n${running.output()}`);
  }
}

/** Sends `npm start` a signal if it still runs, and waits until none of its processes is left. */
export async function end({ pid }: Running, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  const all = stillRunning([pid, ...descendants(pid)]);
  if (all.includes(pid)) process.kill(pid, signal);
  const deadline = Date.now() + 10_000;
  for (let left = all; left.length > 0; left = stillRunning(left)) {
    if (Date.now() > deadline) throw new Error(`Still running: ${left.join(", ")}`);
    await pause(50);
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
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
