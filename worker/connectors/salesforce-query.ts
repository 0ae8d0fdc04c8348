// What Salesforce is asked: queries in the order of ids, and what its organization says of money and time.
import * as z from "zod";
import type {
  EntityFields,
  EntityPage,
  EntityReading,
  EntityRow,
  Settings,
  SourceAnswer,
  SourceRequest,
  Unit,
} from "../connector.ts";
import { SourceFailure } from "../failure.ts";
import { typedHost } from "../hosts.ts";
import { nothing, understand } from "./reading.ts";

export const VERSION = "v64.0";
const PAGE_ROWS = 2000;

/** A table as it is asked for; `money` is the field whose amounts may be in several currencies. */
export interface Table {
  readonly name: "Lead" | "Opportunity" | "Campaign";
  readonly fields: (settings: Settings) => readonly string[];
  readonly money?: string;
}

function api(settings: Settings, path: string): string {
  const host = settings["instance"] ?? typedHost(settings["host"] ?? "");
  return `https://${host}/services/data/${VERSION}/${path}`;
}

/** https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_organization.htm */
export function organizationRequest(settings: Settings): SourceRequest {
  return { method: "GET", url: api(settings, "connect/organization") };
}

const Organization = z.object({
  features: z.object({ multiCurrency: z.boolean(), defaultCurrencyIsoCode: z.string().nullish() }),
  userSettings: z.object({
    timeZone: z.object({ name: z.string() }),
    userDefaultCurrencyIsoCode: z.string().nullish(),
  }),
});

/** Amounts are told in the currency of the organization or, where it has several, in that of the app's user. */
export function unitIn({ body }: SourceAnswer): Unit {
  const { features, userSettings } = understand(Organization, body);
  const { multiCurrency, defaultCurrencyIsoCode } = features;
  const currency = multiCurrency ? userSettings.userDefaultCurrencyIsoCode : defaultCurrencyIsoCode;
  if (!currency) throw new SourceFailure("source_malformed");
  return { currency, timeZone: userSettings.timeZone.name };
}

const Columns = z.object({ fields: z.array(z.object({ name: z.string() })) });

function columnsRequest({ name }: Table, settings: Settings): SourceRequest {
  return { method: "GET", url: api(settings, `sobjects/${name}/describe`) };
}

/**
 * Where a reading stands: whether there are several currencies comes first where there is money, then rows above an id.
 * A place that Salesforce itself would keep (`nextRecordsUrl`) is lost within minutes, and is never asked for.
 */
function placeOf({ money }: Table, { token }: EntityPage) {
  const [currencies = money ? "" : "one", after = ""] = token?.split(":") ?? [];
  return { currencies, after };
}

/** Everything that is there at first; then what changed, deleted rows too (`queryAll`). */
export function rowsRequest(table: Table, page: EntityPage, settings: Settings): SourceRequest {
  const { currencies, after } = placeOf(table, page);
  if (currencies === "") return columnsRequest(table, settings);
  const money = table.money && (currencies === "several" ? `convertCurrency(${table.money})` : table.money);
  const conditions = [
    ...(page.since === null ? [] : [`SystemModstamp >= ${page.since}`, `SystemModstamp < ${page.until}`]),
    ...(after === "" ? [] : [`Id > '${after}'`]),
  ];
  const query = [
    `SELECT ${["Id", "IsDeleted", ...table.fields(settings), ...(money ? [money] : [])].join(", ")}`,
    `FROM ${table.name}`,
    ...(conditions.length === 0 ? [] : [`WHERE ${conditions.join(" AND ")}`]),
    `ORDER BY Id LIMIT ${PAGE_ROWS}`,
  ].join(" ");
  const resource = page.since === null ? "query" : "queryAll";
  return { method: "GET", url: api(settings, `${resource}?${new URLSearchParams({ q: query }).toString()}`) };
}

const Rows = z.object({
  done: z.boolean(),
  records: z.array(
    z.looseObject({
      // The long form: two ids that differ in case only are two ids.
      Id: z.string().regex(/^[a-zA-Z0-9]{18}$/),
      IsDeleted: z.boolean().nullish(),
    }),
  ),
});

export type Row = Readonly<Record<string, unknown>>;

/** Reads a page of rows; `fieldsOf` keeps what figures are made of, null for a row that lacks what it cannot do without. */
export function readRows(
  table: Table,
  page: EntityPage,
  answer: SourceAnswer,
  fieldsOf: (row: Row) => EntityFields | null,
): EntityReading {
  const { currencies } = placeOf(table, page);
  if (currencies === "") return { ...nothing, entities: [], next: `${currenciesIn(answer)}:` };
  const { done, records } = understand(Rows, answer.body);
  const last = records.at(-1)?.Id;
  if (!done && last === undefined) throw new SourceFailure("source_malformed");
  const entities = records.flatMap((row): EntityRow[] => {
    if (row.IsDeleted) return [{ id: row.Id, fields: {}, removed: true }];
    const fields = fieldsOf(row);
    return fields ? [{ id: row.Id, fields }] : [];
  });
  const rejected = records.length - entities.length;
  const next = done && records.length < PAGE_ROWS ? null : `${currencies}:${last}`;
  return { ...nothing, entities, next, ...(rejected > 0 && { rejected }) };
}

/** The column of currencies is there where there are several. */
function currenciesIn({ body }: SourceAnswer): "one" | "several" {
  const { fields } = understand(Columns, body);
  return fields.some(({ name }) => name === "CurrencyIsoCode") ? "several" : "one";
}
