// Builds the add-on into dist/addon: three files that `clasp push` sends to Google as they are.
import { parse } from "acorn";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { declareFunction } from "./declaration.ts";
import { cellFunctions } from "./functions.ts";
import { printedTexts } from "./printed/print.ts";

const SOURCE = import.meta.dirname;
const TARGET = join(SOURCE, "../dist/addon");

/** The globals that Google calls by name, beside the custom functions. */
const ENTRY_POINTS = [
  { name: "onOpen", parameters: "" },
  { name: "onInstall", parameters: "" },
  { name: "showSidebar", parameters: "" },
  { name: "refreshFromMenu", parameters: "" },
  { name: "computeFromMenu", parameters: "" },
  { name: "refreshOnSchedule", parameters: "" },
  { name: "sidebar", parameters: "method, payload" },
];

const { version } = JSON.parse(await readFile(join(SOURCE, "../package.json"), "utf8")) as {
  version: string;
};

/** The private globals of the script: what is bundled, and the call that every custom function makes. */
const BUNDLE = "Boussole_";
const CALL = "B_";

/** Where the Worker is. The workbench serves this one itself. */
const origin = readOrigin(process.env["BOUSSOLE_ORIGIN"] || "https://boussole.example");

const WIDE = /[^\0-\u00ff]/g;

const SHARED_OPTIONS = {
  bundle: true,
  write: false,
  metafile: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  logLevel: "warning",
} satisfies BuildOptions;

async function buildAddOn(): Promise<void> {
  const files = {
    "Code.js": await buildCode(),
    "Sidebar.html": await buildSidebar(),
    "appsscript.json": await buildManifest(),
  };
  await mkdir(TARGET, { recursive: true });
  for (const name of await readdir(TARGET))
    if (!(name in files)) await rm(join(TARGET, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    // Whoever reads the add-on meanwhile finds the old file or the new one.
    const draft = join(TARGET, `../${name}.${process.pid}`);
    await writeFile(draft, text);
    await rename(draft, join(TARGET, name));
    console.log(`dist/addon/${name} ${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`);
  }
}

/** The manifest, where the Worker is the only address that the script may fetch: Google wants a path after an origin. */
async function buildManifest(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(SOURCE, "appsscript.json"), "utf8")) as object;
  return `${JSON.stringify({ ...manifest, urlFetchWhitelist: [`${origin}/`] }, null, 2)}\n`;
}

/**
 * The origin that an address is.
 * @throws Error where it is not one, or not over HTTPS, which is all that a script may fetch
 */
export function readOrigin(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol !== "https:" || `${url.origin}/` !== url.href)
    throw new Error(
      `BOUSSOLE_ORIGIN is ${address}: it should be like https://boussole.your-name.workers.dev`,
    );
  return url.origin;
}

/**
 * The script. A bundler hides names and drops comments, and Sheets reads both: so the bundle is one private global
 * (a trailing `_` keeps it from cells and from `google.script.run`), and each function is declared after it.
 */
async function buildCode(): Promise<string> {
  const texts = Object.fromEntries(
    Object.entries(printedTexts()).map(([name, text]) => [name, JSON.stringify(text)]),
  );
  const result = await build({
    ...SHARED_OPTIONS,
    entryPoints: [join(SOURCE, "main.ts")],
    format: "esm",
    platform: "neutral",
    define: { BOUSSOLE_ORIGIN: JSON.stringify(origin), ...texts },
    plugins: [definitionsAsText],
    inject: [join(SOURCE, "builtins.ts")],
    // Google reads the whole script at each recalculation.
    minify: true,
  });
  refuseValidator(Object.keys(result.metafile.inputs));
  const code = [
    "/** @OnlyCurrentDoc */",
    "// Built by `npm run build` from apps-script/ and shared/: edit those.",
    escapeWide(inPrivate(result.outputFiles[0]?.text ?? "")),
    `var ${CALL}=${BUNDLE}.callAt;`,
    ...ENTRY_POINTS.map(declareEntryPoint),
    ...cellFunctions.map((one) => declareFunction(one, CALL)),
  ].join("\n");
  checkScript(code, [BUNDLE, CALL, ...ENTRY_POINTS.map(({ name }) => name), ...cellFunctions.map(nameOf)]);
  return code;
}

/** A module as one private global that holds what it exports: Apps Script knows no modules. */
function inPrivate(module: string): string {
  const [whole = "", exported = ""] = /export ?\{([^}]*)\};\s*$/.exec(module) ?? [];
  const members = exported.split(",").map((one) => one.split(" as ").reverse().join(":"));
  return `"use strict";var ${BUNDLE}=(()=>{${module.slice(0, module.length - whole.length)}return{${members.join()}}})();`;
}

/** In the script the definitions are texts: 93 KPIs as objects would be made again for every call of one of them. */
const definitionsAsText: Plugin = {
  name: "definitions as text",
  setup(building) {
    const folder = join(SOURCE, "printed");
    for (const [definitions, reader] of [
      [/shared[\\/]kpis[\\/]index\.ts$/, "kpis.ts"],
      [/shared[\\/]metrics\.ts$/, "metrics.ts"],
      [/shared[\\/]sentence-texts\.ts$/, "sentence-texts.ts"],
    ] as const) {
      building.onLoad({ filter: definitions }, async () => {
        return { contents: await readFile(join(folder, reader), "utf8"), loader: "ts", resolveDir: folder };
      });
    }
  },
};

/** Escapes what is not Latin-1: an engine reads a script of one-byte characters a third faster than any other. */
function escapeWide(code: string): string {
  return code.replace(WIDE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The sidebar's page with its style and its script written into it: HtmlService serves no other file. */
async function buildSidebar(): Promise<string> {
  const options = { ...SHARED_OPTIONS, minify: true };
  const [script, style, page] = await Promise.all([
    build({
      ...options,
      entryPoints: [join(SOURCE, "sidebar/app.tsx")],
      jsx: "automatic",
      jsxImportSource: "preact",
      define: { "process.env.NODE_ENV": '"production"', BOUSSOLE_VERSION: JSON.stringify(version) },
    }),
    build({ ...options, entryPoints: [join(SOURCE, "sidebar/style.css")] }),
    readFile(join(SOURCE, "sidebar/sidebar.html"), "utf8"),
  ]);
  refuseValidator(Object.keys(script.metafile.inputs));
  const code = script.outputFiles[0]?.text.trim() ?? "";
  checkInlineScript(code);
  return page
    .replace(
      '<link rel="stylesheet" href="style.css" />',
      () => `<style>${style.outputFiles[0]?.text}</style>`,
    )
    .replace('<script type="module" src="app.tsx"></script>', () => `<script>${code}</script>`);
}

/** Throws where a text of a script would end it, or open another, once it is written in a page. */
export function checkInlineScript(code: string): void {
  const found = /<\/?script|<!--/i.exec(code);
  if (found) throw new Error(`The sidebar's script holds ${found[0]}`);
}

function declareEntryPoint({ name, parameters }: { name: string; parameters: string }): string {
  return `function ${name}(${parameters}){return ${BUNDLE}.${name}(${parameters})}`;
}

function nameOf({ name }: { name: string }): string {
  return name;
}

/**
 * Throws unless Apps Script would accept the script and its globals are exactly these. ES2021 is what Google's
 * parser takes: it refuses private and static fields (https://developers.google.com/apps-script/guides/v8-runtime).
 */
export function checkScript(code: string, globals: readonly string[]): void {
  const program = parse(code, { ecmaVersion: 2021, sourceType: "script" });
  const found = program.body.flatMap((statement) => {
    if (statement.type === "FunctionDeclaration") return [statement.id.name];
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.map(({ id }) => (id.type === "Identifier" ? id.name : "?"));
  });
  const unexpected = found.filter((name, index) => !globals.includes(name) || found.indexOf(name) !== index);
  const missing = globals.filter((name) => !found.includes(name));
  if (unexpected.length + missing.length > 0) {
    throw new Error(`Globals of the script: unexpected [${unexpected.join()}], missing [${missing.join()}]`);
  }
}

/** zod takes 27 to 48 ms to load, at each recalculation: it stays in the Worker. */
function refuseValidator(inputs: readonly string[]): void {
  if (inputs.some((path) => path.includes("node_modules/zod/"))) throw new Error("zod is in the add-on.");
}

if (import.meta.main) await buildAddOn();
