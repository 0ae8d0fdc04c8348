// The simulated Graph of Meta: the shop's ad account, its Facebook Page and its Instagram account.
import { insights } from "./meta-insights.ts";
import { fieldsOf, only, paged, picked, type Parameters } from "./meta-paging.ts";
import {
  invalid,
  metaBody,
  metaProblem,
  MetaRefusal,
  refusal,
  THROTTLED,
  TOKEN_REFUSED,
} from "./meta-problem.ts";
import { insightsOf, publicationsOf } from "./meta-social.ts";
import { followers } from "./shop-social.ts";
import { today, type Simulation } from "./simulation.ts";
import type { Answer, Vendor, VendorRequest, World } from "./vendor.ts";

/** The token of the system user, that of the Page, and the ids of what they open. */
export const META_TOKEN = "EAATverveineSystemUser0001";
export const PAGE_TOKEN = "EAATverveinePage0001";
export const AD_ACCOUNT = "1029384756";
export const PAGE_ID = "104857600031415";
export const INSTAGRAM_ID = "17841400027182818";

const VERSION = "/v25.0";
const LARGEST_BATCH = 50;
const HOUR_MS = 3_600_000;

export const meta: Vendor = {
  answer(request, world) {
    const simulation = world.memory.simulation();
    const left = simulation.quota.hour === Math.floor(world.now / HOUR_MS) ? simulation.quota.left : 100;
    const used = Math.max(0, 100 - left);
    const minutes = Math.ceil((HOUR_MS - (world.now % HOUR_MS)) / 60_000);
    const usage = [
      {
        type: "ads_insights",
        call_count: used,
        total_cputime: 3,
        total_time: 4,
        estimated_time_to_regain_access: left <= 0 ? minutes : 0,
      },
    ];
    const headers = { "x-business-use-case-usage": JSON.stringify({ [AD_ACCOUNT]: usage }) };
    const answer = left <= 0 ? { status: 400, body: metaBody(THROTTLED) } : answerOf(request, world);
    return { ...answer, headers };
  },
  problem: metaProblem,
  page: ({ method, path, body }) => (method === "POST" ? body : path.replace(/^[^?]*\?/, "")),
};

function answerOf(request: VendorRequest, world: World): Answer {
  try {
    const { pathname, searchParams } = new URL(request.path, "https://graph.facebook.com");
    const [, token = ""] = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    const simulation = world.memory.simulation();
    if (![META_TOKEN, PAGE_TOKEN].includes(token) || simulation.grantWithdrawn)
      throw new MetaRefusal(TOKEN_REFUSED);
    if (!pathname.startsWith(`${VERSION}/`))
      throw new MetaRefusal({ message: "Unsupported version", code: 2635 });
    const path = pathname.slice(VERSION.length + 1);
    if (request.method === "POST" && path === "") return batch(request, world);
    if (request.method !== "GET") throw new MetaRefusal({ message: "Unsupported request", code: 100 });
    return { status: 200, body: read(path, new Map(searchParams), token, simulation, world.now) };
  } catch (error) {
    if (error instanceof MetaRefusal) return refusal(error);
    throw error;
  }
}

function batch(request: VendorRequest, world: World): Answer {
  const { batch: asked = [] } = jsonOf(request.body) as {
    batch?: { method: string; relative_url: string }[];
  };
  if (!Array.isArray(asked) || asked.length === 0) invalid("batch parameter must be a JSON array.");
  if (asked.length > LARGEST_BATCH) invalid("Too many requests in batch message. Maximum batch size is 50");
  const answers = asked.map(({ method, relative_url: path }) => {
    const { status, body } = answerOf({ ...request, method, path: `/${path}`, body: "" }, world);
    return { code: status, body: JSON.stringify(body) };
  });
  return { status: 200, body: answers };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return invalid("The body is not JSON.");
  }
}

function read(
  path: string,
  parameters: Parameters,
  token: string,
  simulation: Simulation,
  now: number,
): unknown {
  const { currency, timeZone, propertyClosed } = simulation;
  const full = `${VERSION}/${path}`;
  const account = {
    account_id: AD_ACCOUNT,
    id: `act_${AD_ACCOUNT}`,
    name: "L'atelier Verveine",
    account_status: 1,
    currency,
    timezone_name: timeZone,
  };
  const page = {
    id: PAGE_ID,
    name: "L'atelier Verveine",
    access_token: PAGE_TOKEN,
    followers_count: followers("facebook", today(simulation, now)),
  };
  const profile = {
    id: INSTAGRAM_ID,
    username: "atelier.verveine",
    followers_count: followers("instagram", today(simulation, now)),
  };
  const [id = "", edge = ""] = path.split("/");
  if (path === "me/adaccounts")
    return list(
      [account],
      ["account_id", "name", "currency", "timezone_name", "account_status"],
      full,
      parameters,
    );
  if (path === "me/accounts") {
    const owner = { ...page, instagram_business_account: { id: profile.id, username: profile.username } };
    const other = { id: "104857600099999", name: "Une autre Page", access_token: "EAATother" };
    return list(
      [owner, other],
      ["id", "name", "access_token", "instagram_business_account{id,username}"],
      full,
      parameters,
    );
  }
  const object =
    id === account.id ? account : id === PAGE_ID ? page : id === INSTAGRAM_ID ? profile : undefined;
  if (!object || propertyClosed)
    throw new MetaRefusal({
      message: `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
      code: 100,
      error_subcode: 33,
      type: "GraphMethodException",
    });
  if (edge === "") {
    only(parameters, "fields");
    return { ...picked(fieldsOf(parameters, Object.keys(object)), object), id };
  }
  if (object === account && edge === "insights") return insights(full, parameters, simulation, now);
  if (object === page && edge === "insights") {
    if (token !== PAGE_TOKEN)
      throw new MetaRefusal({
        message: "(#190) This method must be called with a Page Access Token",
        code: 190,
      });
    return insightsOf("facebook", id, parameters, simulation, now);
  }
  if (object === page && edge === "published_posts")
    return publicationsOf("facebook", id, full, parameters, simulation, now);
  if (object === profile && edge === "insights")
    return insightsOf("instagram", id, parameters, simulation, now);
  if (object === profile && edge === "media")
    return publicationsOf("instagram", id, full, parameters, simulation, now);
  throw new MetaRefusal({ message: `(#100) Tried accessing nonexisting field (${edge})`, code: 100 });
}

function list(
  all: Record<string, unknown>[],
  known: string[],
  path: string,
  parameters: Parameters,
): unknown {
  only(parameters, "fields", "limit", "after");
  const fields = fieldsOf(parameters, known);
  return paged(
    all.map((one) => ({ ...picked(fields, one), id: one["id"] })),
    path,
    parameters,
    100,
  );
}
