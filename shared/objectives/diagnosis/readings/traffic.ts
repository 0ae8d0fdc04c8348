// Readings of traffic by channel: a tracking break, a mix effect, lost campaign tags.
import { figureOf } from "../../figure.ts";
import { channelName } from "../../channel-names.ts";
import { NOTABLE } from "../change.ts";
import { type Rate, ratesOf, scoreOf, scoreOfChange } from "./rates.ts";
import { figures, type Rule, signOf } from "./reading.ts";
import type { Segment } from "../../evidence.ts";

interface Pair {
  readonly before: Rate;
  readonly after: Rate;
}

/** The conversion rate of each channel in both periods. */
function conversions(segments: readonly Segment[]): Pair[] {
  const after = ratesOf(segments, "after", "conversions", "sessions");
  return ratesOf(segments, "before", "conversions", "sessions").flatMap((before) => {
    const same = after.find(({ channel }) => channel === before.channel);
    return same ? { before, after: same } : [];
  });
}

const UNTAGGED = new Set(["unknown", "unassigned"]);

export const traffic: readonly Rule[] = [
  {
    id: "I26",
    cause: "data",
    find: ({ subject, segments }) => {
      const [rate, sessions] = [subject("CR"), subject("SESSIONS")];
      const told = conversions(segments).filter(({ before }) => before.events >= 10);
      const all =
        told.length >= 2 && told.every((pair) => scoreOfChange(pair.before, pair.after) <= -NOTABLE);
      const held = rate && sessions && all && rate.way === "down" && sessions.way === "steady";
      return held ? [rate, sessions].map(figures) : null;
    },
    words: {
      fr: "La conversion chute dans tous les canaux à la fois, sans que les sessions bougent\u00a0: sans doute une mesure cassée.",
      en: "Conversion drops in every channel at once while sessions do not move: tracking is probably broken.",
    },
    test: {
      fr: "Vérifiez la balise de conversion et le bandeau de consentement, puis passez une commande d'essai.",
      en: "Check the conversion tag and the consent banner, then place a test order.",
    },
  },
  {
    id: "I27",
    cause: "channel",
    find: ({ subject, segments, mixShare }) => {
      const [rate, sessions] = [subject("CR"), subject("SESSIONS")];
      const pairs = conversions(segments);
      const flat = pairs.every(({ before, after }) => Math.abs(scoreOfChange(before, after)) < NOTABLE);
      const mixed = mixShare !== null && mixShare >= 0.5 && pairs.length >= 2 && flat;
      if (!rate || !sessions || !mixed || signOf(sessions) !== "up" || rate.way !== "down") return null;
      return [rate, sessions].map(figures);
    },
    words: {
      fr: "Les sessions montent, la conversion baisse, et chaque canal convertit comme avant\u00a0: c'est leur mélange qui a changé, rien n'est cassé.",
      en: "Sessions rise, conversion falls, and each channel converts as before: their mix changed, nothing broke.",
    },
    test: {
      fr: "Regardez quel canal a grossi, et s'il devait convertir.",
      en: "Look at which channel grew, and whether it was meant to convert.",
    },
  },
  {
    id: "I29",
    cause: "data",
    find: ({ segments }) => {
      const shares = (side: "before" | "after"): Rate[] => {
        const sessions = segments.map((segment) => segment[side]["sessions"] ?? 0);
        const all = sessions.reduce((total, one) => total + one, 0);
        return segments.flatMap(({ channel }, at) => {
          const events = sessions[at] ?? 0;
          return all > 0 ? { channel, events, base: all, rate: events / all } : [];
        });
      };
      const [was, is] = [shares("before"), shares("after")].map((list) =>
        list.find(({ channel }) => UNTAGGED.has(channel)),
      );
      if (!is || is.events === 0) return null;
      const old = was ?? { ...is, events: 0, rate: 0 };
      const pair = [
        { ...old, channel: "before" },
        { ...is, channel: "after" },
      ] as const;
      const risen = old.events < 10 ? is.events >= 20 : scoreOf(pair[1], pair) >= NOTABLE;
      // A tenth of a point is beyond chance on large sites, and means nothing.
      if (!risen || is.rate - old.rate < 0.01) return null;
      const say = (rate: number) => figureOf(rate, "rate", null);
      return [{ label: channelName(is.channel), before: say(old.rate), after: say(is.rate) }];
    },
    words: {
      fr: "La part du trafic sans origine connue monte\u00a0: des balises de campagne (UTM) se perdent.",
      en: "The share of traffic without a known origin rises: campaign tags (UTM) are being lost.",
    },
    test: {
      fr: "Vérifiez les liens des dernières campagnes et les redirections.",
      en: "Check the links of the latest campaigns, and redirects.",
    },
  },
];
