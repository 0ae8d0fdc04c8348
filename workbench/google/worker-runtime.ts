// Runs the built add-on in a Web Worker of the page: evaluated again for each execution, under Apps Script's globals only.
import { type Answer, type Call, execute, modeOf } from "./execution.ts";
import { foreignGlobals } from "./globals.ts";
import type { Host } from "./host.ts";
import { remotePorts } from "./remote-ports.ts";
import { createContext } from "./services/context.ts";
import { createServices } from "./services.ts";
import { createListener, type FromWorker, type Job, sleep, type ToWorker } from "./wire.ts";
import { createXhrNet } from "./xhr-net.ts";

/** Answers wait this long for others to travel with. */
const TOGETHER = 50;

type Load = Extract<ToWorker, { kind: "load" }>;

const post = (message: FromWorker): void => postMessage(message, {});
let run: ((call: Call) => Answer) | undefined;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "load") run = load(data);
  else runAll(data.jobs, data.texts);
});

function runAll(jobs: readonly Job[], texts: readonly string[]): void {
  let answers: [number, Answer][] = [];
  let since = performance.now();
  const send = (): void => {
    post({ kind: "done", answers });
    answers = [];
    since = performance.now();
  };
  for (const { id, args, ...job } of jobs) {
    const call: Call = { ...job, args: args.map((at) => texts[at] ?? "null") };
    answers.push([id, run?.(call) ?? { error: "The add-on is not loaded." }]);
    if (performance.now() - since > TOGETHER) send();
  }
  if (answers.length > 0) send();
}

/** Compiles the add-on once; each call evaluates it anew. */
function load({ memory, code, names, settings, origins }: Load): (call: Call) => Answer {
  const ask = createListener(memory, post);
  const host: Host = {
    ...settings,
    ...remotePorts(ask),
    net: createXhrNet(origins),
    machine: {
      now: () => Date.now(),
      sleep,
      uuid: () => crypto.randomUUID(),
      log: (level, text) => console[level](text),
    },
  };
  const foreign = foreignGlobals(globalThis);
  const served = Object.keys(createServices(createContext(host, "FULL")));
  const found = names.map((name) => `${name}: typeof ${name} === "function" ? ${name} : undefined`);
  const parameters = [...new Set([...foreign, ...served, "globalThis"])];
  // The add-on is the user's own build, run as Google would run it.
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func
  const evaluate = new Function(...parameters, `${code}\n;return {${found.join(",")}};`);
  return (call) => {
    const context = createContext(host, modeOf(call));
    const own = createServices(context);
    own["globalThis"] = own;
    try {
      const values = parameters.map((name) => own[name]);
      const functions = evaluate.apply(own, values) as Record<string, unknown>;
      return execute(call, (name) => functions[name], context.ScriptDate);
    } catch (thrown) {
      return { error: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  };
}
