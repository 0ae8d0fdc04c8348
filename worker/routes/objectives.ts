// Objectives: set, shown with their value now, changed, dropped.
import type { Objective, ObjectiveDraft } from "../../shared/api/objectives.ts";
import { progress } from "../../shared/objectives/progress.ts";
import { kpiFigure } from "../figures.ts";
import { dayAt } from "../plan.ts";
import { Refusal } from "../refusal.ts";
import type { Room } from "../room.ts";
import { newShortId } from "../secret.ts";
import { bumpGeneration } from "../store/members.ts";
import * as store from "../store/objectives.ts";
import { knownKpi } from "./kpis.ts";
import { type Route, route } from "./route.ts";
import * as schema from "./schemas/objectives.ts";

const MOST_OBJECTIVES = 500;

export const objectiveRoutes: readonly Route[] = [
  route({
    name: "listObjectives",
    method: "GET",
    path: "/v1/objectives",
    summary: "The objectives, with the value of each now.",
    who: "reader",
    status: 200,
    answer: schema.Objectives,
    handle: (room) => ({ body: { objectives: objectivesNow(room) } }),
  }),
  route({
    name: "createObjective",
    method: "POST",
    path: "/v1/objectives",
    summary: "Sets an objective.",
    who: "member",
    status: 201,
    idempotent: true,
    body: schema.ObjectiveDraft,
    answer: schema.Objective,
    handle(room, { body }) {
      const draft = checked(body);
      if (store.objectives(room.sql).length >= MOST_OBJECTIVES) throw new Refusal("too_large");
      const id = newShortId();
      store.insertObjective(room.sql, id, draft, room.now());
      bumpGeneration(room.sql);
      return { body: found(room, id), headers: { etag: '"1"' } };
    },
  }),
  route({
    name: "replaceObjective",
    method: "PUT",
    path: "/v1/objectives/{id}",
    summary: "Changes an objective that is still at the version given by If-Match.",
    who: "member",
    status: 200,
    body: schema.ObjectiveDraft,
    answer: schema.Objective,
    handle(room, { params, body, ifMatch }) {
      const current = found(room, params["id"]);
      const version = /^"?(\d+)"?$/.exec(ifMatch ?? "")?.[1];
      if (version === undefined) throw new Refusal("version_required");
      if (!store.replaceObjective(room.sql, current.id, Number(version), checked(body))) {
        throw new Refusal("stale_version", { current });
      }
      bumpGeneration(room.sql);
      const changed = found(room, current.id);
      return { body: changed, headers: { etag: `"${changed.version}"` } };
    },
  }),
  route({
    name: "deleteObjective",
    method: "DELETE",
    path: "/v1/objectives/{id}",
    summary: "Drops an objective.",
    who: "member",
    status: 204,
    handle({ sql }, { params }) {
      if (!store.deleteObjective(sql, params["id"] ?? "")) throw new Refusal("not_found");
      bumpGeneration(sql);
      return {};
    },
  }),
];

function checked(draft: ObjectiveDraft): ObjectiveDraft {
  return { ...draft, kpi: knownKpi(draft.kpi).name };
}

function found(room: Room, id = ""): Objective {
  const objective = store.objectiveById(room.sql, id);
  if (!objective) throw new Refusal("not_found");
  return objectiveNow(room, objective);
}

/** Every objective with its figure from its start to today, or to its deadline once past. */
export function objectivesNow(room: Pick<Room, "sql" | "now">): Objective[] {
  return store.objectives(room.sql).map((objective) => objectiveNow(room, objective));
}

function objectiveNow({ sql, now }: Pick<Room, "sql" | "now">, objective: store.StoredObjective): Objective {
  const { kpi, scope, start, deadline } = objective;
  const today = dayAt(now(), "UTC");
  const period = { from: start, to: deadline < today ? deadline : today };
  const { figure } = kpiFigure(sql, knownKpi(kpi), { ...period, ...(scope === "all" ? {} : scope) });
  return {
    ...objective,
    now: figure,
    progress: figure.value === null ? null : progress(objective, figure.value),
  };
}
