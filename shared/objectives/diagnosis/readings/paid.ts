// Readings of advertising figures: costs, clicks, saturation.
import type { Rule } from "./reading.ts";
import { figures, signOf } from "./reading.ts";

export const paid: readonly Rule[] = [
  {
    id: "I2",
    cause: "targeting",
    when: [[["CAC", "up"]]],
    words: {
      fr: "Un client coûte plus cher à acquérir\u00a0: le ciblage ou la segmentation dérive.",
      en: "A customer costs more to acquire: targeting or segmentation is drifting.",
    },
    test: {
      fr: "Comparez le coût d'acquisition par canal et par segment, et trouvez celui qui a bougé.",
      en: "Compare the acquisition cost by channel and by segment, and find the one that moved.",
    },
  },
  {
    id: "I14",
    cause: "budget",
    find: ({ subject }) => {
      const [spend, cost] = [subject("spend"), subject("CPA") ?? subject("CPL")];
      const volume = cost && subject(cost.kpi === "CPL" ? "leads" : "new_customers");
      if (!spend || !cost || !volume) return null;
      const held = signOf(spend) === "up" && signOf(cost) === "up" && volume.way !== "up";
      return held ? [spend, cost, volume].map(figures) : null;
    },
    words: {
      fr: "Le budget monte, le coût aussi, le volume ne suit pas\u00a0: plus d'argent ne corrigera pas un problème de structure.",
      en: "The budget rises, the cost too, the volume does not follow: more money will not fix a structural problem.",
    },
    test: {
      fr: "Arrêtez la hausse du budget et corrigez d'abord la conversion.",
      en: "Stop raising the budget and fix conversion first.",
    },
  },
  {
    id: "I19",
    cause: "message",
    when: [
      [
        ["CTR", "up"],
        ["CR", "down"],
      ],
    ],
    words: {
      fr: "L'annonce attire, la page ne convertit pas\u00a0: elle ne tient pas la promesse de l'annonce.",
      en: "The ad attracts, the page does not convert: it does not keep the promise of the ad.",
    },
    test: {
      fr: "Mettez l'annonce et la page côte à côte, puis testez le formulaire.",
      en: "Put the ad and the page side by side, then test the form.",
    },
  },
  {
    id: "I20",
    cause: "message",
    when: [
      [
        ["CTR", "down"],
        ["CPM", "steady"],
      ],
    ],
    words: {
      fr: "On clique moins au même prix d'affichage\u00a0: la création ou l'audience ne convient plus.",
      en: "Fewer click at the same price of display: the creative or the audience no longer fits.",
    },
    test: {
      fr: "Lancez une nouvelle création sur la même audience, puis l'inverse.",
      en: "Run a new creative on the same audience, then the other way round.",
    },
  },
  {
    id: "I21",
    cause: "budget",
    when: [
      [
        ["CPM", "up"],
        ["CTR", "steady"],
      ],
    ],
    words: {
      fr: "L'affichage coûte plus cher, les clics ne changent pas\u00a0: enchères plus disputées ou audience saturée.",
      en: "Display costs more, clicks do not change: tougher auctions, or a saturated audience.",
    },
    test: {
      fr: "Regardez la répétition et la portée\u00a0; élargissez l'audience si elles plafonnent.",
      en: "Look at frequency and reach; widen the audience if they have levelled off.",
    },
  },
  {
    id: "I22",
    cause: "message",
    when: [
      [
        ["AD_FREQUENCY", "up"],
        ["CTR", "down"],
      ],
    ],
    words: {
      fr: "Les mêmes personnes revoient l'annonce et cliquent moins\u00a0: elles s'en lassent.",
      en: "The same people see the ad again and click less: they are tired of it.",
    },
    test: {
      fr: "Changez de création, ou limitez la répétition par personne.",
      en: "Rotate the creative, or cap how often one person sees it.",
    },
  },
  {
    id: "I28",
    cause: "data",
    when: [
      [
        ["ROAS", "up"],
        ["MER", "steady"],
      ],
    ],
    words: {
      fr: "Les plateformes annoncent plus de ventes, l'entreprise n'en voit pas plus\u00a0: l'attribution s'approprie une demande qui existait.",
      en: "Platforms claim more sales, the company sees no more: attribution takes credit for demand that was there.",
    },
    test: {
      fr: "Coupez une campagne dans une région pendant deux semaines et mesurez l'écart.",
      en: "Switch one campaign off in one region for two weeks and measure the difference.",
    },
  },
];
