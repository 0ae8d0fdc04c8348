// How good the chances of objectives are, through the very function that the sidebar and the Worker call.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Brier, brierByType, brierOfDays, type Competitor } from "../shared/objectives/brier.ts";

export async function bench(): Promise<void> {
  const folder = join(process.env.BOUSSOLE_REFERENCE_DATA ?? "", "stats/forecast");
  if (!existsSync(join(folder, "m3_dev.json"))) {
    console.log(
      "  Left out: BOUSSOLE_REFERENCE_DATA names no folder with stats/forecast (data under other licences).",
    );
    return;
  }
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  console.log(
    "  Brier score of P(target by the deadline), five targets a series; bar: 0.80 of the pace rule's.",
  );
  console.log(
    "  M3, 900 series; whatever their period was, they are months here: quarters lose their season.",
  );
  console.log(
    `    ${"series".padEnd(16)}${["n", "Brier", "pace", "ratio"].map((name) => name.padStart(8)).join("")}`,
  );
  const series = JSON.parse(read("m3_dev.json")) as Competitor[];
  for (const [type, brier] of brierByType(series)) row(type, brier);
  console.log("  The same months from their last 25 only, 6 ahead: the season of two years.");
  const short = series
    .filter(({ m, x }) => m === 12 && x.length >= 25)
    .map((one) => ({ ...one, x: one.x.slice(-25), xx: one.xx.slice(0, 6) }));
  for (const [type, brier] of brierByType(short)) row(type, brier);
  const { hyndsight } = JSON.parse(read("hyndsight.json")) as { hyndsight: number[] };
  console.log("\n  Daily page views of a blog (hyndsight), 28 days ahead, a window every 7 days; no bar.");
  for (const history of [42, 180]) row(`${history} days`, brierOfDays(hyndsight, history));
}

function row(name: string, { n, ours, pace }: Brier): void {
  const cells = [String(n), ours.toFixed(3), pace.toFixed(3), (ours / pace).toFixed(2)];
  console.log(`    ${name.padEnd(16)}${cells.map((cell) => cell.padStart(8)).join("")}`);
}
