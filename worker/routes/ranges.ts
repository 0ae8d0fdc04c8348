// Ranges of spreadsheets: connected, mapped anew, and their rows taken.
import { LARGEST_RANGE, RANGE } from "../../shared/api/ranges.ts";
import type { Words } from "../../shared/language.ts";
import { describeConnection } from "../describe.ts";
import { changeRange, connectRange } from "../ranges.ts";
import { Refusal } from "../refusal.ts";
import type { Room } from "../room.ts";
import { type ConnectionRow, connectionById } from "../store/connections.ts";
import { takeRows } from "../take-rows.ts";
import { type Call, type Route, route } from "./route.ts";
import * as schema from "./schemas/ranges.ts";
import { Connection } from "./schemas/sources.ts";

const ELSEWHERE: Words = {
  fr: "Cette plage est dans un autre classeur\u00a0: ouvrez-le pour la relire.",
  en: "This range is in another spreadsheet: open that one to read it again.",
};

export const rangeRoutes: readonly Route[] = [
  route({
    name: "createRange",
    method: "POST",
    path: "/v1/ranges",
    summary:
      "Connects a range of the calling spreadsheet, with what its columns mean; its rows are sent next.",
    who: "owner",
    status: 201,
    idempotent: true,
    body: schema.WantedRange,
    answer: Connection,
    handle(room, { body, spreadsheet }) {
      return { body: described(room, connectRange(room, body, spreadsheet).id) };
    },
  }),
  route({
    name: "changeRange",
    method: "PUT",
    path: "/v1/ranges/{id}",
    summary: "Gives a range another place in the calling spreadsheet, other columns or another name.",
    who: "owner",
    status: 200,
    body: schema.WantedRange,
    answer: Connection,
    handle(room, { params, body, spreadsheet }) {
      const connection = found(room, params);
      changeRange(room, connection, body, spreadsheet);
      return { body: described(room, connection.id) };
    },
  }),
  route({
    name: "sendRows",
    method: "PUT",
    path: "/v1/connections/{id}/rows",
    summary: "Takes the rows of a range in the place of all it held, or why its spreadsheet cannot read it.",
    who: "member",
    status: 200,
    body: schema.SentRange,
    answer: Connection,
    // Accents take two bytes, and quotes an escape.
    largest: 2 * LARGEST_RANGE,
    perMinute: 60,
    async handle(room, { params, body, spreadsheet }) {
      const { id, settings, paused } = found(room, params);
      const home = (JSON.parse(settings) as { readonly spreadsheet?: string }).spreadsheet;
      if (home !== spreadsheet) throw new Refusal("not_found", { reason: ELSEWHERE });
      if (paused) throw new Refusal("paused");
      await takeRows(room, id, body);
      return { body: described(room, id) };
    },
  }),
];

function found(room: Room, params: Call["params"]): ConnectionRow {
  const connection = connectionById(room.sql, params["id"] ?? "");
  if (connection?.connector !== RANGE) throw new Refusal("not_found");
  return connection;
}

function described(room: Room, id: string) {
  return describeConnection(room.sql, found(room, { id }), room.now());
}
