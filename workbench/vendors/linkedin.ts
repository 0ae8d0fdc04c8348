// The simulated LinkedIn: the shop's ad account and its page, behind a token made by hand or bought with a consent.
import { adCampaigns, analytics, LINKEDIN_ACCOUNT } from "./linkedin-ads.ts";
import { LINKEDIN_PAGE, pageStatistics } from "./linkedin-page.ts";
import { LinkedInRefusal, linkedinProblem, listOf, only, parametersOf, refuse } from "./linkedin-rest.ts";
import { followers } from "./shop-social.ts";
import { today } from "./simulation.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

/** A token of the token generator, and the refresh token that a consent leaves. */
export const LINKEDIN_TOKEN = "AQVverveineToken0001";
export const LINKEDIN_REFRESH = "AQXverveineRefresh0001";
const VERSION = "202607";
const TOKEN_SECONDS = 5_184_000;

export const linkedin: Vendor = {
  answer(request, world) {
    const simulation = world.memory.simulation();
    const [, token = ""] = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    const known = token === LINKEDIN_TOKEN || (simulation.tokens[token]?.expires ?? 0) > world.now;
    if (!known || simulation.grantWithdrawn) return refuse(401);
    if (request.headers.get("linkedin-version") !== VERSION) return refuse(426);
    if (request.headers.get("x-restli-protocol-version") !== "2.0.0") return refuse(400);
    if (simulation.propertyClosed) return refuse(403);
    if (simulation.quota.hour === Math.floor(world.now / 3_600_000) && simulation.quota.left <= 0)
      return refuse(429);
    try {
      return { status: 200, body: read(request, world) };
    } catch (error) {
      if (error instanceof LinkedInRefusal) return refuse(error.status, error.message);
      throw error;
    }
  },
  problem: linkedinProblem,
  page: ({ path }) => path.replace(/^[^?]*\?/, ""),
};

function read({ method, path }: VendorRequest, { memory, now }: World): unknown {
  const simulation = memory.simulation();
  const [address = "", search = ""] = path.split("?");
  const parameters = parametersOf(search);
  const account = {
    id: LINKEDIN_ACCOUNT,
    name: "L'atelier Verveine",
    currency: simulation.currency,
    status: "ACTIVE",
    type: "BUSINESS",
  };
  const page = { id: LINKEDIN_PAGE, localizedName: "L'atelier Verveine" };
  if (method !== "GET") throw new LinkedInRefusal(404, "No such method");
  switch (decodeURIComponent(address)) {
    case "/rest/adAccounts":
      only(parameters, "q", "pageSize", "pageToken");
      return { elements: [account], metadata: {} };
    case `/rest/adAccounts/${LINKEDIN_ACCOUNT}`:
      only(parameters, "fields");
      return account;
    case `/rest/adAccounts/${LINKEDIN_ACCOUNT}/adCampaigns`:
      return adCampaigns(parameters, simulation);
    case "/rest/adAnalytics":
      return analytics(parameters, simulation, now);
    case "/rest/organizationAcls":
      only(parameters, "q", "role", "state", "count", "start");
      return {
        elements: [
          { role: "ADMINISTRATOR", state: "APPROVED", organization: `urn:li:organization:${LINKEDIN_PAGE}` },
        ],
      };
    case "/rest/organizations":
      only(parameters, "ids");
      return {
        results: Object.fromEntries(listOf(parameters.get("ids")).map((id) => [id, page])),
        statuses: {},
        errors: {},
      };
    case `/rest/organizations/${LINKEDIN_PAGE}`:
      only(parameters, "fields");
      return page;
    case "/rest/organizationalEntityShareStatistics":
      return pageStatistics("Share", parameters, simulation, now);
    case "/rest/organizationalEntityFollowerStatistics":
      return pageStatistics("Follower", parameters, simulation, now);
    case `/rest/networkSizes/urn:li:organization:${LINKEDIN_PAGE}`:
      only(parameters, "edgeType");
      return { firstDegreeSize: followers("linkedin", today(simulation, now)) };
    default:
      throw new LinkedInRefusal(404, "No such resource");
  }
}

/** Where a consent, and each renewal of it, is exchanged for a token (https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow). */
export const linkedinToken: Vendor = {
  answer(request, world): Answer {
    const form = new URLSearchParams(request.body);
    if (request.method !== "POST" || request.path !== "/oauth/v2/accessToken") return refuse(404);
    const refused = (error: string): Answer => ({ status: 400, body: { error, error_description: error } });
    const client = [form.get("client_id"), form.get("client_secret")].every(Boolean);
    if (!client) return { status: 401, body: { error: "invalid_client" } };
    const simulation = world.memory.simulation();
    const grant = form.get("grant_type");
    if (grant !== "refresh_token" && grant !== "authorization_code") return refused("unsupported_grant_type");
    const given =
      grant === "refresh_token" ? form.get("refresh_token") === LINKEDIN_REFRESH : Boolean(form.get("code"));
    if (!given || simulation.grantWithdrawn) return refused("invalid_grant");
    const token = `AQV${world.random()}`;
    const granted = { account: "linkedin", scope: "", expires: world.now + TOKEN_SECONDS * 1000 };
    world.memory.keep({ ...simulation, tokens: { ...simulation.tokens, [token]: granted } });
    const refresh = { refresh_token: LINKEDIN_REFRESH, refresh_token_expires_in: 31_536_000 };
    return {
      status: 200,
      body: { access_token: token, expires_in: TOKEN_SECONDS, ...refresh, scope: "r_ads_reporting" },
    };
  },
  problem: linkedinProblem,
  page: () => "",
};
