// The words of the page that connects a range of the sheet or a CSV, in French and in English.
import type { Words } from "../../shared/language.ts";

export const rangeWords = {
  addRange: { fr: "Une plage de la feuille ou un CSV", en: "A range of the sheet or a CSV" },
  groupRange: { fr: "Vos propres tableaux", en: "Your own tables" },
  rangeWhy: {
    fr: "Dépenses, notes d'enquête, commandes\u00a0: tout tableau qui a une ligne d'en-tête et une date par ligne. Il est relu à chaque actualisation.",
    en: "Spend, survey scores, orders: any table with a header row and a date on each row. It is read again at each refresh.",
  },
  changeRange: { fr: "Plage de {name}", en: "Range of {name}" },
  selectRange: {
    fr: "Sélectionnez le tableau dans la feuille, en-tête compris. Une seule cellule suffit pour prendre tout l'onglet.",
    en: "Select the table in the sheet, header included. A single cell is enough to take the whole tab.",
  },
  useSelection: { fr: "Utiliser la sélection", en: "Use the selection" },
  orCsv: { fr: "Ou un fichier CSV", en: "Or a CSV file" },
  csvHelp: {
    fr: "Il devient un nouvel onglet. Choisissez-le, ou déposez-le ici.",
    en: "It becomes a new tab. Choose it, or drop it here.",
  },
  readingRange: { fr: "Lecture de la plage…", en: "Reading the range…" },
  noHeader: {
    fr: "Aucune ligne d'en-tête n'a été trouvée dans {place}. La première ligne doit nommer les colonnes.",
    en: "No header row was found in {place}. The first row must name the columns.",
  },
  notCsv: {
    fr: "Ce fichier n'est pas un tableau CSV. Dans votre tableur, enregistrez-le au format CSV.",
    en: "This file is not a CSV table. In your spreadsheet program, save it as CSV.",
  },
  largeCsv: {
    fr: "Ce fichier dépasse {rows} lignes ou 10\u00a0Mo. Découpez-le.",
    en: "This file exceeds {rows} rows or 10 MB. Split it.",
  },
  own_tab: {
    fr: "L'onglet «\u00a0{tab}\u00a0» est écrit par Boussole\u00a0: le relire compterait ses chiffres deux fois. Choisissez un autre onglet.",
    en: "The tab “{tab}” is written by Boussole: reading it back would count its figures twice. Choose another tab.",
  },
  no_new_tab: {
    fr: "Le nouvel onglet n'a pas pu être créé\u00a0: le classeur est peut-être protégé, plein ou en lecture seule. Rien n'a changé.",
    en: "The new tab could not be made: the spreadsheet may be protected, full or read-only. Nothing has changed.",
  },
  rangePlace: { fr: "Plage", en: "Range" },
  rangeRows: { fr: "{place}, {rows} lignes", en: "{place}, {rows} rows" },
  rangeOpen: {
    fr: "Les lignes ajoutées dessous compteront aussi.",
    en: "Rows added below will count too.",
  },
  otherRange: { fr: "Choisir une autre plage", en: "Choose another range" },

  rowKind: { fr: "Une ligne, c'est", en: "A row is" },
  rowFigures: { fr: "les chiffres d'un jour", en: "the figures of a day" },
  rowScores: {
    fr: "une réponse à une enquête (note de 0 à 10)",
    en: "an answer to a survey (score from 0 to 10)",
  },
  rowOrders: { fr: "une commande", en: "an order" },
  columnsTitle: { fr: "Ce que veut dire chaque colonne", en: "What each column means" },
  columnsHelp: {
    fr: "Corrigez si besoin. Seules les colonnes choisies quittent la feuille.",
    en: "Correct where needed. Only the columns chosen leave the sheet.",
  },
  ignored: { fr: "Ignorée", en: "Ignored" },
  whatRows: { fr: "De quoi parle la ligne", en: "What the row is about" },
  figuresGroup: { fr: "Chiffres", en: "Figures" },
  roleScore: { fr: "note de 0 à 10", en: "score from 0 to 10" },
  roleOrder: { fr: "numéro de commande", en: "order number" },
  roleCustomer: { fr: "client", en: "customer" },
  sample: { fr: "ex. {cells}", en: "e.g. {cells}" },
  sameHeader: {
    fr: "Plusieurs colonnes portent ce nom. Renommez-les pour vous en servir.",
    en: "Several columns bear this name. Rename them to use one.",
  },
  customerHelp: {
    fr: "Les clients servent à compter les nouveaux. Leur nom ou leur adresse ne quittent pas la feuille.",
    en: "Customers serve to count the new ones. Their names or addresses do not leave the sheet.",
  },
  dateOrder: { fr: "Ordre des dates", en: "Order of dates" },
  dayFirst: { fr: "jour/mois/année", en: "day/month/year" },
  monthFirst: { fr: "mois/jour/année", en: "month/day/year" },
  decimalMark: { fr: "1,234 veut dire", en: "1,234 means" },
  decimalComma: { fr: "un et des millièmes (virgule décimale)", en: "one and a bit (decimal comma)" },
  decimalPoint: { fr: "mille deux cents et plus (point décimal)", en: "a thousand and more (decimal point)" },
  currencyOf: { fr: "Devise", en: "Currency" },
  currencyHelp: { fr: "Trois lettres, comme EUR.", en: "Three letters, such as EUR." },
  wantCurrency: {
    fr: "Écrivez les trois lettres de la devise.",
    en: "Write the three letters of the currency.",
  },
  channelOfAll: { fr: "Canal de toutes les lignes", en: "Channel of all rows" },
  channelUnsaid: { fr: "non précisé", en: "not said" },

  asRead: { fr: "Premières lignes, telles qu'elles seront lues", en: "First rows, as they will be read" },
  rowsCounted: { fr: "{rows} lignes comptées.", en: "{rows} rows counted." },
  rowCounted: { fr: "1 ligne comptée.", en: "1 row counted." },
  rowsSeen: { fr: "Sur les {rows} premières lignes\u00a0:", en: "Of the first {rows} rows:" },
  nothingCounted: { fr: "Aucune ligne ne compterait ainsi.", en: "No row would count this way." },
  wantDateColumn: { fr: "Dites quelle colonne donne la date.", en: "Say which column gives the date." },
  wantFigureColumn: { fr: "Dites quelle colonne donne un chiffre.", en: "Say which column gives a figure." },
  sendingRange: { fr: "Lecture de la plage…", en: "Reading the range…" },
  saveRange: { fr: "Enregistrer", en: "Save" },
  rereadOf: { fr: "Relire {name}", en: "Read {name} again" },
  reread: { fr: "Relire", en: "Read again" },
  changeColumns: { fr: "Plage et colonnes", en: "Range and columns" },
} satisfies Readonly<Record<string, Words>>;
