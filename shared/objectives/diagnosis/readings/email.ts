// Readings of e-mail figures.
import type { Rule } from "./reading.ts";

export const email: readonly Rule[] = [
  {
    id: "I1",
    cause: "message",
    when: [
      [
        ["OPEN_RATE", "up"],
        ["EMAIL_CTR", "down"],
      ],
      [
        ["OPEN_RATE", "up"],
        ["CTOR", "down"],
      ],
    ],
    words: {
      fr: "On ouvre beaucoup, on clique peu\u00a0: le contenu ne tient pas la promesse de l'objet.",
      en: "Many open, few click: the content does not keep the promise of the subject line.",
    },
    test: {
      fr: "Revoyez l'appel à l'action, l'offre et le segment, puis comparez deux contenus en test A/B.",
      en: "Review the call to action, the offer and the segment, then compare two contents in an A/B test.",
    },
  },
  {
    id: "I15",
    cause: "message",
    when: [
      [
        ["OPEN_RATE", "down"],
        ["DELIVERY_RATE", "steady"],
      ],
    ],
    words: {
      fr: "On ouvre moins alors que les e-mails arrivent\u00a0: objet, expéditeur, heure d'envoi ou lassitude de la liste.",
      en: "Fewer open although the e-mails arrive: subject line, sender, time of sending, or a tired list.",
    },
    test: {
      fr: "Comparez deux objets en test A/B sur une part de la liste.",
      en: "Compare two subject lines in an A/B test on part of the list.",
    },
  },
  {
    id: "I16",
    cause: "data",
    when: [[["EMAIL_BOUNCE_RATE", "up"]], [["DELIVERY_RATE", "down"]]],
    words: {
      fr: "Plus d'e-mails sont rejetés\u00a0: hygiène de la liste, ou authentification du domaine.",
      en: "More e-mails bounce: the hygiene of the list, or the authentication of the domain.",
    },
    test: {
      fr: "Séparez rejets définitifs et temporaires, puis regardez par domaine de messagerie.",
      en: "Tell hard bounces from soft ones, then look by mailbox domain.",
    },
  },
  {
    id: "I17",
    cause: "data",
    when: [
      [
        ["OPEN_RATE", "up"],
        ["EMAIL_CTR", "steady"],
      ],
    ],
    words: {
      fr: "Les ouvertures montent sans plus de clics\u00a0: sans doute des machines qui ouvrent (protection d'Apple, antivirus).",
      en: "Opens rise without more clicks: probably machines opening (Apple's protection, virus scanners).",
    },
    test: {
      fr: "Retirez les ouvertures automatiques si votre outil les distingue, et jugez sur les clics.",
      en: "Take automatic opens out if your tool tells them apart, and judge by clicks.",
    },
  },
  {
    id: "I18",
    cause: "targeting",
    when: [[["UNSUB_RATE", "up"]], [["COMPLAINT_RATE", "up"]]],
    words: {
      fr: "Plus de désabonnements ou de plaintes\u00a0: trop d'envois, ou des envois qui ne concernent pas ceux qui les reçoivent.",
      en: "More unsubscribes or complaints: too many e-mails, or e-mails that do not concern those who get them.",
    },
    test: {
      fr: "Regardez par fréquence d'envoi et par segment, et allégez le plus sollicité.",
      en: "Look by frequency and by segment, and send less to the one that gets most.",
    },
  },
];
