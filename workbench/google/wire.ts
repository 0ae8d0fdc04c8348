// What the page and its script workers say to each other, and how a worker waits for an answer.
import type { Answer } from "./execution.ts";
import type { AuthMode, Settings } from "./host.ts";

/** A call whose arguments are numbers of texts in the message's `texts`: a table used by many cells travels once. */
export interface Job {
  id: number;
  kind: "cell" | "run" | "entry";
  name: string;
  mode: AuthMode;
  args: number[];
}

export type ToWorker =
  | {
      kind: "load";
      memory: SharedArrayBuffer;
      code: string;
      names: string[];
      settings: Settings;
      origins: Record<string, string>;
    }
  | { kind: "run"; jobs: Job[]; texts: string[] };

export type FromWorker =
  /** Asks a port of the page; the worker is stopped until the answer is in the shared memory. */
  | { kind: "ask"; port: string; method: string; args: string }
  /** Asks for the next piece of a long answer. */
  | { kind: "more" }
  | { kind: "done"; answers: [id: number, answer: Answer][] };

/** State, length of the piece, whether another follows; then the piece itself. */
const HEADER = 12;
const [STATE, LENGTH, MORE] = [0, 1, 2];
const PIECE = 1024 * 1024;

export function createMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER + PIECE);
}

/** The page's end: `answer` starts a text, `more` goes on with it. */
export function createSpeaker(memory: SharedArrayBuffer): { answer(text: string): void; more(): void } {
  const header = new Int32Array(memory, 0, 3);
  const place = new Uint8Array(memory, HEADER);
  let rest = new Uint8Array();
  const more = (): void => {
    const piece = rest.subarray(0, PIECE);
    rest = rest.subarray(PIECE);
    place.set(piece);
    header[LENGTH] = piece.length;
    header[MORE] = rest.length > 0 ? 1 : 0;
    Atomics.store(header, STATE, 1);
    Atomics.notify(header, STATE);
  };
  return {
    more,
    answer: (text) => {
      rest = new TextEncoder().encode(text);
      more();
    },
  };
}

/**
 * The worker's end: posts a question and waits for its answer.
 * @param post sends to the page
 */
export function createListener(
  memory: SharedArrayBuffer,
  post: (message: FromWorker) => void,
): (port: string, method: string, args: string) => string {
  const header = new Int32Array(memory, 0, 3);
  const place = new Uint8Array(memory, HEADER);
  return (port, method, args) => {
    const decoder = new TextDecoder();
    let text = "";
    let question: FromWorker = { kind: "ask", port, method, args };
    do {
      Atomics.store(header, STATE, 0);
      post(question);
      Atomics.wait(header, STATE, 0);
      // A copy: a decoder takes no shared memory.
      text += decoder.decode(place.slice(0, header[LENGTH]), { stream: header[MORE] === 1 });
      question = { kind: "more" };
    } while (header[MORE] === 1);
    return text;
  };
}

/** Waits without an answer to wait for. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
