// The ports of a host that is on the other side of a border which only lets JSON through.
import type { Answer } from "./execution.ts";
import type { Host } from "./host.ts";

/** Asks the other side: arguments as JSON, an `Answer` as JSON. */
export type Ask = (port: string, method: string, args: string) => string;

const PORTS = ["book", "store", "ui", "user", "net", "machine"] as const;
type Ports = Pick<Host, (typeof PORTS)[number]>;

export function remotePorts(ask: Ask): Ports {
  return Object.fromEntries(PORTS.map((port) => [port, remotePort(ask, port)])) as unknown as Ports;
}

function remotePort(ask: Ask, port: string): object {
  return new Proxy(
    {},
    {
      get:
        (_, method: string) =>
        (...args: unknown[]): unknown => {
          const answer = JSON.parse(ask(port, method, JSON.stringify(args))) as Answer;
          if ("error" in answer) throw new Error(answer.error);
          return JSON.parse(answer.ok);
        },
    },
  );
}

/** The other side of `remotePorts`: calls a member of a port and says what came. */
export function portAnswer(result: unknown): string {
  return JSON.stringify({ ok: JSON.stringify(result ?? null) });
}

export function portError(thrown: unknown): string {
  return JSON.stringify({ error: thrown instanceof Error ? thrown.message : String(thrown) });
}
