// The words of connecting a source and of changing it, in French and in English.
import type { Words } from "../../shared/language.ts";

export const connectingWords = {
  searchService: { fr: "Chercher un service", en: "Search for a service" },
  servicesFound: { fr: "{count} services", en: "{count} services" },
  serviceFoundOne: { fr: "1 service", en: "1 service" },
  noServiceFound: { fr: "Aucun service pour «\u00a0{query}\u00a0».", en: "No service for “{query}”." },
  allServices: { fr: "Tous les services", en: "All services" },
  connectedTimes: { fr: "déjà connecté", en: "already connected" },
  groupWeb: { fr: "Site web", en: "Website" },
  groupAdvertising: { fr: "Publicité", en: "Advertising" },
  groupSocial: { fr: "Réseaux sociaux", en: "Social networks" },
  groupEmail: { fr: "E-mail et automatisation", en: "E-mail and automation" },
  groupCrm: { fr: "CRM et ventes", en: "CRM and sales" },
  groupSales: { fr: "Paiements", en: "Payments" },
  groupOther: { fr: "Autres", en: "Others" },

  settingsOf: { fr: "Réglages de {name}", en: "Settings of {name}" },
  optionalField: { fr: "facultatif", en: "optional" },
  wayIn: { fr: "Accès au service", en: "Access to the service" },
  byConsent: { fr: "Par mon accord, sur la page du service", en: "By my consent, on the service's page" },
  byFields: { fr: "Avec\u00a0: {fields}", en: "With: {fields}" },
  keepAccess: { fr: "Garder l'accès actuel", en: "Keep the present access" },
  wantWay: { fr: "Donnez d'abord votre accord.", en: "Give your consent first." },
  dropFile: { fr: "Vous pouvez aussi le déposer ici.", en: "You may also drop it here." },
  fileRead: { fr: "Fichier lu\u00a0: {name}", en: "File read: {name}" },

  consentWhy: {
    fr: "{service} vous demandera votre accord dans un nouvel onglet. Boussole ne fait que lire, et ne voit pas votre mot de passe.",
    en: "{service} will ask for your consent in a new tab. Boussole only reads, and does not see your password.",
  },
  consentMissing: {
    fr: "Ce serveur n'est pas encore inscrit auprès de {service}. La personne qui l'administre doit renseigner {variables}.",
    en: "This server is not registered with {service} yet. The person who runs it must fill in {variables}.",
  },
  askConsent: { fr: "Demander l'accord", en: "Ask for the consent" },
  askingConsent: { fr: "Préparation…", en: "Preparing…" },
  openConsent: { fr: "Ouvrir la page de {service}", en: "Open the page of {service}" },
  consentAsked: {
    fr: "Ouvrez la page, donnez votre accord, puis revenez ici. Ce lien sert une fois, pendant dix minutes.",
    en: "Open the page, give your consent, then come back here. This link works once, for ten minutes.",
  },
  consentOpened: {
    fr: "En attente de votre accord, dans l'autre onglet…",
    en: "Waiting for your consent, in the other tab…",
  },
  consentAnswered: {
    fr: "Accord reçu. Confirmez-le dans l'autre onglet.",
    en: "Consent received. Confirm it in the other tab.",
  },
  consentGranted: { fr: "Accord donné.", en: "Consent given." },
  consentRefused: {
    fr: "Vous n'avez pas donné votre accord\u00a0: rien n'a été enregistré.",
    en: "You did not give your consent: nothing was recorded.",
  },
  consentExpired: {
    fr: "Le lien n'est plus valable, et rien n'a été enregistré.",
    en: "The link is no longer valid, and nothing was recorded.",
  },
  askAgain: { fr: "Demander de nouveau", en: "Ask again" },

  accountsTitle: { fr: "Comptes à lire", en: "Accounts to read" },
  accountTitle: { fr: "Compte à lire", en: "Account to read" },
  showAccounts: { fr: "Voir les comptes", en: "Show the accounts" },
  showingAccounts: { fr: "Recherche des comptes…", en: "Looking for accounts…" },
  noAccount: {
    fr: "Cet accès n'ouvre aucun compte. Vérifiez ses droits dans le service.",
    en: "This access opens no account. Check its rights in the service.",
  },
  typeAccount: { fr: "Saisir l'identifiant", en: "Type the id" },
  wantAccount: { fr: "Choisissez un compte.", en: "Choose an account." },
  searchAccount: { fr: "Filtrer les comptes", en: "Filter the accounts" },
  severalAccounts: {
    fr: "Chaque compte devient une source, qui porte son nom.",
    en: "Each account becomes a source, named after it.",
  },

  testAccess: { fr: "Tester", en: "Test" },
  testing: { fr: "Essai…", en: "Trying…" },
  testedMoney: {
    fr: "La connexion fonctionne\u00a0: montants en {currency}, fuseau {timeZone}.",
    en: "The connection works: amounts in {currency}, time zone {timeZone}.",
  },
  testedPlain: {
    fr: "La connexion fonctionne\u00a0: fuseau {timeZone}.",
    en: "The connection works: time zone {timeZone}.",
  },
  connectSome: { fr: "Connecter {count} sources", en: "Connect {count} sources" },
  connectedSome: {
    fr: "{done} sources connectées sur {count}. Celle de {name} ne l'est pas\u00a0:",
    en: "{done} of {count} sources connected. The one of {name} is not:",
  },
  saveSource: { fr: "Enregistrer", en: "Save" },
  savingSource: { fr: "Essai et enregistrement…", en: "Trying and saving…" },
  rereadWarning: {
    fr: "D'autres réglages font relire tout l'historique\u202f; les chiffres actuels restent jusque-là. Un autre compte efface les chiffres de l'ancien.",
    en: "Other settings have the whole history read again; the present figures stay until then. Another account deletes the figures of the former one.",
  },

  openSource: { fr: "Ouvrir {name}", en: "Open {name}" },
  nextIn: { fr: "prochaine {when}", en: "next {when}" },
  readAt: { fr: "lue {when}", en: "read {when}" },
  noticesTitle: { fr: "À savoir", en: "To know" },
  noticesMore: { fr: "et {count} de plus", en: "and {count} more" },
  apiVersion: { fr: "Version d'accès", en: "API version" },
  versionUntil: { fr: "{name}, jusqu'au {day}", en: "{name}, until {day}" },
  changeSettings: { fr: "Réglages et accès", en: "Settings and access" },

  resyncTitle: { fr: "Relire depuis une date", en: "Read again from a date" },
  resyncHelp: {
    fr: "Si le service a corrigé son passé. Les chiffres actuels restent jusqu'à ce qu'ils soient relus.",
    en: "If the service corrected its past. The present figures stay until they have been read again.",
  },
  resyncDay: { fr: "Premier jour à relire", en: "First day to read again" },
  resync: { fr: "Relire", en: "Read again" },
  resyncAsked: { fr: "C'est demandé\u00a0: la lecture commence.", en: "Asked for: the reading begins." },
  wantPastDay: {
    fr: "Choisissez un jour passé, d'il y a dix ans au plus.",
    en: "Choose a past day, ten years ago at most.",
  },

  sourceChannels: { fr: "Canaux", en: "Channels" },
  channelsHelp: {
    fr: "À gauche, le nom qu'emploie {service}\u202f; à droite, le canal de vos chiffres. Un changement fait relire tout l'historique.",
    en: "On the left, the name that {service} uses; on the right, the channel of your figures. A change has the whole history read again.",
  },
  channelUsual: { fr: "d'origine", en: "by default" },
  channelOther: { fr: "Autre nom employé par le service", en: "Another name that the service uses" },
  channelAdd: { fr: "Ajouter ce nom", en: "Add this name" },
  saveChannels: { fr: "Enregistrer les canaux", en: "Save the channels" },
  channelsSaved: { fr: "Canaux enregistrés.", en: "Channels saved." },
  channelsReset: { fr: "Revenir aux canaux d'origine", en: "Back to the default channels" },
} satisfies Readonly<Record<string, Words>>;
