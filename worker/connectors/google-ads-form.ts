// What Google Ads asks to be connected, and what its types of campaign count as.
import type { Channel, Connector } from "../connector.ts";
import { accountOf } from "./google-ads-accounts.ts";

/**
 * https://developers.google.com/google-ads/api/reference/rpc/v25/AdvertisingChannelTypeEnum.AdvertisingChannelType.
 * Those that show in several places at once are "other", as Analytics' own Cross-network is.
 */
export const CAMPAIGN_TYPES: Readonly<Record<string, Channel>> = {
  SEARCH: "paid_search",
  SHOPPING: "paid_search",
  HOTEL: "paid_search",
  TRAVEL: "paid_search",
  DISPLAY: "display",
  VIDEO: "video",
  PERFORMANCE_MAX: "other",
  DEMAND_GEN: "other",
  MULTI_CHANNEL: "other",
  LOCAL: "other",
  LOCAL_SERVICES: "other",
  SMART: "other",
  UNKNOWN: "unknown",
  UNSPECIFIED: "unknown",
};

const SCOPE = "https://www.googleapis.com/auth/adwords";
const ACCOUNT = /^\d{3}-?\d{3}-?\d{4}$/;
const beside = { "developer-token": "developerToken" };

export const connecting: Pick<
  Connector,
  | "name"
  | "label"
  | "gives"
  | "settings"
  | "credentials"
  | "checkSettings"
  | "account"
  | "authorization"
  | "hosts"
> = {
  name: "google-ads",
  label: { fr: "Google Ads", en: "Google Ads" },
  gives: {
    fr: "Dépenses, impressions, clics et conversions revendiquées, par jour et campagne.",
    en: "Spend, impressions, clicks and claimed conversions, by day and campaign.",
  },
  settings: [
    {
      name: "customer",
      kind: "text",
      label: { fr: "Compte", en: "Account" },
      help: {
        fr: "Son numéro à dix chiffres, en haut à droite de Google Ads.",
        en: "Its ten-digit number, at the top right of Google Ads.",
      },
    },
    {
      name: "manager",
      kind: "text",
      optional: true,
      label: { fr: "Compte administrateur", en: "Manager account" },
      help: {
        fr: "Le numéro du compte administrateur (MCC) par lequel l'accès passe. Vide s'il est direct.",
        en: "The number of the manager account (MCC) that access goes through. Empty where it is direct.",
      },
    },
  ],
  credentials: [
    {
      name: "developerToken",
      kind: "secret",
      label: { fr: "Jeton de développeur", en: "Developer token" },
      help: {
        fr: "Dans un compte administrateur, Admin, Centre API.",
        en: "In a manager account, Admin, API Center.",
      },
    },
    {
      name: "serviceAccount",
      kind: "file",
      optional: true,
      label: { fr: "Clé du compte de service (JSON)", en: "Service account key (JSON)" },
      help: {
        fr: "L'adresse du compte de service doit être un utilisateur du compte Google Ads. Inutile avec un consentement.",
        en: "The service account's address must be a user of the Google Ads account. Not needed with a consent.",
      },
    },
  ],
  checkSettings: ({ customer = "", manager = "" }) =>
    customer.split("/").length <= 2 &&
    [...customer.split("/"), ...(manager === "" ? [] : [manager])].every((id) => ACCOUNT.test(id.trim())),
  account: (settings) => accountOf(settings).customer,
  authorization: [
    { kind: "google_service_account", scope: SCOPE, field: "serviceAccount", beside },
    {
      kind: "authorization_code",
      authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
      tokenUrl: "https://oauth2.googleapis.com/token",
      scopes: [SCOPE],
      client: "google",
      // Google gives a refresh token on the first consent only, unless it is asked again.
      extra: { access_type: "offline", prompt: "consent" },
      rotates: false,
      issuer: "https://accounts.google.com",
      beside,
    },
  ],
  hosts: ["googleads.googleapis.com", "oauth2.googleapis.com"],
};
