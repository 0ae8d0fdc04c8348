// Google Search Console: how the site is found on Google's free results (https://developers.google.com/webmaster-tools/v1/searchanalytics/query).
import * as z from "zod";
import { daysBetween, parseDay } from "../../shared/period.ts";
import type { Connector, FactRow, FactStream, Page, Settings, SourceRequest } from "../connector.ts";
import { SourceFailure } from "../failure.ts";

const SITES = "https://www.googleapis.com/webmasters/v3/sites";
const PAGE_ROWS = 25_000;
/** "All dates and times provided in this object are in the America/Los_Angeles time zone." */
const UNIT = { currency: null, timeZone: "America/Los_Angeles" };
const UNVERIFIED = "siteUnverifiedUser";

const Answer = z.object({
  rows: z
    .array(
      z.object({
        keys: z.array(z.string()).min(1),
        clicks: z.number().nonnegative(),
        impressions: z.number().nonnegative(),
      }),
    )
    .nullish(),
});
const Site = z.object({ siteUrl: z.string(), permissionLevel: z.string() });
const Sites = z.object({ siteEntry: z.array(Site).nullish() });

const typeOf = ({ type }: Settings): string => type || "web";

function request({ from, to, token }: Page, settings: Settings): SourceRequest {
  return {
    method: "POST",
    url: `${SITES}/${encodeURIComponent(settings["site"] ?? "")}/searchAnalytics/query`,
    json: {
      startDate: from,
      endDate: to,
      // Days alone: by query or by page, rare searches are left out or counted several times.
      dimensions: ["date"],
      type: typeOf(settings),
      aggregationType: "auto",
      // The last days too, still incomplete: without them, they would count as days without a search.
      dataState: "all",
      rowLimit: PAGE_ROWS,
      startRow: Number(token ?? 0),
    },
  };
}

const performance: FactStream = {
  name: "performance",
  kind: "facts",
  metrics: ["organic_impressions", "organic_clicks"],
  starts: "day",
  slice: "month",
  // Data are final after two or three days: https://support.google.com/webmasters/answer/96568
  lookBack: { eachRun: 5, daily: 5 },
  request,
  read: ({ body }, page, settings) => {
    const parsed = Answer.safeParse(body);
    if (!parsed.success) throw new SourceFailure("source_malformed");
    const rows = parsed.data.rows ?? [];
    const reached = Number(page.token ?? 0) + rows.length;
    // The end is an empty page, unless every day has come.
    const complete = rows.length === 0 || reached > daysBetween(page.from, page.to);
    return {
      facts: rows.map(({ keys, clicks, impressions }) =>
        factOf(keys[0] ?? "", typeOf(settings), { impressions, clicks }),
      ),
      uniques: [],
      next: complete ? null : String(reached),
      total: null,
      unit: UNIT,
      marks: [],
    };
  },
};

function factOf(date: string, type: string, counts: { impressions: number; clicks: number }): FactRow {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? parseDay(date) : undefined;
  if (day === undefined) throw new SourceFailure("source_malformed");
  // Nobody paid for them: they stay out of the columns of ads.
  const values = {
    organic_impressions: Math.round(counts.impressions),
    organic_clicks: Math.round(counts.clicks),
  };
  const place = { source: "google", medium: "organic", campaignId: "", campaign: "" };
  return { day, channel: "organic_search", ...place, key: type, values };
}

export const gsc: Connector = {
  name: "gsc",
  label: { fr: "Google Search Console", en: "Google Search Console" },
  gives: {
    fr: "Impressions et clics du site dans les résultats gratuits de Google, par jour.",
    en: "Impressions and clicks of the site in Google's free results, by day.",
  },
  settings: [
    {
      name: "site",
      kind: "text",
      label: { fr: "Propriété", en: "Property" },
      help: {
        fr: "Telle que Search Console la nomme : sc-domain:exemple.fr, ou https://www.exemple.fr/.",
        en: "As Search Console names it: sc-domain:example.com, or https://www.example.com/.",
      },
    },
    {
      name: "type",
      kind: "choice",
      optional: true,
      label: { fr: "Type de recherche", en: "Search type" },
      help: {
        fr: "Web, comme dans le rapport de Search Console, sauf choix contraire.",
        en: "Web, as in Search Console's own report, unless chosen otherwise.",
      },
      choices: [
        { value: "web", label: { fr: "Web", en: "Web" } },
        { value: "image", label: { fr: "Images", en: "Images" } },
        { value: "video", label: { fr: "Vidéos", en: "Videos" } },
        { value: "news", label: { fr: "Actualités", en: "News" } },
        { value: "discover", label: { fr: "Discover", en: "Discover" } },
      ],
    },
  ],
  credentials: [
    {
      name: "serviceAccount",
      kind: "file",
      label: { fr: "Clé du compte de service (JSON)", en: "Service account key (JSON)" },
      help: {
        fr: "Le fichier de clé créé dans Google Cloud. L'adresse du compte doit être ajoutée aux utilisateurs de la propriété.",
        en: "The key file made in Google Cloud. The account's address must be added to the property's users.",
      },
    },
  ],
  checkSettings: ({ site = "", type = "" }) =>
    /^(sc-domain:[^\s/:]+\.[^\s/:]+|https?:\/\/[^\s/]+\.[^\s/]+\/\S*)$/.test(site) &&
    ["", "web", "image", "video", "news", "discover"].includes(type),
  account: ({ site = "" }) => site.replace("sc-domain:", ""),
  authorization: {
    kind: "google_service_account",
    scope: "https://www.googleapis.com/auth/webmasters.readonly",
    field: "serviceAccount",
  },
  hosts: ["www.googleapis.com", "oauth2.googleapis.com"],
  check: {
    request: (_page, { site = "" }) => ({ method: "GET", url: `${SITES}/${encodeURIComponent(site)}` }),
    read: ({ body }) => {
      const parsed = Site.safeParse(body);
      if (!parsed.success) throw new SourceFailure("source_malformed");
      if (parsed.data.permissionLevel === UNVERIFIED) throw new SourceFailure("access_denied");
      return { facts: [], uniques: [], next: null, total: null, unit: UNIT, marks: [] };
    },
  },
  accounts: {
    setting: "site",
    request: () => ({ method: "GET", url: SITES }),
    read: ({ body }) => {
      const parsed = Sites.safeParse(body);
      if (!parsed.success) throw new SourceFailure("source_malformed");
      const open = (parsed.data.siteEntry ?? []).filter(
        ({ permissionLevel }) => permissionLevel !== UNVERIFIED,
      );
      return {
        accounts: open.map(({ siteUrl }) => ({ id: siteUrl, name: siteUrl, unit: UNIT })),
        next: null,
      };
    },
  },
  tellsUnit: true,
  streams: [performance],
  errors: [
    // The load of a property is counted in ten minutes: https://developers.google.com/webmaster-tools/limits
    { status: 403, says: /quota|rateLimit/i, code: "rate_limited", wait: 15 * 60_000 },
    { status: 429, code: "rate_limited", wait: 15 * 60_000 },
    { status: 403, code: "access_denied" },
    { status: 404, code: "account_not_found" },
    { status: 400, says: /not a valid Search Console site|siteUrl/i, code: "account_not_found" },
    { status: 400, code: "request_refused" },
  ],
};
