// Expected values: those kept with the tests, and those that a licence keeps out of the repository.
import { existsSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";

const kept = join(import.meta.dirname, "../../reference/statistics");

export function reference<Values>(name: string): Values {
  return JSON.parse(readFileSync(join(kept, name), "utf8")) as Values;
}

export interface CdnowCustomer {
  readonly x: number;
  readonly recency: number;
  readonly age: number;
  readonly mean: number;
}

/** The 2,357 customers on whom the purchase models were published. */
export function cdnow(): CdnowCustomer[] {
  const [, ...lines] = readFileSync(join(kept, "cdnow.csv"), "utf8").trim().split("\n");
  return lines.map((line) => {
    const [, x = 0, recency = 0, age = 0, mean = 0] = line.split(",").map(Number);
    return { x, recency, age, mean };
  });
}

/**
 * The path of a file of the folder named by BOUSSOLE_REFERENCE_DATA, whose licence does not let it in here; `undefined`,
 * and said, where it is not there.
 */
export function outsideFile(path: string): string | undefined {
  const folder = process.env.BOUSSOLE_REFERENCE_DATA;
  const file = folder === undefined ? undefined : join(folder, "stats", path);
  if (file !== undefined && existsSync(file)) return file;
  say(`Left out: stats/${path} is not in BOUSSOLE_REFERENCE_DATA (${folder ?? "unset"}).`);
  return undefined;
}

/** Prints a line even where the test passes, which the console would not. */
export function say(line: string): void {
  writeSync(2, `${line}\n`);
}

/** The distance to an expected value, as a share of it (of 1 where it is 0). */
export function relative(value: number, expected: number): number {
  return Math.abs(value - expected) / (Math.abs(expected) || 1);
}
