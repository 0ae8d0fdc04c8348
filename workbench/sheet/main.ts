// The page: opens the workbook in the grid, runs the add-on beside it, and keeps everything saved.
import { readFunctions } from "../google/add-on.ts";
import type { Manifest } from "../google/host.ts";
import { createPageRuntime, type PageRuntime } from "../google/page-runtime.ts";
import { TRIGGER_SCOPE } from "../google/services/script-app.ts";
import { loadAddOn, textAt } from "./add-on-files.ts";
import { openBook } from "./book.ts";
import { registerCustomFunctions } from "./custom-functions.ts";
import { runClockTriggers } from "./clock-triggers.ts";
import { ask } from "./dialogs.ts";
import { acceptDrops } from "./drop-files.ts";
import { exampleWorkbook } from "./example.ts";
import { addToFileMenu } from "./file-menu.ts";
import { grid, namedLocales, setGridLanguage, showGrid } from "./grid.ts";
import { pageUser } from "./identity.ts";
import { addTab } from "./new-tab.ts";
import { readCsvFile } from "./open-csv.ts";
import { reasonOf } from "./reason.ts";
import { keepSaved, loadWorkbook } from "./saving.ts";
import { scriptUi } from "./script-ui.ts";
import { storeOver } from "./stored-texts.ts";
import { byId, fillTitleBar } from "./title-bar.ts";
import { showToast } from "./toasts.ts";
import { pageLanguage, wordsIn } from "./words.ts";
import { teachWriting } from "./write-cells.ts";

const ADD_ON_NAME = "Boussole";
const language = pageLanguage(location.search, navigator.language);
const words = wordsIn(language);

async function openPage(): Promise<void> {
  const [locale, addOn, templates, saved] = await Promise.all([
    setGridLanguage(language),
    loadAddOn(),
    textAt("library/o_spreadsheet.xml"),
    loadWorkbook(),
  ]);
  const { data, store, ...opened } = saved.workbook ?? {
    name: words.newWorkbook,
    language,
    data: exampleWorkbook(grid, language, locale),
    store: {},
  };
  const changed = (): void => saving.changed();
  const title = fillTitleBar(opened.name, language, words, changed);

  teachWriting(grid);
  const started = Promise.withResolvers<PageRuntime>();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const functions = registerCustomFunctions({
    grid,
    model: () => model,
    functions: readFunctions(addOn.code),
    execute: async (called, args) => (await started.promise).customFunction(called, args),
    timeZone,
    category: ADD_ON_NAME,
    loading: words.loading,
  });
  const revisions = new grid.LocalTransportService();
  revisions.onNewMessage("saving", ({ type }) => {
    if (type === "REMOTE_REVISION" || type === "REVISION_UNDONE" || type === "REVISION_REDONE") changed();
  });
  const model = new grid.Model(data, {
    transportService: revisions,
    external: { loadLocales: async () => namedLocales() },
  });
  const saving = keepSaved({
    writer: saved.writer,
    read: () => ({ name: title.name(), language, data: model.exportData(), store }),
    show: title.showState,
    words,
  });
  if (opened.language !== language) model.dispatch("UPDATE_LOCALE", { locale });

  const info = {
    id: "workbench",
    url: location.href,
    timeZone,
    get name() {
      return title.name();
    },
  };
  const runtime = createPageRuntime({
    ...addOn,
    locale: language,
    book: openBook(grid, model, info, () => functions.settle()),
    store: storeOver(store, changed),
    ui: scriptUi(() => runtime, ADD_ON_NAME, words),
    user: pageUser(),
    workerUrl: "script.js",
    origins: originsOf(addOn.manifest),
  });
  started.resolve(runtime);
  await runtime.entry("onOpen", "NONE").catch((error: unknown) => tell(words.addOnFailed(reasonOf(error))));

  async function openCsv(files: File[]): Promise<void> {
    for (const file of files) {
      const read = await readCsvFile(file, words);
      if ("refused" in read) tell(read.refused);
      else addTab(grid, model, read.name, read.rows);
    }
  }
  async function startAgain(): Promise<void> {
    const question = { title: words.freshTitle, message: words.freshMessage, buttons: "OK_CANCEL" } as const;
    const { button } = await ask(question, words);
    if (button === "OK" && (await saving.forget())) location.reload();
  }
  runClockTriggers(runtime, () => store[TRIGGER_SCOPE] ?? {});
  addToFileMenu({ openCsv, startAgain }, words);
  acceptDrops(byId("drop-hint"), openCsv, words);
  await showGrid(byId("grid"), model, templates, words);
  Object.assign(globalThis, { workbench: { grid, model } }); // for the browser's console
}

/** The one Worker that the add-on was built for is served by this machine. */
function originsOf({ urlFetchWhitelist = [] }: Manifest): Record<string, string> {
  return Object.fromEntries(urlFetchWhitelist.map((address) => [new URL(address).origin, location.origin]));
}

/** Shows what went wrong until it is closed. */
function tell(message: string): void {
  showToast({ message, kind: "error", seconds: -1 }, words.close);
}

openPage().catch((error: unknown) => {
  console.error(error);
  tell(words.pageFailed);
});
