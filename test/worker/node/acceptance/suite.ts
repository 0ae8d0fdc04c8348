// Runs cases over every connector of the catalogue, and prints how each stood.
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connectors } from "../../../../worker/connectors/index.ts";
import { FIXTURES } from "./fixtures.ts";
import type { Case } from "./subject.ts";
import { type Outcome, printed } from "./table.ts";

/** What a connector cannot be asked, it says: in its fixture, or the case itself. */
export function overEveryConnector(cases: readonly Case[]): void {
  const outcomes = new Map<string, Map<string, Outcome>>();

  beforeEach(() => void vi.spyOn(console, "log").mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());
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
}
