// The built add-on in a spreadsheet without a screen, its network leading to the local Worker.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { Manifest, Net, NetRequest } from "../../workbench/google/host.ts";
import { type HeadlessSheet, openHeadlessSheet } from "../../workbench/headless-sheet.ts";

const BUILT = join(import.meta.dirname, "../../dist/addon");
/** The Worker's address in a build that names none. */
const ORIGIN = "https://boussole.example";

export type AddOn = {
  /** What the sidebar asks of the script. @throws Error when it refuses */
  ask: (method: string, payload?: unknown) => any;
  evaluate: HeadlessSheet["evaluate"];
  /** What the cells of a tab show, row by row, the header first; null when there is no such tab. */
  tab: (name: string) => string[][] | null;
  close: () => Promise<unknown>;
};

/** A new spreadsheet with the add-on, for the person at the workbench of this address. */
export function openAddOn(url: string, locale: "fr" | "en"): AddOn {
  const text = (name: string): string => readFileSync(join(BUILT, name), "utf8");
  const { net, close } = localNet(url);
  const token = (): string => {
    const answer = net.fetch({
      url: `${url}/google/identity-token`,
      method: "GET",
      headers: {},
      body: null,
      followRedirects: false,
    });
    return "error" in answer ? "" : (JSON.parse(answer.body) as { token: string }).token;
  };
  const sheet = openHeadlessSheet({
    addOn: {
      code: text("Code.js"),
      manifest: JSON.parse(text("appsscript.json")) as Manifest,
      files: { Sidebar: text("Sidebar.html") },
    },
    tabs: [],
    locale,
    ports: { net, user: { email: () => "camille@atelier-verveine.example", identityToken: token } },
  });
  return {
    ask(method, payload = null) {
      const answer = JSON.parse(String(sheet.runtime.call("sidebar", [method, JSON.stringify(payload)])));
      if ("refusal" in answer) throw new Error(JSON.stringify(answer.refusal));
      return answer.value;
    },
    evaluate: (formula) => sheet.evaluate(formula),
    tab(name) {
      const { getSheetIdByName, getNumberRows, getNumberCols, getEvaluatedCell } = sheet.model.getters;
      const sheetId = getSheetIdByName(name);
      if (sheetId === undefined) return null;
      const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
      return range(getNumberRows(sheetId)).map((row) =>
        range(getNumberCols(sheetId)).map((col) => getEvaluatedCell({ sheetId, col, row }).formattedValue),
      );
    },
    close,
  };
}

/** A network that waits for each answer, as a script does: a thread asks, this one sleeps. */
function localNet(url: string): { net: Net; close: () => Promise<unknown> } {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const thread = new Worker(new URL("answer-requests.ts", import.meta.url), {
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  const fetch = (request: NetRequest): ReturnType<Net["fetch"]> => {
    Atomics.store(signal, 0, 0);
    port1.postMessage({ ...request, url: request.url.replace(ORIGIN, url) });
    Atomics.wait(signal, 0, 0);
    return receiveMessageOnPort(port1)?.message as ReturnType<Net["fetch"]>;
  };
  return { net: { fetch }, close: () => thread.terminate() };
}
