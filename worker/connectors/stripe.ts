// Stripe: what is paid, given back and disputed, and who subscribes, with a restricted key (https://docs.stripe.com/keys/restricted-api-keys).
import * as z from "zod";
import type { Connector } from "../connector.ts";
import { isTimeZone } from "../plan.ts";
import { nothing } from "./reading.ts";
import { customers } from "./stripe-customers.ts";
import { currencyOf, listRequest, readList } from "./stripe-list.ts";
import { payments } from "./stripe-payments.ts";
import { standing } from "./stripe-standing.ts";

/** A restricted key may not read the account, which would tell its zone. */
function zoneOf({ timeZone }: { readonly [name: string]: string }): string {
  return timeZone?.trim() || "Europe/Paris";
}

export const stripe: Connector = {
  name: "stripe",
  label: { fr: "Stripe", en: "Stripe" },
  gives: {
    fr: "Paiements nets des remboursements et litiges par jour, clients abonnés gagnés et perdus, MRR.",
    en: "Payments less refunds and disputes by day, subscribing customers won and lost, MRR.",
  },
  settings: [
    {
      name: "currency",
      kind: "text",
      label: { fr: "Devise du solde", en: "Currency of the balance" },
      help: {
        fr: "Trois lettres, par exemple EUR. Pour deux devises, connectez Stripe deux fois.",
        en: "Three letters, for example EUR. For two currencies, connect Stripe twice.",
      },
    },
    {
      name: "timeZone",
      kind: "text",
      optional: true,
      label: { fr: "Fuseau horaire", en: "Time zone" },
      help: {
        fr: "Celui des jours à compter, comme dans Stripe. Europe/Paris sauf indication contraire.",
        en: "Of the days to count, as in Stripe. Europe/Paris unless told otherwise.",
      },
    },
  ],
  credentials: [
    {
      name: "apiKey",
      kind: "secret",
      label: { fr: "Clé restreinte", en: "Restricted key" },
      help: {
        fr: "Elle commence par «\u00a0rk_\u00a0» et lit le solde, les clients et les abonnements.",
        en: "It begins with “rk_” and reads the balance, customers and subscriptions.",
      },
    },
  ],
  checkSettings: (settings) => /^[A-Z]{3}$/.test(currencyOf(settings)) && isTimeZone(zoneOf(settings)),
  account: currencyOf,
  authorization: { kind: "key", field: "apiKey", headers: (key) => ({ authorization: `Bearer ${key}` }) },
  hosts: ["api.stripe.com"],
  check: {
    request: (_page, settings) =>
      listRequest(
        "balance_transactions",
        [
          ["limit", "1"],
          ["currency", currencyOf(settings).toLowerCase()],
        ],
        null,
      ),
    read: (answer, _page, settings) => {
      readList(answer, z.object({ id: z.string() }));
      const unit = { currency: currencyOf(settings), timeZone: zoneOf(settings) };
      return { ...nothing, unit };
    },
  },
  streams: [payments, customers, standing],
  errors: [
    { status: 401, code: "credentials_refused" },
    { status: 403, code: "access_denied" },
    // The row to go on from is gone: https://docs.stripe.com/error-codes
    { status: 400, says: /resource_missing/, code: "cursor_expired" },
    { status: 400, code: "request_refused" },
    { status: 404, code: "request_refused" },
    { status: 429, code: "rate_limited" },
  ],
};
