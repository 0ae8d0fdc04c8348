// The settings of a local run: keys made at the first start, and the real Worker's configuration and variables.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CLIENT_ID } from "./google/issuer.ts";
import { PROPERTY } from "./vendors/ga4.ts";
import { newClients } from "./vendors/consent-services.ts";
import { newServiceAccount, type KeyFile } from "./vendors/service-account.ts";
import type { ServiceAccount } from "./vendors/vendor.ts";

type Keys = { credentials: string; keyFile: KeyFile; account: ServiceAccount; clientSecret: string };

const ROOT = join(import.meta.dirname, "..");
const OWNER_ONLY = 0o600;

/**
 * Writes what the Workers of a workbench on this port need into its state folder, and returns the flags that make
 * `wrangler dev` use it. The real Worker's variables lie beside a copy of its `wrangler.toml`, the only place where
 * wrangler looks for those of a second Worker: workbenches with different states never share them. Keys are kept.
 * `BOUSSOLE_VENDORS`, when set, replaces the simulated services.
 */
export async function prepareSettings(
  state: string,
  port: number,
  environment: Record<string, string | undefined>,
): Promise<string[]> {
  const folder = join(state, "worker");
  mkdirSync(folder, { recursive: true });
  const keys = await keptKeys(join(folder, "keys.json"));
  const here = `http://127.0.0.1:${port}`;
  const demo = {
    connector: "ga4",
    name: "Atelier Verveine",
    settings: { property: PROPERTY },
    credentials: { serviceAccount: JSON.stringify(keys.keyFile) },
  };
  const clients = await newClients(here, keys.clientSecret);
  const variables = {
    CRED_KEYS: keys.credentials,
    GOOGLE_CLIENT_IDS: CLIENT_ID,
    GOOGLE_KEYS_URL: `${here}/google/oauth2/v3/certs`,
    BOUSSOLE_VENDORS: environment["BOUSSOLE_VENDORS"] || `${here}/vendors`,
    DEMO_CONNECTION: JSON.stringify(demo),
    ...Object.fromEntries(
      clients.flatMap(({ name, id }) => [
        [`OAUTH_${name.toUpperCase()}_ID`, id],
        [`OAUTH_${name.toUpperCase()}_SECRET`, keys.clientSecret],
      ]),
    ),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'\n`);
  writeFileSync(join(folder, ".dev.vars"), lines.join(""), { mode: OWNER_ONLY });
  writeFileSync(join(folder, "wrangler.toml"), copiedConfiguration());
  return [
    "--config=workbench/wrangler.toml",
    `--config=${join(folder, "wrangler.toml")}`,
    `--var=SERVICE_ACCOUNTS:${JSON.stringify([keys.account])}`,
    `--var=OAUTH_CLIENTS:${JSON.stringify(clients)}`,
  ];
}

/** The real Worker's `wrangler.toml`, its path made absolute. */
function copiedConfiguration(): string {
  const original = readFileSync(join(ROOT, "wrangler.toml"), "utf8");
  const main = /^main = "(.+)"$/m.exec(original)?.[1];
  if (main === undefined) throw new Error("wrangler.toml has no main.");
  return original.replace(/^main = .+$/m, () => `main = ${JSON.stringify(join(ROOT, main))}`);
}

async function keptKeys(file: string): Promise<Keys> {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Keys>) : {};
  const drawn = crypto.getRandomValues(new Uint8Array(32)).toBase64();
  const keys = {
    credentials: JSON.stringify({ cur: "k1", k1: drawn }),
    clientSecret: crypto.getRandomValues(new Uint8Array(16)).toHex(),
    ...(kept.keyFile ? {} : await newServiceAccount()),
    ...kept,
  } as Keys;
  writeFileSync(file, JSON.stringify(keys), { mode: OWNER_ONLY });
  return keys;
}
