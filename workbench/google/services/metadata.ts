// Developer metadata: what an add-on remembers about a workbook or a sheet, unseen by the user.
import { only } from "../exception.ts";
import type { Context } from "./context.ts";
import { createSheet } from "./sheet.ts";
import { createSpreadsheet } from "./spreadsheet.ts";

/** Where metadata are kept in the store. */
const METADATA_SCOPE = "metadata";

export const METADATA_VISIBILITIES = ["DOCUMENT", "PROJECT"] as const;
export const METADATA_LOCATIONS = ["SPREADSHEET", "SHEET"] as const;
type Visibility = (typeof METADATA_VISIBILITIES)[number];

interface Kept {
  /** `null` for the workbook's own. */
  sheet: string | null;
  key: string;
  value: string | null;
  visibility: Visibility;
}

/** The members of a workbook (`sheet` is `null`) or a sheet that handle its metadata. */
export function metadataMembers(context: Context, sheet: string | null) {
  const { store } = context;
  const here = () => all(context).filter(([, kept]) => sheet === null || kept.sheet === sheet);
  return {
    addDeveloperMetadata: (key: string, ...others: string[]): void => {
      context.guard("write", "addDeveloperMetadata");
      const isVisibility = (text: string): text is Visibility =>
        METADATA_VISIBILITIES.includes(text as Visibility);
      const visibility = others.findLast(isVisibility) ?? "DOCUMENT";
      const value =
        others[0] !== undefined && !(others.length === 1 && isVisibility(others[0])) ? others[0] : null;
      const id = Math.max(0, ...all(context).map(([known]) => Number(known))) + 1;
      const kept: Kept = { sheet, key, value, visibility };
      store.set(METADATA_SCOPE, String(id), JSON.stringify(kept));
    },
    getDeveloperMetadata: () => {
      context.guard("read", "getDeveloperMetadata");
      const own = here().filter(([, kept]) => kept.sheet === sheet);
      return own.map(([id, kept]) => createMetadata(context, id, kept));
    },
    createDeveloperMetadataFinder: () => {
      context.guard("read", "createDeveloperMetadataFinder");
      return createFinder(context, here());
    },
  };
}

/** Metadata of a sheet go with the sheet. */
function all({ store, book }: Context): [string, Kept][] {
  const sheets = new Set(book.sheets().map(({ id }) => id));
  return Object.entries(store.all(METADATA_SCOPE))
    .map(([id, text]): [string, Kept] => [id, JSON.parse(text) as Kept])
    .filter(([, kept]) => kept.sheet === null || sheets.has(kept.sheet));
}

function createFinder(context: Context, found: readonly [string, Kept][]) {
  const where = (matches: (kept: Kept, id: string) => boolean): object =>
    createFinder(
      context,
      found.filter(([id, kept]) => matches(kept, id)),
    );
  return only("DeveloperMetadataFinder", {
    withKey: (key: string) => where((kept) => kept.key === key),
    withValue: (value: string) => where((kept) => kept.value === value),
    withVisibility: (visibility: Visibility) => where((kept) => kept.visibility === visibility),
    withId: (wanted: number) => where((_, id) => Number(id) === wanted),
    find: () => found.map(([id, kept]) => createMetadata(context, id, kept)),
  });
}

function createMetadata(context: Context, id: string, kept: Kept) {
  const change = (fields: Partial<Kept>, member: string): object => {
    context.guard("write", member);
    Object.assign(kept, fields);
    context.store.set(METADATA_SCOPE, id, JSON.stringify(kept));
    return metadata;
  };
  const metadata = only("DeveloperMetadata", {
    getId: () => Number(id),
    getLocation: () => createLocation(context, kept.sheet),
    getKey: () => kept.key,
    getValue: () => kept.value,
    getVisibility: () => kept.visibility,
    setKey: (key: string) => change({ key }, "setKey"),
    setValue: (value: string) => change({ value }, "setValue"),
    setVisibility: (visibility: Visibility) => change({ visibility }, "setVisibility"),
    remove: (): void => {
      context.guard("write", "remove");
      context.store.delete(METADATA_SCOPE, id);
    },
  });
  return metadata;
}

function createLocation(context: Context, sheet: string | null) {
  return only("DeveloperMetadataLocation", {
    getLocationType: () => (sheet === null ? "SPREADSHEET" : "SHEET"),
    getSheet: (): object | null => (sheet === null ? null : createSheet(context, sheet)),
    getSpreadsheet: (): object | null => (sheet === null ? createSpreadsheet(context) : null),
  });
}
