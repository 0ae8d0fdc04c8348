// Salesforce: leads, opportunities that close and what campaigns cost, through an app of the organization's own (https://help.salesforce.com/s/articleView?id=xcloud.connected_app_client_credentials_setup.htm).
import * as z from "zod";
import type { Field } from "../../shared/api/sources.ts";
import type { Words } from "../../shared/language.ts";
import type { Connector } from "../connector.ts";
import { instanceHost, typedHost } from "../hosts.ts";
import { nothing } from "./reading.ts";
import { campaigns } from "./salesforce-campaigns.ts";
import { organizationRequest, unitIn, VERSION } from "./salesforce-query.ts";
import { deals, leads, ORIGINS } from "./salesforce-sales.ts";

/** The domains that Salesforce gives to organizations; whoever runs the Worker may allow others. */
const INSTANCES = ["*.my.salesforce.com", "*.my.salesforce.mil", "*.my.sfcrmproducts.cn"];
/** The share of the organization's calls of a day that is left to others. */
const SHARE_LEFT = 0.2;
const HOUR_MS = 3_600_000;

function field(name: string, label: Words, help: Words, more: Partial<Field> = {}): Field {
  return { name, kind: "text", label, help, ...more };
}

export const salesforce: Connector = {
  name: "salesforce",
  label: { fr: "Salesforce", en: "Salesforce" },
  gives: {
    fr: "Leads, MQL et leads convertis par jour, opportunités gagnées et perdues, coût des campagnes.",
    en: "Leads, MQL and converted leads by day, opportunities won and lost, cost of campaigns.",
  },
  settings: [
    field(
      "host",
      { fr: "Adresse « My Domain »", en: "“My Domain” address" },
      {
        fr: "Celle où vous vous connectez, par exemple entreprise.my.salesforce.com.",
        en: "Where you sign in, for example company.my.salesforce.com.",
      },
    ),
    field(
      "mqlField",
      { fr: "Champ de la date MQL", en: "Field of the MQL date" },
      {
        fr: "Le nom d'API du champ de date du lead, par exemple MQL_Date__c. Vide\u00a0: aucun MQL.",
        en: "The API name of the lead's date field, for example MQL_Date__c. Empty: no MQL.",
      },
      { optional: true },
    ),
    field(
      "newTypes",
      { fr: "Types des nouveaux clients", en: "Types of new customers" },
      {
        fr: "Types d'opportunité d'un premier achat, séparés par des virgules. Vide\u00a0: New Customer, New Business.",
        en: "Opportunity types of a first purchase, separated by commas. Empty: New Customer, New Business.",
      },
      { optional: true },
    ),
  ],
  credentials: [
    field(
      "clientId",
      { fr: "Clé client", en: "Consumer key" },
      {
        fr: "Celle d'une application cliente externe de votre organisation, ouverte au flux « Client Credentials ».",
        en: "Of an external client app of your organization, with the flow “Client Credentials” enabled.",
      },
    ),
    field(
      "clientSecret",
      { fr: "Secret client", en: "Consumer secret" },
      { fr: "Donné avec la clé client.", en: "Given with the consumer key." },
      { kind: "secret" },
    ),
  ],
  checkSettings: ({ host = "", mqlField = "", newTypes = "" }) =>
    typedHost(host) !== "" && /^([A-Za-z]\w{0,60})?$/.test(mqlField) && newTypes.length <= 200,
  account: ({ host = "" }) => typedHost(host),
  authorization: {
    kind: "client_credentials",
    tokenUrl: ({ host = "" }) => `https://${typedHost(host)}/services/oauth2/token`,
    id: "clientId",
    secret: "clientSecret",
    body: "form",
    instance: (answer) => {
      const { data } = z.object({ instance_url: z.string() }).safeParse(answer);
      return data && typedHost(data.instance_url);
    },
  },
  // Secrets go where the person typed; Salesforce may then say another of its own hosts.
  hosts: ({ host = "" }, operator) => {
    const allowed = [...INSTANCES, ...operator];
    return instanceHost(host, allowed) === undefined ? [] : allowed;
  },
  check: {
    request: (_page, settings) => organizationRequest(settings),
    read: (answer) => {
      return { ...nothing, unit: unitIn(answer) };
    },
  },
  streams: [leads, deals, campaigns],
  // Without a field for its date, how many leads qualified is unknown, not zero.
  streamsFor: ({ mqlField }) => [
    mqlField ? leads : { ...leads, metrics: ["leads", "sql"] },
    deals,
    campaigns,
  ],
  errors: [
    { status: 401, code: "credentials_refused" },
    { status: 403, says: /REQUEST_LIMIT_EXCEEDED/, code: "rate_limited", wait: HOUR_MS },
    { status: 403, code: "access_denied" },
    // Salesforce denies that there is what the app's user may not see.
    { status: 400, says: /INVALID_FIELD|INVALID_TYPE|INSUFFICIENT_ACCESS/, code: "access_denied" },
    { status: 400, says: /QUERY_TIMEOUT|SERVER_UNAVAILABLE/, code: "source_down" },
    { status: 400, code: "request_refused" },
    { status: 404, code: "request_refused" },
    { status: 410, code: "request_refused" },
  ],
  // https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_api_usage.htm
  quota: (headers) => {
    const [, used, most] = /(?:^|[;\s])api-usage=(\d+)\/(\d+)/.exec(headers["sforce-limit-info"] ?? "") ?? [];
    return Number(used) >= (1 - SHARE_LEFT) * Number(most) ? { wait: HOUR_MS } : null;
  },
  // Summer '25; Salesforce keeps a version for three years at least.
  version: { name: VERSION, expires: "2028-06-01" },
  channels: ORIGINS,
};
