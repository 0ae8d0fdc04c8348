// Runs the simulated services in the workbench, and keeps what they remember on disk.
import { handleVendor } from "./door.ts";
import { INITIAL, type Memory, type SeenRequest, type Simulation } from "./simulation.ts";
import type { OAuthClient, ServiceAccount } from "./vendor.ts";

/** The part of Cloudflare's Durable Object state used here. */
type State = {
  storage: {
    sql: { exec: (query: string, ...values: unknown[]) => { toArray: () => Record<string, unknown>[] } };
  };
};

/** The JSON of the accounts that Google is to know, and of the programs that services are. */
type Environment = { SERVICE_ACCOUNTS?: string; OAUTH_CLIENTS?: string };

/** How many requests are remembered. */
const LONGEST_LOG = 20_000;

/** See `handleVendor` for what it answers. */
export class Simulators {
  readonly #memory: Memory;
  readonly #accounts: ServiceAccount[];
  readonly #clients: OAuthClient[];

  constructor(state: State, environment: Environment) {
    this.#memory = onDisk(state.storage.sql);
    this.#accounts = JSON.parse(environment.SERVICE_ACCOUNTS ?? "[]") as ServiceAccount[];
    this.#clients = JSON.parse(environment.OAUTH_CLIENTS ?? "[]") as OAuthClient[];
  }

  fetch(request: Request): Promise<Response> {
    const random = (): string => crypto.randomUUID().replaceAll("-", "");
    const known = { accounts: this.#accounts, clients: this.#clients };
    return handleVendor(request, { ...known, memory: this.#memory, now: Date.now(), random });
  }
}

function onDisk(sql: State["storage"]["sql"]): Memory {
  sql.exec("create table if not exists simulation (json text not null)");
  sql.exec("create table if not exists seen (number integer primary key, json text not null)");
  return {
    simulation() {
      const [row] = sql.exec("select json from simulation").toArray();
      return row ? { ...INITIAL, ...(JSON.parse(String(row["json"])) as Partial<Simulation>) } : INITIAL;
    },
    keep(simulation) {
      sql.exec("delete from simulation");
      sql.exec("insert into simulation values (?)", JSON.stringify(simulation));
    },
    note(request) {
      sql.exec("insert into seen (json) values (?)", JSON.stringify(request));
      sql.exec("delete from seen where number <= (select max(number) from seen) - ?", LONGEST_LOG);
    },
    seen() {
      const rows = sql.exec("select json from seen order by number").toArray();
      return rows.map(({ json }) => JSON.parse(String(json)) as SeenRequest);
    },
    forget() {
      sql.exec("delete from simulation");
      sql.exec("delete from seen");
    },
  };
}
