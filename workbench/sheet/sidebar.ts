// The sidebar beside the grid: 300 px, one at a time, as Google shows it.
import { createScriptFrame, type ScriptFrameOptions } from "./script-frame.ts";

/**
 * Opens a page of the script in the sidebar, in place of the one that was there.
 * @param place the `aside` beside the grid, hidden while there is no sidebar.
 */
export function openSidebar(
  place: HTMLElement,
  options: Omit<ScriptFrameOptions, "close">,
  closeLabel: string,
): void {
  function close(): void {
    place.hidden = true;
    place.replaceChildren();
    fitGrid();
    options.focusGrid();
  }
  const title = document.createElement("h2");
  title.textContent = options.title;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "×";
  button.title = closeLabel;
  button.ariaLabel = closeLabel;
  button.addEventListener("click", close);
  const head = document.createElement("div");
  head.className = "sidebar-head";
  head.append(title, button);
  place.replaceChildren(head, createScriptFrame({ ...options, close }));
  place.ariaLabel = options.title;
  place.hidden = false;
  fitGrid();
}

/** The grid measures itself when the window changes size. */
function fitGrid(): void {
  dispatchEvent(new Event("resize"));
}
