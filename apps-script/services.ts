// The services of Google that the whole add-on asks, each named in one place.
import { type Language, languageOf } from "../shared/language.ts";

export function activeSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return SpreadsheetApp.getActiveSpreadsheet();
}

/** What the add-on keeps with the spreadsheet, for all who use it. */
export function documentProperties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getDocumentProperties();
}

export function userLanguage(): Language {
  return languageOf(Session.getActiveUserLocale());
}
