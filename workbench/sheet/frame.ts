// Runs in the sidebar's frame, on another origin than the page as on Google's: offers `google.script` and shows the HTML.
import { checkArguments } from "../google/script-run.ts";
import type { FromFrame, ToFrame } from "./frame-messages.ts";
import { otherOrigin } from "./other-origin.ts";

type Handlers = {
  success?: ((value: unknown, user: unknown) => void) | undefined;
  failure?: ((error: Error, user: unknown) => void) | undefined;
  user?: unknown;
};

/** The only page that is listened to: another site may show this frame, and gets no answer. */
const page = otherOrigin(location);
const waiting = new Map<number, Handlers>();
let calls = 0;

function send(message: FromFrame): void {
  parent.postMessage(message, page);
}

/** The arguments of a call, where Google accepts a form if it is alone: it travels as an object of its fields. */
function callArguments(args: unknown[]): unknown[] {
  const [form, ...others] = args;
  if (!(form instanceof HTMLFormElement) || others.length > 0) return checkArguments(args);
  const data = new FormData(form);
  const fields = [...new Set(data.keys())].map((name) => {
    const values = data.getAll(name);
    return [name, values.length === 1 ? values[0] : values];
  });
  return [Object.fromEntries(fields)];
}

/** A new runner for each handler given, as on Google's: runners are never changed. */
function runner(names: string[], handlers: Handlers): object {
  const functions = names.map((name) => [
    name,
    (...args: unknown[]) => {
      const id = ++calls;
      send({ kind: "call", id, name, args: callArguments(args) });
      waiting.set(id, handlers);
    },
  ]);
  return {
    withSuccessHandler: (success: Handlers["success"]) => runner(names, { ...handlers, success }),
    withFailureHandler: (failure: Handlers["failure"]) => runner(names, { ...handlers, failure }),
    withUserObject: (user: unknown) => runner(names, { ...handlers, user }),
    ...Object.fromEntries(functions),
  };
}

function show(html: string, names: string[]): void {
  const nothing = (): void => {};
  const google = {
    script: {
      run: runner(names, {}),
      host: {
        origin: page,
        close: () => send({ kind: "close" }),
        editor: { focus: () => send({ kind: "focus" }) },
        // Only dialogs change size; a sidebar ignores these.
        setWidth: nothing,
        setHeight: nothing,
      },
    },
  };
  Object.assign(window, { google });
  document.open(); // forgets the listeners of the window
  addEventListener("message", listen);
  document.write(html);
  document.close();
}

function settle(id: number, settled: (handlers: Handlers) => void): void {
  const handlers = waiting.get(id);
  waiting.delete(id);
  if (handlers) settled(handlers);
}

function listen(event: MessageEvent<ToFrame>): void {
  if (event.origin !== page || event.source !== parent) return;
  const message = event.data;
  switch (message.kind) {
    case "show":
      return show(message.html, message.names);
    case "answer":
      return settle(message.id, ({ success, user }) => success?.(message.value, user));
    case "error":
      return settle(message.id, ({ failure, user }) => {
        const error = new Error(message.message);
        if (failure) failure(error, user);
        else console.error(error);
      });
  }
}

addEventListener("message", listen);
send({ kind: "ready" });
