// What scripts show on the page: menus, the sidebar, questions, toasts.
import type { Menu, MenuEntry, Served, Ui } from "../google/host.ts";
import type { PageRuntime } from "../google/page-runtime.ts";
import { ask } from "./dialogs.ts";
import { grid } from "./grid.ts";
import { reasonOf } from "./reason.ts";
import { openSidebar } from "./sidebar.ts";
import { byId } from "./title-bar.ts";
import { showToast } from "./toasts.ts";
import type { Words } from "./words.ts";

/** Where the menus of scripts stand in the menu bar: after the grid's own. */
const LAST = 900;

/** @param runtime gives the script, once it runs. */
export function scriptUi(runtime: () => PageRuntime, addOnName: string, words: Words): Served<Ui> {
  const { topbarMenuRegistry } = grid.registries;

  async function run(handler: string): Promise<void> {
    try {
      await runtime().entry(handler, "FULL");
    } catch (error) {
      showToast({ message: words.scriptFailed(reasonOf(error)), kind: "error", seconds: -1 }, words.close);
    }
  }

  /** The grid's registry empties the path that it is given. */
  const addChild: typeof topbarMenuRegistry.addChild = (id, path, value) =>
    topbarMenuRegistry.addChild(id, [...path], value);

  function addEntries(entries: MenuEntry[], path: string[]): void {
    entries.forEach((entry, index) => {
      if (entry.kind === "separator") return;
      const separator = entries[index + 1]?.kind === "separator";
      const id = [...path, index].join("-");
      const common = { sequence: index, separator, isReadonlyAllowed: true };
      if (entry.kind === "item") {
        const execute = (): void => void run(entry.handler);
        addChild(id, path, { ...common, name: entry.label, execute });
      } else {
        addChild(id, path, { ...common, name: entry.menu.name });
        addEntries(entry.menu.entries, [...path, id]);
      }
    });
  }

  return {
    menu({ addOn, name, entries }: Menu) {
      const id = `script-${addOn ? addOnName : name}`;
      topbarMenuRegistry.add(id, { name: addOn ? addOnName : name, sequence: LAST });
      addEntries(entries, [id]);
    },
    sidebar({ title, html }) {
      const place = byId("sidebar");
      const { names } = runtime();
      const call = (name: string, args: unknown[]): Promise<unknown> => runtime().call(name, args);
      openSidebar(place, { title: title || addOnName, html, names, call, focusGrid }, words.close);
    },
    dialog() {
      throw new Error("Not in the workbench: HTML dialogs");
    },
    alert: async (question) => (await ask(question, words)).button,
    prompt: (question) => ask(question, words, true),
    toast: (message, title, seconds) => showToast({ message, title, seconds }, words.close),
  };
}

function focusGrid(): void {
  document.querySelector<HTMLElement>(".o-grid .o-composer")?.focus();
}
