// What each status of an objective is called: never told by a colour alone.
import type { Words } from "../language.ts";
import type { Status } from "./assessment.ts";

export const statusWords: Readonly<Record<Status, Words>> = {
  draft: { fr: "Brouillon", en: "Draft" },
  not_started: { fr: "Pas commencé", en: "Not started" },
  no_data: { fr: "Sans donnée", en: "No data" },
  ahead: { fr: "En avance", en: "Ahead" },
  on_track: { fr: "Dans les temps", en: "On track" },
  at_risk: { fr: "En retard", en: "Behind" },
  off_track: { fr: "Très en retard", en: "Far behind" },
  reached: { fr: "Atteint", en: "Reached" },
  missed: { fr: "Manqué", en: "Missed" },
  retired: { fr: "Retiré", en: "Retired" },
};
