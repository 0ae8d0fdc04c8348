// What `npm start` says, in the language of the terminal.

/** The port is taken, a flag is unknown…: everything the terminal can read. */
export type StartWords = {
  usage: string;
  busy: (port: number) => string;
  inUse: (state: string, url: string) => string;
  forgot: (folders: string[]) => string;
  nothingToForget: (state: string) => string;
  ready: (url: string, state: string) => string;
  failed: (what: string) => string;
};

const french: StartWords = {
  usage: "Usage : npm start [-- --port PORT] [--state DOSSIER] [--fresh]",
  busy: (port) =>
    `Le port ${port} est déjà pris : arrêtez l'autre programme, ou choisissez-en un autre (npm start -- --port ${port + 1}).`,
  inUse: (state, url) => `${state} est déjà ouvert par ${url} : arrêtez-le, ou choisissez un autre --state.`,
  forgot: (folders) => `Effacé : ${folders.join(", ")} (le classeur et les données du Worker).`,
  nothingToForget: (state) => `Rien à effacer dans ${state}.`,
  ready: (url, state) => `Boussole est prête : ${url}\nClasseur conservé dans ${state}. Ctrl+C pour arrêter.`,
  failed: (what) => `Boussole n'a pas démarré. ${what}`,
};

const english: StartWords = {
  usage: "Usage: npm start [-- --port PORT] [--state FOLDER] [--fresh]",
  busy: (port) =>
    `Port ${port} is already in use: stop the other program, or choose another one (npm start -- --port ${port + 1}).`,
  inUse: (state, url) => `${state} is already open at ${url}: stop it, or choose another --state.`,
  forgot: (folders) => `Deleted: ${folders.join(", ")} (the workbook and the Worker's data).`,
  nothingToForget: (state) => `Nothing to delete in ${state}.`,
  ready: (url, state) => `Boussole is ready: ${url}\nWorkbook kept in ${state}. Ctrl+C to stop.`,
  failed: (what) => `Boussole did not start. ${what}`,
};

/** The words for a terminal with these variables (`LC_ALL`, `LC_MESSAGES`, `LANG`, as POSIX orders them). */
export function startWords(variables: Record<string, string | undefined>): StartWords {
  const locale = variables["LC_ALL"] || variables["LC_MESSAGES"] || variables["LANG"] || "";
  return locale.startsWith("fr") ? french : english;
}
