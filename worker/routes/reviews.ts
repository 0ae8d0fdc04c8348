// Reviews that end in a decision, notes beside the figures, and why an objective slips.
import type { Review } from "../../shared/api/objectives.ts";
import type { Note } from "../../shared/objectives/evidence.ts";
import { diagnosisNow } from "../diagnosis.ts";
import { todayIn } from "../past.ts";
import { Refusal } from "../refusal.ts";
import { newShortId } from "../secret.ts";
import { bumpEdits } from "../store/members.ts";
import * as store from "../store/reviews.ts";
import { found, storedOr404 } from "./objectives.ts";
import { type Route, route } from "./route.ts";
import { Note as NoteSchema } from "./schemas/evidence.ts";
import * as schema from "./schemas/objectives.ts";

const MOST_REVIEWS = 500;
const MOST_NOTES = 1000;

export const reviewRoutes: readonly Route[] = [
  route({
    name: "decideReview",
    method: "POST",
    path: "/v1/objectives/{id}/reviews",
    summary: "Keeps the decision of a review, with the value and the chances of that day.",
    who: "member",
    status: 201,
    idempotent: true,
    body: schema.DecideReview,
    answer: schema.Review,
    handle(room, { params, body }) {
      const { id, retired } = storedOr404(room, params["id"]);
      if (retired) throw new Refusal("objective_retired");
      if (store.countReviews(room.sql, id) >= MOST_REVIEWS) throw new Refusal("full");
      const { progress, feasibility } = found(room, id).assessment;
      const review = {
        ...body,
        id: newShortId(),
        on: todayIn(room.sql, room.now()),
        valueThen: progress.value,
        probabilityThen: feasibility?.probability ?? null,
      };
      store.insertReview(room.sql, id, review, room.now());
      bumpEdits(room.sql);
      const made: Review = { ...review, effect: null };
      return { body: made };
    },
  }),
  route({
    name: "diagnose",
    method: "GET",
    path: "/v1/objectives/{id}/diagnosis",
    summary: "Why the KPI of an objective moved, over the last whole period or since a day.",
    who: "reader",
    status: 200,
    query: schema.DiagnosisQuery,
    answer: schema.DiagnosisAnswer,
    handle: (room, { params, query }) => ({
      body: diagnosisNow(room, storedOr404(room, params["id"]), query.from),
    }),
  }),
  route({
    name: "listNotes",
    method: "GET",
    path: "/v1/notes",
    summary: "What was written beside the figures, oldest first.",
    who: "reader",
    status: 200,
    answer: schema.Notes,
    handle({ sql }, { role }) {
      const notes = store.notes(sql).map((note) => (role === "reader" ? { ...note, by: "" } : note));
      return { body: { notes } };
    },
  }),
  route({
    name: "writeNote",
    method: "POST",
    path: "/v1/notes",
    summary: "Writes a note beside the figures of a day.",
    who: "member",
    status: 201,
    idempotent: true,
    body: schema.WriteNote,
    answer: NoteSchema,
    handle({ sql, now }, { body, identity }) {
      if (store.countNotes(sql) >= MOST_NOTES) throw new Refusal("full");
      const note: Note = { ...body, id: newShortId(), by: identity?.email ?? "" };
      store.insertNote(sql, note, now());
      bumpEdits(sql);
      return { body: note };
    },
  }),
  route({
    name: "deleteNote",
    method: "DELETE",
    path: "/v1/notes/{id}",
    summary: "Removes a note.",
    who: "member",
    status: 204,
    handle({ sql }, { params }) {
      if (!store.deleteNote(sql, params["id"] ?? "")) throw new Refusal("not_found");
      bumpEdits(sql);
      return {};
    },
  }),
];
