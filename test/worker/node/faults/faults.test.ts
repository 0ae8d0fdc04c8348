// Thirty-eight ways for a source, a process or a disk to fail: each is survived, and how many is printed.
import { afterAll, afterEach, beforeAll, beforeEach, test, vi } from "vitest";
import type { Connector } from "../../../../worker/connector.ts";
import { connectors } from "../../../../worker/connectors/index.ts";
import { atelier } from "../../atelier.ts";
import { answers } from "./answers.ts";
import { lettingIn } from "./letting-in.ts";
import { paging } from "./paging.ts";
import { running } from "./running.ts";
import { wire } from "./wire.ts";
import { type FaultWorld, openWorld } from "./world.ts";

const faults = [...answers, ...wire, ...paging, ...lettingIn, ...running].sort((one, other) =>
  one.id.localeCompare(other.id),
);
let world: FaultWorld;
const tried: string[] = [];
const survived: string[] = [];

beforeAll(() => void (connectors as Connector[]).push(atelier));
afterAll(() => {
  (connectors as Connector[]).pop();
  const failed = tried.filter((id) => !survived.includes(id));
  const rest = failed.length === 0 ? "" : `; not: ${failed.join(" ")}`;
  process.stdout.write(`\nFaults survived / tried: ${survived.length} / ${tried.length}${rest}\n\n`);
});
beforeEach(async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  world = await openWorld();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.close();
});

test.each(faults.map((fault) => [`${fault.id}: ${fault.name}`, fault] as const))(
  "%s",
  { timeout: 60_000 },
  async (_, { id, run }) => {
    tried.push(id);
    await run(world);
    survived.push(id);
  },
);
