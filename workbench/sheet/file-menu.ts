// What the page adds to the grid's File menu: a new workbook, CSV files opened as tabs.
import { grid } from "./grid.ts";
import type { Words } from "./words.ts";

/** To be called before the grid is shown. */
export function addToFileMenu(
  { startAgain, openCsv }: { startAgain: () => Promise<void>; openCsv: (files: File[]) => Promise<void> },
  words: Words,
): void {
  const menu = grid.registries.topbarMenuRegistry;
  menu.addChild("new_workbook", ["file"], {
    name: words.newWorkbook,
    sequence: 10,
    execute: () => void startAgain(),
    icon: "o-spreadsheet-Icon.PLUS",
  });
  menu.addChild("open_csv", ["file"], {
    name: words.openCsv,
    sequence: 20,
    separator: true,
    execute: () => chooseFiles(openCsv),
    icon: "o-spreadsheet-Icon.INSERT_SHEET",
  });
}

function chooseFiles(open: (files: File[]) => Promise<void>): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".csv,.tsv,.txt,text/csv";
  input.multiple = true;
  input.addEventListener("change", () => void open([...(input.files ?? [])]));
  input.click();
}
