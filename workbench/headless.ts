// `npm run -s sheet`: evaluates formulas over CSV files through the built add-on, one JSON line for each.
import { readFileSync, statSync } from "node:fs";
import type { Manifest } from "./google/host.ts";
import { readArguments } from "./headless-arguments.ts";
import { type AddOn, openHeadlessSheet } from "./headless-sheet.ts";
import { decodeCsv } from "./sheet/csv-bytes.ts";
import { readCsv } from "./sheet/csv.ts";

const BAD_USAGE = 2;

const NOT_BUILT = {
  en: "The add-on is not built yet: run `npm run build` first.",
  fr: "Le module n'est pas encore construit : lancez d'abord `npm run build`.",
};

const isFile = (path: string | URL) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(BAD_USAGE);
}

function loadAddOn(locale: "fr" | "en"): AddOn {
  const file = (name: string) => new URL(`../dist/addon/${name}`, import.meta.url);
  if (!isFile(file("Code.js"))) refuse(NOT_BUILT[locale]);
  const text = (name: string) => readFileSync(file(name), "utf8");
  return {
    code: text("Code.js"),
    manifest: JSON.parse(text("appsscript.json")) as Manifest,
    files: { Sidebar: text("Sidebar.html") },
  };
}

function loadTab({ file, name }: { file: string; name: string }) {
  return { name, rows: readCsv(decodeCsv(readFileSync(file))) };
}

// The grid says on the console what it does; standard output is for results alone.
for (const level of ["log", "debug", "info", "warn"] as const) console[level] = () => {};

const read = readArguments(process.argv.slice(2), isFile);
if ("refused" in read) refuse(read.refused);
const { locale, formulas } = read;
const sheet = openHeadlessSheet({ addOn: loadAddOn(locale), tabs: read.tabs.map(loadTab), locale });
for (const formula of formulas)
  process.stdout.write(`${JSON.stringify({ formula, ...sheet.evaluate(formula) })}\n`);
