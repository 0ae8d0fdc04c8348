// Every word of the page itself, in French and in English.

export type Language = "fr" | "en";

export type Words = typeof english;

const english = {
  newWorkbook: "New workbook",
  workbookName: "Workbook name",
  openCsv: "Open a CSV file…",
  dropHere: "Drop CSV files here: each opens as a tab",
  notCsv: (name: string) => `Only CSV files open here: “${name}” is not one.`,
  emptyCsv: (name: string) => `“${name}” is empty.`,
  largeCsv: (name: string, cells: number) =>
    `“${name}” is too large: ${cells.toLocaleString("en")} cells at most.`,
  freshTitle: "Start a new workbook?",
  freshMessage: "All the tabs of this workbook will be deleted. This cannot be undone.",
  saving: "Saving…",
  /** By the status of the answer. */
  savings: {
    204: "Saved",
    412: "Not saved: this workbook was changed in another tab. Reload the page.",
    413: "Not saved: this workbook is too large.",
  } as Record<number, string>,
  unsaved: "Not saved: the workbench no longer answers. Start it again with npm start.",
  loading: "Loading...",
  close: "Close",
  languages: "Language",
  pageFailed: "This page could not load everything. Check that npm start is running, then reload the page.",
  addOnFailed: (why: string) => `The add-on could not start: ${why}`,
  scriptFailed: (why: string) => `The script stopped: ${why}`,
  buttons: { OK: "OK", CANCEL: "Cancel", YES: "Yes", NO: "No", CLOSE: "Close" },
};

const french: Words = {
  newWorkbook: "Nouveau classeur",
  workbookName: "Nom du classeur",
  openCsv: "Ouvrir un CSV…",
  dropHere: "Déposez vos fichiers CSV ici : chacun s'ouvre dans un onglet",
  notCsv: (name) => `Seuls les fichiers CSV s'ouvrent ici : « ${name} » n'en est pas un.`,
  emptyCsv: (name) => `« ${name} » est vide.`,
  largeCsv: (name, cells) => `« ${name} » est trop grand : ${cells.toLocaleString("fr")} cellules au plus.`,
  freshTitle: "Commencer un nouveau classeur ?",
  freshMessage: "Tous les onglets de ce classeur seront supprimés. C'est définitif.",
  saving: "Enregistrement…",
  savings: {
    204: "Enregistré",
    412: "Non enregistré : ce classeur a changé dans un autre onglet. Rechargez la page.",
    413: "Non enregistré : ce classeur est trop grand.",
  },
  unsaved: "Non enregistré : le serveur ne répond plus. Relancez-le avec npm start.",
  loading: "Chargement…",
  close: "Fermer",
  languages: "Langue",
  pageFailed: "Cette page n'a pas tout chargé. Vérifiez que npm start tourne, puis rechargez la page.",
  addOnFailed: (why) => `Le module n'a pas démarré : ${why}`,
  scriptFailed: (why) => `Le script s'est arrêté : ${why}`,
  buttons: { OK: "OK", CANCEL: "Annuler", YES: "Oui", NO: "Non", CLOSE: "Fermer" },
};

const WORDS: Record<Language, Words> = { fr: french, en: english };

/** The page's words in this language. */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}

/** French or English: what `?lang=` asks for, else what the browser prefers. */
export function pageLanguage(query: string, preferred: string): Language {
  const asked = new URLSearchParams(query).get("lang") ?? preferred;
  return asked.toLowerCase().startsWith("fr") ? "fr" : "en";
}
