// The global objects that a script of one execution sees beside the language itself.
import { only } from "./exception.ts";
import { createCacheService } from "./services/cache.ts";
import type { Context } from "./services/context.ts";
import { createHtmlService } from "./services/html.ts";
import { createLockService } from "./services/lock.ts";
import { createConsole, createLogger } from "./services/logger.ts";
import { createPropertiesService } from "./services/properties.ts";
import { createScriptApp } from "./services/script-app.ts";
import { createSession } from "./services/session.ts";
import { createSpreadsheetApp } from "./services/spreadsheet-app.ts";
import { createUrlFetchApp } from "./services/url-fetch.ts";
import { createUtilities } from "./services/utilities.ts";

/** Services of Google that the host leaves out: each of their members throws by name. */
const LEFT_OUT =
  "AdminDirectory AdsApp Browser CalendarApp CardService Charts ContactsApp ContentService DataStudioApp DocumentApp DriveApp FormApp GmailApp GroupsApp Jdbc LanguageApp LinearOptimizationService MailApp Maps MimeType SitesApp SlidesApp XmlService".split(
    " ",
  );

export type Services = Record<string, unknown>;

export function createServices(context: Context): Services {
  return {
    ...Object.fromEntries(LEFT_OUT.map((name) => [name, only(name, {})])),
    CacheService: createCacheService(context),
    HtmlService: createHtmlService(context),
    LockService: createLockService(context),
    Logger: createLogger(context.machine),
    PropertiesService: createPropertiesService(context),
    ScriptApp: createScriptApp(context),
    Session: createSession(context),
    SpreadsheetApp: createSpreadsheetApp(context),
    UrlFetchApp: createUrlFetchApp(context),
    Utilities: createUtilities(context),
    console: createConsole(context.machine),
    Date: context.ScriptDate,
  };
}
