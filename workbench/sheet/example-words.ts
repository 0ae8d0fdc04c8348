// The words of the example tab, in French and in English.
import type { Language } from "./words.ts";

const english = {
  tab: "Example",
  money: "[$€]#,##0.00",
  headers: ["Date", "Channel", "Spend", "Impressions", "Clicks", "Leads", "Customers"],
  channel: "Channel",
  email: "Email",
  headings: ["KPI", "", "Value", "Formula"],
  costPerClick: "Cost per click",
  clickRate: "Click-through rate",
  costPerLead: "Cost per lead",
  costPerAcquisition: "Cost per acquisition",
  inOctober: "… in October",
  ofEmail: "… of email",
  byChannel: "One formula for all the channels:",
  yourTurn: "Your turn!",
  invitation: "Type =CPA( in the yellow cell, then select the spend, a comma, and the customers.",
};

const french: typeof english = {
  tab: "Exemple",
  money: "#,##0.00[$ €]",
  headers: ["Date", "Canal", "Dépenses", "Impressions", "Clics", "Leads", "Clients"],
  channel: "Canal",
  email: "E-mail",
  headings: ["KPI", "", "Valeur", "Formule"],
  costPerClick: "Coût par clic",
  clickRate: "Taux de clics",
  costPerLead: "Coût par lead",
  costPerAcquisition: "Coût par acquisition",
  inOctober: "… en octobre",
  ofEmail: "… de l'e-mail",
  byChannel: "Une seule formule pour tous les canaux :",
  yourTurn: "À vous !",
  invitation: "Tapez =CPA( dans la case jaune, puis choisissez les dépenses, un point-virgule, les clients.",
};

/** The words of the example in each language. */
export const exampleWords: Record<Language, typeof english> = { fr: french, en: english };
