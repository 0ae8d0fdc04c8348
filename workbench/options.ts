// Reads the flags of `npm start`.
import { resolve } from "node:path";
import { parseArgs } from "node:util";

export type Options = { port: number; state: string; fresh: boolean };

/**
 * The options in these arguments, `--state` taken from `folder`.
 * @returns null when a flag is unknown, a value is missing, or the port is none.
 */
export function parseOptions(args: string[], folder: string): Options | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string", default: "8787" },
        state: { type: "string", default: ".state" },
        fresh: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port < 1 || port > 65_535 || values.state === "") return null;
    return { port, state: resolve(folder, values.state), fresh: values.fresh };
  } catch {
    return null;
  }
}
