// The server killed with no warning in the middle of first syncs: nothing is lost, nothing is read twice.
import { afterAll, beforeAll, expect, it } from "vitest";
import { surviveKills } from "./crash.ts";
import { newStack, type Stack } from "./stack.ts";

let stack: Stack;

beforeAll(async () => {
  stack = await newStack();
  await stack.start();
});

afterAll(() => stack.remove());

it("three kills -9 at random moments leave every figure in its place", { timeout: 240_000 }, async () => {
  const { kills, lostRunners } = await surviveKills(stack, 3, Math.random);
  expect(kills).toBe(3);
  expect(lostRunners).toBeGreaterThan(0);
});
