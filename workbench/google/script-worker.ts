// One Web Worker that runs scripts: sends it calls, serves the ports it asks, ends what takes too long.
import { TOO_LONG } from "./execution.ts";
import { portAnswer, portError } from "./remote-ports.ts";
import { createMemory, createSpeaker, type FromWorker, type Job, type ToWorker } from "./wire.ts";

export interface ScriptWorkerOptions {
  url: string | URL;
  /** Members that the worker may call, by port. */
  ports: Record<string, object>;
  load: Omit<Extract<ToWorker, { kind: "load" }>, "kind" | "memory">;
  /** Milliseconds that one call may take, questions to the user aside. */
  limit: number;
}

export interface ScriptWorker {
  /** @returns the answer's JSON; rejects with the script's error */
  run(call: Omit<Job, "id" | "args">, args: readonly string[]): Promise<string>;
  stop(): void;
}

interface Waiting {
  call: Omit<Job, "id" | "args">;
  args: readonly string[];
  resolve(answer: string): void;
  reject(error: Error): void;
}

export function startScriptWorker({ url, ports, load, limit }: ScriptWorkerOptions): ScriptWorker {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let unsent: number[] = [];
  let watch: ReturnType<typeof setTimeout> | undefined;
  let worker = begin();

  function begin(): Worker {
    const started = new Worker(url, { type: "module" });
    const memory = createMemory();
    const speaker = createSpeaker(memory);
    started.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "more") return speaker.more();
      unwatch();
      if (data.kind === "done") {
        for (const [id, answer] of data.answers) settle(id, answer);
        return watchOver();
      }
      void answerPort(ports, data).then((text) => {
        if (worker !== started) return;
        watchOver();
        speaker.answer(text);
      });
    });
    started.addEventListener("error", (event) => restart(event.message || "The script worker failed."));
    const message: ToWorker = { kind: "load", memory, ...load };
    started.postMessage(message, []);
    return started;
  }

  function settle(id: number, answer: { ok: string } | { error: string }): void {
    const call = waiting.get(id);
    waiting.delete(id);
    if ("error" in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.ok);
  }

  /** Calls run in the order they came: when none ends in time, the first one is at fault. */
  function watchOver(): void {
    if (waiting.size > unsent.length) watch ??= setTimeout(() => restart(TOO_LONG), limit);
  }

  function unwatch(): void {
    clearTimeout(watch);
    watch = undefined;
  }

  function restart(reason: string): void {
    unwatch();
    worker.terminate();
    const [first] = waiting.keys();
    if (first !== undefined) settle(first, { error: reason });
    worker = begin();
    unsent = [...waiting.keys()];
    send();
  }

  function send(): void {
    if (unsent.length === 0) return;
    const places = new Map<string, number>();
    const place = (text: string): number => {
      const known = places.get(text) ?? places.size;
      places.set(text, known);
      return known;
    };
    const jobs = unsent.flatMap((id): Job[] => {
      const job = waiting.get(id);
      return job ? [{ id, ...job.call, args: job.args.map(place) }] : [];
    });
    unsent = [];
    const message: ToWorker = { kind: "run", jobs, texts: [...places.keys()] };
    worker.postMessage(message, []);
    watchOver();
  }

  return {
    run: (call, args) =>
      new Promise((resolve, reject) => {
        waiting.set(++calls, { call, args, resolve, reject });
        unsent.push(calls);
        if (unsent.length === 1) queueMicrotask(send);
      }),
    stop: () => {
      unwatch();
      worker.terminate();
    },
  };
}

async function answerPort(
  ports: ScriptWorkerOptions["ports"],
  { port, method, args }: Extract<FromWorker, { kind: "ask" }>,
): Promise<string> {
  try {
    const member = (ports[port] as Record<string, unknown> | undefined)?.[method];
    if (typeof member !== "function") throw new Error(`not in the local host: ${port}.${method}`);
    return portAnswer(await member(...(JSON.parse(args) as unknown[])));
  } catch (thrown) {
    return portError(thrown);
  }
}
