// Reads the arguments of `npm run -s sheet`.

export interface HeadlessArguments {
  tabs: { file: string; name: string }[];
  locale: "fr" | "en";
  formulas: string[];
}

const OPTIONS = new Set(["--csv", "--locale", "--eval"]);
const USAGE = "npm run -s sheet -- [--csv FILE[=TAB]]… [--locale fr|en] --eval FORMULA…";

const words = {
  en: {
    usage: `Usage: ${USAGE}`,
    unknown: (argument: string) => `Unknown argument: ${argument}.`,
    missing: (option: string) => `${option} needs a value.`,
    locale: (locale: string) => `--locale is fr or en, not ${locale}.`,
    formulas: "No formula to evaluate.",
    tab: (name: string) => `Two tabs are named ${name}.`,
    absent: (file: string) => `There is no file ${file}.`,
  },
  fr: {
    usage: `Usage : ${USAGE}`,
    unknown: (argument: string) => `Argument inconnu : ${argument}.`,
    missing: (option: string) => `${option} attend une valeur.`,
    locale: (locale: string) => `--locale vaut fr ou en, pas ${locale}.`,
    formulas: "Aucune formule à évaluer.",
    tab: (name: string) => `Deux onglets portent le nom ${name}.`,
    absent: (file: string) => `Le fichier ${file} n'existe pas.`,
  },
};

/**
 * `--eval` takes all that follows, up to another option; a tab is named after its file unless it says otherwise.
 * @param exists whether a file is there: a name may itself hold an `=`
 * @returns the sentence to show when the arguments cannot be understood
 */
export function readArguments(
  argv: readonly string[],
  exists: (file: string) => boolean,
): HeadlessArguments | { refused: string } {
  const asked = argv[argv.indexOf("--locale") + 1];
  const say = words[argv.includes("--locale") && asked === "fr" ? "fr" : "en"];
  const refuse = (reason: string) => ({ refused: `${reason}\n${say.usage}` });
  const read: HeadlessArguments = { tabs: [], locale: "en", formulas: [] };
  const rest = [...argv];
  while (rest.length > 0) {
    const option = rest.shift() ?? "";
    if (!OPTIONS.has(option)) return refuse(say.unknown(option));
    const next = rest[0];
    if (next === undefined || OPTIONS.has(next)) return refuse(say.missing(option));
    if (option === "--eval") {
      const end = rest.findIndex((argument) => OPTIONS.has(argument));
      read.formulas.push(...rest.splice(0, end < 0 ? rest.length : end));
      continue;
    }
    rest.shift();
    if (option === "--csv") read.tabs.push(readTab(next, exists));
    else if (next === "fr" || next === "en") read.locale = next;
    else return refuse(say.locale(next));
  }
  const names = read.tabs.map(({ name }) => name.toLowerCase());
  const twice = read.tabs.find(({ name }, at) => names.indexOf(name.toLowerCase()) !== at);
  if (twice) return refuse(say.tab(twice.name));
  const absent = read.tabs.find(({ file }) => !exists(file));
  if (absent) return refuse(say.absent(absent.file));
  return read.formulas.length > 0 ? read : refuse(say.formulas);
}

function readTab(argument: string, exists: (file: string) => boolean): { file: string; name: string } {
  const equals = argument.lastIndexOf("=");
  if (equals > 0 && equals < argument.length - 1 && !exists(argument))
    return { file: argument.slice(0, equals), name: argument.slice(equals + 1) };
  const [base = argument] = argument.split(/[/\\]/).slice(-1);
  return { file: argument, name: base.replace(/\.[^.]+$/, "") };
}
