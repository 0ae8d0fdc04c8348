// The processes of this machine: who started whom, and who still runs.
import { execFileSync } from "node:child_process";

/** The processes that this one started, and those that they started. */
export function descendants(pid: number): number[] {
  return descendantsIn(processTable(), pid);
}

/** These processes, and all that they have started since. */
export function withDescendants(pids: readonly number[]): number[] {
  const table = processTable();
  return [...new Set(pids.flatMap((pid) => [pid, ...descendantsIn(table, pid)]))];
}

/** Those of these processes that have not ended. */
export function stillRunning(pids: readonly number[]): number[] {
  const running = new Set(processTable().map(({ pid }) => pid));
  return pids.filter((pid) => running.has(pid));
}

function descendantsIn(table: ReturnType<typeof processTable>, pid: number): number[] {
  const children = table.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child.pid, ...descendantsIn(table, child.pid)]);
}

/** All but those that have ended and only wait to be noticed by their parent. */
function processTable(): { pid: number; parent: number }[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" }).trim().split("\n");
  return lines.flatMap((line) => {
    const [pid, parent, state = ""] = line.trim().split(/\s+/);
    return state.startsWith("Z") ? [] : [{ pid: Number(pid), parent: Number(parent) }];
  });
}
