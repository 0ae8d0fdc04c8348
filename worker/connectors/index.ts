// The catalogue of connectors: a service is added by its file and one line here.
import type { Connector } from "../connector.ts";
import { brevo } from "./brevo.ts";
import { facebookPage } from "./facebook-page.ts";
import { ga4 } from "./ga4.ts";
import { googleAds } from "./google-ads.ts";
import { gsc } from "./gsc.ts";
import { hubspot } from "./hubspot.ts";
import { instagram } from "./instagram.ts";
import { linkedinAds } from "./linkedin-ads.ts";
import { linkedinPage } from "./linkedin-page.ts";
import { mautic } from "./mautic.ts";
import { metaAds } from "./meta-ads.ts";
import { range } from "./range.ts";
import { salesforce } from "./salesforce.ts";
import { stripe } from "./stripe.ts";

export const connectors: readonly Connector[] = [
  ga4,
  gsc,
  googleAds,
  metaAds,
  linkedinAds,
  facebookPage,
  instagram,
  linkedinPage,
  mautic,
  hubspot,
  salesforce,
  brevo,
  stripe,
];

/** One of these services, or a range of a spreadsheet. */
export function findConnector(name: string): Connector | undefined {
  return [...connectors, range].find((connector) => connector.name === name);
}
