// The words of the check of tags, in French and in English.
import type { Words } from "../../shared/language.ts";

export const utmWords = {
  utmTitle: { fr: "Suivi des campagnes (UTM)", en: "Campaign tags (UTM)" },
  utmOpen: { fr: "Vérifier les balises UTM", en: "Check the UTM tags" },
  utmDays: { fr: "Du {from} au {to}.", en: "From {from} to {to}." },
  utmNothing: {
    fr: "Aucune source ne compte encore de visites ni de clics payés\u00a0: rien à vérifier.",
    en: "No source counts visits or paid clicks yet: nothing to check.",
  },
  utmGood: { fr: "Bon", en: "Good" },
  utmWatch: { fr: "À corriger", en: "To mend" },
  utmUnknown: { fr: "Sans objet", en: "Not applicable" },

  unassignedTitle: { fr: "Visites sans canal", en: "Visits of no channel" },
  unassignedShare: {
    fr: "{share} des visites ({sessions} sur {all}) n'ont pas de canal. Au-delà de 5\u202f%, les totaux par canal ne disent plus tout.",
    en: "{share} of visits ({sessions} of {all}) have no channel. Above 5%, totals by channel no longer tell the whole.",
  },
  unassignedNone: { fr: "Aucune source ne compte de visites.", en: "No source counts visits." },
  unassignedDo: {
    fr: "Donnez à leurs liens une source et un support reconnus, ou changez leur canal dans les réglages de la source.",
    en: "Give their links a known source and medium, or change their channel in the settings of the source.",
  },

  spellingsTitle: { fr: "Un nom, plusieurs orthographes", en: "One name, several spellings" },
  spellingsNone: { fr: "Chaque nom s'écrit toujours pareil.", en: "Each name is always written alike." },
  spellingsSome: {
    fr: "Ces noms ne diffèrent que par la casse, les accents ou les espaces, et comptent pourtant à part. Gardez une seule orthographe.",
    en: "These names differ by case, accents or spaces only, and yet count apart. Keep one spelling.",
  },
  spellingOfCampaign: { fr: "campagne", en: "campaign" },
  spellingOfSource: { fr: "source", en: "source" },
  spellingOfMedium: { fr: "support", en: "medium" },

  untaggedTitle: { fr: "Clics payés sans visite", en: "Paid clicks without a visit" },
  untaggedNone: {
    fr: "Il faut une source qui compte les visites, et une régie qui compte les clics.",
    en: "This takes a source that counts visits, and an ad platform that counts clicks.",
  },
  untaggedChannel: {
    fr: "{channel}\u00a0: {clicks} clics payés, {sessions} visites ({missing} de moins).",
    en: "{channel}: {clicks} paid clicks, {sessions} visits ({missing} fewer).",
  },
  untaggedFine: {
    fr: "{channel}\u00a0: {clicks} clics payés, {sessions} visites.",
    en: "{channel}: {clicks} paid clicks, {sessions} visits.",
  },
  untaggedDo: {
    fr: "Jusqu'à 20\u202f% d'écart est habituel. Au-delà, ajoutez des balises UTM aux annonces de ces campagnes\u00a0:",
    en: "A gap of up to 20% is usual. Beyond it, add UTM tags to the ads of these campaigns:",
  },
  untaggedFew: { fr: "trop peu de clics pour en juger", en: "too few clicks to judge" },

  visitsCount: { fr: "{count} visites", en: "{count} visits" },
  clicksCount: { fr: "{count} clics", en: "{count} clicks" },
  noName: { fr: "(sans nom)", en: "(no name)" },
  countedBy: { fr: "compté par {name}", en: "counted by {name}" },
} satisfies Readonly<Record<string, Words>>;
