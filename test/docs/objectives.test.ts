// The pages of objectives: each is what the rules and the goals print, with every rule and every goal once.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printObjectives } from "../../docs/objectives-page.ts";
import { goals } from "../../shared/objectives/goals.ts";
import { rules } from "../../shared/objectives/rules/judge.ts";
import { setRules } from "../../shared/objectives/set.ts";

test.each([
  ["objectives.md", "en"],
  ["objectives.fr.md", "fr"],
] as const)("%s is what the rules and the goals print", (file, language) => {
  const page = readFileSync(join(import.meta.dirname, "../../docs", file), "utf8");
  expect(page).toBe(printObjectives(language));
  for (const { id } of [...rules, ...setRules]) expect(page.split(`| **${id}** `)).toHaveLength(2);
  for (const { label } of goals) expect(page.split(`\n| ${label[language]} | `)).toHaveLength(2);
  expect(page).not.toMatch(/[{}]|undefined/);
});
