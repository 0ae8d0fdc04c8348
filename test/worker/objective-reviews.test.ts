// What happens to an objective over time: reviews whose effect is measured, notes beside the figures, and its end.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ApiProblem } from "../../shared/api/call.ts";
import type { Change, Objective, Objectives, Review } from "../../shared/api/objectives.ts";
import type { Invitation, Pairing } from "../../shared/api/workspace.ts";
import type { Note } from "../../shared/objectives/evidence.ts";
import type { ObjectiveDraft } from "../../shared/objectives/objective.ts";
import { draftOf } from "./objective-drafts.ts";
import {
  ask,
  call,
  type Caller,
  camille,
  connect,
  dominique,
  paired,
  settled,
  sheet,
  simulate,
} from "./world.ts";

const NOON = Date.parse("2030-11-21T12:00:00Z");
const DAY_MS = 86_400_000;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Owner = Awaited<ReturnType<typeof paired>>;
let owner: Owner;
let colleague: Caller;

beforeAll(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  simulate();
  owner = await paired(camille);
  await connect(owner);
  await settled(owner);
  const { code } = await ask<Invitation>(owner, "POST", "/v1/invitations");
  const spreadsheet = sheet("en_GB");
  const joining = { code, spreadsheet };
  const { key } = await ask<Pairing>({ person: dominique }, "POST", "/v1/workspaces/join", joining);
  colleague = { person: dominique, key, spreadsheet: spreadsheet.id };
});
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const during = { start: "2030-10-01", deadline: "2031-03-31" };
const set = (part: Partial<ObjectiveDraft> = {}): Promise<Objective> =>
  ask<Objective>(owner, "POST", "/v1/objectives", { draft: draftOf({ ...during, ...part }) });
const list = (caller: Caller = owner): Promise<Objectives> =>
  ask<Objectives>(caller, "GET", "/v1/objectives");
const find = async (id: string): Promise<Objective | undefined> =>
  (await list()).objectives.find((objective) => objective.id === id);
const problem = async (answer: Response): Promise<ApiProblem> => (await answer.json()) as ApiProblem;

test("a retired objective keeps its history, names the one that replaces it, and changes no more", async () => {
  const [old, better] = [await set({ title: "Plus de trafic" }), await set({ title: "Plus de ventes" })];
  const path = `/v1/objectives/${old.id}`;
  const unknown = await call(owner, "POST", `${path}/retire`, { reason: "x", replacedBy: "nothing" });
  expect((await problem(unknown)).fields).toEqual(["replacedBy"]);
  const itself = await call(owner, "POST", `${path}/retire`, { reason: "x", replacedBy: old.id });
  expect((await problem(itself)).fields).toEqual(["replacedBy"]);

  const reason = "le trafic ne se vend pas";
  const retired = await ask<Objective>(owner, "POST", `${path}/retire`, { reason, replacedBy: better.id });
  expect(retired).toMatchObject({
    retired: { on: "2030-11-21", reason, replacedBy: better.id },
    assessment: { progress: { status: "retired" } },
    nextReview: null,
    toReview: false,
  });
  const change = await call(owner, "PUT", path, { draft: old.draft }, { "if-match": `"${retired.version}"` });
  expect((await problem(change)).code).toBe("objective_retired");
  const review = { decision: "kept", what: "", by: "Camille" };
  expect((await problem(await call(owner, "POST", `${path}/reviews`, review))).code).toBe(
    "objective_retired",
  );
  const { changes } = await ask<{ changes: Change[] }>(owner, "GET", `${path}/history`);
  expect(changes.map(({ did }) => did)).toEqual(["created", "retired"]);
  expect(await find(old.id)).toMatchObject({ draft: { title: "Plus de trafic" } });

  await ask(owner, "DELETE", `/v1/objectives/${better.id}`);
  expect((await find(old.id))?.retired).toEqual({ on: "2030-11-21", reason, replacedBy: null });
});

test("notes are written, listed by day beside the objectives, and removed", async () => {
  const late = await ask<Note>(owner, "POST", "/v1/notes", { day: "2030-11-10", text: "Grève" });
  const early = await ask<Note>(colleague, "POST", "/v1/notes", {
    day: "2030-09-01",
    text: "Hausse de prix",
  });
  expect(early.by).toBe(dominique.email);
  const texts = async (): Promise<string[]> => (await list()).notes.map(({ text }) => text);
  expect((await texts()).indexOf("Hausse de prix")).toBeLessThan((await texts()).indexOf("Grève"));
  await ask(colleague, "DELETE", `/v1/notes/${late.id}`);
  expect(await texts()).not.toContain("Grève");
  expect((await call(owner, "DELETE", `/v1/notes/${late.id}`)).status).toBe(404);
});

test("a review keeps the decision with the value of that day; its effect is told weeks later", async () => {
  const { id } = await set({ cadence: "weekly" });
  const decided = { decision: "acted", what: "Page de paiement raccourcie", by: "Dominique" };
  const review = await ask<Review>(owner, "POST", `/v1/objectives/${id}/reviews`, decided);
  const then = await find(id);
  expect(review).toMatchObject({
    ...decided,
    on: "2030-11-21",
    valueThen: then?.assessment.progress.value,
    probabilityThen: then?.assessment.feasibility?.probability ?? null,
    effect: null,
  });
  expect(review.valueThen).toBeGreaterThan(0);
  expect(then?.nextReview).toBe("2030-11-28");

  const { connections } = await ask<{ connections: { id: string }[] }>(owner, "GET", "/v1/connections");
  vi.setSystemTime(NOON + 60 * DAY_MS);
  await ask(owner, "POST", `/v1/connections/${connections[0]?.id}/sync`);
  await settled(owner);
  const after = (await find(id))?.reviews[0];
  expect(after).toMatchObject({ ...decided, on: "2030-11-21", valueThen: review.valueThen });
  expect(after?.effect?.before).toBeGreaterThan(0);
  expect(after?.effect?.after).toBeGreaterThan(0);
  expect(after?.effect?.words.fr).not.toBe("");
  expect((await find(id))?.toReview).toBe(true);
  vi.setSystemTime(NOON);
});
