// A CSV dropped in the sidebar: read as the spreadsheet's user would, whatever program wrote it.
import { expect, test } from "vitest";
import { tabOf } from "../../apps-script/sidebar/range/csv.ts";
import { textOfFile } from "../../apps-script/sidebar/range/file-text.ts";

test.each([
  ["semicolons", "Jour;Coût\n21/11/2026;1 234,56 €\n"],
  ["commas", 'Jour,Coût\n21/11/2026,"1 234,56 €"\n'],
  ["tabs, with Windows' line ends", "Jour\tCoût\r\n21/11/2026\t1 234,56 €\r\n"],
  ["a mark at its beginning, and no last line end", "\uFEFFJour;Coût\n21/11/2026;1 234,56 €"],
  ["blank lines at its end", "Jour;Coût\n21/11/2026;1 234,56 €\n;\n\n"],
])("a file with %s has a day and an amount", (_, text) => {
  expect(tabOf("Dépenses.csv", text, "fr_FR")).toEqual({
    name: "Dépenses",
    rows: [
      ["Jour", "Coût"],
      ["2026-11-21", 1234.56],
    ],
    formats: ["yyyy-mm-dd", ""],
  });
});

test("quotes hold separators, line ends and quotes", () => {
  const text = 'Campagne,Clics\n"Soldes, été",3\n"dit ""flash""",4\n"deux\nlignes",5\n';
  expect(tabOf("a.csv", text, "en_GB")?.rows.slice(1)).toEqual([
    ["Soldes, été", 3],
    ['dit "flash"', 4],
    ["deux\nlignes", 5],
  ]);
});

test("a column says itself which mark is decimal, and codes stay as they are written", () => {
  const text = "Code;Prix;Clics;Tél\n007;1.234,50;1,234;0612345678\n012;2,75;2,345;+33612345678\n";
  expect(tabOf("a.csv", text, "en_US")?.rows[1]).toEqual(["007", 1234.5, 1234, "0612345678"]);
});

test("what begins like a formula is a text", () => {
  const tab = tabOf("a.csv", "Campagne,Clics\n=IMPORTXML(A1),1\n+1+cmd,2\n@SUM(1),3\n", "en_US");
  expect(tab?.formats).toEqual(["@", ""]);
  expect(tab?.rows.map(([name]) => name)).toEqual(["Campagne", "=IMPORTXML(A1)", "+1+cmd", "@SUM(1)"]);
});

test("a few cells that are no number leave the others numbers", () => {
  expect(
    tabOf("a.csv", "Jour;Coût\n2026-11-20;12,5\n2026-11-21;erreur\n2026-11-22;3\n", "fr_FR")?.rows,
  ).toEqual([
    ["Jour", "Coût"],
    ["2026-11-20", 12.5],
    ["2026-11-21", "erreur"],
    ["2026-11-22", 3],
  ]);
});

test("what is no table is none", () => {
  expect(tabOf("a.csv", "", "fr_FR")).toBeUndefined();
  expect(tabOf("a.csv", "Bonjour\nà tous\n", "fr_FR")).toBeUndefined();
  expect(tabOf("a.csv", "Jour;Coût\n", "fr_FR")).toBeUndefined();
});

test("accents are read in UTF-8, in UTF-16 and in Windows-1252; a picture is no text", () => {
  const latin = Buffer.from("D\u00e9penses \u0080;1", "latin1");
  expect(textOfFile(Buffer.from("Dépenses €;1"))).toBe("Dépenses €;1");
  expect(textOfFile(latin)).toBe("Dépenses €;1");
  expect(textOfFile(Buffer.from("\uFEFFDépenses €;1", "utf16le"))).toBe("Dépenses €;1");
  expect(textOfFile(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))).toBeUndefined();
});
