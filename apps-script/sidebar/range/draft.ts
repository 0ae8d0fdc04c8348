// What is known of a range before it is connected: where it is, its columns, and what they mean.
import type { RangePlace } from "../../../shared/api/ranges.ts";
import type { Connection } from "../../../shared/api/sources.ts";
import { isMetric } from "../../../shared/metrics.ts";
import type { Day } from "../../../shared/period.ts";
import { textOf } from "../../../shared/range/cells.ts";
import { convert, type Conversion } from "../../../shared/range/convert.ts";
import {
  hasMoney,
  mappingIn,
  type RangeMapping,
  type Role,
  rolesFor,
  type RowKind,
} from "../../../shared/range/mapping.ts";
import { type FoundColumn, propose } from "../../../shared/range/propose.ts";
import { columnsUnder, headerPlace } from "../../../shared/range/table.ts";
import type { ShownRange } from "../../door.ts";

export interface RangeDraft {
  readonly shown: ShownRange;
  /** The place of the header among the rows shown. */
  readonly header: number;
  readonly columns: readonly FoundColumn[];
  readonly mapping: RangeMapping;
}

/** A draft with what was chosen before, where the columns are still there; undefined where there is no header. */
export function draftOf(shown: ShownRange, locale: string, before?: RangeMapping): RangeDraft | undefined {
  const header = headerPlace(shown.rows);
  if (header < 0) return undefined;
  const columns = columnsUnder(shown.rows, header).filter((column) => column.header !== "");
  const known = before && {
    ...before,
    columns: before.columns.filter((one) => columns.some((column) => column.header === one.header)),
  };
  return { shown, header, columns, mapping: known ?? propose(columns, locale) };
}

/** A range that is connected: where it is and what its columns mean. */
export interface KnownRange {
  readonly place: RangePlace;
  readonly mapping: RangeMapping;
}

export function knownRange({ settings }: Connection): KnownRange | undefined {
  const { sheet = "", a1 = "", mapping = "" } = settings;
  const known = mappingIn(mapping);
  return known && { place: { sheet, a1 }, mapping: known };
}

/** The role of a column; none where it is ignored. */
export function roleOf({ columns }: RangeMapping, header: string): Role | undefined {
  return columns.find((column) => column.header === header)?.role;
}

/** Gives a column a role, which no other keeps. */
export function withRole(draft: RangeDraft, header: string, role: Role | undefined): RangeDraft {
  const others = draft.mapping.columns.filter((column) => column.header !== header && column.role !== role);
  return withColumns(draft, role === undefined ? others : [...others, { header, role }]);
}

/** Takes rows for something else: the roles that still make sense stay. */
export function withKind(draft: RangeDraft, kind: RowKind): RangeDraft {
  const roles = rolesFor(kind);
  const columns = draft.mapping.columns.filter(({ role }) => roles.includes(role));
  return withColumns({ ...draft, mapping: { ...draft.mapping, kind } }, columns);
}

function withColumns(draft: RangeDraft, columns: RangeMapping["columns"]): RangeDraft {
  return { ...draft, mapping: { ...draft.mapping, columns } };
}

/** As it is saved: a currency only where there is money, a channel of all rows only where no column names it. */
export function mappingOf({ mapping }: RangeDraft): RangeMapping {
  return {
    ...mapping,
    currency: hasMoney(mapping) ? mapping.currency : null,
    channel: mapping.columns.some(({ role }) => role === "channel") ? null : mapping.channel,
  };
}

/** What the rows shown come to; undefined while the columns do not say it. */
export function previewOf({ shown, header, mapping }: RangeDraft, today: Day): Conversion | undefined {
  const rows = { first: shown.first + header, rows: shown.rows.slice(header) };
  const result = convert(rows, mapping, { today, stored: (_, value) => value });
  return "missing" in result ? undefined : result;
}

/** Whether dates such as `03/04/2026` are there to be read. */
export function hasSlashedDates(draft: RangeDraft): boolean {
  const date = draft.mapping.columns.find(({ role }) => role === "date")?.header;
  return cellsOf(draft, date).some((cell) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d/.test(cell));
}

/** Whether numbers such as `1,234` are there to be read. */
export function hasUndecidedNumbers(draft: RangeDraft): boolean {
  const numbers = draft.mapping.columns.filter(({ role }) => role === "score" || isMetric(role));
  return numbers.some(({ header }) =>
    cellsOf(draft, header).some((cell) => /(?:^|\D)[1-9]\d{0,2}[.,]\d{3}(?:\D|$)/.test(cell)),
  );
}

/** The texts of a column: what is a number or a day already leaves no doubt. */
function cellsOf({ columns }: RangeDraft, header: string | undefined): string[] {
  const found = columns.find((column) => column.header === header);
  return (found?.cells ?? []).filter((cell) => typeof cell === "string").map(textOf);
}
