// Readings of the figures of social networks and content.
import type { Rule } from "./reading.ts";

export const social: readonly Rule[] = [
  {
    id: "I4",
    cause: "message",
    when: [[["ENGAGEMENT_RATE", "down"]]],
    words: {
      fr: "L'engagement baisse\u00a0: revoyez les contenus, ou les canaux.",
      en: "Engagement falls: review the content, or the channels.",
    },
    test: {
      fr: "Comparez par format et par réseau, et gardez ce qui fait réagir.",
      en: "Compare by format and by network, and keep what gets reactions.",
    },
  },
  {
    id: "I5",
    cause: "message",
    when: [
      [
        ["CTR", "up"],
        ["SHARES", "up"],
      ],
    ],
    words: {
      fr: "Clics et partages montent ensemble\u00a0: vous avez trouvé ce que votre audience préfère.",
      en: "Clicks and shares rise together: you found what your audience prefers.",
    },
    test: {
      fr: "Produisez-en davantage et vérifiez que l'effet dure.",
      en: "Produce more of it and check that the effect lasts.",
    },
  },
  {
    id: "I10",
    cause: "message",
    when: [[["ENGAGEMENT_RATE", "up"]]],
    words: {
      fr: "L'engagement monte\u00a0: le message touche son public.",
      en: "Engagement rises: the message is relevant to its audience.",
    },
    test: {
      fr: "Vérifiez que le taux de conversion des réseaux sociaux suit.",
      en: "Check that the conversion rate of social networks follows.",
    },
  },
];
