// The spreadsheet grid on the page: a library served as it is, told to speak the page's language.
import type * as Owl from "@odoo/owl";
import type * as Grid from "@odoo/o-spreadsheet";
import { ask } from "./dialogs.ts";
import { showToast, type Toast } from "./toasts.ts";
import type { Language, Words } from "./words.ts";

/** What the page's classic scripts leave behind. */
type Libraries = { owl: typeof Owl; o_spreadsheet: typeof Grid };
const { owl, o_spreadsheet } = globalThis as unknown as Libraries;

export const grid = o_spreadsheet;

const KINDS: Record<string, Toast["kind"]> = { danger: "error", warning: "warning" };

/** The grid's own texts in French, by their English; empty while the page is in English. */
let french: Record<string, string> = {};

/** Makes the grid speak this language; to be awaited before a model is made. @returns its separators and days. */
export async function setGridLanguage(language: Language): Promise<Grid.Locale> {
  if (language === "fr") {
    french = (await (await fetch("french.json")).json()) as Record<string, string>;
    keepFrenchHelp();
    grid.setTranslationMethod((...[text]) => translate(text));
  }
  const code = language === "fr" ? "fr_FR" : "en_US";
  return namedLocales().find((locale) => locale.code === code) ?? grid.DEFAULT_LOCALE;
}

/** The locales that a workbook may take, named in the page's language. */
export function namedLocales(): Grid.Locale[] {
  return grid.DEFAULT_LOCALES.map((locale) => ({ ...locale, name: translate(locale.name) }));
}

/** The help of arguments that is not in French is left out: rather no word than an English one. */
function keepFrenchHelp(): void {
  for (const { args } of Object.values(grid.registries.functionRegistry.content)) {
    for (const argument of args) if (!(argument.description in french)) argument.description = "";
  }
}

/** Templates hold line breaks where the text has a space. */
function translate(text: string): string {
  return french[text] ?? french[text.replace(/\s+/g, " ")] ?? text;
}

/** Shows the workbook in this place. @param templates the library's own, as XML. */
export async function showGrid(
  place: HTMLElement,
  model: Grid.Model,
  templates: string,
  words: Words,
): Promise<void> {
  const props = {
    model,
    notifyUser: ({ text, type, sticky }: Grid.InformationNotification) =>
      showToast({ message: text, kind: KINDS[type] ?? "info", seconds: sticky ? -1 : 5 }, words.close),
    raiseError: async (text: string, then?: () => void) => {
      await ask({ title: "", message: text, buttons: "OK" }, words);
      then?.();
    },
    askConfirmation: async (text: string, confirm: () => void, cancel?: () => void) => {
      const { button } = await ask({ title: "", message: text, buttons: "OK_CANCEL" }, words);
      if (button === "OK") confirm();
      else cancel?.();
    },
  };
  class Root extends owl.Component {
    static override template = owl.xml`<Spreadsheet t-props="props"/>`;
    static components = { Spreadsheet: grid.Spreadsheet };
    static override props = ["*"];
  }
  const app = new owl.App(Root, { props, translateFn: translate });
  app.addTemplates(templates);
  await app.mount(place);
}
