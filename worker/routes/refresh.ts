// The patch that the add-on writes into its sheet.
import { rangesOf } from "../ranges.ts";
import { generationOf, readerOf, refreshPatch } from "../refresh.ts";
import { type Route, route } from "./route.ts";
import * as schema from "./schemas/refresh.ts";

export const refreshRoutes: readonly Route[] = [
  route({
    name: "refresh",
    method: "GET",
    path: "/v1/refresh",
    summary:
      "All that a refresh writes, in the language of the spreadsheet; 304 when nothing changed since If-None-Match.",
    who: "reader",
    status: 200,
    answer: schema.Refresh,
    handle(room, { spreadsheet, ifNoneMatch }) {
      const reader = readerOf(room.sql, spreadsheet);
      const etag = `"${generationOf(room, reader)}"`;
      if (ifNoneMatch === etag) return { status: 304, headers: { etag } };
      const ranges = rangesOf(room.sql, spreadsheet);
      return { body: { ...refreshPatch(room, reader), ranges }, headers: { etag } };
    },
  }),
];
