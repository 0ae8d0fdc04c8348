// The accounts of Google Ads that someone may read: their own, and the clients of their manager accounts.
import * as z from "zod";
import type { AccountList } from "../accounts.ts";
import type { Settings } from "../connector.ts";
import { understand } from "./reading.ts";

export const VERSION = "v25";
export const API = `https://googleads.googleapis.com/${VERSION}`;

const digits = (text: string): string => text.replaceAll(/[-\s]/g, "");

/**
 * The account to read and the manager account that opens it, if any, each in ten digits: a choice of the list is written
 * `account/manager`, and the manager may be given apart.
 */
export function accountOf({ customer = "", manager = "" }: Settings): { customer: string; manager: string } {
  const [own = "", through = manager] = customer.split("/");
  return { customer: digits(own), manager: digits(through) };
}

const QUERY =
  "SELECT customer_client.id, customer_client.descriptive_name, customer_client.manager, customer_client.currency_code, customer_client.time_zone FROM customer_client";
const Accessible = z.object({ resourceNames: z.array(z.string()).default([]) });
const Clients = z.object({
  results: z
    .array(
      z.object({
        customerClient: z.object({
          id: z.string(),
          descriptiveName: z.string().default(""),
          manager: z.boolean().default(false),
          currencyCode: z.string().nullish(),
          timeZone: z.string().nullish(),
        }),
      }),
    )
    .default([]),
  nextPageToken: z.string().nullish(),
});

/** The accounts that are open at once, then the clients of each: the token is those still to ask, and a place in the first. */
export const accounts: AccountList = {
  setting: "customer",
  request: (token) => {
    if (token === null) return { method: "GET", url: `${API}/customers:listAccessibleCustomers` };
    const [first = "", pageToken = ""] = (token.split(",")[0] ?? "").split(" ");
    return {
      method: "POST",
      url: `${API}/customers/${first}/googleAds:search`,
      headers: { "login-customer-id": first },
      json: { query: QUERY, ...(pageToken !== "" && { pageToken }) },
    };
  },
  read: ({ status, body }, _settings, token) => {
    if (token === null) {
      const { resourceNames } = understand(Accessible, body);
      return { accounts: [], next: resourceNames.map(digitsOfName).join(",") || null };
    }
    const [first = "", ...others] = token.split(",");
    const root = first.split(" ")[0] ?? "";
    const data = understand(Clients, status === 200 ? body : {});
    const left = data.nextPageToken ? [`${root} ${data.nextPageToken}`, ...others] : others;
    return {
      // Managers hold accounts, not campaigns.
      accounts: data.results
        .filter(({ customerClient }) => !customerClient.manager)
        .map(({ customerClient: { id, descriptiveName, currencyCode, timeZone } }) => ({
          id: id === root ? id : `${id}/${root}`,
          name: descriptiveName || id,
          ...(timeZone && { unit: { currency: currencyCode ?? null, timeZone } }),
        })),
      next: left.join(",") || null,
    };
  },
  closed: ({ status, body }) => status === 403 && JSON.stringify(body).includes("CUSTOMER_NOT_ENABLED"),
};

function digitsOfName(name: string): string {
  return name.replace("customers/", "");
}
