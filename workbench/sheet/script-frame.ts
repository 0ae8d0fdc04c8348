// An HTML page of the script in a frame, as Google shows it: on another origin, sandboxed, calling the script.
// https://developers.google.com/apps-script/guides/html/restrictions
import type { FromFrame, ToFrame } from "./frame-messages.ts";
import { otherOrigin } from "./other-origin.ts";
import { reasonOf } from "./reason.ts";

export type ScriptFrameOptions = {
  html: string;
  title: string;
  /** Functions that the frame may call. */
  names: string[];
  call: (name: string, args: unknown[]) => Promise<unknown>;
  close: () => void;
  /** Gives the keyboard back to the grid. */
  focusGrid: () => void;
};

const SANDBOX =
  "allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts";

/** Google runs at most ten calls of a page at once; the others wait. */
const MOST_CALLS = 10;

/** A frame that shows the HTML as soon as it is in the document, and no longer listens once it has left it. */
export function createScriptFrame(options: ScriptFrameOptions): HTMLIFrameElement {
  const origin = otherOrigin(location);
  const frame = document.createElement("iframe");
  frame.title = options.title;
  frame.setAttribute("sandbox", SANDBOX);
  frame.src = `${origin}/frame.html`;

  const send = (message: ToFrame): void => frame.contentWindow?.postMessage(message, origin);
  const queue: Extract<FromFrame, { kind: "call" }>[] = [];
  let running = 0;

  async function runNext(): Promise<void> {
    const next = running < MOST_CALLS ? queue.shift() : undefined;
    if (!next) return;
    running++;
    try {
      send({ kind: "answer", id: next.id, value: await options.call(next.name, next.args) });
    } catch (error) {
      send({ kind: "error", id: next.id, message: reasonOf(error) });
    }
    running--;
    void runNext();
  }

  function listen(event: MessageEvent<FromFrame>): void {
    if (!frame.isConnected) return removeEventListener("message", listen);
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = event.data;
    switch (message.kind) {
      case "ready":
        return send({ kind: "show", html: options.html, names: options.names });
      case "call":
        queue.push(message);
        return void runNext();
      case "close":
        return options.close();
      case "focus":
        return options.focusGrid();
    }
  }
  addEventListener("message", listen);
  return frame;
}
