// How fast the purchase model fits, beside scipy where Python has it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fitBgNbd, type History } from "../../shared/statistics/bg-nbd.ts";
import { noise } from "../shared/statistics/noise.ts";
import { median } from "./measure.ts";

const cdnow = join(import.meta.dirname, "../reference/statistics/cdnow.csv");

/** The same likelihood in numpy, its gradient by differences, as one would write it first. */
const SCIPY = `
import csv, sys, time, numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln
rows = list(csv.reader(open(sys.argv[1])))[1:]
x, tx, T = (np.array([float(r[k]) for r in rows]) for k in (1, 2, 3))
def minus(theta):
    r, al, a, b = np.exp(theta)
    A1 = gammaln(r + x) - gammaln(r) + r * np.log(al)
    A2 = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    A3 = -(r + x) * np.log(al + T)
    A4 = np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(al + tx)
    return -np.sum(A1 + A2 + np.log(np.exp(A3) + (x > 0) * np.exp(A4)))
times = []
for _ in range(7):
    start = time.process_time()
    found = minimize(minus, np.log([1, 4, 1, 2]), method="L-BFGS-B")
    times.append(1000 * (time.process_time() - start))
print(sorted(times)[3], -found.fun)
`;

export async function bench(): Promise<void> {
  const [, ...lines] = readFileSync(cdnow, "utf8").trim().split("\n");
  const customers = lines.map((line): History => {
    const [, x = 0, recency = 0, age = 0] = line.split(",").map(Number);
    return { x, recency, age };
  });
  const { logLikelihood } = fitBgNbd(customers);
  const warm = timeOf(() => fitBgNbd(customers), 30);
  console.log(
    `  BG/NBD, 2,357 customers: ${warm.toFixed(1)} ms of processor, log-likelihood ${logLikelihood.toFixed(6)} (bar: 10)`,
  );
  console.log(`    scipy ${scipy()}; lifetimes 0.11.3 needed 115 ms on the machine where it was measured`);
  const distinct = Array.from({ length: 100_000 }, (_, i): History => {
    const customer = customers[i % customers.length] as History;
    const stretch = 1 + 0.4 * noise(i);
    return { x: customer.x, recency: customer.recency * stretch, age: customer.age * stretch };
  });
  const many = timeOf(() => fitBgNbd(distinct), 7);
  console.log(
    `  100,000 customers, all distinct: ${many.toFixed(0)} ms of processor (bar: 250); lifetimes 1,564`,
  );
}

/** The median processor time of a computation in milliseconds, warm. */
function timeOf(compute: () => unknown, runs: number): number {
  const times: number[] = [];
  for (let run = -3; run < runs; run += 1) {
    const start = process.cpuUsage();
    compute();
    const { user, system } = process.cpuUsage(start);
    if (run >= 0) times.push((user + system) / 1000);
  }
  return median(times);
}

function scipy(): string {
  try {
    const [ms, likelihood] = execFileSync("python3", ["-c", SCIPY, cdnow], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).split(" ");
    return `L-BFGS-B ${Number(ms).toFixed(0)} ms, log-likelihood ${Number(likelihood).toFixed(6)}`;
  } catch {
    return "is not installed";
  }
}
