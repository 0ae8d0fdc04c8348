// What Google calls by name in the built script: the menu, the sidebar, and the sidebar's questions.
import { describe, expect, test } from "vitest";
import { loadScript } from "./addon.ts";

/** The services of a menu being opened: nothing but these may be touched. */
function menuServices(locale: string) {
  const calls: unknown[][] = [];
  const menu = {
    addItem: (...item: unknown[]) => (calls.push(["item", ...item]), menu),
    addToUi: () => void calls.push(["shown"]),
  };
  const html = { setTitle: (title: string) => (calls.push(["title", title]), html) };
  return {
    calls,
    services: {
      Session: { getActiveUserLocale: () => locale },
      SpreadsheetApp: {
        getUi: () => ({
          createAddonMenu: () => menu,
          showSidebar: (page: unknown) => void calls.push(["sidebar", page === html]),
        }),
      },
      HtmlService: {
        createHtmlOutputFromFile: (file: string) => (calls.push(["file", file]), html),
      },
    },
  };
}

describe("the menu", () => {
  test.each([
    ["fr", "Ouvrir Boussole", "Actualiser les données", "Calculer côté serveur"],
    ["fr_CA", "Ouvrir Boussole", "Actualiser les données", "Calculer côté serveur"],
    ["en_GB", "Open Boussole", "Refresh the data", "Compute on the server"],
    ["de", "Open Boussole", "Refresh the data", "Compute on the server"],
  ])("speaks the user's language: %s", (locale, open, refresh, compute) => {
    const { calls, services } = menuServices(locale);
    loadScript(services)["onOpen"]?.({ authMode: "NONE" });
    expect(calls).toEqual([
      ["item", open, "showSidebar"],
      ["item", refresh, "refreshFromMenu"],
      ["item", compute, "computeFromMenu"],
      ["shown"],
    ]);
  });

  test("is there at once after the installation", () => {
    const { calls, services } = menuServices("fr");
    loadScript(services)["onInstall"]?.({ authMode: "FULL" });
    expect(calls.at(-1)).toEqual(["shown"]);
  });

  test("opens the sidebar", () => {
    const { calls, services } = menuServices("fr");
    loadScript(services)["showSidebar"]?.();
    expect(calls).toEqual([
      ["file", "Sidebar"],
      ["title", "Boussole"],
      ["sidebar", true],
    ]);
  });
});

describe("the sidebar's questions", () => {
  const logged: unknown[] = [];
  const script = loadScript({
    Session: { getActiveUserLocale: () => "fr" },
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSpreadsheetLocale: () => "fr_FR" }) },
    console: { error: (error: unknown) => logged.push(error) },
  });

  test("are answered in JSON", () => {
    expect(script["sidebar"]?.("locale", "null")).toBe('{"value":{"user":"fr","sheet":"fr_FR"}}');
  });

  test.each(["onOpen", "call", "constructor", "__proto__", "hasOwnProperty", ""])(
    "reach no method but those of the door: %s",
    (method) => {
      expect(script["sidebar"]?.(method, "null")).toBe('{"refusal":{"kind":"unexpected"}}');
    },
  );

  test("show no raw error, which is logged", () => {
    logged.length = 0;
    expect(script["sidebar"]?.("locale", "not JSON")).toBe('{"refusal":{"kind":"unexpected"}}');
    expect(String(logged[0])).toContain("SyntaxError");
  });
});
