// `npm run soak [-- KILLS]`: many kills -9 in the middle of first syncs, told one by one.
import { surviveKills } from "./crash.ts";
import { analytics, crm } from "./interrupted.ts";
import { newStack } from "./stack.ts";

const kills = Number(process.argv[2] ?? 20);
if (!Number.isInteger(kills) || kills < 2) {
  console.error("Usage: npm run soak [-- KILLS]");
  process.exit(2);
}

const stack = await newStack();
try {
  await stack.start();
  for (const [source, share] of [
    [analytics, Math.ceil(kills / 2)],
    [crm, Math.floor(kills / 2)],
  ] as const) {
    const began = Date.now();
    const outcome = await surviveKills(stack, source, share, Math.random, console.log);
    const { lostRunners, rows, served, again } = outcome;
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `${source.name}: ${share} kills, ${lostRunners} runners lost, ${rows} rows in ${served} pages, ${again} of them served twice; ${seconds} s.`,
    );
  }
  console.log("Every figure agrees with the source, to the last micro: none lost, none twice.");
} finally {
  await stack.remove();
}
