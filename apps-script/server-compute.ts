// « Calculer côté serveur »: the statistic of the selected cell computed by the Worker, its answer written in a tab.
import { type ComputeRequest, LARGEST_COMPUTATION, LARGEST_RANGE } from "../shared/api/compute.ts";
import type { Argument, Range } from "../shared/cell.ts";
import type { Language, Words } from "../shared/language.ts";
import { formatNumber } from "../shared/number.ts";
import { sentArgument } from "../shared/statistics/sent.ts";
import { callApi } from "./backend.ts";
import { argumentSeparator, decimalMark, printCellFormula, printReference } from "./cell-formula.ts";
import { computedTab, isComputeAnswer } from "./computed-tab.ts";
import { computeWords, nested, noSuchRange, provenance, written } from "./compute-words.ts";
import { readStatistic, type StatisticFormula, type Written } from "./formula-reader.ts";
import { failures, LOCK_WAIT } from "./refresh.ts";
import { activeSpreadsheet, userLanguage } from "./services.ts";
import { sheetKey } from "./sheet-key.ts";
import { colon, inSheetTime, paintHeader, sheetLanguage } from "./tab-state.ts";
import { STATE_PREFIX } from "./tab-columns.ts";
import { ownSheet, writeTab } from "./tab-writer.ts";

/** What the user is told instead of an answer. */
class Told extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

function tell(words: Words): never {
  throw new Told(words);
}

/** The menu entry: computes, and tells in a toast what came of it. */
export function computeFromMenu(): void {
  const language = userLanguage();
  let outcome: Words;
  try {
    outcome = compute(new Date(), language);
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    outcome = error.words;
  }
  toast(outcome[language], 10);
}

function toast(message: string, seconds: number): void {
  activeSpreadsheet().toast(message, STATE_PREFIX, seconds);
}

function compute(now: Date, language: Language): Words {
  if (sheetKey() === null) tell(failures.notPaired);
  const statistic = selectedStatistic();
  const inputs = statistic.args.map(inputOf);
  const request: ComputeRequest = {
    function: statistic.name,
    arguments: inputs.map(({ read }) => sentArgument(read())),
  };
  if (bytesOf(JSON.stringify(request)) > LARGEST_COMPUTATION) tell(computeWords.tooLarge);
  toast(computeWords.working[language], 5);
  const answer = callApi({ method: "post", path: "/v1/compute", body: request });
  if (!answer.ok) {
    const { problem } = answer;
    return problem ? { fr: problem.detail, en: problem.detail } : computeWords.noAnswer;
  }
  if (!isComputeAnswer(answer.body)) return computeWords.noAnswer;
  const separator = argumentSeparator(activeSpreadsheet().getSpreadsheetLocale());
  const texts = inputs.map(({ text }) => text);
  const formula = printCellFormula(statistic.written, texts, separator);
  const inTab = sheetLanguage();
  const tab = computedTab(answer.body, { formula, name: statistic.written }, inTab, onSheetClock);
  const state = `${STATE_PREFIX}${colon(inTab)} ${provenance(formula, inSheetTime(now.toISOString(), inTab))[inTab]}`;
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT)) return failures.busy;
  try {
    writeTab(tab, state, inTab);
    paintHeader(tab.key, false);
  } catch (error) {
    console.error(error);
    return computeWords.notWritten;
  } finally {
    lock.releaseLock();
  }
  const count = formatNumber(tab.rows.length, language);
  return written(statistic.written, count, tab.rows.length > 1, ownSheet(tab.key)?.getName() ?? "");
}

/** The statistic that the formula of the current cell is. */
function selectedStatistic(): StatisticFormula {
  const formula = SpreadsheetApp.getCurrentCell()?.getFormula() ?? "";
  const locale = activeSpreadsheet().getSpreadsheetLocale();
  const statistic = readStatistic(formula, decimalMark(locale));
  if (statistic === "not_a_statistic") return tell(computeWords.notAStatistic);
  return "nested" in statistic ? tell(nested(statistic.nested)) : statistic;
}

/** What an argument holds, once read, and how it is written where it stands elsewhere than beside its cells. */
function inputOf(argument: Written): { readonly text: string; readonly read: () => Argument } {
  const { text } = argument;
  if ("value" in argument) return { text, read: () => argument.value };
  const spreadsheet = activeSpreadsheet();
  if ("rangeName" in argument) {
    const range = spreadsheet.getRangeByName(argument.rangeName);
    return range ? { text, read: () => valuesOf(range) } : tell(noSuchRange(text));
  }
  const printed = printReference({ sheet: spreadsheet.getActiveSheet().getName(), ...argument.reference });
  return { text: printed, read: () => valuesOf(rangeAt(printed)) };
}

function rangeAt(printed: string): GoogleAppsScript.Spreadsheet.Range {
  try {
    return activeSpreadsheet().getRange(printed);
  } catch {
    return tell(noSuchRange(printed));
  }
}

/** As a cell function would be given them: a single cell is a value. */
function valuesOf(range: GoogleAppsScript.Spreadsheet.Range): Argument {
  if (range.getNumRows() * range.getNumColumns() > LARGEST_RANGE) tell(computeWords.tooLarge);
  const rows = range.getValues() as Range;
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

/** At most: what is not ASCII takes up to three bytes. */
function bytesOf(text: string): number {
  return text.length + 2 * (text.match(/[^\0-\x7f]/g)?.length ?? 0);
}

function onSheetClock(instant: number): string {
  const zone = activeSpreadsheet().getSpreadsheetTimeZone();
  return Utilities.formatDate(new Date(instant), zone, "yyyy-MM-dd HH:mm");
}
