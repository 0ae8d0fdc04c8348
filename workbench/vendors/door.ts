// The one door of the simulated services: finds the vendor by its host, keeps a log, and fails on demand.
import { checkingCodes, withConsent } from "./consent.ts";
import { GOOGLE_CONSENT, LINKEDIN_CONSENT, nothingElse } from "./consent-services.ts";
import { brevo } from "./brevo.ts";
import { control } from "./control.ts";
import { meet, send, spoil, type Fault } from "./faults.ts";
import { ga4 } from "./ga4.ts";
import { googleAds } from "./google-ads.ts";
import { googleToken } from "./google-token.ts";
import { gsc } from "./gsc.ts";
import { hubspot } from "./hubspot.ts";
import { linkedin, linkedinToken } from "./linkedin.ts";
import { mautic, MAUTIC_HOST } from "./mautic.ts";
import { meta } from "./meta.ts";
import { salesforce, SALESFORCE_HOST } from "./salesforce.ts";
import { stripe } from "./stripe.ts";
import type { Vendor, VendorRequest, World } from "./vendor.ts";

const VENDORS = new Map<string, Vendor>([
  ["analyticsdata.googleapis.com", ga4],
  ["oauth2.googleapis.com", googleToken],
  ["www.googleapis.com", gsc],
  [MAUTIC_HOST, mautic],
  ["api.hubapi.com", hubspot],
  [SALESFORCE_HOST, salesforce],
  ["api.brevo.com", brevo],
  ["api.stripe.com", stripe],
  ["googleads.googleapis.com", googleAds],
  ["graph.facebook.com", meta],
  ["api.linkedin.com", linkedin],
  ["www.linkedin.com", withConsent(LINKEDIN_CONSENT, checkingCodes(linkedinToken))],
  ["accounts.google.com", withConsent(GOOGLE_CONSENT, nothingElse)],
]);
const OWN = "-";
const LONGEST_BODY = 1_000_000;

/**
 * Answers `/vendors/<vendor-host>/<path>` as that vendor would, and `/vendors/-/<path>` about the simulation itself.
 * A vendor that is not simulated answers 501.
 */
export async function handleVendor(request: Request, world: World): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const [, host = "", path = "/"] = /^\/vendors\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
  const body = await request.text();
  if (body.length > LONGEST_BODY) return send({ status: 413, body: { error: "Too large." } });
  const asked: VendorRequest = {
    method: request.method,
    path: path + search,
    headers: request.headers,
    body,
  };
  if (host === OWN)
    return fromElsewhere(request) ? send({ status: 403, body: {} }) : send(control(asked, world));

  const vendor = VENDORS.get(host);
  if (!vendor) return send({ status: 501, body: { error: `${host} is not simulated.` } });
  const fault = nextFault(host + path, world);
  const answer = await vendor.answer(asked, world);
  const spoilt = fault ? spoil(answer, fault, vendor) : answer;
  const at = new Date(world.now).toISOString();
  world.memory.note({
    at,
    method: asked.method,
    path: `${host}${path}`,
    page: vendor.page(asked),
    status: spoilt.status,
  });
  return send(spoilt, fault);
}

/** Whether another site's page sent this: the simulation is only changed from this machine's own pages and tools. */
function fromElsewhere({ headers }: Request): boolean {
  return !["same-origin", "none", null].includes(headers.get("sec-fetch-site"));
}

function nextFault(target: string, { memory }: World): Fault | undefined {
  const simulation = memory.simulation();
  const { fault, faults } = meet(simulation.faults, target);
  if (faults.length > 0) memory.keep({ ...simulation, faults });
  return fault;
}
