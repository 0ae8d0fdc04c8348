// The browser's `Worker` for tests in Node: the worker script bundled as for the page, in a thread.
import { fileURLToPath } from "node:url";
import { Worker as Thread } from "node:worker_threads";
import { buildSync } from "esbuild";

/** What a dedicated worker has and a thread lacks; a request is answered by the file of its address. */
const AROUND = `
  const { parentPort } = require("node:worker_threads");
  globalThis.postMessage = (message) => parentPort.postMessage(message);
  globalThis.addEventListener = (type, heard) => parentPort.on(type, (data) => heard({ data }));
  globalThis.XMLHttpRequest = class {
    status = 200;
    responseText = "";
    open(_, address) { this.address = address; }
    setRequestHeader() {}
    send() { this.responseText = require("node:fs").readFileSync(this.address, "utf8"); }
    getAllResponseHeaders() { return ""; }
  };
`;

const entry = fileURLToPath(new URL("../../workbench/google/worker-runtime.ts", import.meta.url));
const bundle = buildSync({ entryPoints: [entry], bundle: true, format: "iife", write: false });
const source = AROUND + (bundle.outputFiles[0]?.text ?? "");

/** Threads started so far. */
export const started: Thread[] = [];

export class ThreadWorker {
  readonly #thread = new Thread(source, { eval: true });

  constructor() {
    started.push(this.#thread);
  }

  addEventListener(type: string, heard: (event: { data: unknown; message?: string }) => void): void {
    this.#thread.on(type, (data: Error) => heard({ data, message: data.message }));
  }

  postMessage(message: unknown): void {
    this.#thread.postMessage(message, []);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}
