// The server killed with no warning in the middle of first syncs: nothing is lost, nothing is read twice.
import { afterAll, beforeAll, expect, it } from "vitest";
import { surviveKills } from "./crash.ts";
import { analytics, crm } from "./interrupted.ts";
import { newStack, type Stack } from "./stack.ts";

let stack: Stack;

beforeAll(async () => {
  stack = await newStack();
  await stack.start();
});

afterAll(() => stack.remove());

it("three kills -9 at random moments leave every figure in its place", { timeout: 240_000 }, async () => {
  const days = await surviveKills(stack, analytics, 2, Math.random);
  const customers = await surviveKills(stack, crm, 1, Math.random);
  expect(days.kills + customers.kills).toBe(3);
  expect(days.lostRunners + customers.lostRunners).toBeGreaterThan(0);
  expect(days.rows).toBeGreaterThan(20_000);
});
