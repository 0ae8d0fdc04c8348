// Webmecanik Automation, which is Mautic: e-mails, leads and their steps, read from its tables of events (https://devdocs.mautic.org/en/latest/rest_api/stats.html).
import * as z from "zod";
import type { Field } from "../../shared/api/sources.ts";
import type { Words } from "../../shared/language.ts";
import type { Connector, Settings } from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { instanceHost, typedHost } from "../hosts.ts";
import { isTimeZone } from "../plan.ts";
import { messageStreams } from "./mautic-messages.ts";
import { MEDIUMS, peopleStreams } from "./mautic-people.ts";
import { api } from "./mautic-stats.ts";

/** Webmecanik's own hosts; whoever runs the Worker may allow those of other instances. */
const INSTANCES = ["*.webmecanik.com"];

/** The service has no zone to tell: its dates are in UTC, its days are those of the team. */
function zoneOf({ timeZone }: Settings): string {
  return timeZone?.trim() || "Europe/Paris";
}

function optional(name: string, label: Words, help: Words): Field {
  return { name, kind: "text", optional: true, label, help };
}

const STAGE_HELP: Words = {
  fr: "Son numéro, dans Contacts, Étapes. Un contact compte le jour où il y entre.",
  en: "Its number, in Contacts, Stages. A contact counts on the day it enters.",
};
const SEGMENT_HELP: Words = {
  fr: "Son numéro, dans Segments. Si l'étape est donnée aussi, la première des deux dates compte.",
  en: "Its number, in Segments. Where the stage is given too, the first of both dates counts.",
};
const STEPS = ["mqlStage", "mqlSegment", "sqlStage", "sqlSegment"];

export const mautic: Connector = {
  name: "mautic",
  label: { fr: "Webmecanik Automation / Mautic", en: "Webmecanik Automation / Mautic" },
  gives: {
    fr: "E-mails envoyés, ouverts et cliqués, désabonnements et rejets par jour d'envoi ; leads, MQL et SQL par jour d'entrée.",
    en: "E-mails sent, opened and clicked, unsubscribes and bounces by day of sending; leads, MQL and SQL by day of entry.",
  },
  settings: [
    {
      name: "host",
      kind: "text",
      label: { fr: "Adresse de l'instance", en: "Address of the instance" },
      help: {
        fr: "Celle où vous vous connectez, par exemple entreprise.webmecanik.com.",
        en: "Where you sign in, for example company.webmecanik.com.",
      },
    },
    optional(
      "timeZone",
      { fr: "Fuseau horaire", en: "Time zone" },
      {
        fr: "Celui des jours à compter. Europe/Paris sauf indication contraire.",
        en: "Of the days to count. Europe/Paris unless told otherwise.",
      },
    ),
    optional(
      "forms",
      { fr: "Formulaires qui font un lead", en: "Forms that make a lead" },
      {
        fr: "Leurs numéros, séparés par des virgules. Vide : tous. 0 : aucun.",
        en: "Their numbers, separated by commas. Empty: all. 0: none.",
      },
    ),
    optional("mqlStage", { fr: "Étape des MQL", en: "Stage of MQL" }, STAGE_HELP),
    optional("mqlSegment", { fr: "Segment des MQL", en: "Segment of MQL" }, SEGMENT_HELP),
    optional("sqlStage", { fr: "Étape des SQL", en: "Stage of SQL" }, STAGE_HELP),
    optional("sqlSegment", { fr: "Segment des SQL", en: "Segment of SQL" }, SEGMENT_HELP),
  ],
  credentials: [
    {
      name: "clientId",
      kind: "text",
      label: { fr: "Clé publique", en: "Public key" },
      help: {
        fr: "Dans Paramètres, Identifiants d'API, nouvel identifiant OAuth 2 « Client credentials ».",
        en: "In Settings, API credentials, a new OAuth 2 credential “Client credentials”.",
      },
    },
    {
      name: "clientSecret",
      kind: "secret",
      label: { fr: "Clé secrète", en: "Secret key" },
      help: { fr: "Donnée avec la clé publique.", en: "Given with the public key." },
    },
  ],
  checkSettings: (settings) =>
    typedHost(settings["host"] ?? "") !== "" &&
    isTimeZone(zoneOf(settings)) &&
    /^\s*(\d{1,9}\s*(,\s*\d{1,9}\s*)*)?$/.test(settings["forms"] ?? "") &&
    STEPS.every((name) => /^\d{0,9}$/.test(settings[name] ?? "")),
  account: ({ host = "" }) => typedHost(host),
  authorization: {
    kind: "client_credentials",
    tokenUrl: ({ host = "" }) => `https://${typedHost(host)}/oauth/v2/token`,
    id: "clientId",
    secret: "clientSecret",
    body: "form",
  },
  hosts: ({ host = "" }, operator) => {
    const instance = instanceHost(host, [...INSTANCES, ...operator]);
    return instance === undefined ? [] : [instance];
  },
  check: {
    request: (_page, settings) => ({ method: "GET", url: api(settings, "emails?limit=1&minimal=1") }),
    read: ({ body }, _page, settings) => {
      if (!z.object({ emails: z.unknown() }).safeParse(body).success)
        throw new SourceFailure("source_malformed");
      const unit = { currency: null, timeZone: zoneOf(settings) };
      return { facts: [], uniques: [], next: null, total: null, unit, marks: [] };
    },
  },
  streams: [...messageStreams, ...peopleStreams],
  errors: [
    // What fails inside comes with the status of a success.
    { status: 200, says: /^\{"errors":\[.*"code":40[13]\b/, code: "access_denied" },
    { status: 200, says: /^\{"errors":/, code: "request_refused" },
    // The list of tables comes in place of one that this client may not read.
    { status: 200, says: /^\{"availableTables":/, code: "access_denied" },
    { status: 400, says: /invalid_client|invalid_grant|unauthorized_client/, code: "credentials_refused" },
    { status: 400, code: "request_refused" },
    { status: 403, code: "access_denied" },
    { status: 404, code: "account_not_found" },
    { status: 429, code: "rate_limited", wait: 60_000 },
  ],
  channels: MEDIUMS,
};
