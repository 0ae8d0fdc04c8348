// Loads the workbook from the workbench, and saves it again soon after each change.
import type { Language, Words } from "./words.ts";

/** What is kept: the tabs as the grid exports them, and what scripts stored. */
type SavedWorkbook = {
  name: string;
  /** Of the page that saved it. */
  language: Language;
  data: object;
  store: Record<string, Record<string, string>>;
};

/** `writer` names the page that saved last. */
export type Loaded = { workbook: SavedWorkbook | null; writer: string };

export type SavingOptions = {
  writer: string;
  /** The workbook as it is now. */
  read: () => SavedWorkbook;
  /** Tells the user where the saving stands. */
  show: (state: string) => void;
  words: Words;
};

export type Saving = {
  /** Saves soon: several changes in a row make one saving. */
  changed: () => void;
  /** Forgets the saved workbook. @returns whether it is forgotten. */
  forget: () => Promise<boolean>;
};

const ADDRESS = "/workbook";
const QUIET_MS = 400;
/** A large workbook takes seconds to write out: it is saved less often, that the page may go on. */
const LONGEST_QUIET_MS = 5000;
const RETRY_MS = 3000;
/** What a browser accepts to send while a page closes. */
const LONGEST_FAREWELL = 60_000;

/** The saved workbook, null when there is none yet. */
export async function loadWorkbook(): Promise<Loaded> {
  const answer = await fetch(ADDRESS);
  const writer = answer.headers.get("etag") ?? "none";
  return { workbook: answer.status === 200 ? ((await answer.json()) as SavedWorkbook) : null, writer };
}

/** Keeps a workbook saved, until another page saves its own. */
export function keepSaved({ writer, read, show, words }: SavingOptions): Saving {
  const page = crypto.randomUUID();
  const headers = { "if-match": `${writer}, ${page}`, "x-page": page, "content-type": "application/json" };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending = false;
  let overtaken = false;
  let length = 0;
  let took = 0;

  /** @returns the status of the answer, 0 when there is none. */
  async function send(method: "PUT" | "DELETE", body?: string, keepalive = false): Promise<number> {
    clearTimeout(timer);
    pending = false;
    const answer = await fetch(ADDRESS, { method, headers, keepalive, ...(body && { body }) }).catch(
      () => null,
    );
    const status = answer?.status ?? 0;
    overtaken = status === 412;
    if (status === 0) saveIn(RETRY_MS);
    if (!pending || status === 0) show(words.savings[status] ?? words.unsaved);
    return status;
  }

  async function save(farewell = false): Promise<void> {
    const start = performance.now();
    const body = JSON.stringify(read());
    took = performance.now() - start;
    length = body.length;
    await send("PUT", body, farewell && length < LONGEST_FAREWELL);
  }

  function saveIn(delay: number): void {
    clearTimeout(timer);
    pending = true;
    timer = setTimeout(() => void save(), delay);
  }

  addEventListener("pagehide", () => {
    if (pending) void save(true);
  });
  addEventListener("beforeunload", (event) => {
    if (!pending || length < LONGEST_FAREWELL) return;
    event.preventDefault(); // the browser asks whether to leave
    void save();
  });

  return {
    changed() {
      if (overtaken) return;
      show(words.saving);
      saveIn(Math.min(LONGEST_QUIET_MS, QUIET_MS + 4 * took));
    },
    forget: async () => (await send("DELETE")) === 204,
  };
}
