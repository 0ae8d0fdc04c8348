// Writes the pages of KPIs; with --check, fails where they are not what the catalogue prints.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../shared/kpis/index.ts";
import { printPage } from "./kpi-page.ts";

const pages = { "kpis.md": printPage(catalogue, "en"), "kpis.fr.md": printPage(catalogue, "fr") };

for (const [name, text] of Object.entries(pages)) {
  const file = join(import.meta.dirname, name);
  if (!process.argv.includes("--check")) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.error(`docs/${name} is not what the catalogue says. Run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
