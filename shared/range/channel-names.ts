// What channels are called in spreadsheets and exports, in French and in English.
import { fold, type Words } from "../language.ts";

export const channelNames = {
  paid_search: { fr: "recherche payante", en: "paid search" },
  paid_social: { fr: "réseaux sociaux payants", en: "paid social" },
  organic_search: { fr: "recherche organique", en: "organic search" },
  organic_social: { fr: "réseaux sociaux", en: "organic social" },
  email: { fr: "e-mail", en: "e-mail" },
  direct: { fr: "direct", en: "direct" },
  referral: { fr: "sites référents", en: "referral" },
  display: { fr: "display", en: "display" },
  video: { fr: "vidéo", en: "video" },
  affiliate: { fr: "affiliation", en: "affiliates" },
  other: { fr: "autre", en: "other" },
  unknown: { fr: "inconnu", en: "unknown" },
} satisfies Record<string, Words>;

export type ChannelName = keyof typeof channelNames;

const FURTHER: Readonly<Partial<Record<ChannelName, readonly string[]>>> = {
  paid_search: ["sea", "google ads", "adwords", "bing ads", "microsoft ads", "search ads", "cpc", "ppc"],
  paid_social: [
    "social ads",
    "meta ads",
    "facebook ads",
    "instagram ads",
    "linkedin ads",
    "tiktok ads",
    "meta",
  ],
  organic_search: ["seo", "référencement naturel", "google", "organic"],
  organic_social: ["social", "facebook", "instagram", "linkedin", "réseaux sociaux organiques"],
  email: ["emailing", "e-mailing", "emails", "newsletter", "mail"],
  direct: ["accès direct"],
  referral: ["referrals", "référent", "sites affluents"],
  display: ["bannières", "programmatique", "programmatic", "retargeting"],
  video: ["youtube", "paid video", "youtube ads"],
  affiliate: ["affiliate", "affiliés", "affilié"],
  other: ["autres", "divers", "offline", "hors ligne"],
  unknown: ["unassigned", "non attribué"],
};

const byName = new Map(
  (Object.keys(channelNames) as ChannelName[]).flatMap((name) =>
    [name, channelNames[name].fr, channelNames[name].en, ...(FURTHER[name] ?? [])].map(
      (known) => [fold(known), name] as const,
    ),
  ),
);

export function isChannel(name: string): name is ChannelName {
  return name in channelNames;
}

/** The channel that a cell names: `other` where the name is not known, `unknown` where there is none. */
export function channelIn(text: string): ChannelName {
  const name = fold(text);
  return name === "" ? "unknown" : (byName.get(name) ?? "other");
}
