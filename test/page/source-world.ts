// Eleven services and a source of each, in every state, as the Worker would tell the sidebar.
import type {
  Connection,
  ConnectorSummary,
  Consent,
  Field,
  SourceProblemCode,
} from "../../shared/api/sources.ts";
import type { UtmAnswer } from "../../shared/utm-check.ts";
import { connection, emptyWorld, ok, running, type World } from "./fake-door.ts";

const both = (text: string) => ({ fr: text, en: text });
const field = (name: string, kind: Field["kind"], label: string, more: Partial<Field> = {}): Field => ({
  name,
  kind,
  label: both(label),
  help: both("Dans les réglages du service."),
  ...more,
});

function service(
  name: string,
  label: string,
  group: ConnectorSummary["group"],
  gives: string,
  more: Partial<ConnectorSummary> = {},
): ConnectorSummary {
  return {
    name,
    label: both(label),
    gives: both(gives),
    settings: [field("account", "text", "Identifiant du compte")],
    credentials: [field("key", "secret", "Clé d'API")],
    group,
    ways: [{ kind: "credentials", fields: ["key"] }],
    version: null,
    accountSetting: "account",
    channels: null,
    ...more,
  };
}

const SERVICES: readonly ConnectorSummary[] = [
  service("ga4", "Google Analytics 4", "web", "Sessions, engagement, conversions et chiffre d'affaires.", {
    settings: [field("property", "text", "Identifiant de la propriété")],
    credentials: [field("serviceAccount", "file", "Clé du compte de service (JSON)")],
    ways: [{ kind: "credentials", fields: ["serviceAccount"] }],
    accountSetting: null,
    channels: { "Paid Search": "paid_search", "Cross-network": "other", Unassigned: "unknown" },
  }),
  service("gsc", "Google Search Console", "web", "Impressions et clics gratuits."),
  service("google-ads", "Google Ads", "advertising", "Dépenses, impressions, clics et conversions.", {
    credentials: [
      field("developerToken", "secret", "Jeton de développeur"),
      field("serviceAccount", "file", "Clé du compte de service (JSON)", { optional: true }),
    ],
    ways: [
      { kind: "credentials", fields: ["serviceAccount", "developerToken"] },
      { kind: "consent", fields: ["developerToken"], missing: [], several: true },
    ],
  }),
  service("meta-ads", "Meta Ads", "advertising", "Dépenses, impressions et clics."),
  service("linkedin-ads", "LinkedIn Ads", "advertising", "Dépenses, impressions et clics.", {
    credentials: [],
    ways: [
      {
        kind: "consent",
        fields: [],
        missing: ["OAUTH_LINKEDIN_ID", "OAUTH_LINKEDIN_SECRET"],
        several: false,
      },
    ],
  }),
  service("facebook-page", "Page Facebook", "social", "Abonnés et interactions."),
  service("mautic", "Webmecanik Automation / Mautic", "email", "E-mails envoyés, ouverts, cliqués."),
  service("brevo", "Brevo", "email", "Campagnes envoyées, ouvertes, cliquées."),
  service("hubspot", "HubSpot", "crm", "Leads, clients, affaires gagnées et perdues."),
  service("salesforce", "Salesforce", "crm", "Leads et opportunités."),
  service("stripe", "Stripe", "sales", "Encaissements, remboursements, MRR."),
];

const problem = (code: SourceProblemCode, words: string, action: string): Connection["problem"] => ({
  code,
  words: both(words),
  action: both(action),
  since: "2026-11-21T08:12:00.000Z",
});

const CHANGES: Readonly<Record<string, Partial<Connection>>> = {
  ga4: { settings: { property: "412", channels: '{"Cross-network":"display"}' } },
  "google-ads": {
    state: "failed",
    settings: { account: "482" },
    problem: problem("reconnect_needed", "L'accord n'est plus valable.", "Reconnectez la source."),
  },
  "meta-ads": { ...running(), connector: "meta-ads" },
  "facebook-page": { state: "paused", nextRun: null },
  mautic: {
    notices: [both("Le service fermera la version v25."), both("Une ligne a été écartée.")],
    version: { name: "v25", expires: "2027-01-10" },
  },
  brevo: {
    state: "failed",
    problem: problem("rate_limited", "Le service demande de patienter.", "Rien à faire."),
  },
};

/** A source of each service, in every state that there is. */
export const ELEVEN: readonly Connection[] = SERVICES.map(({ name, label }) =>
  connection({
    connector: name,
    name: `Verveine ${label.fr}`,
    settings: { account: "123" },
    ...CHANGES[name],
    id: name,
  }),
);

const UTM: UtmAnswer = {
  from: "2026-10-24",
  to: "2026-11-20",
  unassigned: {
    sessions: 1320,
    all: 15_400,
    share: 1320 / 15_400,
    flagged: true,
    rows: [
      {
        by: "Verveine Google Analytics 4",
        channel: "unknown",
        source: "qr",
        medium: "affiche",
        campaign: "salon",
        sessions: 1320,
        clicks: 0,
      },
    ],
  },
  spellings: [
    {
      of: "campaign",
      forms: ["Soldes été", "soldes ete"].map((text, place) => ({
        text,
        rows: [
          {
            by: "Verveine Google Ads",
            channel: "paid_search",
            source: "",
            medium: "",
            campaign: text,
            sessions: place,
            clicks: 2200 - place,
          },
        ],
      })),
    },
  ],
  untagged: [
    {
      channel: "paid_social",
      clicks: 3100,
      sessions: 640,
      missing: 1 - 640 / 3100,
      flagged: true,
      campaigns: [{ by: "Verveine Meta Ads", campaign: "Notoriété", clicks: 2100, sessions: 90 }],
    },
  ],
};

export const consent = (state: Consent["state"]): Consent => ({
  id: "k1",
  state,
  expires: new Date(Date.now() + 600_000).toISOString(),
  problem: null,
});

const ACCOUNTS = [
  { id: "4820163957", name: "Verveine France" },
  { id: "7305918246", name: "Verveine Belgique" },
];

/** Eleven sources, and a person who gives their consent at the second look. */
export function elevenWorld(locale: "fr" | "en", change: Partial<World> = {}): World {
  const world = emptyWorld(locale, { connectors: [...SERVICES], connections: [...ELEVEN], ...change });
  let looks = 0;
  const url = "https://boussole.example/connect/start?ticket=t1";
  world.answers["GET /v1/checks/utm"] = () => ok(UTM);
  world.answers["POST /v1/consents"] = () => ok({ ...consent("asked"), url }, 201);
  world.answers["GET /v1/consents/k1"] = () => ok(consent((looks += 1) === 1 ? "opened" : "granted"));
  world.answers["POST /v1/connectors/google-ads/accounts"] = () => ok({ accounts: ACCOUNTS });
  return world;
}
