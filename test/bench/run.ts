// Benchmarks: ratios measured side by side in one run. `npm run bench` runs them all, `npm run bench -- cells` one.
import { readdirSync } from "node:fs";

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== "run.ts" && file !== "measure.ts")
  .map((file) => file.slice(0, -3));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(", ")}; there are: ${names.join(", ")}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : names) {
  console.log(`\n${name}`);
  const { bench } = (await import(`./${name}.ts`)) as { bench: () => Promise<void> };
  await bench();
}
