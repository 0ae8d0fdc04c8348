// A thread that fetches what another thread, asleep meanwhile, asks for.
import { workerData, type MessagePort } from "node:worker_threads";
import type { NetRequest } from "../../workbench/google/host.ts";

const { port, signal } = workerData as { port: MessagePort; signal: Int32Array<SharedArrayBuffer> };

port.on("message", async ({ url, method, headers, body }: NetRequest) => {
  try {
    const response = await fetch(url, { method, headers, body, redirect: "manual" });
    const text = await response.text();
    port.postMessage({ status: response.status, headers: Object.fromEntries(response.headers), body: text });
  } catch (error) {
    port.postMessage({ error: String(error) });
  }
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
