// The Worker's settings: read once a request, refused as a whole when one is missing, weak, or only fit for a local run.
import * as z from "zod";
import { type KeyRing, parseKeyRing } from "./credentials.ts";

export interface Environment {
  readonly keyRing: KeyRing;
  /** The OAuth clients whose ID tokens are accepted. */
  readonly clientIds: readonly string[];
  /** Local runs only: where Google's signing keys are stood in for. */
  readonly keysUrl: string | undefined;
  /** Local runs only: where every service is stood in for. */
  readonly vendors: string | undefined;
  /** What `{ "demo": true }` connects. */
  readonly demo: Demo | undefined;
  /** The operator's clients at services that ask a person's consent, by the name that connectors give them. */
  readonly oauthClients: Readonly<Record<string, OAuthClient>>;
  /** By connector, the hosts that the operator allows beside the service's own. */
  readonly operatorHosts: Readonly<Record<string, readonly string[]>>;
}

export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
}

const Texts = z.record(z.string(), z.string());
const DemoConnection = z.strictObject({
  connector: z.string(),
  name: z.string(),
  settings: Texts,
  credentials: Texts,
});
type Demo = z.infer<typeof DemoConnection>;

export type Variables = Readonly<Record<string, unknown>>;

/** The settings, or the name of the variable that keeps the Worker from serving. */
export function readEnvironment(variables: Variables): Environment | { readonly faulty: string } {
  const text = (name: string): string => (typeof variables[name] === "string" ? variables[name].trim() : "");
  const keyRing = parseKeyRing(text("CRED_KEYS"));
  if (!keyRing) return { faulty: "CRED_KEYS" };
  const clientIds = text("GOOGLE_CLIENT_IDS")
    .split(",")
    .map((id) => id.trim());
  if (!clientIds.every(isClientId)) return { faulty: "GOOGLE_CLIENT_IDS" };
  const local = ["GOOGLE_KEYS_URL", "BOUSSOLE_VENDORS"].map((name) => ({ name, value: text(name) }));
  const misplaced = local.find(({ value }) => value !== "" && !isLoopback(URL.parse(value)));
  if (misplaced) return { faulty: misplaced.name };
  const demo = text("DEMO_CONNECTION") === "" ? undefined : parseDemo(text("DEMO_CONNECTION"));
  if (demo === null) return { faulty: "DEMO_CONNECTION" };
  const [keysUrl, vendors] = local.map(({ value }) => value || undefined);
  const operatorHosts = parseHosts(text("INSTANCE_HOSTS"));
  if (!operatorHosts) return { faulty: "INSTANCE_HOSTS" };
  const oauthClients = oauthClientsIn(Object.keys(variables), text);
  if ("faulty" in oauthClients) return oauthClients;
  return { keyRing, clientIds, keysUrl, vendors, demo, oauthClients: oauthClients.clients, operatorHosts };
}

/** `OAUTH_HUBSPOT_ID` and `OAUTH_HUBSPOT_SECRET` make the client `hubspot`; one without the other is a mistake. */
function oauthClientsIn(
  names: readonly string[],
  text: (name: string) => string,
): { readonly clients: Environment["oauthClients"] } | { readonly faulty: string } {
  const clients: Record<string, OAuthClient> = {};
  const found = names.flatMap((name) => /^OAUTH_(\w+)_(?:ID|SECRET)$/.exec(name)?.[1] ?? []);
  for (const client of new Set(found)) {
    const [id, secret] = [text(`OAUTH_${client}_ID`), text(`OAUTH_${client}_SECRET`)];
    if (id === "" && secret === "") continue;
    if (id === "" || secret === "") return { faulty: `OAUTH_${client}_${id === "" ? "ID" : "SECRET"}` };
    clients[client.toLowerCase()] = { id, secret };
  }
  return { clients };
}

/** `{"mautic":["marketing.example.com","*.example.org"]}`: names only, with two labels at least below a wildcard. */
function parseHosts(text: string): Environment["operatorHosts"] | undefined {
  const Host = z.string().regex(/^(\*\.)?([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/);
  try {
    return z.record(z.string(), z.array(Host)).parse(text === "" ? {} : JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The variable of a local run that this request's address does not allow, if any: a deployed Worker must not obey it. */
export function astray({ keysUrl, vendors }: Environment, requestUrl: string): string | undefined {
  if (isLoopback(URL.parse(requestUrl))) return undefined;
  return vendors ? "BOUSSOLE_VENDORS" : keysUrl ? "GOOGLE_KEYS_URL" : undefined;
}

/** Whether an address is this machine's own. */
export function isLoopback(url: URL | null): boolean {
  return url !== null && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
}

/** A client id as Google makes them; samples of documentation are none. */
function isClientId(id: string): boolean {
  return (
    /^[\w-]{8,}\.apps\.googleusercontent\.com$/.test(id) && !/^(your|example|sample|client)[-_]/i.test(id)
  );
}

function parseDemo(text: string): Demo | null {
  try {
    return DemoConnection.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
