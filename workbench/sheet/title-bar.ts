// The bar above the grid: the workbook's name, whether it is saved, the language.
import type { Language, Words } from "./words.ts";

export type TitleBar = {
  /** The workbook's name, as the user left it. */
  name: () => string;
  showState: (state: string) => void;
};

const LANGUAGES: Record<Language, string> = { fr: "Français", en: "English" };

/** Fills the bar. @param renamed called when the user gives the workbook another name. */
export function fillTitleBar(name: string, language: Language, words: Words, renamed: () => void): TitleBar {
  document.documentElement.lang = language;
  const input = byId("workbook-name") as HTMLInputElement;
  input.ariaLabel = words.workbookName;
  input.title = words.workbookName;
  let current = name;
  const show = (): void => {
    input.value = current;
    input.size = Math.max(current.length, 8);
    document.title = `${current} · Boussole`;
  };
  input.addEventListener("change", () => {
    current = input.value.trim() || current;
    show();
    renamed();
  });
  show();

  const languages = byId("languages");
  languages.ariaLabel = words.languages;
  languages.append(...(["fr", "en"] as const).map((code) => languageLink(code, language)));
  const state = byId("save-state");
  return {
    name: () => current,
    showState: (text) => {
      state.textContent = text;
    },
  };
}

function languageLink(code: Language, current: Language): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = `?lang=${code}`;
  link.lang = code;
  link.hreflang = code;
  link.title = LANGUAGES[code];
  link.textContent = code.toUpperCase();
  if (code === current) link.setAttribute("aria-current", "true");
  return link;
}

/** An element that index.html has. */
export function byId(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}
