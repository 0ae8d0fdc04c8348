// Builds the page into dist/workbench: our scripts bundled, the libraries and the built add-on as they are.
import { build } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const PAGE = import.meta.dirname;
const ROOT = join(PAGE, "..");
const TARGET = join(ROOT, "dist/workbench");

const chart = import.meta.resolve("chart.js");
const fontAwesome = import.meta.resolve("font-awesome/package.json");
const owl = import.meta.resolve("@odoo/owl");
const spreadsheet = import.meta.resolve("@odoo/o-spreadsheet");

/** Where each file of the page comes from. The libraries are served unmodified, licences beside them. */
const FILES: Record<string, URL | string> = {
  "index.html": join(PAGE, "sheet/index.html"),
  "page.css": join(PAGE, "sheet/page.css"),
  "french.json": join(PAGE, "sheet/french.json"),
  "compass.svg": join(PAGE, "sheet/compass.svg"),
  "frame.html": join(PAGE, "sheet/frame.html"),
  _headers: join(PAGE, "sheet/_headers"),
  "library/bootstrap.min.css": new URL(import.meta.resolve("bootstrap/dist/css/bootstrap.min.css")),
  "library/font-awesome/css/font-awesome.min.css": new URL("css/font-awesome.min.css", fontAwesome),
  "library/font-awesome/fonts/fontawesome-webfont.woff2": new URL(
    "fonts/fontawesome-webfont.woff2",
    fontAwesome,
  ),
  "library/chart.umd.min.js": new URL("chart.umd.min.js", chart),
  "library/owl.iife.min.js": new URL("owl.iife.min.js", owl),
  "library/owl.LICENSE": new URL("../LICENSE", owl),
  "library/o_spreadsheet.min.iife.js": new URL("o_spreadsheet.min.iife.js", spreadsheet),
  "library/o_spreadsheet.xml": new URL("o_spreadsheet.xml", spreadsheet),
  "library/o_spreadsheet.css": new URL("o_spreadsheet.css", spreadsheet),
  "library/o_spreadsheet.LICENSE": new URL("../LICENSE", spreadsheet),
};

/** Builds the page; the add-on must be in dist/addon. */
export async function buildPage(): Promise<void> {
  for (const [name, source] of Object.entries(FILES)) write(join(TARGET, name), readFileSync(source));
  const addon = join(ROOT, "dist/addon");
  for (const name of readdirSync(addon)) write(join(TARGET, "addon", name), readFileSync(join(addon, name)));
  const { outputFiles } = await build({
    entryPoints: {
      page: join(PAGE, "sheet/main.ts"),
      frame: join(PAGE, "sheet/frame.ts"),
      script: join(PAGE, "google/worker-runtime.ts"),
    },
    outdir: TARGET,
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  for (const file of outputFiles) write(file.path, file.contents);
}

/** Writes only what changed: a running workbench reloads for each change in its folder. */
function write(path: string, contents: Uint8Array): void {
  if (readIfAny(path)?.equals(contents)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

function readIfAny(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
