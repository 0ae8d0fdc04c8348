// Objectives: set, shown as they stand now, changed, retired, dropped, and every version they had.
import type { Objective, Objectives } from "../../shared/api/objectives.ts";
import { judgeSet, type Member } from "../../shared/objectives/set.ts";
import { instant } from "../describe.ts";
import { evidenceOf, kpisAbout } from "../evidence.ts";
import { objectivesNow } from "../objectives-now.ts";
import { openPast, todayIn } from "../past.ts";
import { Refusal } from "../refusal.ts";
import type { Room } from "../room.ts";
import { newShortId } from "../secret.ts";
import { bumpEdits } from "../store/members.ts";
import * as store from "../store/objectives.ts";
import { notes } from "../store/reviews.ts";
import { type Call, type Route, route } from "./route.ts";
import { Evidence } from "./schemas/evidence.ts";
import * as schema from "./schemas/objectives.ts";

const MOST_OBJECTIVES = 200;

export const objectiveRoutes: readonly Route[] = [
  route({
    name: "listObjectives",
    method: "GET",
    path: "/v1/objectives",
    summary: "The objectives as they stand now, what is to say of them together, and the notes.",
    who: "reader",
    status: 200,
    answer: schema.Objectives,
    handle(room, call) {
      const objectives = objectivesNow(room);
      const body: Objectives = {
        objectives: objectives.map((objective) => seenBy(call, objective)),
        set: judgeSet(objectives.flatMap(memberOf), todayIn(room.sql, room.now())),
        notes: notes(room.sql).map((note) => seenBy(call, note)),
      };
      return { body };
    },
  }),
  route({
    name: "createObjective",
    method: "POST",
    path: "/v1/objectives",
    summary: "Sets an objective; it stays a draft while a blocking rule fails.",
    who: "member",
    status: 201,
    idempotent: true,
    body: schema.SaveObjective,
    answer: schema.Objective,
    handle(room, call) {
      if (store.countObjectives(room.sql) >= MOST_OBJECTIVES) throw new Refusal("full");
      const id = newShortId();
      store.insertObjective(room.sql, id, call.body.draft, saving(room, call));
      bumpEdits(room.sql);
      return { body: found(room, id), headers: { etag: '"1"' } };
    },
  }),
  route({
    name: "gatherEvidence",
    method: "POST",
    path: "/v1/objectives/evidence",
    summary: "What the data say about an objective being written.",
    who: "member",
    status: 200,
    body: schema.EvidenceQuestion,
    answer: Evidence,
    handle({ sql, now }, { body }) {
      const past = openPast(sql, now(), kpisAbout(body));
      return { body: evidenceOf(past, body, { objectives: store.objectives(sql), notes: notes(sql) }) };
    },
  }),
  route({
    name: "replaceObjective",
    method: "PUT",
    path: "/v1/objectives/{id}",
    summary: "Changes an objective that is still at the version given by If-Match.",
    who: "member",
    status: 200,
    body: schema.SaveObjective,
    answer: schema.Objective,
    handle(room, call) {
      const { id, retired } = storedOr404(room, call.params["id"]);
      const version = /^"?(\d+)"?$/.exec(call.ifMatch ?? "")?.[1];
      if (version === undefined) throw new Refusal("version_required");
      if (retired) throw new Refusal("objective_retired");
      if (!store.replaceObjective(room.sql, id, Number(version), call.body.draft, saving(room, call))) {
        throw new Refusal("stale_version", { current: found(room, id) });
      }
      bumpEdits(room.sql);
      const changed = found(room, id);
      return { body: changed, headers: { etag: `"${changed.version}"` } };
    },
  }),
  route({
    name: "deleteObjective",
    method: "DELETE",
    path: "/v1/objectives/{id}",
    summary: "Drops an objective with its history.",
    who: "member",
    status: 204,
    handle({ sql }, { params }) {
      if (!store.deleteObjective(sql, params["id"] ?? "")) throw new Refusal("not_found");
      bumpEdits(sql);
      return {};
    },
  }),
  route({
    name: "retireObjective",
    method: "POST",
    path: "/v1/objectives/{id}/retire",
    summary: "Ends an objective, perhaps in favour of another; its history stays.",
    who: "member",
    status: 200,
    body: schema.RetireObjective,
    answer: schema.Objective,
    handle(room, call) {
      const { id, retired } = storedOr404(room, call.params["id"]);
      const { reason, replacedBy } = call.body;
      if (retired) throw new Refusal("objective_retired");
      const replaces = replacedBy === null || store.objectiveById(room.sql, replacedBy);
      if (!replaces || replacedBy === id) throw new Refusal("invalid_request", { fields: ["replacedBy"] });
      const on = todayIn(room.sql, room.now());
      store.retireObjective(room.sql, id, { reason, replacedBy, on }, saving(room, call));
      bumpEdits(room.sql);
      return { body: found(room, id) };
    },
  }),
  route({
    name: "showHistory",
    method: "GET",
    path: "/v1/objectives/{id}/history",
    summary: "Every version of an objective, oldest first.",
    who: "reader",
    status: 200,
    answer: schema.History,
    handle(room, call) {
      const { id } = storedOr404(room, call.params["id"]);
      const changes = store.changes(room.sql, id).map(({ version, at, who, did, draft }) => ({
        version,
        at: instant(at),
        by: call.role === "reader" ? null : who,
        did,
        draft: JSON.parse(draft) as Objective["draft"],
      }));
      return { body: { changes } };
    },
  }),
];

/** What the rules of the set look at: a retired objective is no part of it. */
function memberOf({ draft, retired, isKpi, reviews }: Objective): Member[] {
  return retired === null ? [{ draft, isKpi, reviewed: reviews.map(({ on }) => on) }] : [];
}

/** @throws Refusal */
export function storedOr404({ sql }: Pick<Room, "sql">, id = ""): store.StoredObjective {
  const objective = store.objectiveById(sql, id);
  if (!objective) throw new Refusal("not_found");
  return objective;
}

/** An objective as it stands now. @throws Refusal */
export function found(room: Room, id: string): Objective {
  const [objective] = objectivesNow(room, id);
  if (!objective) throw new Refusal("not_found");
  return objective;
}

function saving({ now }: Room, { identity }: Call): store.Saving {
  return { at: now(), by: identity?.email ?? null };
}

/** Whoever holds the key of a sheet alone sees no one's address. */
function seenBy<T extends Objective | { readonly by: string }>({ role }: Call, shown: T): T {
  if (role !== "reader") return shown;
  return "saved" in shown ? { ...shown, saved: { ...shown.saved, by: null } } : { ...shown, by: "" };
}
