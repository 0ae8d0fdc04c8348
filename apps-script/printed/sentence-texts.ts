// The sentences in the built script, in place of shared/sentence-texts.ts: the build prints them as text, a line each.
import type { Words } from "../../shared/language.ts";
import type { TextName } from "../../shared/sentence-texts.ts";
import { lineNamed } from "./line.ts";

declare const PRINTED_SENTENCES: string;
const lines = PRINTED_SENTENCES;

export function textNamed(name: TextName): Words {
  const [fr, en] = JSON.parse(lineNamed(name, lines)?.text ?? "") as [fr: string, en: string];
  return { fr, en };
}
