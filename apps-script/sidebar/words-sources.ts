// The words of the Sources view and of the first steps, in French and in English.
import type { Words } from "../../shared/language.ts";

export const sourceWords = {
  steps: { fr: "Premiers pas", en: "First steps" },
  stepsIntro: {
    fr: "En trois étapes, les chiffres de vos outils arrivent dans ce classeur et y restent à jour.",
    en: "In three steps, the figures of your tools come into this spreadsheet and stay up to date.",
  },
  stepDone: { fr: "fait", en: "done" },
  stepPair: { fr: "Nommer l'espace de travail", en: "Name the workspace" },
  stepConnect: { fr: "Connecter une source", en: "Connect a source" },
  stepSee: { fr: "Voir les chiffres", en: "See the figures" },

  newWorkspace: { fr: "Nouvel espace", en: "New workspace" },
  haveCode: { fr: "J'ai un code", en: "I have a code" },
  workspaceName: { fr: "Nom de l'espace de travail", en: "Name of the workspace" },
  workspaceHelp: {
    fr: "Un espace réunit vos sources, vos objectifs et vos collègues. Votre adresse Google y est enregistrée.",
    en: "A workspace gathers your sources, objectives and colleagues. Your Google address is recorded in it.",
  },
  code: { fr: "Code d'invitation", en: "Invitation code" },
  codeHelp: {
    fr: "Un propriétaire de l'espace vous le donne\u00a0: vue État, Inviter quelqu'un.",
    en: "An owner of the workspace gives it to you: Status view, Invite someone.",
  },
  createWorkspace: { fr: "Créer l'espace", en: "Create the workspace" },
  joinWorkspace: { fr: "Rejoindre l'espace", en: "Join the workspace" },
  pairing: { fr: "Liaison…", en: "Connecting…" },
  wantName: { fr: "Donnez un nom.", en: "Give a name." },
  wantCode: { fr: "Collez le code reçu.", en: "Paste the code that you received." },

  useDemo: { fr: "Utiliser des données de démonstration", en: "Use demonstration data" },
  demoHelp: {
    fr: "Deux ans de chiffres d'une boutique inventée, sans compte ni mot de passe.",
    en: "Two years of figures of an invented shop, with no account nor password.",
  },
  connectOwn: { fr: "Connecter mon outil", en: "Connect my own tool" },
  onlyOwnerConnects: {
    fr: "Aucune source n'est connectée. Un propriétaire de l'espace peut en ajouter une.",
    en: "No source is connected. An owner of the workspace can add one.",
  },

  firstSync: {
    fr: "La première synchronisation est en cours. Vous pouvez fermer Boussole\u00a0: elle continue.",
    en: "The first sync is under way. You may close Boussole: it goes on.",
  },
  figuresAreThere: {
    fr: "Les chiffres sont dans l'onglet «\u00a0{tab}\u00a0». Cliquez sur une cellule libre d'un autre onglet, puis insérez cette formule\u00a0:",
    en: "The figures are in the tab “{tab}”. Click a free cell of another tab, then insert this formula:",
  },
  insertTry: { fr: "Insérer la formule", en: "Insert the formula" },
  endSteps: { fr: "Terminer", en: "Finish" },

  sourcesTitle: { fr: "Sources de {workspace}", en: "Sources of {workspace}" },
  addSource: { fr: "Ajouter une source", en: "Add a source" },
  reconnectTo: { fr: "Reconnecter {name}", en: "Reconnect {name}" },
  backToSources: { fr: "Toutes les sources", en: "All sources" },
  chooseConnector: { fr: "Outil", en: "Tool" },
  sourceName: { fr: "Nom de la source", en: "Name of the source" },
  sourceNameHelp: {
    fr: "Il s'affiche dans la colonne «\u00a0source\u00a0» de vos données.",
    en: "It shows in the “source” column of your data.",
  },
  connect: { fr: "Connecter", en: "Connect" },
  trying: { fr: "Essai de la connexion…", en: "Trying the connection…" },
  wantValue: { fr: "À remplir.", en: "Fill this in." },
  wantOther: { fr: "À corriger.", en: "Correct this." },
  wantFile: { fr: "Choisissez un fichier.", en: "Choose a file." },
  fileUnreadable: {
    fr: "Ce fichier n'est pas une clé au format JSON.",
    en: "This file is not a key in JSON format.",
  },

  idle: { fr: "À jour", en: "Up to date" },
  neverRead: { fr: "Pas encore lue", en: "Not read yet" },
  running: { fr: "Synchronisation en cours", en: "Syncing" },
  pausedState: { fr: "En pause", en: "Paused" },
  failed: { fr: "En panne depuis {since}", en: "Failing since {since}" },
  progress: { fr: "{done} étapes sur {total}, {rows} lignes", en: "{done} of {total} steps, {rows} rows" },
  progressOf: { fr: "Avancement de {name}", en: "Progress of {name}" },
  asOf: { fr: "Chiffres", en: "Figures" },
  asOfUntil: { fr: "jusqu'au {day}, lus {when}", en: "until {day}, read {when}" },
  asOfNever: { fr: "aucun pour l'instant", en: "none yet" },
  lastSync: { fr: "Synchronisée", en: "Last sync" },
  lastSyncRows: { fr: "{when}, {rows} lignes lues", en: "{when}, {rows} rows read" },
  nextSync: { fr: "Prochaine fois", en: "Next sync" },

  sync: { fr: "Synchroniser", en: "Sync now" },
  syncOf: { fr: "Synchroniser {name}", en: "Sync {name} now" },
  pause: { fr: "Mettre en pause", en: "Pause" },
  resume: { fr: "Reprendre", en: "Resume" },
  reconnect: { fr: "Reconnecter", en: "Reconnect" },
  disconnect: { fr: "Déconnecter", en: "Disconnect" },
  disconnectAsk: {
    fr: "Déconnecter {name}\u202f? Ses identifiants seront oubliés. Que faire de ses chiffres\u202f?",
    en: "Disconnect {name}? Its credentials will be forgotten. What about its figures?",
  },
  keepData: { fr: "Garder les chiffres", en: "Keep the figures" },
  dropData: { fr: "Effacer les chiffres", en: "Delete the figures" },

  syncedAndRefreshed: {
    fr: "Synchronisation terminée. Données actualisées\u00a0: {rows} lignes.",
    en: "Sync complete. Data refreshed: {rows} rows.",
  },
  refreshedRows: { fr: "Données actualisées\u00a0: {rows} lignes.", en: "Data refreshed: {rows} rows." },
  movedColumns: {
    fr: "Vos colonnes ont été placées à droite\u00a0: {columns}.",
    en: "Your columns were placed to the right: {columns}.",
  },
} satisfies Readonly<Record<string, Words>>;
