// What the page and the frame of a sidebar tell each other.

/** From the frame: it is ready, it calls a function of the script, it wants to close or to give the focus back. */
export type FromFrame =
  | { kind: "ready" }
  | { kind: "call"; id: number; name: string; args: unknown[] }
  | { kind: "close" }
  | { kind: "focus" };

/** To the frame: the HTML to show with the functions it may call, and the answers to its calls. */
export type ToFrame =
  | { kind: "show"; html: string; names: string[] }
  | { kind: "answer"; id: number; value: unknown }
  | { kind: "error"; id: number; message: string };
