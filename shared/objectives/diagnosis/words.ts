// What to look at first when a KPI moved: one or two sentences that name the channel or the factor that moved most.
import type { Kpi } from "../../kpi.ts";
import type { Words } from "../../language.ts";
import type { Diagnosis } from "../assessment.ts";
import { channelName } from "../channel-names.ts";
import { figureOf } from "../figure.ts";
import { fill } from "../rules/rule.ts";

const MAIN = {
  up: {
    fr: "De {before} à {after}\u00a0: une hausse de {size}{chance}.",
    en: "From {before} to {after}: a rise of {size}{chance}.",
  },
  down: {
    fr: "De {before} à {after}\u00a0: une baisse de {size}{chance}.",
    en: "From {before} to {after}: a fall of {size}{chance}.",
  },
  same: { fr: "{after}, comme avant.", en: "{after}, as before." },
  unread: {
    fr: "L'une des deux périodes n'a pas été lue\u00a0: il n'y a rien à comparer.",
    en: "One of the two periods was not read: there is nothing to compare.",
  },
} satisfies Readonly<Record<string, Words>>;

const CHANCE: Words = {
  fr: ", qui ne se distingue pas du hasard",
  en: ", which cannot be told from chance",
};

const WHERE = {
  channel: {
    fr: "{channel} en fait la plus grande part ({effect}).",
    en: "{channel} makes the largest part of it ({effect}).",
  },
  mix: {
    fr: "C'est surtout le mélange des canaux qui a changé, {channel} en tête ({effect}).",
    en: "It is mostly the mix of channels that changed, {channel} first ({effect}).",
  },
  factor: {
    fr: "Le facteur qui compte le plus\u00a0: {factor} ({effect}).",
    en: "The factor that counts most: {factor} ({effect}).",
  },
} satisfies Readonly<Record<string, Words>>;

/** A difference between two values of a KPI: of two rates, in points: a percentage would read as a relative change. */
export function differenceInWords(
  value: number,
  { unit }: Pick<Kpi, "unit">,
  currency: string | null,
): Words {
  return unit === "rate" ? figureOf(100 * value, "points", null) : figureOf(value, unit, currency);
}

export function diagnosisWords(
  kpi: Kpi,
  currency: string | null,
  found: {
    readonly before: number | null;
    readonly after: number | null;
    readonly significant: boolean | null;
    readonly mixShare: number | null;
  } & Pick<Diagnosis, "channels" | "factors">,
): Words {
  const { before, after, significant, channels, factors, mixShare } = found;
  if (before === null || after === null) return MAIN.unread;
  const figure = (value: number): Words => figureOf(value, kpi.unit, currency);
  const gap = after - before;
  const size = differenceInWords(Math.abs(gap), kpi, currency);
  const holes = { before: figure(before), after: figure(after), size, chance: significant ? "" : CHANCE };
  if (gap === 0) return fill(MAIN.same, holes);
  const main = fill(gap > 0 ? MAIN.up : MAIN.down, holes);
  const signed = (value: number): Words => {
    const words = differenceInWords(Math.abs(value), kpi, currency);
    const sign = value < 0 ? "−" : "+";
    return { fr: sign + words.fr, en: sign + words.en };
  };
  const mixed = mixShare !== null && mixShare >= 0.5;
  const effects = channels.map(({ channel, mix, rate }) => ({ channel, effect: mixed ? mix : mix + rate }));
  const most = largest(effects, gap);
  const factor = largest(factors, gap);
  const where =
    most &&
    fill(mixed ? WHERE.mix : WHERE.channel, {
      channel: channelName(most.channel),
      effect: signed(most.effect),
    });
  const along = factor && fill(WHERE.factor, { factor: factor.label, effect: signed(factor.effect) });
  const said = [main, channels.length > 1 ? where : undefined, along].filter(
    (words): words is Words => !!words,
  );
  return { fr: said.map(({ fr }) => fr).join(" "), en: said.map(({ en }) => en).join(" ") };
}

/** The part that goes furthest in the direction of the change; undefined where none does. */
function largest<P extends { readonly effect: number }>(parts: readonly P[], gap: number): P | undefined {
  const way = Math.sign(gap);
  return parts.reduce<P | undefined>(
    (found, part) => (part.effect * way > (found ? found.effect * way : 0) ? part : found),
    undefined,
  );
}
