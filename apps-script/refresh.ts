// Refresh: the Worker's figures written in the sheet; when they cannot be had, the old ones stay and say their age.
import type { Refresh, Tab } from "../shared/api/refresh.ts";
import type { Language, Words } from "../shared/language.ts";
import { type ApiFailure, readApi } from "./backend.ts";
import { isRefresh, TABS } from "./patch.ts";
import { sendRanges } from "./ranges.ts";
import { knownEtag, lastRefresh, type RefreshState, saveEtag, saveRefresh } from "./refresh-state.ts";
import { noteScheduledRun } from "./schedule.ts";
import { activeSpreadsheet } from "./services.ts";
import { sheetKey } from "./sheet-key.ts";
import { paintTab, provenanceNote, sheetLanguage, showState, stateSentence } from "./tab-state.ts";
import { ownSheet, writeTab } from "./tab-writer.ts";

export const LOCK_WAIT = 10_000;

export const failures = {
  unreachable: {
    fr: "Le serveur de Boussole ne répond pas. Réessayez dans quelques minutes.",
    en: "Boussole's server does not answer. Try again in a few minutes.",
  },
  busy: {
    fr: "Une actualisation est déjà en cours. Attendez qu'elle se termine.",
    en: "A refresh is already under way. Wait for it to end.",
  },
  notPaired: {
    fr: "Ce classeur n'est relié à aucun espace de travail. Ouvrez Boussole, vue Sources.",
    en: "This spreadsheet is not connected to a workspace. Open Boussole, Sources view.",
  },
} satisfies Record<string, Words>;

/**
 * Asks the Worker for the figures and writes them, one refresh at a time. Never throws.
 * @param always writes them even if they are what the sheet should hold: someone may have typed over them
 */
export function refresh(now: Date, { always }: { readonly always: boolean }): RefreshState {
  if (sheetKey() === null) return failed(now, failures.notPaired);
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT)) return failed(now, failures.busy);
  try {
    const language = sheetLanguage();
    const unsent = sendRanges(lastRefresh()?.ranges ?? [], now);
    const state = { ...ask(now, language, always), unsent };
    saveRefresh(state);
    // What was just written tells its state already.
    if (state.failure !== null || !state.changed) tryToShow(state, language);
    return state;
  } finally {
    lock.releaseLock();
  }
}

/** For the hourly trigger, whose spreadsheet Google may not give. */
export function refreshOnSchedule(): void {
  if ((activeSpreadsheet() as unknown) === null || sheetKey() === null) return;
  const now = new Date();
  noteScheduledRun(now);
  refresh(now, { always: false });
}

function ask(now: Date, language: Language, always: boolean): RefreshState {
  const known = always || !TABS.every(ownSheet) ? null : knownEtag();
  const answer = readApi(
    { method: "get", path: "/v1/refresh", ...(known !== null && { headers: { "If-None-Match": known } }) },
    language,
  );
  if (!answer.ok) return failed(now, wordsOf(answer));
  const before = lastRefresh();
  const asked = now.toISOString();
  if (answer.status === 304 && before)
    return { ...before, asked, fresh: asked, changed: false, failure: null, moved: [] };
  return isRefresh(answer.body)
    ? write(answer.body, answer.etag, asked, language)
    : failed(now, failures.unreachable);
}

function write(
  { tabs, sources, ranges }: Refresh,
  etag: string | null,
  asked: string,
  language: Language,
): RefreshState {
  const state: RefreshState = {
    asked,
    fresh: asked,
    changed: true,
    rows: tabs.find(({ key }) => key === "data")?.rows.length ?? 0,
    failure: null,
    sources: sources.map(({ name, state: now, asOf, problem }) => ({ name, state: now, asOf, problem })),
    notes: Object.fromEntries(tabs.flatMap(({ key, note }) => (note ? [[key, note]] : []))),
    moved: [],
    ranges,
  };
  // Until all is written, the sheet holds nothing that the Worker knows.
  saveEtag(null);
  const moved: string[] = [];
  for (const tab of tabs) {
    try {
      moved.push(...writeTab(tab, stateSentence(tab.key, state, language), language));
      paintTab(tab.key, state);
      noteProvenance(tab, language);
    } catch (error) {
      console.error(error);
      return { ...failed(new Date(asked), notWritable(tab)), moved };
    }
  }
  saveEtag(etag);
  return { ...state, moved };
}

function noteProvenance(tab: Tab, language: Language): void {
  ownSheet(tab.key)
    ?.getRange(1, tab.header.length + 1)
    .setNote(provenanceNote(tab, language));
}

/** A tab that cannot be written tells nothing; the sidebar still does. */
function tryToShow(state: RefreshState, language: Language): void {
  try {
    showState(state, language);
  } catch (error) {
    console.error(error);
  }
}

/** The figures stay as they are; only their state changes. */
function failed(now: Date, failure: Words): RefreshState {
  const nothing = { fresh: null, rows: 0, sources: [], notes: {} };
  return { ...nothing, ...lastRefresh(), asked: now.toISOString(), changed: false, failure, moved: [] };
}

function wordsOf({ problem }: ApiFailure): Words {
  return problem === null ? failures.unreachable : { fr: problem.detail, en: problem.detail };
}

function notWritable({ key, title }: Tab): Words {
  const name = ownSheet(key)?.getName();
  return {
    fr: `L'onglet «\u00a0${name ?? title.fr}\u00a0» n'a pas pu être écrit\u00a0: il est peut-être protégé, ou le classeur plein. Vérifiez, puis actualisez de nouveau.`,
    en: `The tab “${name ?? title.en}” could not be written: it may be protected, or the spreadsheet full. Check, then refresh again.`,
  };
}
