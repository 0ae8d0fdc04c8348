// The add-on's menu: opening the sidebar, and refreshing without it.
import { type Language, quoted, type Words } from "../shared/language.ts";
import { formatNumber } from "../shared/number.ts";
import { computeWords } from "./compute-words.ts";
import { refresh } from "./refresh.ts";
import type { RefreshState } from "./refresh-state.ts";
import { activeSpreadsheet, userLanguage } from "./services.ts";

const OPEN: Words = { fr: "Ouvrir Boussole", en: "Open Boussole" };
const REFRESH: Words = { fr: "Actualiser les données", en: "Refresh the data" };

/** Adds the menu. Runs before any authorisation is given: only the menu and the user's locale may be touched. */
export function onOpen(): void {
  const language = userLanguage();
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(OPEN[language], "showSidebar")
    .addItem(REFRESH[language], "refreshFromMenu")
    .addItem(computeWords.menu[language], "computeFromMenu")
    .addToUi();
}

/** Shows the menu at once in the spreadsheet from which the add-on was installed. */
export function onInstall(): void {
  onOpen();
}

export function showSidebar(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("Sidebar").setTitle("Boussole"));
}

/** Refreshes, and tells in a toast what came of it. */
export function refreshFromMenu(): void {
  const language = userLanguage();
  const state = refresh(new Date(), { always: true });
  activeSpreadsheet().toast(outcomeOf(state, language), "Boussole", 8);
}

function outcomeOf({ failure, rows, moved, unsent }: RefreshState, language: Language): string {
  const count = formatNumber(rows, language);
  const columns = moved.map((name) => quoted(name, language)).join(", ");
  const done: Words = {
    fr: `Données actualisées\u00a0: ${count} ${rows > 1 ? "lignes" : "ligne"}.`,
    en: `Data refreshed: ${count} ${rows === 1 ? "row" : "rows"}.`,
  };
  const aside: Words = {
    fr: ` Vos colonnes ont été placées à droite\u00a0: ${columns}.`,
    en: ` Your columns were placed to the right: ${columns}.`,
  };
  return (
    (failure ?? done)[language] +
    (moved.length > 0 ? aside[language] : "") +
    (unsent ? ` ${unsent[language]}` : "")
  );
}
