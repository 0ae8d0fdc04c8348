// Writes the pages of objectives; with --check, fails where they are not what the rules and the goals print.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printObjectives } from "./objectives-page.ts";

const pages = { "objectives.md": printObjectives("en"), "objectives.fr.md": printObjectives("fr") };

for (const [name, text] of Object.entries(pages)) {
  const file = join(import.meta.dirname, name);
  if (!process.argv.includes("--check")) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.error(`docs/${name} is not what the rules and the goals say. Run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
