// The words of the sidebar: all there in both languages, and well set.
import { expect, test } from "vitest";
import { failureOf } from "../../apps-script/sidebar/server.ts";
import { say, words } from "../../apps-script/sidebar/words.ts";

const all = Object.entries(words);

test.each(all)("%s exists in French and in English, with the same blanks to fill", (_, text) => {
  expect(Object.keys(text)).toEqual(["fr", "en"]);
  expect(text.fr.trim()).not.toBe("");
  expect(text.en.trim()).not.toBe("");
  const blanks = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).sort();
  expect(blanks(text.fr)).toEqual(blanks(text.en));
});

test.each(all)("%s has French typography in French", (_, { fr }) => {
  expect(fr).not.toMatch(/[^\u202f][;!?%]/);
  expect(fr).not.toMatch(/[^\u00a0]:(?!\w)|«[^\u00a0]|[^\u00a0]»/);
  expect(fr).not.toMatch(/["“”]/);
});

test("a text is filled with the values given", () => {
  expect(say("not_empty", "fr", { cell: "D2", content: "12" })).toBe(
    "D2 contient déjà «\u00a012\u00a0». Remplacer\u202f?",
  );
});

test.each([
  ["PERMISSION_DENIED", "several_accounts"],
  [
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    "several_accounts",
  ],
  ["Authorization is required to perform that action.", "not_authorised"],
  ["Une autorisation est requise pour effectuer cette action.", "not_authorised"],
  ["You do not have permission to call SpreadsheetApp.getUi", "not_authorised"],
  ["NetworkError: Connection failure due to HTTP 0", "offline"],
  ["TypeError: Cannot read properties of null", "unexpected"],
])("Google's “%s” is told as: %s", (message, kind) => {
  expect(failureOf(message)).toEqual({ kind });
});
