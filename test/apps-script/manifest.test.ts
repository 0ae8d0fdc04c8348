// The built manifest: what the add-on asks of the user, to the letter.
import { expect, test } from "vitest";
import { builtFile } from "./addon.ts";

test("it asks for the current spreadsheet, who its user is, a schedule and the one Worker, and nothing else", () => {
  expect(JSON.parse(builtFile("appsscript.json"))).toEqual({
    // A date in a cell is the midnight of its day in this zone; the functions count on it.
    timeZone: "Etc/UTC",
    runtimeVersion: "V8",
    exceptionLogging: "STACKDRIVER",
    dependencies: {},
    oauthScopes: [
      "https://www.googleapis.com/auth/spreadsheets.currentonly",
      "https://www.googleapis.com/auth/script.container.ui",
      "https://www.googleapis.com/auth/script.external_request",
      "https://www.googleapis.com/auth/script.scriptapp",
      "openid",
      "https://www.googleapis.com/auth/userinfo.email",
    ],
    urlFetchWhitelist: ["https://boussole.example/"],
  });
});
