// Readings of how channels differ from one another over the last period.
import type { KpiUnit } from "../../../kpi.ts";
import type { Words } from "../../../language.ts";
import { channelName } from "../../channel-names.ts";
import { figureOf } from "../../figure.ts";
import type { Seen } from "../seen.ts";
import { furthest, type Rate, rateOfOthers, ratesOf } from "./rates.ts";
import type { Evidence, Rule } from "./reading.ts";

const OTHERS: Words = { fr: "les autres canaux", en: "the other channels" };

/** A channel beside the others over the last period: `before` is theirs, `after` its own. */
function beside(one: Rate, all: readonly Rate[], say: (rate: number) => Words): Evidence[number] {
  const [name, others] = [channelName(one.channel), rateOfOthers(one, all)];
  return {
    label: { fr: `${OTHERS.fr}, puis ${name.fr}`, en: `${OTHERS.en}, then ${name.en}` },
    before: say(others),
    after: say(one.rate),
  };
}

/** Costs per event are the inverse of events per unit of money: the dearest channel brings least for its money. */
function costsOf(seen: Seen, events: string): { rates: Rate[]; say: (rate: number) => Words } {
  const say = (rate: number): Words => figureOf(1 / rate, "money", seen.currency);
  return { rates: ratesOf(seen.segments, "after", events, "spend"), say };
}

function sharesOf(unit: KpiUnit): (rate: number) => Words {
  return (rate) => figureOf(rate, unit, null);
}

export const channels: readonly Rule[] = [
  {
    id: "I7",
    cause: "budget",
    find: ({ segments }) => {
      const rates = ratesOf(segments, "after", "conversions", "sessions");
      const best = furthest(rates, "above");
      return best ? [beside(best, rates, sharesOf("rate"))] : null;
    },
    words: {
      fr: "Un contenu ou un canal convertit nettement mieux que les autres\u00a0: il mérite davantage.",
      en: "One content or channel converts clearly better than the others: it deserves more.",
    },
    test: {
      fr: "Faites un test A/B avant de déplacer de l'argent.",
      en: "Run an A/B test before moving money.",
    },
  },
  {
    id: "I8",
    cause: "budget",
    find: (seen) => {
      const { rates, say } = costsOf(seen, "new_customers");
      const dearest = furthest(rates, "below");
      return dearest ? [beside(dearest, rates, say)] : null;
    },
    words: {
      fr: "Un canal acquiert nettement plus cher que les autres\u00a0: y réduire, réinvestir ailleurs.",
      en: "One channel acquires at a clearly higher cost than the others: spend less there, reinvest elsewhere.",
    },
    test: {
      fr: "Regardez le coût du dernier euro dépensé, pas le coût moyen.",
      en: "Look at what the last euro spent costs, not at the average cost.",
    },
  },
  {
    id: "I12",
    cause: "budget",
    find: (seen) => {
      const { rates, say } = costsOf(seen, "leads");
      const [best, worst] = [furthest(rates, "above"), furthest(rates, "below")];
      const found = [best, worst].filter((rate): rate is Rate => rate !== undefined);
      return found.length > 0 ? found.map((rate) => beside(rate, rates, say)) : null;
    },
    words: {
      fr: "Les canaux n'ont pas le même coût par lead\u00a0: ils peuvent être classés.",
      en: "Channels do not have the same cost per lead: they can be ranked.",
    },
    test: {
      fr: "Regardez la proposition de répartition du budget, puis déplacez peu et mesurez.",
      en: "Look at the suggested split of the budget, then move a little and measure.",
    },
  },
];
