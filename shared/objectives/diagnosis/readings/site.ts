// Readings of the figures of a site: engagement, conversion, carts, tracking.
import { traffic } from "./traffic.ts";
import type { Rule } from "./reading.ts";

export const site: readonly Rule[] = [
  {
    id: "I3",
    cause: "friction",
    when: [[["BOUNCE_RATE", "up"]]],
    words: {
      fr: "Plus de visiteurs repartent aussitôt\u00a0: un problème de contenu ou d'expérience.",
      en: "More visitors leave at once: a problem of content or of experience.",
    },
    test: {
      fr: "Regardez par page d'entrée et par appareil, puis la vitesse de chargement.",
      en: "Look by landing page and by device, then at loading speed.",
    },
  },
  {
    id: "I25",
    cause: "friction",
    when: [
      [
        ["ADD_TO_CART_RATE", "steady"],
        ["CART_ABANDONMENT", "up"],
      ],
    ],
    words: {
      fr: "On remplit autant de paniers et on en abandonne plus\u00a0: un obstacle au paiement, ou un coût qui surprend.",
      en: "As many fill a cart and more abandon it: an obstacle at checkout, or a cost that surprises.",
    },
    test: {
      fr: "Suivez le tunnel étape par étape, en commençant par les frais de livraison.",
      en: "Follow the checkout step by step, delivery costs first.",
    },
  },
  {
    id: "I11",
    cause: "channel",
    when: [[["ORGANIC_TRAFFIC", "up"]]],
    words: {
      fr: "Le trafic naturel monte\u00a0: le référencement porte, le coût publicitaire peut baisser.",
      en: "Organic traffic rises: search optimisation works, advertising costs may fall.",
    },
    test: {
      fr: "Regardez si le coût par acquisition et la part du trafic payant baissent.",
      en: "Check whether the cost per acquisition and the share of paid traffic fall.",
    },
  },
  ...traffic,
];
