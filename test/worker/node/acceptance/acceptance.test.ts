// What every connector must stand, over the whole engine and its simulated service; what one cannot run, it says.
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connectors } from "../../../../worker/connectors/index.ts";
import { FIXTURES } from "./fixtures.ts";
import { lettingIn } from "./letting-in.ts";
import { meaning } from "./meaning.ts";
import { reading } from "./reading.ts";
import type { Case } from "./subject.ts";
import { type Outcome, printed } from "./table.ts";
import { trouble } from "./trouble.ts";

const cases: readonly Case[] = [...lettingIn, ...reading, ...trouble, ...meaning];
/** By case and connector. */
const outcomes = new Map<string, Map<string, Outcome>>();

beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => undefined));
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  const names = connectors.map(({ name }) => name);
  process.stdout.write(
    printed(
      cases.map(({ name }) => name),
      names,
      outcomes,
    ),
  );
});

describe.each(connectors)("$name", (connector) => {
  const fixture = FIXTURES[connector.name];

  test.each(cases)("$name", { timeout: 30_000 }, async ({ name, run }) => {
    expect(fixture, "It has no fixture in test/worker/node/acceptance/fixtures.ts.").toBeDefined();
    if (!fixture) return;
    const of = outcomes.get(name) ?? new Map<string, Outcome>();
    outcomes.set(name, of.set(connector.name, false));
    const reason = fixture.cannot?.[name] ?? (await run({ connector, fixture }));
    of.set(connector.name, reason ?? true);
  });
});
