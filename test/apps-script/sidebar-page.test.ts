// The built sidebar: one file that HtmlService can serve, complete in itself.
import { parse } from "acorn";
import { expect, test } from "vitest";
import { checkInlineScript } from "../../apps-script/build.ts";
import { builtFile } from "./addon.ts";

const page = builtFile("Sidebar.html");
const [, style = ""] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
const [, script = ""] = /<script>([^]*?)<\/script>/.exec(page) ?? [];

test("its style and its script are written in it", () => {
  expect(style).toContain("--ink");
  expect(() => parse(script, { ecmaVersion: 2020, sourceType: "script" })).not.toThrow();
  expect(page.replace(style, "").replace(script, "")).toBe(
    [
      "<!doctype html>",
      '<html lang="fr">',
      "  <head>",
      '    <base target="_top" />',
      '    <meta charset="utf-8" />',
      "    <title>Boussole</title>",
      "    <style></style>",
      "  </head>",
      "  <body>",
      '    <div id="app"></div>',
      "    <script></script>",
      "  </body>",
      "</html>",
      "",
    ].join("\n"),
  );
});

test("nothing in its script would end it or open another: the build refuses it", () => {
  expect(() => checkInlineScript(script)).not.toThrow();
  for (const planted of ['"</script>"', '"<SCRIPT>"', "a<!--b"]) {
    expect(() => checkInlineScript(script + planted)).toThrow("The sidebar's script holds <");
  }
});

test("it fetches nothing: the only addresses are the names of XML vocabularies", () => {
  const addresses = new Set(page.match(/https?:\/\/[^"'`\s)]+/g));
  expect([...addresses].filter((address) => !address.startsWith("http://www.w3.org/"))).toEqual([]);
  expect(page).not.toMatch(/@import|url\(/);
});

test("it weighs less than 430 kB, the judgement of objectives included", () => {
  expect(Buffer.byteLength(page)).toBeLessThan(430_000);
});
