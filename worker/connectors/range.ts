// A range of a spreadsheet: its rows are sent by the add-on, and nothing is ever asked of a service.
import { RANGE } from "../../shared/api/ranges.ts";
import type { MetricName } from "../../shared/metrics.ts";
import { isLevel, mappingIn, metricsOf, storable } from "../../shared/range/mapping.ts";
import type { Connector, FactStream, Settings } from "../connector.ts";
import { SourceFailure } from "../failure.ts";

/** The settings of a connection, beside the spreadsheet's id. */
export interface RangeSettings extends Settings {
  readonly spreadsheet: string;
  readonly sheet: string;
  readonly a1: string;
  /** A `RangeMapping`, as JSON. */
  readonly mapping: string;
}

/** Sums of a day: a day between the first row and the last that has none is zero. */
const FIGURES = "figures";
/** How things stood: known on the days of its rows only. */
export const LEVELS = "levels";

const neverAsked = (): never => {
  throw new SourceFailure("request_refused");
};

function table(name: string, metrics: readonly MetricName[]): FactStream {
  return {
    name,
    kind: "facts",
    metrics,
    starts: "day",
    slice: "year",
    lookBack: { eachRun: 0, daily: 0 },
    request: neverAsked,
    read: neverAsked,
  };
}

function tables(metrics: readonly MetricName[]): FactStream[] {
  const parts = [
    table(
      FIGURES,
      metrics.filter((metric) => !isLevel(metric)),
    ),
    table(LEVELS, metrics.filter(isLevel)),
  ];
  return parts.filter((part) => part.metrics.length > 0);
}

export const range: Connector = {
  name: RANGE,
  label: { fr: "Plage de la feuille ou CSV", en: "Range of the sheet or CSV" },
  gives: {
    fr: "Dépenses, notes d'enquête, commandes ou tout autre tableau qui a une date par ligne.",
    en: "Spend, survey scores, orders or any other table with a date on each row.",
  },
  settings: [],
  credentials: [],
  checkSettings: () => false,
  account: () => "",
  authorization: [],
  hosts: [],
  check: { request: neverAsked, read: neverAsked },
  streams: tables(storable),
  streamsFor: ({ mapping = "" }) => {
    const found = mappingIn(mapping);
    return found ? tables(metricsOf(found)) : [];
  },
  errors: [],
};
