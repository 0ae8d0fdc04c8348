// What each authorisation mode refuses, in Google's words.
import { expect, test } from "vitest";
import type { AuthMode, Ui } from "../../workbench/google/host.ts";
import { noUi } from "../../workbench/google/node-ports.ts";
import { failure, openTiny } from "./tiny-add-on.ts";

const CALLS: Record<string, string> = {
  menu: "SpreadsheetApp.getUi().createMenu('Tools').addItem('Go', 'go').addToUi()",
  sidebar: "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''))",
  read: "SpreadsheetApp.getActive().getActiveSheet().getRange('A1').getValue()",
  write: "SpreadsheetApp.getActive().getActiveSheet().getRange('A1').setValue(1)",
  properties: "PropertiesService.getDocumentProperties().getProperty('a')",
  fetch: "UrlFetchApp.fetch('https://example.com/', { muteHttpExceptions: true })",
  locale: "Session.getActiveUserLocale()",
  email: "Session.getActiveUser().getEmail()",
  token: "ScriptApp.getIdentityToken()",
  cache: "CacheService.getUserCache().get('a')",
  trigger: "ScriptApp.getProjectTriggers()",
  logger: "Logger.log('a')",
};

const ports = { net: { fetch: () => ({ status: 200, headers: {}, body: "" }) } };

/** The calls that a mode lets through. */
function allowed(mode: AuthMode): string[] {
  return Object.keys(CALLS).filter((name) => {
    const { runtime } = openTiny(`function go() { ${CALLS[name]}; }`, { ports });
    return failure(() => runtime.entry("go", mode)) === "no error";
  });
}

test("NONE (onOpen of an add-on only installed) adds menu items and knows the language", () => {
  expect(allowed("NONE")).toEqual(["menu", "locale", "logger"]);
});

test("LIMITED (onOpen of an add-on in use) reads and writes the document, without network nor sidebar", () => {
  expect(allowed("LIMITED")).toEqual(["menu", "read", "write", "properties", "locale", "cache", "logger"]);
});

test("CUSTOM_FUNCTION reads the document and the network, and shows nothing", () => {
  expect(allowed("CUSTOM_FUNCTION")).toEqual(["read", "properties", "fetch", "locale", "cache", "logger"]);
});

test("FULL (menu, sidebar, trigger) does everything", () => {
  expect(allowed("FULL")).toEqual(Object.keys(CALLS));
});

test("a formula runs as CUSTOM_FUNCTION: writing, asking who the user is and showing a page are refused", () => {
  const cell = (code: string) => openTiny(`function F() { ${code}; }`).evaluate("=F()");
  expect(cell(CALLS["write"] ?? "")).toEqual({ error: "You do not have permission to call setValue" });
  expect(cell(CALLS["token"] ?? "")).toEqual({
    error: "You do not have permission to call ScriptApp.getIdentityToken",
  });
  expect(cell("SpreadsheetApp.getUi()")).toEqual({
    error: "Cannot call SpreadsheetApp.getUi() from this context.",
  });
});

test("a service touched while the script loads stops an onOpen that may not touch it", () => {
  const { runtime } = openTiny(
    "var kept = PropertiesService.getUserProperties(); function onOpen() {} function other() {}",
  );
  expect(failure(() => runtime.entry("onOpen", "NONE"))).toBe(
    "You do not have permission to call PropertiesService.getUserProperties",
  );
  expect(() => runtime.entry("onOpen", "LIMITED")).not.toThrow();
});

test("a scope that the manifest does not ask for is refused by its name", () => {
  const manifest = { oauthScopes: ["https://www.googleapis.com/auth/spreadsheets.currentonly"] };
  const { runtime } = openTiny(`function read() { ${CALLS["read"]} } function go() { ${CALLS["fetch"]} }`, {
    manifest,
    ports,
  });
  expect(() => runtime.call("read", [])).not.toThrow();
  expect(failure(() => runtime.call("go", []))).toBe(
    "You do not have permission to call UrlFetchApp.fetch. " +
      "Required permissions: https://www.googleapis.com/auth/script.external_request",
  );
});

test("the identity token needs the scope openid, and the address the scope of e-mail", () => {
  const user = { email: () => "ana@example.com", identityToken: () => "token" };
  const code = `function who() { return [${CALLS["email"]}, ${CALLS["token"]}]; }`;
  const who = (oauthScopes: string[]) =>
    openTiny(code, { manifest: { oauthScopes }, ports: { user } }).runtime.call("who", []);
  expect(who(["openid", "https://www.googleapis.com/auth/userinfo.email"])).toEqual([
    "ana@example.com",
    "token",
  ]);
  expect(who([])).toEqual(["", null]);
});

test("menus, panels and questions reach the page as they were built", () => {
  const shown: unknown[] = [];
  const ui: Ui = {
    ...noUi,
    menu: (menu) => void shown.push(menu),
    sidebar: (panel) => void shown.push(panel),
    alert: (question) => {
      shown.push(question);
      return "YES";
    },
    prompt: () => ({ button: "OK", text: "42" }),
  };
  const { runtime } = openTiny(
    `function onOpen() {
      const ui = SpreadsheetApp.getUi();
      const more = ui.createMenu('More').addItem('Deep', 'deep_');
      ui.createAddonMenu().addItem('Open', 'open').addSeparator().addSubMenu(more).addToUi();
    }
    function open() {
      SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Side').setTitle('T').setWidth(600));
    }
    function ask() {
      const ui = SpreadsheetApp.getUi();
      const sure = ui.alert('Title', 'Sure?', ui.ButtonSet.YES_NO) === ui.Button.YES;
      return [sure, ui.prompt('How many?').getResponseText()];
    }`,
    { files: { Side: "<p>hello</p>" }, ports: { ui } },
  );
  runtime.entry("onOpen", "NONE");
  runtime.entry("open", "FULL");
  expect(runtime.call("ask", [])).toEqual([true, "42"]);
  expect(shown).toEqual([
    {
      addOn: true,
      name: "",
      entries: [
        { kind: "item", label: "Open", handler: "open" },
        { kind: "separator" },
        {
          kind: "menu",
          menu: { addOn: false, name: "More", entries: [{ kind: "item", label: "Deep", handler: "deep_" }] },
        },
      ],
    },
    // A sidebar is 300 pixels wide whatever the script asks.
    { title: "T", html: "<p>hello</p>", width: 300, height: null },
    { title: "Title", message: "Sure?", buttons: "YES_NO" },
  ]);
});
