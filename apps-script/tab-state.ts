// How old the figures of a tab are, and why: a sentence in the header after them, a note of where they come from, a colour.
import type { Tab } from "../shared/api/refresh.ts";
import { type Language, languageOf } from "../shared/language.ts";
import { TABS } from "./patch.ts";
import { lastRefresh, type RefreshState } from "./refresh-state.ts";
import { activeSpreadsheet } from "./services.ts";
import { nameOf, STATE_PREFIX } from "./tab-columns.ts";
import { knownColumns, ownSheet } from "./tab-writer.ts";

const COLOURS = {
  fresh: { header: "#e8f0fe", tab: null },
  stale: { header: "#fce8b2", tab: "#f29900" },
} as const;

const UNPAIRED = {
  fr: "Ce classeur n'est plus relié à un espace de travail.",
  en: "This spreadsheet is no longer connected to a workspace.",
};

/** Tabs speak the language of the spreadsheet, which all its readers share. */
export function sheetLanguage(): Language {
  return languageOf(activeSpreadsheet().getSpreadsheetLocale());
}

/** Tells the state in every tab that Boussole owns. */
export function showState(state: RefreshState, language: Language): void {
  for (const key of TABS) {
    const sheet = ownSheet(key);
    if (!sheet) continue;
    const found = sheet.getRange(1, 1, 1, Math.max(1, sheet.getLastColumn())).getDisplayValues()[0] ?? [];
    const place = found.findIndex((title) => nameOf(title) === STATE_PREFIX);
    if (place >= 0) sheet.getRange(1, place + 1).setValue(`'${stateSentence(key, state, language)}`);
    paintTab(key, state);
  }
}

/** The colours of a tab: those of figures that are fresh, or those of figures to be read with care. */
export function paintTab(key: Tab["key"], { failure, sources }: RefreshState): void {
  paintHeader(key, failure !== null || sources.some(({ problem }) => problem !== null));
}

export function paintHeader(key: string, stale: boolean): void {
  const sheet = ownSheet(key);
  const width = sheet ? knownColumns(sheet).length : 0;
  if (!sheet || width === 0) return;
  const { header, tab } = stale ? COLOURS.stale : COLOURS.fresh;
  sheet.getRange(1, 1, 1, width).setBackground(header).setFontWeight("bold");
  if (sheet.getTabColor() !== tab) sheet.setTabColor(tab);
}

/** Says in the tabs that their figures will not be renewed any more. */
export function showUnpaired(): void {
  const state = lastRefresh();
  if (state) showState({ ...state, failure: UNPAIRED }, sheetLanguage());
}

/** `Boussole : actualisé le 21/11/2026 10:05.`, or the age of the figures, the reason and the one thing to do. */
export function stateSentence(key: Tab["key"], state: RefreshState, language: Language): string {
  const { fresh, failure, notes } = state;
  const at = fresh === null ? "—" : inSheetTime(fresh, language);
  const age =
    failure === null
      ? { fr: `actualisé le ${at}.`, en: `refreshed on ${at}.` }
      : { fr: `chiffres du ${at}. ${failure.fr}`, en: `figures of ${at}. ${failure.en}` };
  const parts = [age[language], ...troubles(state, language), notes[key]?.[language] ?? ""];
  return `${STATE_PREFIX}${colon(language)} ${parts.filter((part) => part !== "").join(" ")}`;
}

function troubles({ sources }: RefreshState, language: Language): string[] {
  return sources.flatMap(({ name, problem, asOf }) => {
    if (problem === null) return [];
    const at = asOf === null ? "—" : inSheetTime(asOf, language);
    const age = language === "fr" ? `chiffres du ${at}` : `figures of ${at}`;
    return [`${name} (${age})${colon(language)} ${problem.words[language]} ${problem.action[language]}`];
  });
}

/** Where the figures of a tab come from, a line for each source. */
export function provenanceNote({ provenance }: Tab, language: Language): string {
  return provenance
    .map(({ source, account, from, to, timeZone, currency, asOf, rows, run }) => {
      const period = from === null || to === null ? "" : `${from} → ${to}`;
      const read = asOf === null ? "" : inSheetTime(asOf, language);
      const counted = language === "fr" ? `${rows} lignes` : `${rows} rows`;
      const number = language === "fr" ? `synchronisation ${run}` : `sync ${run}`;
      const facts = [account, period, timeZone, currency, read, counted, number];
      return `${source}${colon(language)} ${facts.filter((fact) => fact !== null && fact !== "").join(", ")}`;
    })
    .join("\n");
}

export function colon(language: Language): string {
  return language === "fr" ? "\u00a0:" : ":";
}

export function inSheetTime(instant: string, language: Language): string {
  const zone = activeSpreadsheet().getSpreadsheetTimeZone();
  return Utilities.formatDate(
    new Date(instant),
    zone,
    language === "fr" ? "dd/MM/yyyy HH:mm" : "d MMM yyyy HH:mm",
  );
}
