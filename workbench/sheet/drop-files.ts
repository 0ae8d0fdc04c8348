// Files dropped anywhere on the page.

import type { Words } from "./words.ts";

/** @param hint shown while files are over the page. */
export function acceptDrops(hint: HTMLElement, open: (files: File[]) => Promise<void>, words: Words): void {
  hint.textContent = words.dropHere;
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hint.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) hint.hidden = true;
  });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hint.hidden = true;
    void open([...(event.dataTransfer?.files ?? [])]);
  });
}
