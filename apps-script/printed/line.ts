// Lines of the texts that the build prints: one or two names, a tab, then what they name, in short.
import { inFull } from "./phrases.ts";

declare const PRINTED_PHRASES: string;

let phrases: readonly string[] | undefined;

export interface Line {
  readonly names: readonly string[];
  readonly text: string;
}

/** The line that bears this name, `undefined` where none does; `lines` begins with a line end, and ends with one. */
export function lineNamed(name: string, lines: string): Line | undefined {
  for (const alone of [`\n${name}\t`, `\n${name} `, ` ${name}\t`]) {
    const place = lines.indexOf(alone);
    if (place < 0) continue;
    const line = lines.slice(lines.lastIndexOf("\n", place) + 1, lines.indexOf("\n", place + 1));
    return namesOn(line).includes(name) ? lineInFull(line) : undefined;
  }
  return undefined;
}

export function namesOn(line: string): string[] {
  return line.slice(0, line.indexOf("\t")).split(" ");
}

export function lineInFull(line: string): Line {
  phrases ??= PRINTED_PHRASES.split("\n");
  return { names: namesOn(line), text: inFull(line.slice(line.indexOf("\t") + 1), phrases) };
}
