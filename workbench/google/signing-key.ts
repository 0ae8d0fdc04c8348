// Keeps the issuer's signing key on disk, so that tokens outlive a restart of the workbench.
import { handleIssuer, newSigningKey, type SigningKey } from "./issuer.ts";

/** The part of Cloudflare's Durable Object state used here. */
type State = {
  storage: {
    sql: { exec: (query: string, ...values: unknown[]) => { toArray: () => Record<string, unknown>[] } };
  };
  blockConcurrencyWhile: <T>(work: () => Promise<T>) => Promise<T>;
};

/** See `handleIssuer` for what it answers. */
export class Issuer {
  readonly #key: Promise<SigningKey>;

  constructor(state: State) {
    this.#key = state.blockConcurrencyWhile(() => keptKey(state.storage.sql));
  }

  async fetch(request: Request): Promise<Response> {
    return handleIssuer(request, await this.#key, Date.now());
  }
}

async function keptKey(sql: State["storage"]["sql"]): Promise<SigningKey> {
  sql.exec("create table if not exists signing_key (jwk text not null)");
  const [kept] = sql.exec("select jwk from signing_key").toArray();
  if (kept) return JSON.parse(String(kept["jwk"])) as SigningKey;
  const key = await newSigningKey();
  sql.exec("insert into signing_key values (?)", JSON.stringify(key));
  return key;
}
