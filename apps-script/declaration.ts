// A custom function as the script declares it: the comment from which Sheets makes its help, and a call.
import { functionNames } from "./call.ts";
import type { CellFunction } from "./functions.ts";

/** What stands for a wide character in help: nothing can be escaped in a comment. */
const NARROW: Readonly<Record<string, string>> = {
  "—": "-",
  "−": "-",
  "…": "...",
  "’": "'",
  "\u202f": "\u00a0",
};

const WIDE = /[^\0-\u00ff]/g;

/** A text without wide characters, as help shows it. */
export function narrowed(text: string): string {
  return text.replace(WIDE, (character) => NARROW[character] ?? character);
}

const places = functionNames();

/**
 * One custom function, with the comment from which Sheets makes its help; `caller` is called with its place among all.
 * https://developers.google.com/apps-script/guides/sheets/functions
 */
export function declareFunction({ name, description, parameters }: CellFunction, caller: string): string {
  // A parameter whose name says it all needs no line: Sheets shows the declared names.
  const explained = parameters.filter((one) => one.description !== "");
  const lines = [description, ...explained.map((one) => `@param {any} ${one.name} ${one.description}`)].map(
    narrowed,
  );
  if (lines.some((line) => /[\r\n<>]|\*\/|[^\0-\u00ff]/.test(line)))
    throw new Error(`${name}: help is one plain line each`);
  const comment = [...lines, "@customfunction"].join("\n * ");
  return `/** ${comment} */\nfunction ${name}(${parameters.map((one) => one.name).join()}){return ${caller}(${places.indexOf(name)},arguments)}`;
}
