// The words of the Status view, in French and in English.
import type { Words } from "../../shared/language.ts";

export const statusWords = {
  inThisSheet: { fr: "Dans ce classeur", en: "In this spreadsheet" },
  refreshedAt: { fr: "Chiffres actualisés", en: "Figures refreshed" },
  never: { fr: "jamais", en: "never" },
  rowsInSheet: { fr: "Lignes", en: "Rows" },
  automatic: { fr: "Actualisation automatique", en: "Automatic refresh" },
  automaticOff: {
    fr: "arrêtée\u00a0: actualisez à la main, ici ou par le menu",
    en: "off: refresh by hand, here or from the menu",
  },
  automaticWaiting: {
    fr: "toutes les heures environ, pas encore passée",
    en: "about every hour, not run yet",
  },
  automaticLast: { fr: "toutes les heures environ, dernière {when}", en: "about every hour, last {when}" },
  refreshNow: { fr: "Actualiser maintenant", en: "Refresh now" },
  refreshing: { fr: "Actualisation…", en: "Refreshing…" },

  sourceAges: { fr: "Âge des chiffres, par source", en: "Age of the figures, by source" },
  lastRuns: { fr: "Dernières synchronisations", en: "Last syncs" },
  noRun: { fr: "Aucune pour l'instant.", en: "None yet." },
  runOf: { fr: "{at}, {name}\u00a0:", en: "{at}, {name}:" },
  runOk: {
    fr: "{pages} pages, {rows} lignes, {duration}",
    en: "{pages} pages, {rows} rows, {duration}",
  },
  runRunning: {
    fr: "en cours, {done} étapes sur {total}, {rows} lignes",
    en: "under way, {done} of {total} steps, {rows} rows",
  },
  runRescheduled: {
    fr: "remise à plus tard après {rows} lignes",
    en: "put off after {rows} rows",
  },
  runAbandoned: { fr: "interrompue après {rows} lignes", en: "interrupted after {rows} rows" },
  disconnectedSource: { fr: "source déconnectée", en: "disconnected source" },

  workspace: { fr: "Espace de travail", en: "Workspace" },
  owner: { fr: "propriétaire", en: "owner" },
  member: { fr: "membre", en: "member" },
  reader: {
    fr: "Vous lisez les chiffres de cet espace. Pour y agir, demandez un code à son propriétaire.",
    en: "You read the figures of this workspace. To act in it, ask its owner for a code.",
  },
  members: { fr: "Membres", en: "Members" },
  takeOut: { fr: "Retirer", en: "Remove" },
  removeMember: { fr: "Retirer {email}", en: "Remove {email}" },
  removeMemberAsk: {
    fr: "{email} n'aura plus accès à cet espace, et ses propres classeurs n'en seront plus actualisés. Rien d'autre ne change.",
    en: "{email} will have no more access to this workspace, and their own spreadsheets will not be refreshed from it any more. Nothing else changes.",
  },
  memberRemoved: {
    fr: "{email} ne fait plus partie de l'espace.",
    en: "{email} is no longer in the workspace.",
  },
  invite: { fr: "Inviter quelqu'un", en: "Invite someone" },
  inviteHelp: {
    fr: "Donnez ce code à une seule personne. Il sert une fois, jusqu'au {expires}\u202f; elle le colle dans Sources, «\u00a0J'ai un code\u00a0», de son propre classeur.",
    en: "Give this code to one person. It works once, until {expires}; they paste it in Sources, “I have a code”, of their own spreadsheet.",
  },
  copy: { fr: "Copier", en: "Copy" },
  copied: { fr: "Code copié.", en: "Code copied." },
  rotate: { fr: "Renouveler la clé", en: "Renew the key" },
  rotateAsk: {
    fr: "La clé actuelle de ce classeur sera refusée aussitôt. Rien d'autre ne change.",
    en: "The current key of this spreadsheet will be refused at once. Nothing else changes.",
  },
  rotated: { fr: "Clé renouvelée.", en: "Key renewed." },
  leave: { fr: "Détacher ce classeur", en: "Detach this spreadsheet" },
  leaveAsk: {
    fr: "Les chiffres restent dans le classeur, mais ne seront plus actualisés. L'espace et ses sources ne changent pas.",
    en: "The figures stay in the spreadsheet, but will not be refreshed any more. The workspace and its sources do not change.",
  },
  confirm: { fr: "Confirmer", en: "Confirm" },
  version: { fr: "Boussole {version}", en: "Boussole {version}" },
} satisfies Readonly<Record<string, Words>>;
