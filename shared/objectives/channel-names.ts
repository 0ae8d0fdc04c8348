// The channels that sources tell apart, as people call them; a channel of another name is shown as it is.
import type { Words } from "../language.ts";

export const channelNames: Readonly<Record<string, Words>> = {
  paid_search: { fr: "Recherche payante", en: "Paid search" },
  paid_social: { fr: "Réseaux sociaux payants", en: "Paid social" },
  organic_search: { fr: "Recherche naturelle", en: "Organic search" },
  organic_social: { fr: "Réseaux sociaux", en: "Organic social" },
  email: { fr: "E-mail", en: "E-mail" },
  direct: { fr: "Accès direct", en: "Direct" },
  referral: { fr: "Sites référents", en: "Referral" },
  display: { fr: "Bannières", en: "Display" },
  video: { fr: "Vidéo", en: "Video" },
  affiliate: { fr: "Affiliation", en: "Affiliates" },
  other: { fr: "Autre", en: "Other" },
  unknown: { fr: "Inconnu", en: "Unknown" },
};

export function channelName(channel: string): Words {
  return channelNames[channel] ?? { fr: channel, en: channel };
}
