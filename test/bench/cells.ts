// The add-on's own cost: loading it for one call, and a KPI over many rows.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { inTurn, line } from "./measure.ts";

const addOn = join(import.meta.dirname, "../../dist/addon/Code.js");

export async function bench(): Promise<void> {
  const code = readFileSync(addOn, "utf8");
  const load = (source: string): vm.Context => {
    const context = vm.createContext({});
    // A new Script each time: Apps Script parses the project for every call.
    new vm.Script(source).runInContext(context);
    return context;
  };
  console.log(`  Code.js ${(statSync(addOn).size / 1000).toFixed(1)} kB`);
  const loading = inTurn(
    { addOn: () => load(`${code}\n// ${Math.random()}`), empty: () => load(`// ${Math.random()}`) },
    200,
  );
  line("load the built add-on", loading.addOn, "an empty script", loading.empty);
  const cpa = new vm.Script("CPA(1000, 48)");
  const calling = inTurn(
    {
      addOn: () => cpa.runInContext(load(`${code}\n// ${Math.random()}`)),
      empty: () => load(`// ${Math.random()}`),
    },
    200,
  );
  line("load it and compute one KPI", calling.addOn, "an empty script", calling.empty);

  const rows = 10_000;
  const spend = Array.from({ length: rows }, (_, index) => [100 + (index % 97)]);
  const customers = Array.from({ length: rows }, (_, index) => [1 + (index % 13)]);
  const context = load(code);
  Object.assign(context, { spend, customers });
  const each = new vm.Script('KPI_EACH("CPA", spend, customers)');
  const loop = (): number[][] => spend.map(([cost = 0], index) => [cost / (customers[index]?.[0] ?? 1)]);
  const computing = inTurn({ each: () => each.runInContext(context), loop }, 50);
  line(`KPI_EACH over ${rows} rows`, computing.each, "the same division in a loop", computing.loop);
}
