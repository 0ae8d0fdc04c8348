// How the acceptance suite speaks to the simulation of each service, and what the shop's own totals call its figures.
import type { MetricName } from "../../../../shared/metrics.ts";
import { BREVO_KEY, BREVO_ORGANIZATION } from "../../../../workbench/vendors/brevo.ts";
import { ADS_CUSTOMER, ADS_MANAGER, DEVELOPER_TOKEN } from "../../../../workbench/vendors/google-ads.ts";
import { SITE } from "../../../../workbench/vendors/gsc.ts";
import { HUB_ID, HUBSPOT_TOKEN } from "../../../../workbench/vendors/hubspot.ts";
import { LINKEDIN_ACCOUNT } from "../../../../workbench/vendors/linkedin-ads.ts";
import { LINKEDIN_PAGE } from "../../../../workbench/vendors/linkedin-page.ts";
import { LINKEDIN_TOKEN } from "../../../../workbench/vendors/linkedin.ts";
import { MAUTIC_CLIENT, MAUTIC_HOST } from "../../../../workbench/vendors/mautic.ts";
import { AD_ACCOUNT, INSTAGRAM_ID, META_TOKEN, PAGE_ID } from "../../../../workbench/vendors/meta.ts";
import { SALESFORCE_CLIENT, SALESFORCE_HOST } from "../../../../workbench/vendors/salesforce.ts";
import type { Simulation } from "../../../../workbench/vendors/simulation.ts";
import { STRIPE_KEY } from "../../../../workbench/vendors/stripe.ts";
import type { Settings } from "../../../../worker/connector.ts";
import { keyFile } from "../engine/shop.ts";

export interface Fixture {
  readonly settings: Settings;
  readonly credentials: Settings;
  /** Credentials of the right form that the service refuses. */
  readonly refused: Settings;
  /** The part of the shop's totals, and what it calls a metric: one name, or several that add up. */
  readonly truth: Readonly<Record<string, Truth>>;
  readonly simulation?: Partial<Simulation>;
  /** Where the account's zone is not the shop's: the settings that say it, or the only zone there is. */
  readonly zone?: string | ((timeZone: string) => Settings);
  /** Objects of an answer that are dictionaries: a new name in one is not a new field. */
  readonly dictionaries?: readonly string[];
  /** Cases that it cannot run, and why. */
  readonly cannot?: Readonly<Record<string, string>>;
}

type Truth = Readonly<Partial<Record<MetricName, string | readonly string[]>>>;

const otherKey = JSON.stringify({ ...(JSON.parse(keyFile) as object), client_email: "nobody@example.com" });

/** What an ad platform says of its own campaigns. */
const ADS: Truth = {
  spend: "spendMicros",
  impressions: "impressions",
  clicks: "clicks",
  platform_conversions: "claimedMicros",
  platform_conversion_value: "claimedValueMicros",
};

export const FIXTURES: Readonly<Record<string, Fixture>> = {
  ga4: {
    settings: { property: "386402517" },
    credentials: { serviceAccount: keyFile },
    refused: { serviceAccount: otherKey },
    truth: {
      "": {
        sessions: "sessions",
        engaged_sessions: "engaged",
        session_seconds: "seconds",
        screen_page_views: "pages",
        new_users: "newUsers",
        conversions: "conversions",
        revenue: "revenueMicros",
        orders: "orders",
      },
    },
  },
  gsc: {
    settings: { site: SITE },
    credentials: { serviceAccount: keyFile },
    refused: { serviceAccount: otherKey },
    truth: { search: { organic_impressions: "impressions", organic_clicks: "clicks" } },
    zone: "America/Los_Angeles",
  },
  "google-ads": {
    settings: { customer: `${ADS_CUSTOMER}/${ADS_MANAGER}` },
    credentials: { developerToken: DEVELOPER_TOKEN, serviceAccount: keyFile },
    refused: { developerToken: DEVELOPER_TOKEN, serviceAccount: otherKey },
    truth: { googleAds: ADS },
  },
  "meta-ads": {
    settings: { account: AD_ACCOUNT },
    credentials: { token: META_TOKEN },
    refused: { token: "EAAT-of-someone-else" },
    truth: { metaAds: ADS },
  },
  "linkedin-ads": {
    settings: { account: String(LINKEDIN_ACCOUNT) },
    credentials: { token: LINKEDIN_TOKEN },
    refused: { token: "AQV-of-someone-else" },
    cannot: { "token expiring mid-pull": "its token is made by hand, for 60 days" },
    truth: { linkedinAds: ADS },
    zone: "UTC",
  },
  "facebook-page": {
    settings: { page: PAGE_ID },
    credentials: { token: META_TOKEN },
    refused: { token: "EAAT-of-someone-else" },
    truth: {
      facebookPage: {
        new_followers: "gained",
        interactions: ["likes", "comments", "shares", "clicks"],
        content_published: "posts",
        likes: "postLikes",
        comments: "postComments",
        shares: "postShares",
      },
    },
    zone: "America/Los_Angeles",
    cannot: { "token expiring mid-pull": "no token: that of a Page has no end" },
  },
  instagram: {
    settings: { account: INSTAGRAM_ID },
    credentials: { token: META_TOKEN },
    refused: { token: "EAAT-of-someone-else" },
    truth: {
      instagram: {
        interactions: ["likes", "comments", "shares", "saves"],
        likes: "likes",
        comments: "comments",
        shares: "shares",
        content_published: "posts",
      },
    },
    zone: "America/Los_Angeles",
  },
  "linkedin-page": {
    settings: { organization: String(LINKEDIN_PAGE) },
    credentials: { token: LINKEDIN_TOKEN },
    refused: { token: "AQV-of-someone-else" },
    cannot: { "token expiring mid-pull": "its token is made by hand, for 60 days" },
    truth: {
      linkedinPage: {
        organic_impressions: "impressions",
        organic_clicks: "clicks",
        likes: "likes",
        comments: "comments",
        shares: "shares",
        new_followers: "gained",
      },
    },
    zone: "UTC",
  },
  mautic: {
    settings: { host: MAUTIC_HOST, mqlStage: "2", sqlSegment: "6" },
    credentials: { clientId: MAUTIC_CLIENT.id, clientSecret: MAUTIC_CLIENT.secret },
    refused: { clientId: MAUTIC_CLIENT.id, clientSecret: "another-secret" },
    truth: {
      forms: { leads: "leads", mql: "mql", sql: "sql" },
      messages: {
        emails_sent: "sent",
        delivered: "delivered",
        unique_opens: "opens",
        unique_clicks: "clicks",
        bounces: "bounces",
        unsubscribes: "unsubscribes",
      },
    },
    simulation: {
      messageDays: 12,
      adjustments: [{ from: "2000-01-01", channel: "Email", sessions: 0.04 }],
    },
    zone: (timeZone) => ({ timeZone }),
    dictionaries: ["emails", "stats"],
  },
  hubspot: {
    settings: { hub: String(HUB_ID) },
    credentials: { token: HUBSPOT_TOKEN },
    refused: { token: "pat-eu1-00000000-0000-4000-8000-000000000000" },
    truth: {
      sales: {
        leads: "leads",
        mql: "mql",
        sql: "sql",
        new_customers: "newCustomers",
        opps_won: "dealsWon",
        opps_lost: "dealsLost",
        revenue: "dealRevenueMicros",
      },
      newsletters: {
        emails_sent: "sent",
        delivered: "delivered",
        unique_opens: "opens",
        unique_clicks: "clicks",
        bounces: ["hardBounces", "softBounces"],
        hard_bounces: "hardBounces",
        unsubscribes: "unsubscribes",
        complaints: "complaints",
      },
    },
    dictionaries: ["properties", "counters"],
  },
  salesforce: {
    settings: { host: SALESFORCE_HOST, mqlField: "MQL_Date__c" },
    credentials: { clientId: SALESFORCE_CLIENT.id, clientSecret: SALESFORCE_CLIENT.secret },
    refused: { clientId: SALESFORCE_CLIENT.id, clientSecret: "another-secret" },
    truth: {
      sales: {
        leads: "leads",
        mql: "mql",
        sql: "sql",
        opps_won: "dealsWon",
        opps_lost: "dealsLost",
        revenue: "dealRevenueMicros",
        // Every deal of the shop is a customer's first.
        new_customers: "dealsWon",
      },
    },
  },
  brevo: {
    settings: { organization: BREVO_ORGANIZATION },
    credentials: { apiKey: BREVO_KEY },
    refused: { apiKey: "xkeysib-of-someone-else" },
    truth: {
      newsletters: {
        emails_sent: "sent",
        delivered: "delivered",
        unique_opens: "opens",
        unprotected_opens: "unprotected",
        unique_clicks: "clicks",
        bounces: ["hardBounces", "softBounces"],
        hard_bounces: "hardBounces",
        unsubscribes: "unsubscribes",
        complaints: "complaints",
      },
    },
    zone: (timeZone) => ({ timeZone }),
    // Many syncs in what is one hour here.
    simulation: { brevoCalls: { hour: 0, count: 0, most: 100_000 } },
    dictionaries: ["globalStats", "linksStats", "statsByDomain"],
  },
  stripe: {
    settings: { currency: "EUR" },
    credentials: { apiKey: STRIPE_KEY },
    refused: { apiKey: "rk_live_of_someone_else" },
    truth: {
      payments: { revenue: "netMicros", orders: "payments" },
      contracts: {
        new_customers: "newCustomers",
        lost_customers: "lostCustomers",
        mrr_churned: "mrrChurnedMicros",
      },
    },
    zone: (timeZone) => ({ timeZone }),
  },
};
