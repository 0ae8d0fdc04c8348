// HubSpot: contacts by stage, deals that close and newsletters, with the token of a private app (https://developers.hubspot.com/docs/api-reference/overview).
import * as z from "zod";
import type { Connector, SourceAnswer } from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { API, VERSION } from "./hubspot-crm.ts";
import { mailings } from "./hubspot-mailings.ts";
import { contacts, deals, SOURCES } from "./hubspot-sales.ts";

const DETAILS = { method: "GET", url: `${API}/account-info/${VERSION}/details` } as const;
const Details = z.object({
  portalId: z.number(),
  timeZone: z.string(),
  companyCurrency: z.string().nullish(),
});

function readDetails({ body }: SourceAnswer) {
  const parsed = Details.safeParse(body);
  if (!parsed.success) throw new SourceFailure("source_malformed");
  const { portalId, timeZone, companyCurrency } = parsed.data;
  return { id: String(portalId), unit: { currency: companyCurrency ?? null, timeZone } };
}

export const hubspot: Connector = {
  name: "hubspot",
  label: { fr: "HubSpot", en: "HubSpot" },
  gives: {
    fr: "Leads, MQL, SQL et clients par jour d'entrée, affaires gagnées et perdues, newsletters par jour d'envoi.",
    en: "Leads, MQL, SQL and customers by day of entry, deals won and lost, newsletters by day of sending.",
  },
  settings: [
    {
      name: "hub",
      kind: "text",
      label: { fr: "Identifiant du compte (Hub ID)", en: "Account id (Hub ID)" },
      help: {
        fr: "Un nombre, sous le nom du compte dans le menu en haut à droite.",
        en: "A number, under the name of the account in the menu at the top right.",
      },
    },
    {
      name: "pipeline",
      kind: "text",
      optional: true,
      label: { fr: "Pipeline de ventes", en: "Deal pipeline" },
      help: {
        fr: "Son identifiant, pour ne compter que ses affaires. Vide : tous les pipelines.",
        en: "Its id, to count its deals only. Empty: all pipelines.",
      },
    },
  ],
  credentials: [
    {
      name: "token",
      kind: "secret",
      label: { fr: "Jeton de l'application privée", en: "Token of the private app" },
      help: {
        fr: "Il commence par « pat- ». L'application lit les contacts, les affaires et le contenu.",
        en: "It begins with “pat-”. The app reads contacts, deals and content.",
      },
    },
  ],
  checkSettings: ({ hub = "", pipeline = "" }) => /^\d{1,15}$/.test(hub) && /^[\w-]{0,64}$/.test(pipeline),
  account: ({ hub = "" }) => hub,
  authorization: {
    kind: "key",
    field: "token",
    headers: (token) => ({ authorization: `Bearer ${token.trim()}` }),
  },
  hosts: ["api.hubapi.com"],
  check: {
    request: () => DETAILS,
    read: (answer, _page, settings) => {
      const { id, unit } = readDetails(answer);
      if (id !== settings["hub"]) throw new SourceFailure("account_not_found");
      return { facts: [], uniques: [], next: null, total: null, unit, marks: [] };
    },
  },
  accounts: {
    setting: "hub",
    request: () => DETAILS,
    read: (answer) => {
      const { id, unit } = readDetails(answer);
      return { accounts: [{ id, name: `HubSpot ${id}`, unit }], next: null };
    },
  },
  streams: [contacts, deals, mailings],
  errors: [
    { status: 401, code: "credentials_refused" },
    // A token that is not even one: https://developers.hubspot.com/docs/api-reference/error-handling
    { status: 530, code: "credentials_refused" },
    { status: 403, code: "access_denied" },
    { status: 429, says: /DAILY"/, code: "rate_limited", wait: 3_600_000 },
    { status: 429, code: "rate_limited", wait: 10_000 },
    { status: 423, code: "rate_limited", wait: 2000 },
    { status: 477, code: "source_down" },
    { status: 404, code: "request_refused" },
    { status: 400, code: "request_refused" },
  ],
  quota: (headers) => {
    if (headers["x-hubspot-ratelimit-daily-remaining"] === "0") return { wait: 3_600_000 };
    if (headers["x-hubspot-ratelimit-remaining"] !== "0") return null;
    return { wait: Number(headers["x-hubspot-ratelimit-interval-milliseconds"] ?? 10_000) };
  },
  // Supported for eighteen months.
  version: { name: VERSION, expires: "2027-09-01" },
  channels: SOURCES,
};
