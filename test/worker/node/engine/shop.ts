// The simulated services around an engine: one clock, every request counted, and whatever a test puts in their way.
import { handleVendor } from "../../../../workbench/vendors/door.ts";
import { newServiceAccount } from "../../../../workbench/vendors/service-account.ts";
import { INITIAL, type Simulation } from "../../../../workbench/vendors/simulation.ts";
import type { World } from "../../../../workbench/vendors/vendor.ts";

/** Found in every credential and token: a test looks for it where no secret may be. */
export const MARKER = "MARKER-7d1f3c";

const account = await newServiceAccount();
export const keyFile = JSON.stringify({ ...account.keyFile, note: MARKER });

export type Shop = ReturnType<typeof openShop>;

/** What stands between an engine and the services: may answer instead, or change what they answer. */
export interface Between {
  meet?: ((asked: Asked) => Response | undefined | Promise<Response | undefined>) | undefined;
  alter?: ((answer: Response, asked: Asked) => Response | Promise<Response>) | undefined;
}

/** A request as it reached the services; `nth` counts from 1. */
export interface Asked {
  readonly url: string;
  readonly body: string;
  readonly nth: number;
}

/** The services at an instant (ms). */
export function openShop(now: number, changes: Partial<Simulation> = {}) {
  let simulation: Simulation = { ...INITIAL, ...changes };
  const clock = { now };
  const between: Between = {};
  const asked: Asked[] = [];
  let drawn = 0;
  const memory: World["memory"] = {
    simulation: () => simulation,
    keep: (next) => void (simulation = next),
    note: () => undefined,
    seen: () => [],
    forget: () => undefined,
  };
  const world = (): World => ({
    memory,
    accounts: [account.account],
    now: clock.now,
    random: () => `${MARKER}${(drawn += 1)}`,
  });

  async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const given = new Request(input, init);
    const { method, headers } = given;
    const body = method === "GET" ? null : await given.text();
    const one = { url: given.url, body: body ?? "", nth: asked.length + 1 };
    asked.push(one);
    const met = await between.meet?.(one);
    if (met) return met;
    const url = new URL(given.url);
    const address = `http://simulator/vendors/${url.host}${url.pathname}${url.search}`;
    const answered = await handleVendor(new Request(address, { method, headers, body }), world());
    return (await between.alter?.(answered, one)) ?? answered;
  }

  return {
    clock,
    between,
    asked,
    fetch: answer,
    change: (next: Partial<Simulation>) => void (simulation = { ...simulation, ...next }),
    revokeTokens: () => void (simulation = { ...simulation, tokens: {} }),
    /** The shop's own totals by day, some parts of them in the place of the site's. */
    async totals(
      part: string,
      from: string,
      to: string,
    ): Promise<Record<string, Readonly<Record<string, number>>>> {
      const url = `http://simulator/vendors/-/totals?from=${from}&to=${to}&by=day&with=${part}`;
      type Sums = { groups: Record<string, Record<string, number>> };
      const all = (await (await handleVendor(new Request(url), world())).json()) as Sums &
        Record<string, Sums>;
      return (part === "" ? all : all[part])?.groups ?? {};
    },
  };
}
