// The language that the sidebar speaks, for every view.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { languageOf, type Language } from "../../shared/language.ts";
import { say, type Word } from "./words.ts";

/** Locales of the user and of the spreadsheet, as Google writes them. */
export interface Locale {
  readonly user: string;
  readonly sheet: string;
}

export const LocaleContext = createContext<Locale>({ user: "en", sheet: "en_US" });

interface Speech {
  readonly language: Language;
  readonly sheetLocale: string;
  readonly say: (word: Word, values?: Readonly<Record<string, string | number>>) => string;
}

export function useSpeech(): Speech {
  const locale = useContext(LocaleContext);
  const language = languageOf(locale.user);
  return { language, sheetLocale: locale.sheet, say: (word, values) => say(word, language, values) };
}
