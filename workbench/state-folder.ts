// The folder where `npm start` keeps the workbook and the Worker's data: forgotten on demand, opened once at a time.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What the local servers keep in the folder; nothing else in it is ever touched. */
const KEPT = ["v3", "registry", "worker"];
const OPEN_FILE = "open.json";

/** Deletes what the local servers kept in this folder. @returns the folders deleted. */
export function forget(state: string): string[] {
  const folders = KEPT.map((name) => join(state, name));
  return folders.filter((folder) => {
    try {
      rmSync(folder, { recursive: true });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
      throw error;
    }
  });
}

/** The address of the workbench that has this folder open now, or null. */
export async function openedBy(state: string): Promise<string | null> {
  try {
    const { pid, url } = JSON.parse(readFileSync(join(state, OPEN_FILE), "utf8")) as {
      pid: number;
      url: string;
    };
    process.kill(pid, 0);
    return (await fetch(new URL("/healthz", url))).ok ? url : null;
  } catch {
    return null; // no such file, or what it names is gone
  }
}

/** Notes in the folder that a workbench at this address has it open. */
export function markOpen(state: string, url: string): void {
  mkdirSync(state, { recursive: true });
  writeFileSync(join(state, OPEN_FILE), JSON.stringify({ pid: process.pid, url }));
}
