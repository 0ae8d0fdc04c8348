// Brevo: the newsletters of the account and what became of them, with an API key (https://developers.brevo.com/reference/get-email-campaigns).
import * as z from "zod";
import type { Connector, SourceAnswer } from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { isTimeZone } from "../plan.ts";
import { nothing } from "./reading.ts";
import { mailings, zoneOf } from "./brevo-mailings.ts";
import { API } from "./brevo-request.ts";

const ACCOUNT = { method: "GET", url: `${API}/account` } as const;
const Account = z.object({ organization_id: z.string(), companyName: z.string().nullish() });
const HOUR_SECONDS = 3600;

function readAccount({ body }: SourceAnswer): { readonly id: string; readonly name: string } {
  const { data } = Account.safeParse(body);
  if (!data) throw new SourceFailure("source_malformed");
  return { id: data.organization_id, name: data.companyName ?? data.organization_id };
}

export const brevo: Connector = {
  name: "brevo",
  label: { fr: "Brevo", en: "Brevo" },
  gives: {
    fr: "Newsletters envoyées, délivrées, ouvertes et cliquées, rejets et désabonnements, par jour d'envoi.",
    en: "Newsletters sent, delivered, opened and clicked, bounces and unsubscribes, by day of sending.",
  },
  settings: [
    {
      name: "organization",
      kind: "text",
      label: { fr: "Identifiant de l'organisation", en: "Organization id" },
      help: {
        fr: "Entrez la clé, puis choisissez le compte\u00a0: il se remplit.",
        en: "Enter the key, then choose the account: it fills itself.",
      },
    },
    {
      name: "timeZone",
      kind: "text",
      optional: true,
      label: { fr: "Fuseau horaire", en: "Time zone" },
      help: {
        fr: "Celui des jours à compter. Europe/Paris sauf indication contraire.",
        en: "Of the days to count. Europe/Paris unless told otherwise.",
      },
    },
  ],
  credentials: [
    {
      name: "apiKey",
      kind: "secret",
      label: { fr: "Clé API", en: "API key" },
      help: {
        fr: "Elle commence par « xkeysib- ». Dans Brevo, SMTP et API, Clés API.",
        en: "It begins with “xkeysib-”. In Brevo, SMTP & API, API keys.",
      },
    },
  ],
  checkSettings: (settings) =>
    /^[\w-]{1,64}$/.test(settings["organization"] ?? "") && isTimeZone(zoneOf(settings)),
  account: ({ organization = "" }) => organization,
  authorization: { kind: "key", field: "apiKey", headers: (key) => ({ "api-key": key }) },
  hosts: ["api.brevo.com"],
  check: {
    request: () => ACCOUNT,
    read: (answer, _page, settings) => {
      if (readAccount(answer).id !== settings["organization"]) throw new SourceFailure("account_not_found");
      const unit = { currency: null, timeZone: zoneOf(settings) };
      return { ...nothing, unit };
    },
  },
  accounts: {
    setting: "organization",
    request: () => ACCOUNT,
    read: (answer) => ({ accounts: [readAccount(answer)], next: null }),
  },
  streams: [mailings],
  errors: [
    // A key that is used from an address which the account has not allowed is refused in the same way.
    { status: 401, code: "credentials_refused" },
    { status: 402, code: "access_denied" },
    { status: 403, code: "access_denied" },
    // A mailing that was deleted since it was listed.
    { status: 404, code: "cursor_expired" },
    { status: 429, code: "rate_limited" },
    { status: 400, code: "request_refused" },
  ],
  // https://developers.brevo.com/docs/api-limits
  quota: (headers) => {
    if (headers["x-sib-ratelimit-remaining"] !== "0") return null;
    const seconds = Number(headers["x-sib-ratelimit-reset"]);
    return { wait: 1000 * (seconds >= 0 ? seconds : HOUR_SECONDS) };
  },
};
