// `npm start`: builds the add-on and the page, then serves them with the real Worker, on this machine only.
import { join } from "node:path";
import { buildPage } from "./build-page.ts";
import { prepareSettings } from "./local-settings.ts";
import { parseOptions, type Options } from "./options.ts";
import { portIsFree } from "./port.ts";
import { startNode, type ProcessGroup } from "./process-group.ts";
import { startWorkers, whenReady } from "./server.ts";
import { startWords } from "./start-words.ts";
import { forget, markOpen, openedBy } from "./state-folder.ts";

const ROOT = join(import.meta.dirname, "..");
const words = startWords(process.env);
let running: ProcessGroup | undefined;
let stopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
stopWithNpm();
// Nobody reads any more what is said here: no reason to die and leave the Workers alone.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const options = parseOptions(process.argv.slice(2), process.env["INIT_CWD"] ?? process.cwd());
if (options === null) refuse(words.usage, 2);
else await start(options).catch((error: unknown) => fail(String(error)));

async function start({ port, state, fresh }: Options): Promise<void> {
  const url = `http://127.0.0.1:${port}`;
  const other = await openedBy(state);
  if (other !== null) return refuse(words.inUse(state, other), 1);
  if (!(await portIsFree(port))) return refuse(words.busy(port), 1);
  if (fresh) {
    const forgotten = forget(state);
    console.log(forgotten.length > 0 ? words.forgot(forgotten) : words.nothingToForget(state));
  }
  const build = (running = startNode(["apps-script/build.ts"], ROOT, process.env));
  if ((await build.ended) !== 0) return fail(build.output());
  await buildPage();
  const settings = await prepareSettings(state, port, process.env);
  if (stopping) return;
  const workers = (running = startWorkers(port, state, settings));
  const ready = await Promise.race([
    whenReady(url, workers).then(() => true),
    workers.ended.then(() => false),
  ]);
  if (!ready && !stopping && !(await portIsFree(port))) {
    // Someone took it while this one was building.
    console.error(words.busy(port));
    return stop(1);
  }
  if (ready) {
    markOpen(state, url);
    console.log(words.ready(url, state));
    await workers.ended;
  }
  await fail(workers.output());
}

function refuse(sentence: string, code: number): void {
  console.error(sentence);
  process.exitCode = code;
}

async function fail(what: string): Promise<void> {
  if (stopping) return;
  console.error(words.failed(what.trim()));
  await stop(1);
}

/** Ends what runs, then this process. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await running?.end();
  process.exit(code);
}

/** npm passes SIGINT and SIGTERM on, and neither SIGHUP nor SIGKILL: when it is gone, so are we. */
function stopWithNpm(): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) void stop(0);
  }, 500).unref();
}
