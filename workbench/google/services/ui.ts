// SpreadsheetApp.getUi(): menus, sidebar, dialogs and questions.
import { Exception, only } from "../exception.ts";
import type { Button, ButtonSet, Menu, MenuEntry } from "../host.ts";
import { type Context, enumeration } from "./context.ts";
import type { HtmlOutput } from "./html.ts";

/** @throws in a custom function, which has no user interface */
export function createUi(context: Context) {
  if (context.mode === "CUSTOM_FUNCTION")
    throw new Exception("Cannot call SpreadsheetApp.getUi() from this context.");
  const buttons = enumeration<Button>("Button", ["OK", "CANCEL", "YES", "NO", "CLOSE"]);
  const sets = enumeration<ButtonSet>("ButtonSet", ["OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL"]);
  const panel = (page: HtmlOutput, title: string) => ({
    title,
    html: page.getContent(),
    width: page.getWidth(),
    height: page.getHeight(),
  });
  const guard = (member: string) => context.guard("panel", `Ui.${member}`);
  return only("Ui", {
    Button: buttons,
    ButtonSet: sets,
    createMenu: (name: string) => createMenu(context, { addOn: false, name, entries: [] }),
    createAddonMenu: () => createMenu(context, { addOn: true, name: "", entries: [] }),
    showSidebar: (page: HtmlOutput): void => {
      guard("showSidebar");
      // A sidebar is 300 pixels wide whatever the page asks.
      context.ui.sidebar({ ...panel(page, page.getTitle()), width: 300 });
    },
    showModalDialog: (page: HtmlOutput, title: string): void => {
      guard("showModalDialog");
      context.ui.dialog(panel(page, title), true);
    },
    showModelessDialog: (page: HtmlOutput, title: string): void => {
      guard("showModelessDialog");
      context.ui.dialog(panel(page, title), false);
    },
    alert: (...args: string[]): Button => {
      guard("alert");
      return context.ui.alert(readQuestion(args));
    },
    prompt: (...args: string[]) => {
      guard("prompt");
      const answer = context.ui.prompt(readQuestion(args));
      return only("PromptResponse", {
        getResponseText: () => answer.text,
        getSelectedButton: () => answer.button,
      });
    },
  });
}

/** `(message)`, `(message, buttons)`, `(title, message, buttons)`. */
function readQuestion(args: readonly string[]) {
  const [first = "", second, third] = args.map(String);
  if (third !== undefined) return { title: first, message: second ?? "", buttons: third as ButtonSet };
  return { title: "", message: first, buttons: (second ?? "OK") as ButtonSet };
}

const menuOf = new WeakMap<object, Menu>();

function createMenu(context: Context, menu: Menu) {
  const add = (entry: MenuEntry) => {
    menu.entries.push(entry);
    return builder;
  };
  const builder = only("Menu", {
    addItem: (label: string, handler: string) => add({ kind: "item", label, handler }),
    addSeparator: () => add({ kind: "separator" }),
    addSubMenu: (subMenu: object): object => {
      const inner = menuOf.get(subMenu);
      if (!inner) throw new Exception("Invalid argument: menu");
      return add({ kind: "menu", menu: inner });
    },
    addToUi: (): void => {
      context.guard("menu", "Menu.addToUi");
      context.ui.menu(menu);
    },
  });
  menuOf.set(builder, menu);
  return builder;
}
