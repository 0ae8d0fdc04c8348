// The simulated services for tests of one connector: remembered in a variable, on a clock that the test moves.
import { handleVendor } from "../../../workbench/vendors/door.ts";
import { INITIAL, type Simulation } from "../../../workbench/vendors/simulation.ts";

/** A token that all of them take. */
export const TOKEN = "token-of-a-test";

export type Services = ReturnType<typeof services>;

interface Sums {
  readonly total: Readonly<Record<string, number>>;
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The services at noon (UTC) of this day; `scope` is what the token opens. */
export function services(day: string, scope: string, changes: Partial<Simulation> = {}) {
  const tokens = { [TOKEN]: { account: "tests", scope, expires: Number.POSITIVE_INFINITY } };
  let simulation: Simulation = { ...INITIAL, tokens, ...changes };
  let now = Date.parse(`${day}T12:00:00Z`);
  const memory = {
    simulation: () => simulation,
    keep: (next: Simulation) => void (simulation = next),
    note: () => undefined,
    seen: () => [],
    forget: () => undefined,
  };
  const ask = (path: string, init?: RequestInit): Promise<Response> => {
    const world = { memory, accounts: [], now, random: () => "drawn" };
    return handleVendor(new Request(`http://127.0.0.1/vendors/${path}`, init), world);
  };
  return {
    ask,
    change: (next: Partial<Simulation>) => void (simulation = { ...simulation, ...next }),
    wait: (days: number) => void (now += days * 86_400_000),
    /** One part of the shop's own totals over some days. */
    async totals(
      part: string,
      { from, to }: { readonly from: string; readonly to: string },
      by = "channel",
    ): Promise<Sums> {
      const answer = await ask(`-/totals?from=${from}&to=${to}&by=${by}&with=${part}`);
      return ((await answer.json()) as Record<string, Sums>)[part] ?? { total: {}, groups: {} };
    },
  };
}
