// What the columns of exports and hand-made tables are called, in French and in English.
import { dimensions } from "../dimensions.ts";
import type { Words } from "../language.ts";
import { metricNamed } from "../metrics.ts";
import type { Part } from "./mapping.ts";

/** By what a column is. */
export const HEADERS: Readonly<Record<Part, readonly string[]>> = {
  date: [
    ...namesOf(dimensions.date),
    "horodateur",
    "timestamp",
    "submitted at",
    "submit date",
    "created at",
    "date de création",
    "mois",
    "month",
    "date de commande",
    "order date",
    "date de réponse",
    "date d'envoi",
    "date de la réponse",
    "paid at",
  ],
  channel: [
    ...namesOf(dimensions.channel),
    "canal marketing",
    "levier",
    "support",
    "channel group",
    "medium",
  ],
  campaign: [...namesOf(dimensions.campaign), "utm campaign", "nom campagne", "campagnes", "campaigns"],
  source: [...namesOf(dimensions.source), "utm source", "provenance", "régie", "platform", "plateforme"],
  account: [...namesOf(dimensions.account), "compte publicitaire", "ad account"],
  currency: [...namesOf(dimensions.currency), "currency code", "code devise", "monnaie"],
  score: [...namesOf(metricNamed("scores")), "nps score", "score nps", "note nps", "note sur 10"],
  order: [
    "commande",
    "numéro de commande",
    "n de commande",
    "no de commande",
    "id commande",
    "référence commande",
    "order",
    "order id",
    "order number",
    "order no",
    "transaction id",
    "id transaction",
    "référence",
  ],
  customer: [
    "client",
    "id client",
    "identifiant client",
    "numéro client",
    "code client",
    "e mail",
    "email",
    "courriel",
    "customer",
    "customer id",
    "customer email",
    "user id",
    "acheteur",
    "buyer",
    "email client",
    "adresse e mail",
  ],
};
/** What the amount of an order is called. */
export const AMOUNTS = [
  "montant",
  "montant ttc",
  "montant ht",
  "total",
  "total ttc",
  "total ht",
  "prix",
  "valeur",
  "amount",
  "order total",
  "price",
  "value",
  "subtotal",
  "net amount",
];
/** The names that a dimension or a metric goes by. */
export function namesOf({
  label,
  headers = [],
}: {
  readonly label: Words;
  readonly headers?: readonly string[];
}): string[] {
  return [label.fr, label.en, ...headers];
}
